// Measures 1,000 assessed dry runs of the model exercise on two threads, their memory, and apart from them the runs with one more of each scarce thing.
// Run: node bench/rehearse.ts [--runs N] [--threads N] [--plan plan.json] [--directory DIR]
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import type { LaneJob } from './rehearse-lane.ts';
import { profileOf } from './rehearse-profile.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000' },
    threads: { type: 'string', default: '2' },
    lanes: { type: 'string', default: '4' },
    directory: { type: 'string', default: new URL('../examples/eagle-assault-2024', import.meta.url).pathname },
    plan: { type: 'string' },
  },
});
const [runs, threads, lanes] = [Number(values.runs), Number(values.threads), Number(values.lanes)];
const planFile = values.plan ?? planned(values.directory);

/** Planned in a process of its own: the memory measured here is the dry run's. */
function planned(directory: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'entente-bench-')), 'plan.json');
  execFileSync(process.execPath, [new URL('./rehearse-plan.ts', import.meta.url).pathname, directory, file], { stdio: 'inherit' });
  return file;
}

type Done = {
  readonly milliseconds: number;
  readonly counts: { readonly runs: number; readonly events: number; readonly leastEvents: number; readonly leastTypes: number };
};

async function measured(what: { readonly assessed: boolean; readonly variants: boolean }) {
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 20);
  // Without a limit V8 lets garbage lie for as long as there is memory; half this young generation was measured to take a tenth more time.
  const workers = Array.from({ length: threads }, (_, thread) => {
    const own = Array.from({ length: lanes }, (_, lane) => lane).filter((lane) => lane % threads === thread);
    const job: LaneJob = { directory: values.directory, planFile, runs, lanes, own, ...what };
    return new Worker(new URL('./rehearse-lane.ts', import.meta.url), {
      workerData: job,
      resourceLimits: { maxYoungGenerationSizeMb: 96, maxOldGenerationSizeMb: 160 },
    });
  });
  await Promise.all(workers.map((worker) => new Promise((ready) => worker.once('message', ready))));
  const start = performance.now();
  const before = process.cpuUsage();
  const done = await Promise.all(
    workers.map(
      (worker) =>
        new Promise<Done>((resolve, reject) => {
          worker.once('message', resolve);
          worker.once('error', reject);
          worker.postMessage('go');
        }),
    ),
  );
  const seconds = (performance.now() - start) / 1000;
  const used = process.cpuUsage(before);
  clearInterval(watch);
  await Promise.all(workers.map((worker) => worker.terminate()));
  const sum = (of: (counts: Done['counts']) => number) => done.reduce((total, { counts }) => total + of(counts), 0);
  const [count, events] = [sum((counts) => counts.runs), sum((counts) => counts.events)];
  return {
    runs: count,
    seconds: seconds.toFixed(1),
    'ms a run and core': ((seconds * 1000 * threads) / count).toFixed(1),
    'processor ms a run': ((used.user + used.system) / 1000 / count).toFixed(1),
    'events a run': Math.round(events / count),
    'fewest events': Math.min(...done.map(({ counts }) => counts.leastEvents)),
    'fewest types': Math.min(...done.map(({ counts }) => counts.leastTypes)),
    'events/s and core': Math.round(events / seconds / threads).toLocaleString('en'),
    'most memory': `${Math.round(most / 1_048_576)} MB`,
  };
}

if (!existsSync(planFile)) throw new Error(`no plan at ${planFile}`);
const assessed = await measured({ assessed: true, variants: false });
console.table({
  'dry runs': await measured({ assessed: false, variants: false }),
  'dry runs, assessed': assessed,
  'one more of each, apart': await measured({ assessed: false, variants: true }),
});
console.log('Targets: 1,000 assessed runs of ≥ 1,500 events of ≥ 12 types in 10 s on two cores, under 600 MB.');

// Twenty milliseconds of processor time a run are what two cores have in 10 s.
const wantedMilliseconds = 20;
const took = Number(assessed['processor ms a run']);
if (took > wantedMilliseconds) {
  const { start, shares } = await profileOf(values.directory, planFile);
  console.log(`Missed: ${took} ms of processor time a run. Where they go (one thread, after ${start.runs} runs):`);
  console.table(shares);
  console.log(
    `Getting fast takes each thread ${(start.milliseconds / 1000).toFixed(1)} s beyond what so many runs take later: less of it with more runs, or with code that is compiled once.`,
  );
  console.log(
    `What would get there: ${Math.ceil((2 * took) / wantedMilliseconds)} cores; or ${(took / wantedMilliseconds).toFixed(1)} times less work a run. No single thing takes more than a tenth of it: look-ups by text (some forty-five an order), the collector, and compiling what is run often, in each thread anew.`,
  );
}
