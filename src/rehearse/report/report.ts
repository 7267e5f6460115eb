/** From the tallies of all lanes to the rehearsal: where it slips, who waits for whom, and what one more of each scarce thing changes. */
import type { Exercise } from '../../exercise/index.ts';
import type { Plan } from '../../plan/index.ts';
import type { InjectForecast, LatencyForecast, PlusOne, Rehearsal, ScarceLoad, SerialForecast } from '../rehearsal.ts';
import type { RehearseOptions } from '../runs/lane.ts';
import { type Columns, columnsOf, type LaneTally, Runs } from '../runs/tally.ts';
import { dutyWithin } from '../stage/duty.ts';
import { type Stage, stageOf } from '../stage/stage.ts';
import { overRuns, rounded, share } from './over-runs.ts';
import { weaknessesOf } from './weaknesses.ts';

/** Later than this counts as late. */
const toleranceSeconds = 5 * 60;
/** Causes of a serial's waiting that are shown, the longest first. */
const causesShown = 4;

/** The same bytes whatever the cores were: rows are laid together in the order of runs, sums are of whole seconds. */
export function reportFrom(exercise: Exercise, plan: Plan, options: RehearseOptions, tallies: readonly LaneTally[]): Rehearsal {
  const stage = stageOf(exercise, plan);
  const columns = columnsOf(stage);
  const base = new Runs(
    columns,
    tallies.filter(({ variant }) => variant === null),
  );
  const of = (column: Parameters<Columns['of']>[0]) => base.column(columns.of(column));
  const serials = serialForecasts(stage, columns, base);
  const injects = injectForecasts(stage, columns, base);
  const loads = loadsOf(stage, columns, base);
  const plusOne = plusOnes(columns, base, tallies);
  const minutes = (column: Parameters<Columns['of']>[0]) => overRuns(of(column).map((seconds) => seconds / 60));
  const requests: LatencyForecast = {
    decide: minutes('decide'),
    translate: minutes('translate'),
    review: minutes('review'),
    deliver: minutes('deliver'),
    whole: minutes('whole'),
  };
  const timed = of('timed').reduce((sum, one) => sum + one, 0);
  const requestsOnTime = timed === 0 ? null : rounded(of('onTime').reduce((sum, one) => sum + one, 0) / timed, 4);
  return {
    format: 'entente-rehearsal',
    version: 1,
    exercise: exercise.setting.code,
    simulated: true,
    seed: options.seed,
    runs: base.runs.length,
    lanes: options.lanes,
    eventsPerRun: overRuns(of('events')),
    serials,
    injects,
    loads,
    requests,
    requestsOnTime,
    waitedMinutes: minutes('waited'),
    plusOne,
    weaknesses: weaknessesOf({ stage, serials, injects, loads, requests, requestsOnTime, hours: base.hours, runs: base.runs.length }),
    assumptions: stage.assumptions.stated,
  };
}

function serialForecasts(stage: Stage, columns: Columns, base: Runs): readonly SerialForecast[] {
  const place = new Map(base.runs.map((run, at) => [run, at]));
  const waits = new Map<string, Map<string, number[]>>();
  for (const { key, run, seconds } of base.waits) {
    const space = key.indexOf(' ');
    const [serial, cause] = [key.slice(0, space), key.slice(space + 1)];
    const causes = waits.get(serial) ?? new Map<string, number[]>();
    const minutes = causes.get(cause) ?? base.runs.map(() => 0);
    minutes[place.get(run) ?? 0] = seconds / 60;
    causes.set(cause, minutes);
    waits.set(serial, causes);
  }
  return stage.serials
    .filter(({ held }) => held)
    .map(({ id, index }) => {
      const outcomes = base.column(columns.serial(index, 'outcome'));
      const ends = base.column(columns.serial(index, 'endsLate'));
      const starts = base.column(columns.serial(index, 'startsLate'));
      return {
        serial: id,
        overruns: share(ends, (late) => late > toleranceSeconds),
        lateMinutes: overRuns(ends.map((late) => late / 60)),
        startsLate: share(starts, (late) => late > toleranceSeconds),
        curtailed: share(outcomes, (outcome) => outcome === 2),
        cancelled: share(outcomes, (outcome) => outcome === 3),
        waitsFor: [...(waits.get(id) ?? [])]
          .map(([cause, minutes]) => ({ cause, minutes: overRuns(minutes) }))
          .toSorted((a, b) => b.minutes.mean - a.minutes.mean || (a.cause < b.cause ? -1 : 1))
          .slice(0, causesShown),
      };
    });
}

function injectForecasts(stage: Stage, columns: Columns, base: Runs): readonly InjectForecast[] {
  return stage.injects.map(({ id, number, answerWithin }, index) => {
    const released = base.column(columns.inject(index, 'released'));
    const seconds = base.column(columns.inject(index, 'seconds'));
    const inTime = base.column(columns.inject(index, 'inTime'));
    const times = released.filter((one) => one === 1).length;
    const of = (hits: number) => (times === 0 ? 0 : rounded(hits / times, 4));
    return {
      inject: id,
      number,
      released: share(released, (one) => one === 1),
      answeredInTime: of(
        answerWithin === undefined ? seconds.filter((one) => !Number.isNaN(one)).length : inTime.filter((one) => one === 1).length,
      ),
      unanswered: of(released.filter((one, at) => one === 1 && Number.isNaN(seconds[at] ?? Number.NaN)).length),
      seconds: overRuns(seconds),
    };
  });
}

function loadsOf(stage: Stage, columns: Columns, base: Runs): readonly ScarceLoad[] {
  const hours = stage.days * 24;
  const loads = stage.resources.map(({ id, kind, index, posts, pool }): ScarceLoad => {
    const there =
      kind === 'pool'
        ? (stage.exercise.pools.list[pool]?.count ?? 0) * ((stage.endex - stage.startex) / 1_000_000)
        : posts.reduce(
            (sum, post) => sum + dutyWithin(stage.posts[post]?.duty ?? new Float64Array(), stage.begins, stage.ends) / 1_000_000,
            0,
          );
    const busy = base.column(columns.resource(index, 'busy'));
    const waits = base.hours.subarray(index * hours, (index + 1) * hours);
    let worst = -1;
    for (let hour = 0; hour < hours; hour++) if ((waits[hour] ?? 0) > (worst < 0 ? 0 : (waits[worst] ?? 0))) worst = hour;
    return {
      resource: id,
      kind: kind === 'pool' ? 'pool' : posts.length === 1 ? 'post' : 'role',
      utilisation: overRuns(
        busy.map((seconds) => (there === 0 ? 0 : seconds / there)),
        4,
      ),
      waitMinutes: overRuns(base.column(columns.resource(index, 'waited')).map((seconds) => seconds / 60)),
      longestQueue: overRuns(base.column(columns.resource(index, 'longest'))),
      worst:
        worst < 0
          ? null
          : {
              day: Math.floor(worst / 24) + stage.firstDay,
              hour: worst % 24,
              waitMinutes: rounded((waits[worst] ?? 0) / 60 / Math.max(1, base.runs.length), 2),
            },
    };
  });
  return loads
    .filter(({ utilisation, waitMinutes }) => utilisation.mean > 0 || waitMinutes.mean > 0)
    .toSorted((a, b) => b.waitMinutes.mean - a.waitMinutes.mean || (a.resource < b.resource ? -1 : 1));
}

function plusOnes(columns: Columns, base: Runs, tallies: readonly LaneTally[]): readonly PlusOne[] {
  const place = new Map(base.runs.map((run, at) => [run, at]));
  const [waited, asked, inTime] = (['waited', 'asked', 'inTime'] as const).map((column) => base.column(columns.of(column)));
  const variants = [...new Set(tallies.flatMap(({ variant }) => variant ?? []))];
  const found = variants.map((variant) => {
    const theirs = tallies.filter((tally) => tally.variant === variant);
    // A variant has a post more, hence columns of its own.
    const some = theirs.find(({ runs }) => runs.length > 0);
    const width = (some?.rows.length ?? 0) / Math.max(1, some?.runs.length ?? 1);
    const own = new Runs({ ...columns, width }, theirs);
    const pairs = own.runs.map((run, at) => ({ at, base: place.get(run) ?? -1 })).filter((pair) => pair.base >= 0);
    const [ownWaited, ownAsked, ownInTime] = (['waited', 'asked', 'inTime'] as const).map((column) => own.column(columns.of(column)));
    const saved = pairs.map((pair) => ((waited?.[pair.base] ?? 0) - (ownWaited?.[pair.at] ?? 0)) / 60);
    const better = pairs.map(
      (pair) => shareOf(ownInTime?.[pair.at], ownAsked?.[pair.at]) - shareOf(inTime?.[pair.base], asked?.[pair.base]),
    );
    return { resource: variant, pairedRuns: pairs.length, savedMinutes: overRuns(saved), answeredInTimeBy: overRuns(better, 4) };
  });
  return found
    .toSorted((a, b) => b.savedMinutes.mean - a.savedMinutes.mean || (a.resource < b.resource ? -1 : 1))
    .map((one, at) => ({ ...one, rank: at + 1 }));
}

const shareOf = (hits = 0, of = 0): number => (of === 0 ? 0 : hits / of);
