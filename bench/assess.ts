// What assessing costs: a log of a million events, line by line, against JSON.parse of the same lines. Run: node bench/assess.ts [events] [pairs]
import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aBooking, at, everyone, excon, ofParty, ofPost } from '../src/assess/a-log.ts';
import { type Assessment, assessor } from '../src/assess/index.ts';
import { eventLine, linesOf, loggedOf, parseEventLine } from '../src/conduct/index.ts';
import { anExercise, aPost, aSerial, aTask, aUnit } from '../src/exercise/index.ts';
import { randomFor } from '../src/kernel/index.ts';

const events = Number(process.argv[2] ?? 1_000_000);
const pairs = Number(process.argv[3] ?? 3);
const many = (prefix: string, n: number) => Array.from({ length: n }, (_, index) => `${prefix}${index}`);
const standard = { source: 'en', texts: { en: 'As agreed.' } };

const parties = ['BLR', 'CHN'];
const ofEither = (index: number) => parties[index % 2] ?? 'BLR';
const [units, posts, tasks, serials] = [many('u', 48), many('p', 60), many('t', 20), many('s', 80)];
const exercise = anExercise({
  units: units.map((id, index) => aUnit({ id, party: ofEither(index) })),
  posts: posts.map((id, index) => aPost({ id, party: ofEither(index) })),
  tasks: tasks.map((id) =>
    aTask({ id, criticalTasks: { brief: { name: { en: 'Brief' }, standard }, report: { name: { en: 'Report' }, standard } } }),
  ),
  phases: many('phase', 4).map((id, order) => ({ id, name: { en: id }, from: '080000CJUL24', to: '190000CJUL24', order })),
  procedures: (['backBrief', 'handOver', 'commonPicture', 'jointDecision', 'request', 'report'] as const).map((kind) => ({
    id: kind,
    name: { en: kind },
    kind,
    within: '20min',
    standard,
  })),
  serials: serials.map((id, index) => aSerial({ id, tasks: [tasks[index % tasks.length] ?? 't0'], phase: `phase${index % 4}` })),
  requirements: tasks.flatMap((task) => parties.map((party) => ({ id: `${task}-${party}`, party, task, times: 2 }))),
});

/** The lines of a log with a mix of everything, most of it communication. */
function* lines(): Generator<string> {
  const random = randomFor('bench', 'log');
  const sequences = new Map<string, number>();
  const hex = 'a1b2c3d4'.repeat(8);
  const text = 'We have reached the second checkpoint and are waiting for the others before we go on. 我们已到达第二检查点。';
  const line = (index: number, stream: string, type: string, payload: object): string => {
    const sequence = (sequences.get(stream) ?? 0) + 1;
    sequences.set(stream, sequence);
    const time = at(0) + index * 800_000;
    const header = JSON.stringify({
      stream,
      origin: 'brest',
      sequence,
      time,
      exerciseTime: time,
      author: `p${index % 60}`,
      type,
      version: 1,
      digest: hex,
    });
    return eventLine({
      stream,
      origin: 'brest',
      sequence,
      time,
      header,
      hash: hex,
      salt: hex.slice(0, 32),
      payload: JSON.stringify(payload),
    } as never);
  };
  for (const [index, serial] of serials.entries()) {
    const { event, stream } = aBooking(serial, index * 100, units.slice(index % 40, (index % 40) + 6));
    yield line(index, stream, event.type, event.payload ?? {});
  }
  for (let index = serials.length; index < events; index++) {
    const [one, other] = [random.below(posts.length), random.below(posts.length)];
    const [from, to, serial, task] = [`p${one}`, `p${other}`, `s${random.below(80)}`, `t${random.below(20)}`];
    const party = ofParty(ofEither(one));
    const own = ofPost(to, ofEither(other));
    const id = `${index}`;
    const now = at(0) + index * 800_000;
    switch (random.below(20)) {
      case 0:
      case 1:
      case 2:
      case 3:
        yield line(index, party, 'MessageSent', {
          message: id,
          from,
          to: [to],
          language: 'ru',
          means: random.pick(['message', 'radio', 'mail']),
          text,
          serial,
        });
        break;
      case 4:
      case 5:
      case 6:
        yield line(index, own, 'MessageReceived', { message: id, from, to, language: 'zh', means: 'message', text });
        break;
      case 7:
      case 8:
        yield line(index, everyone, 'ContactMarked', { contact: id, from, to, means: 'radio', serial, procedure: 'handOver' });
        break;
      case 9:
      case 10:
        yield line(index, everyone, 'ObservationMade', {
          observation: id,
          serial,
          task,
          criticalTask: 'brief',
          evaluator: from,
          party: ofEither(one),
          rating: random.pick(['P', 'S', 'M', 'U']),
          text,
          language: 'ru',
        });
        break;
      case 11:
        yield line(index, everyone, 'ProcedureRecorded', {
          record: id,
          procedure: 'backBrief',
          serial,
          from: 'BLR',
          to: 'CHN',
          startedAt: now,
          finishedAt: now + random.below(1_500_000_000),
          correct: { ru: true, zh: random.below(4) > 0 },
        });
        break;
      case 12:
        yield line(index, excon, 'InjectReleased', { inject: `i${index}`, deliveries: [`d${index}`] });
        break;
      case 13:
        yield line(index, own, 'InjectReceived', {
          delivery: `d${index}`,
          number: index,
          to,
          from: { ru: text },
          means: 'message',
          texts: { ru: text, zh: text },
          answerWithinMinutes: 20,
        });
        break;
      case 14:
        yield line(index, own, 'DeliveryAnswered', { delivery: `d${index - 1 - random.below(50)}`, by: to, text, language: 'zh' });
        break;
      case 15:
        yield line(index, party, 'RequestMade', { request: id, from, to, language: 'ru', text, procedure: 'request', serial });
        break;
      case 16:
        yield line(index, everyone, 'RequestTimed', {
          request: id,
          from: 'BLR',
          to: 'CHN',
          procedure: 'request',
          serial,
          decideSeconds: random.below(1200),
          translateSeconds: 200,
          reviewSeconds: 100,
          deliverSeconds: 5,
          answered: true,
          onTime: random.below(3) > 0,
        });
        break;
      case 17:
        yield line(index, everyone, 'GoNoGoSigned', { serial, item: 'safety', go: true });
        break;
      case 18:
        yield line(index, everyone, random.pick(['SerialStarted', 'SerialStopped', 'SerialResumed', 'SerialDone']), { serial });
        break;
      default:
        yield line(index, everyone, 'PositionReported', { unit: `u${random.below(48)}`, latitude: 52.1, longitude: 23.7, metres: 500 });
    }
  }
}

const folder = mkdtempSync(join(tmpdir(), 'entente-bench-'));
const file = join(folder, 'log.jsonl');
try {
  const out = createWriteStream(file);
  for (const line of lines()) if (!out.write(`${line}\n`)) await once(out, 'drain');
  out.end();
  await once(out, 'finish');
  const runs: { readonly parse: Spent; readonly take: Spent; readonly result: Spent }[] = [];
  let last: Assessment | null = null;
  for (let pair = 0; pair < pairs; pair++) {
    const parse = await onLines((line) => JSON.parse(line));
    const one = assessor(exercise, { reader: 'all', analyst: true });
    const take = await onLines((line) => {
      const read = parseEventLine(line);
      if (read !== undefined) one.take(loggedOf(read.header, read.payload));
    });
    const before = now();
    last = one.result();
    runs.push({ parse, take, result: since(before) });
  }
  const row = (of: (run: (typeof runs)[number]) => Spent) => {
    const [wall, thread] = [median(runs.map((run) => of(run).wall)), median(runs.map((run) => of(run).thread))];
    return {
      'wall ms': Math.round(wall),
      'thread ms': Math.round(thread),
      'thread µs an event': Math.round((thread / events) * 1e6) / 1e3,
    };
  };
  console.table({
    'JSON.parse of the lines': row((run) => run.parse),
    'parse and take': row((run) => run.take),
    result: row((run) => run.result),
  });
  const ratio = (of: 'wall' | 'thread') => median(runs.map(({ parse, take, result }) => (take[of] + result[of]) / parse[of])).toFixed(2);
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(`${events} events, ${Math.round(statSync(file).size / 1e6)} MB, medians of ${pairs} interleaved pairs`);
  console.log(
    `assessed in ${ratio('wall')} × JSON.parse by the clock, ${ratio('thread')} × by the thread's own time (at most 3); peak memory ${memory} MB (under 1500)`,
  );
  console.log(`${last?.timeline.length} entries in the timeline, ${last?.findings.length} findings`);
} finally {
  rmSync(folder, { recursive: true });
}

/** Milliseconds by the clock, and those in which this thread ran: on a busy machine the second is the work. */
type Spent = { readonly wall: number; readonly thread: number };

function now(): Spent {
  const { user, system } = process.threadCpuUsage();
  return { wall: performance.now(), thread: (user + system) / 1000 };
}

function since(before: Spent): Spent {
  const after = now();
  return { wall: after.wall - before.wall, thread: after.thread - before.thread };
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

/** What was spent on the lines themselves: reading the file is not counted. */
async function onLines(work: (line: string) => unknown): Promise<Spent> {
  let [wall, thread] = [0, 0];
  let batch: string[] = [];
  const run = () => {
    const before = now();
    for (const line of batch) work(line);
    const spent = since(before);
    wall += spent.wall;
    thread += spent.thread;
    batch = [];
  };
  for await (const line of linesOf(createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 20 }))) {
    if (batch.push(line) === 10_000) run();
  }
  run();
  return { wall, thread };
}
