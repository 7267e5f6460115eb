// Which serials are lifted together before they are placed anew: neighbours in time, by unit, by site, by sequence, by what is amiss, or any.
import type { Random } from '../../kernel/index.ts';
import type { Knowledge } from './knowledge.ts';
import { unqualifiedIn } from './qualified.ts';
import { baseScene } from './scene.ts';
import type { State } from './state.ts';
import { timesExercised } from './wishes.ts';

/** The serials to lift, some of which may not be placed; `may` tells those that the search decides about; `isAmiss` that something hard is missing. */
export function ruined(knowledge: Knowledge, state: State, may: readonly number[], isAmiss: boolean, random: Random): readonly number[] {
  const { problem } = knowledge;
  const size = 1 + random.below(Math.max(1, Math.min(8, Math.ceil(may.length / 3))));
  const waiting = may.filter((serial) => state.placed[serial] === null && problem.serials[serial]?.optional === null);
  if (waiting.length > 0 && random.happens(0.7)) return roomFor(knowledge, state, random.pick(waiting), may, size, random);
  const unqualified = isAmiss
    ? [...unqualifiedIn(state, baseScene(state))].filter(({ price }) => price === null).map(({ serial }) => serial)
    : [];
  if (unqualified.length > 0 && random.happens(0.6)) {
    const one = random.pick(unqualified);
    return limited([one, ...near(state, one, may, random)], size + 1);
  }
  const lacking = serialsShortOfParties(knowledge, state);
  if (lacking.length > 0 && random.happens(0.5)) {
    const one = random.pick(lacking);
    return limited([one, ...near(state, one, may, random)], size + 1);
  }
  const seed = random.pick(may);
  switch (random.below(5)) {
    case 0:
      return limited([seed, ...near(state, seed, may, random)], size);
    case 1:
      return limited([seed, ...withSharedUnit(state, seed, may, random)], size);
    case 2:
      return limited([seed, ...inSequence(knowledge, seed, may)], size);
    case 3:
      return limited([latestBeforeFixed(knowledge, state, may) ?? seed, ...near(state, seed, may, random)], size);
    default:
      return limited([seed, ...random.shuffled(may)], size);
  }
}

const limited = (serials: readonly number[], size: number): readonly number[] => [...new Set(serials)].slice(0, size);

/** A serial that found no place, and those that stand where it could. */
function roomFor(
  { problem }: Knowledge,
  state: State,
  serial: number,
  may: readonly number[],
  size: number,
  random: Random,
): readonly number[] {
  const facts = problem.serials[serial];
  const all = facts?.starts.flatMap((starts) => Array.from(starts)) ?? [];
  if (facts === undefined || all.length === 0) return [serial];
  const start = random.pick(all);
  const end = start + facts.total + facts.reset + 60;
  const inTheWay = may.filter((other) => {
    const placed = state.placed[other];
    return placed != null && placed.start < end && start - 60 < placed.start + (problem.serials[other]?.total ?? 0);
  });
  return limited([serial, ...random.shuffled(inTheWay)], Math.max(size, 4));
}

function serialsShortOfParties({ problem }: Knowledge, state: State): readonly number[] {
  const unmet = problem.requirements.filter((requirement, index) => timesExercised(state, index) < requirement.times);
  if (unmet.length === 0) return [];
  return problem.serials.flatMap((facts, serial) => {
    const placement = state.placed[serial] ?? null;
    const helps = unmet.some(({ task, party }) => facts.tasks.has(task) && !placement?.parties.includes(party));
    return facts.team !== null && helps ? [serial] : [];
  });
}

function near(state: State, seed: number, may: readonly number[], random: Random): readonly number[] {
  const at =
    state.placed[seed]?.start ?? state.problem.whole[0] + random.below(Math.max(1, state.problem.whole[1] - state.problem.whole[0]));
  return may
    .filter((serial) => state.placed[serial] != null)
    .map((serial) => ({ serial, away: Math.abs((state.placed[serial]?.start ?? 0) - at) * (0.5 + random.uniform()) }))
    .sort((a, b) => a.away - b.away)
    .map(({ serial }) => serial);
}

function withSharedUnit(state: State, seed: number, may: readonly number[], random: Random): readonly number[] {
  const team = state.placed[seed]?.team ?? [];
  if (team.length === 0) return random.shuffled(may);
  const unit = random.pick(team);
  return random.shuffled(may.filter((serial) => state.placed[serial]?.team.includes(unit)));
}

function inSequence({ problem, ties }: Knowledge, seed: number, may: readonly number[]): readonly number[] {
  const sequences = problem.serials[seed]?.sequences ?? [];
  const same = ties[seed]?.same ?? [];
  return may.filter(
    (serial) => same.includes(serial) || problem.serials[serial]?.sequences.some((sequence) => sequences.includes(sequence)),
  );
}

/** The training serial that ends last of those a fixed point waits for. */
function latestBeforeFixed({ problem, lateness }: Knowledge, state: State, may: readonly number[]): number | undefined {
  let [latest, at] = [-1, Number.NEGATIVE_INFINITY];
  for (const serial of may) {
    const placed = state.placed[serial];
    if (placed == null || (lateness[serial] ?? 0) === 0) continue;
    const end = placed.start + (problem.serials[serial]?.total ?? 0);
    if (end > at) [latest, at] = [serial, end];
  }
  return latest < 0 ? undefined : latest;
}
