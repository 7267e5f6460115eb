// Measures the draft FIR in every language at ENDEX: a dry run of the model exercise, cut at ENDEX, is the log that a server holds then; the report is
// made from it as the server makes it. Beside it, what reading those lines with JSON.parse costs. Run: node bench/fir.ts [--reader joint] [--plan plan.json]
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { useCases } from '../src/app/index.ts';
import { matterOfEvents } from '../src/app/log-matter.ts';
import { productBytes } from '../src/app/publish.ts';
import { readerNamed } from '../src/app/readers.ts';
import { type LoggedEvent, loggedOf, parseEventLine, upgrade } from '../src/conduct/index.ts';
import { languages } from '../src/words/index.ts';

const directory = new URL('../examples/eagle-assault-2024', import.meta.url).pathname;
const { values } = parseArgs({
  options: {
    reader: { type: 'string', default: 'joint' },
    plan: { type: 'string', default: join(directory, 'expected/plan.json') },
    rounds: { type: 'string', default: '3' },
  },
});

/** The lines of one dry run's log, without the manifest, up to ENDEX. */
async function linesAtEndex(): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-bench-fir-'));
  try {
    const written: string[] = [];
    const rehearse = await useCases.rehearse();
    await rehearse(directory, {
      planFile: values.plan,
      runs: 1,
      seed: '1',
      lanes: 1,
      keepLogs: true,
      progress: () => {},
      sink: {
        async write(path, content) {
          const file = join(folder, path);
          mkdirSync(dirname(file), { recursive: true });
          if (typeof content === 'string' || content instanceof Uint8Array) writeFileSync(file, content);
          else {
            const pieces: Uint8Array[] = [];
            for await (const piece of content) pieces.push(typeof piece === 'string' ? Buffer.from(piece) : piece);
            writeFileSync(file, Buffer.concat(pieces));
          }
          if (path.endsWith('.jsonl')) written.push(file);
        },
      },
    });
    const [, ...lines] = readFileSync(written[0] ?? '', 'utf8')
      .trimEnd()
      .split('\n');
    const endex = lines.findIndex((line) => line.includes('"type":"EndexDeclared"'));
    if (endex < 0) throw new Error('the log has no ENDEX');
    return lines.slice(0, endex + 1);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const secondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
};
const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

const lines = await linesAtEndex();
const events: readonly LoggedEvent[] = lines.flatMap((line) => {
  const read = parseEventLine(line);
  return read === undefined ? [] : [upgrade(loggedOf(read.header, read.payload))];
});
const matter = () => matterOfEvents(events, (files, shared) => readerNamed(values.reader, files, shared, events));
const report = (format: 'html' | 'pdf') => async () => {
  for (const language of languages) await productBytes(matter(), { product: 'fir', language, format });
};
const rounds: { parse: number; html: number; pdf: number }[] = [];
for (let round = 0; round < Number(values.rounds); round++) {
  rounds.push({
    parse: await secondsOf(async () => {
      for (const line of lines) JSON.parse(line);
    }),
    html: await secondsOf(report('html')),
    pdf: await secondsOf(report('pdf')),
  });
}
const [first] = rounds;
console.log(
  `${events.length} events at ENDEX, reader ${values.reader}, ${languages.length} languages, ${rounds.length} rounds (seconds of processor time)`,
);
console.table({
  'JSON.parse of the lines, median': Number(median(rounds.map(({ parse }) => parse)).toFixed(3)),
  'FIR as HTML in every language, the first time': Number((first?.html ?? Number.NaN).toFixed(2)),
  'FIR as HTML in every language, median': Number(median(rounds.map(({ html }) => html)).toFixed(2)),
  'FIR as PDF in every language, the first time': Number((first?.pdf ?? Number.NaN).toFixed(2)),
  'FIR as PDF in every language, median': Number(median(rounds.map(({ pdf }) => pdf)).toFixed(2)),
  'wanted at most': 10,
});
