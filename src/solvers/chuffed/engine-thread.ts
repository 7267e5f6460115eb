// The engine's half that runs in a thread of its own: evaluates the package's browser worker with messages, files, compiled code and clock
// handed to it. The clock is ours, so that a limit can be counted in steps of the search instead of in time.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { type Code, wasm } from './wasm.ts';

export type ThreadData = {
  /** The folder of the package's files, with a slash at its end. */
  readonly folder: string;
  /** The code, compiled once for all threads. */
  readonly code: Code;
};

/** What the solver's clock shows: readings of it, this thread's processor time, or the time of day. */
export type ClockKind = 'readings' | 'processor' | 'day';

export type ThreadRun = { readonly file: string; readonly text: string; readonly args: readonly string[]; readonly clock: ClockKind };

const { folder, code } = workerData as ThreadData;
const nodeRequire = createRequire(import.meta.url);
let kind: ClockKind = 'day';
let readings = 0;
/** Readings of the clock for each conflict, found by counting. */
const readingsOfAConflict = 3;

// The solver reads its clock at every conflict, and hardly anywhere else: a clock that moves on by a millisecond with each reading makes
// `-t 5000` a limit of five thousand conflicts, the same on every machine.
const now = (): number => {
  if (kind === 'readings') return ++readings / readingsOfAConflict;
  return kind === 'processor' ? processorMilliseconds() : performance.now();
};
const processorMilliseconds = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};
const clock = { now };
class Calendar extends Date {
  static override now(): number {
    return kind === 'day' ? Date.now() : 1_700_000_000_000 + Math.floor(now());
  }
}

const shared = {
  RuntimeError: wasm.RuntimeError,
  instantiate: async (_bytes: unknown, imports: object) => ({ module: code, instance: await wasm.instantiate(code, imports) }),
};

/** The bytes of the code are not read again: it is compiled. */
const files = {
  ...nodeRequire('node:fs'),
  readFileSync: (path: string, encoding?: 'utf8'): string | Uint8Array => {
    if (path.endsWith('.wasm')) return new Uint8Array();
    return encoding === undefined ? readFileSync(path) : readFileSync(path, encoding);
  },
};

let listener: ((message: { readonly data: unknown }) => void) | undefined;
const evaluate = new Function(
  'postMessage',
  'addEventListener',
  'performance',
  'Date',
  'WebAssembly',
  'require',
  '__filename',
  '__dirname',
  'console',
  readFileSync(`${folder}minizinc-worker.js`, 'utf8'),
);
const silent = { log: () => {}, error: () => {}, warn: () => {} };
evaluate(
  (message: unknown) => parentPort?.postMessage(message),
  (_type: string, listen: typeof listener) => {
    listener = listen;
  },
  clock,
  Calendar,
  shared,
  (name: string) => (name === 'node:fs' ? files : nodeRequire(name)),
  `${folder}minizinc-worker.js`,
  folder,
  silent,
);

parentPort?.on('message', ({ file, text, args, clock: asked }: ThreadRun) => {
  kind = asked;
  readings = 0;
  listener?.({ data: { jsonStream: true, files: { [file]: text }, args: [...args, file] } });
});
listener?.({ data: { wasmURL: `${folder}minizinc.wasm`, dataURL: `${folder}minizinc.data` } });
