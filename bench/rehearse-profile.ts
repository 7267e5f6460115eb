// Where the processor time of a dry run goes, for `bench/rehearse.ts` when its target is missed: shares of the rooms, sampled once the code runs fast.
import { Session } from 'node:inspector/promises';
import { documentFrom, filesOf } from '../src/app/document.ts';
import { soundPlan } from '../src/app/plan-file.ts';
import { type Assessor, assessor } from '../src/assess/index.ts';
import { startLane } from '../src/rehearse/index.ts';

const warmRuns = 80;
const sampledRuns = 120;

export type Profile = {
  /** What the first runs took beyond what as many take later. */
  readonly start: { readonly runs: number; readonly milliseconds: number };
  readonly shares: Readonly<Record<string, { readonly share: string; readonly 'ms a run': string }>>;
};

export async function profileOf(directory: string, planFile: string): Promise<Profile> {
  const { files } = await filesOf(directory);
  const { exercise } = documentFrom(files);
  if (exercise === undefined) throw new Error('the document is not sound');
  const plan = await soundPlan(planFile, exercise);
  let current: { readonly run: number; readonly assessor: Assessor } | undefined;
  const listen = (run: number, event: Parameters<Assessor['take']>[0]): void => {
    if (current?.run !== run) {
      current?.assessor.result();
      current = { run, assessor: assessor(exercise, { reader: 'all', timeline: false }) };
    }
    current.assessor.take(event);
  };
  const lane = startLane(exercise, plan, { seed: 'profile', runs: warmRuns + sampledRuns, lanes: 1, lane: 0, listen });
  const spent = (runs: number): number => {
    const before = process.cpuUsage();
    for (let run = 0; run < runs; run++) lane.step();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  const first = spent(warmRuns);
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
  const later = spent(sampledRuns);
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  const nodes = new Map(profile.nodes.map((node) => [node.id, node.callFrame]));
  const times = new Map<string, number>();
  let whole = 0;
  (profile.samples ?? []).forEach((sample, at) => {
    const frame = nodes.get(sample);
    const micros = profile.timeDeltas?.[at] ?? 0;
    // What the measuring itself takes is left out.
    if (frame === undefined || frame.functionName === '(idle)' || frame.url.startsWith('node:')) return;
    const room = /\/src\/([a-z]+(?:\/[a-z]+)?)/.exec(frame.url)?.[1]?.replace('/index', '') ?? frame.functionName;
    times.set(room, (times.get(room) ?? 0) + micros);
    whole += micros;
  });
  const perRun = later / sampledRuns;
  const sorted = [...times].sort(([, a], [, b]) => b - a).slice(0, 12);
  const row = (time: number) => ({ share: `${((100 * time) / whole).toFixed(1)} %`, 'ms a run': ((time / whole) * perRun).toFixed(2) });
  return {
    start: { runs: warmRuns, milliseconds: Math.max(0, first - perRun * warmRuns) },
    shares: Object.fromEntries(sorted.map(([room, time]) => [room, row(time)])),
  };
}
