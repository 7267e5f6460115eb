/**
 * Coverage: requirement by requirement the serials that count, planned and achieved. A serial counts when it is held, its task is the required one
 * or lies below it, a unit of the party is in the team, and the stated condition held. Achieved is what was done: a serial cut short does not count.
 */
import { type Requirement, serialMinutes } from '../../exercise/index.ts';
import type { Coverage, CoverageCell, RequirementCoverage } from '../assessment.ts';
import type { SerialRun } from '../gather/serials.ts';
import type { Ground } from '../ground.ts';
import { minutesOfLight } from './light.ts';

type Held = {
  readonly serial: string;
  readonly trained: ReadonlySet<string>;
  readonly parties: ReadonlySet<string>;
  readonly run: SerialRun;
  readonly isDone: boolean;
};

export function coverageOf(ground: Ground, runs: ReadonlyMap<string, SerialRun>): Coverage {
  const held = heldSerials(ground, runs);
  const requirements = ground.exercise.requirements.list.map((requirement): RequirementCoverage => {
    const { id, party, task, times } = requirement;
    const concerned = held.filter((one) => one.trained.has(task) && one.parties.has(party) && isMixedAndPhased(ground, one, requirement));
    const isPlanned = (one: Held) => wasInLight(ground, one, requirement, 'planned');
    const isAchieved = (one: Held) => one.isDone && wasInLight(ground, one, requirement, 'achieved');
    return {
      requirement: id,
      party,
      task,
      times,
      planned: names(concerned.filter(isPlanned)),
      achieved: names(concerned.filter(isAchieved)),
    };
  });
  return { requirements, matrix: matrixOf(ground, held) };
}

const names = (held: readonly Held[]): readonly string[] => held.map(({ serial }) => serial);

/** Serials booked to be held, in the document's order. */
function heldSerials({ exercise, trained, partyOfUnit }: Ground, runs: ReadonlyMap<string, SerialRun>): readonly Held[] {
  return exercise.serials.list.flatMap(({ id }): Held[] => {
    const run = runs.get(id);
    const tasks = trained.get(id);
    if (run?.booking?.held !== true || tasks === undefined) return [];
    const parties = new Set(run.booking.team.flatMap((unit) => partyOfUnit.get(unit) ?? []));
    return [{ serial: id, trained: tasks, parties, run, isDone: run.status === 'done' }];
  });
}

function isMixedAndPhased({ exercise }: Ground, { serial, parties }: Held, { mixed, phase }: Requirement): boolean {
  if (mixed && parties.size < 2) return false;
  return phase === undefined || exercise.serials.byId.get(serial)?.phase === phase;
}

/**
 * The plan must put the whole run into the required light; of the run as it was, at least half must have lain in it, since a start some minutes
 * late does not undo a night's training.
 */
function wasInLight({ exercise }: Ground, { serial, run }: Held, { light }: Requirement, as: 'planned' | 'achieved'): boolean {
  if (light === undefined) return true;
  const noun = exercise.serials.byId.get(serial);
  const window = noun === undefined ? undefined : runWindow(serialMinutes(noun), run, as);
  if (window === undefined) return false;
  const site = exercise.sites.byId.get(run.booking?.site ?? '');
  const minutes = minutesOfLight(exercise, site, window.from, window.to, light);
  const whole = window.to - window.from;
  return whole > 0 && (as === 'planned' ? minutes === whole : minutes * 2 >= whole);
}

type Minutes = ReturnType<typeof serialMinutes>;

/** From the end of the brief to the start of the debrief, in minutes since 1970. */
function runWindow(
  { setUp, brief, run: length, debrief }: Minutes,
  run: SerialRun,
  as: 'planned' | 'achieved',
): { from: number; to: number } | undefined {
  const before = setUp + brief;
  if (as === 'planned') {
    const start = run.booking?.start ?? null;
    return start === null ? undefined : { from: start + before, to: start + before + length };
  }
  if (run.startedAt === null || run.endedAt === null) return undefined;
  const [start, end] = [Math.floor(run.startedAt / microsPerMinute), Math.floor(run.endedAt / microsPerMinute)];
  return start + before < end - debrief ? { from: start + before, to: end - debrief } : { from: start, to: end };
}

const microsPerMinute = 60_000_000;

/** Party × leaf task. A serial counts in a cell when it names the task, whatever the condition. */
function matrixOf({ cells }: Ground, held: readonly Held[]): readonly CoverageCell[] {
  return cells.map(({ party, task, needed }): CoverageCell => {
    let planned = 0;
    let achieved = 0;
    for (const { parties, trained, isDone } of held) {
      if (!parties.has(party) || !trained.has(task)) continue;
      planned++;
      if (isDone) achieved++;
    }
    return { party, task, needed, planned, achieved };
  });
}
