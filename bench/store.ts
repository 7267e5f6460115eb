// Measures the store: our group commit, doing everything, against a bare better-sqlite3 group commit that is given ready
// bytes; and the hashed path alone. A round is a process of its own, in which all take turns with small blocks of commands: what else the
// machine does then falls on all alike. Ratios are medians over the pairs of blocks. Run: node bench/store.ts [--pairs N] [--commands N]
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { eventLine, LogVerifier, manifestLine, manifestOf, type Sealed, Tails } from '../src/conduct/index.ts';
import { nodeHashText, nodeSealing } from '../src/store/index.ts';
import { bare, batchesFrom, type Contender, eventsPerCommand, ours, type Rate, sealedAll } from './store-contenders.ts';

const { values } = parseArgs({
  options: {
    pairs: { type: 'string', default: '5' },
    commands: { type: 'string', default: '40000' },
    producers: { type: 'string', default: '200' },
    one: { type: 'string' },
  },
});
const rounds = Number(values.pairs);
const commands = Number(values.commands);
const callers = Number(values.producers);

const inBlock = 2000;
const blocksToWarmUp = 4;
const names = ['bare', 'bareWithOutcomes', 'ours'] as const;
type Name = (typeof names)[number];
type Block = Readonly<Record<Name, Rate>>;

/** What each did in each block, in turn, beginning with another one each time. */
async function round(): Promise<readonly Block[]> {
  const contenders: Readonly<Record<Name, Contender>> = {
    bare: bare(callers, false),
    bareWithOutcomes: bare(callers, true),
    ours: await ours(callers),
  };
  const blocks: Block[] = [];
  for (let block = 0; block * inBlock < commands + blocksToWarmUp * inBlock; block++) {
    const batches = batchesFrom(block * inBlock, inBlock);
    const rates: Partial<Record<Name, Rate>> = {};
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(block + turn) % names.length] ?? 'ours';
      rates[name] = await contenders[name].run(batches);
    }
    if (block >= blocksToWarmUp) blocks.push(rates as Block);
  }
  for (const contender of Object.values(contenders)) await contender.close();
  return blocks;
}

type Hashed = { readonly seal: number; readonly verify: number };

function hashedPath(commands: number): Hashed {
  const batches = batchesFrom(0, commands);
  const tails = new Tails('brest');
  const start = performance.now();
  const sealed: Sealed[] = batches.flatMap((one) => tails.seal(one, nodeSealing));
  const sealedAt = performance.now();
  const lines = [
    manifestLine(manifestOf({ exercise: 'bench', reader: 'all', documentHash: null }, tails.heads()), nodeHashText),
    ...sealed.map(eventLine),
  ];
  const linesAt = performance.now();
  const verifier = new LogVerifier({ file: 'log.jsonl', hash: nodeHashText });
  for (const line of lines) verifier.line(line);
  const report = verifier.report();
  if (!report.isSound) throw new Error(JSON.stringify(report.problems[0]));
  return { seal: (sealed.length * 1000) / (sealedAt - start), verify: (sealed.length * 1000) / (performance.now() - linesAt) };
}

// Written around what is traced, so that the trace can be cut there.
const mark = 'here it begins or ends';

async function traced(): Promise<void> {
  const store = await ours(1);
  const batches = batchesFrom(0, commands);
  writeSync(2, mark);
  await store.run(batches);
  writeSync(2, mark);
  await store.close();
}

/** How often the disk is asked to make writes durable while so many decisions are committed one by one; null without strace. */
function syncsFor(single: number): number | null {
  const trace = join(mkdtempSync(join(tmpdir(), 'entente-strace-')), 'trace');
  const command = [process.execPath, import.meta.filename, '--one', 'traced', '--commands', String(single)];
  const run = spawnSync('strace', ['-f', '-e', 'trace=fsync,fdatasync,write', '-o', trace, ...command]);
  if (run.error !== undefined || run.status !== 0) return null;
  const between = readFileSync(trace, 'utf8').split(mark)[1] ?? '';
  rmSync(dirname(trace), { recursive: true });
  return between.match(/f(?:data)?sync\(/g)?.length ?? 0;
}

function inProcess<T>(one: string): T {
  const options = ['--one', one, '--commands', String(commands), '--producers', String(callers)];
  return JSON.parse(execFileSync(process.execPath, [import.meta.filename, ...options], { encoding: 'utf8' }));
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

function report(): void {
  const blocks = Array.from({ length: rounds }, () => inProcess<readonly Block[]>('round')).flat();
  const hashed = Array.from({ length: 3 }, () => inProcess<Hashed>('hashed'));
  const sample = sealedAll(1000).flat();
  const bytesOf = ({ header, payload }: Sealed) => Buffer.byteLength(header) + 96 + Buffer.byteLength(payload ?? '');
  const bytes = Math.round(sample.reduce((sum, event) => sum + bytesOf(event), 0) / sample.length);
  const single = 300;
  const rateOf = (name: Name) => Math.round(median(blocks.map((block) => block[name].perSecond)));
  const share = (of: 'bare' | 'bareWithOutcomes', by: keyof Rate) =>
    Number(median(blocks.map((block) => block.ours[by] / block[of][by])).toFixed(2));
  console.log(`${blocks.length} blocks of ${inBlock} commands of ${eventsPerCommand} events (${bytes} bytes each), ${callers} callers`);
  console.table({
    'bare better-sqlite3, events ready (events/s)': rateOf('bare'),
    'bare better-sqlite3, events and outcomes ready': rateOf('bareWithOutcomes'),
    'ours, everything': rateOf('ours'),
    'ours ÷ bare with the same rows': share('bareWithOutcomes', 'perSecond'),
    'ours ÷ bare with the same rows, by processor time': share('bareWithOutcomes', 'perProcessorSecond'),
    'ours ÷ bare with events alone': share('bare', 'perSecond'),
    'ours ÷ bare with events alone, by processor time': share('bare', 'perProcessorSecond'),
    'sealing alone': Math.round(median(hashed.map(({ seal }) => seal))),
    'verifying alone': Math.round(median(hashed.map(({ verify }) => verify))),
    [`fsync calls for ${single} commits one by one`]: syncsFor(single) ?? 'no strace',
  });
}

switch (values.one) {
  case undefined:
    report();
    break;
  case 'round':
    console.log(JSON.stringify(await round()));
    break;
  case 'traced':
    await traced();
    break;
  default:
    hashedPath(inBlock * blocksToWarmUp);
    console.log(JSON.stringify(hashedPath(commands)));
}
