// Which serials are lifted together before they are placed anew: neighbours in time, by unit, by site, by sequence, by what is amiss, or any.
import type { Random } from '../../kernel/index.ts';
import { changeOf } from '../living/change.ts';
import { type Drawing, drawnBy, startDrawing } from './drawing.ts';
import type { Knowledge } from './knowledge.ts';
import { unevenSerials } from './leads.ts';
import type { Stand } from './placement.ts';
import { forEachUnqualified } from './qualified.ts';
import { priceAgainst } from './reserves.ts';
import { baseScene } from './scene.ts';
import { priceOfStanding } from './soft-price.ts';
import { type State, unsoundBodies } from './state.ts';

/** The serials to lift, some of which may not be placed, where room was made for one of them, and how they were drawn. */
export type Ruin = {
  readonly lifted: readonly number[];
  readonly room?: { readonly serial: number; readonly stand: Stand };
  readonly way?: { readonly kind: number; readonly size: number };
};

/** How ruins are drawn: of which kind, and of how many serials. */
export type RuinDrawing = { readonly kinds: Drawing; readonly sizes: Drawing };

/** Seeds with those near in time, of one unit, of one sequence, before a fixed point, or any; then two from what costs something. */
const kindCount = 7;

export const startRuinDrawing = (count: number): RuinDrawing => ({
  kinds: startDrawing(Array.from({ length: kindCount }, () => 1)),
  sizes: startDrawing(Array.from({ length: Math.max(1, Math.min(8, Math.ceil(count / 3))) }, () => 1)),
});

/** `may` tells the serials that the search decides about; `isAmiss` that something hard is missing. */
export function ruined(
  knowledge: Knowledge,
  state: State,
  may: readonly number[],
  isAmiss: boolean,
  { kinds, sizes }: RuinDrawing,
  random: Random,
): Ruin {
  const { problem } = knowledge;
  const drawn = sizes.draw(random);
  const size = 1 + drawn;
  const waiting = isAmiss ? may.filter((serial) => state.placed[serial] === null && problem.serials[serial]?.optional === null) : [];
  if (waiting.length > 0 && random.happens(0.8)) return roomFor(state, random.pick(waiting), may, size, random);
  const urgent = urgentSerials(knowledge, state, may, isAmiss, random);
  if (urgent !== undefined) return { lifted: limited(urgent, size) };
  const kind = kinds.draw(random);
  const lifted = limited(seeded(knowledge, state, may, kind, random), size);
  return { lifted, way: { kind, size: drawn } };
}

/** Serials that something hard asks for, or that stand otherwise than they should; undefined where there are none, and now and then. */
function urgentSerials(
  knowledge: Knowledge,
  state: State,
  may: readonly number[],
  isAmiss: boolean,
  random: Random,
): readonly number[] | undefined {
  const amiss: number[] = [];
  if (isAmiss) {
    forEachUnqualified(state, -1, ({ serial, qualification }) => {
      if (state.problem.qualifications[qualification]?.price === null && may.includes(serial)) amiss.push(serial);
    });
    for (const body of unsoundBodies(state))
      for (const { serial } of state.engagements[body] ?? []) if (may.includes(serial)) amiss.push(serial);
  }
  const lacking = serialsShortOfParties(knowledge, state).filter((serial) => may.includes(serial));
  if (amiss.length > 0 && random.happens(0.6)) return withNear(state, random.pick(amiss), may, random);
  if (lacking.length > 0 && random.happens(0.5)) return withNear(state, random.pick(lacking), may, random);
  const changed = changedSerials(state, may);
  if (changed.length > 0 && random.happens(0.7)) return withNear(state, random.pick(changed), may, random);
  const uneven = random.happens(0.2) ? unevenSerials(state, random).filter((serial) => may.includes(serial)) : [];
  return uneven.length > 0 ? random.shuffled(uneven) : undefined;
}

/** Serials that belong together for some reason, the nearest first. */
function seeded(knowledge: Knowledge, state: State, may: readonly number[], kind: number, random: Random): readonly number[] {
  const seed = random.pick(may);
  switch (kind) {
    case 0:
      return withNear(state, seed, may, random);
    case 1:
      return [seed, ...withSharedUnit(state, seed, may, random)];
    case 2:
      return [seed, ...inSequence(knowledge, seed, may)];
    case 3:
      return withNear(state, latestBeforeFixed(knowledge, state, may) ?? seed, may, random);
    case 4:
      return [seed, ...random.shuffled(may)];
    default: {
      const costly = costlySerial(state, may, random) ?? seed;
      return kind === 5 ? [costly, ...near(state, costly, may, random)] : [costly, ...withSharedUnit(state, costly, may, random)];
    }
  }
}

/** A serial that costs something where it stands or as it is supported, by a wish of others about it, or by not being held: the dearer the likelier. */
function costlySerial(state: State, may: readonly number[], random: Random): number | undefined {
  const { problem, placed, knowledge } = state;
  if (problem.objectives[0] !== 'price') return undefined;
  const lacking = new Set<number>();
  forEachUnqualified(state, -1, ({ serial }) => lacking.add(serial));
  const prices = may.map((serial) => {
    const placement = placed[serial];
    if (placement == null) return problem.serials[serial]?.optional ?? 0;
    const isBound = knowledge.partners[serial]?.some(({ lags, exclusions }) => [...lags, ...exclusions].some(isSoft)) ?? false;
    const against = isBound ? priceAgainst(state, baseScene(state), placement) : 0;
    return priceOfStanding(state, placement) + (lacking.has(serial) ? 1 : 0) + (against === Number.POSITIVE_INFINITY ? 0 : against);
  });
  return may[drawnBy(prices, random)];
}

const isSoft = ({ price }: { readonly price: number | null }): boolean => price !== null;

/** Serials that stand otherwise than in the plan to stay near to. */
function changedSerials({ problem, placed, knowledge: { base } }: State, may: readonly number[]): readonly number[] {
  if (base === undefined) return [];
  return may.filter((serial) => changeOf(problem, serial, base.placed[serial] ?? null, placed[serial] ?? null, base.now).amount > 0);
}

const withNear = (state: State, serial: number, may: readonly number[], random: Random): readonly number[] =>
  may.includes(serial) ? [serial, ...near(state, serial, may, random)] : near(state, serial, may, random);

const limited = (serials: readonly number[], size: number): readonly number[] => [...new Set(serials)].slice(0, size);

/** A serial that found no place, and those that stand where it could: at its site, or with units it could have. */
function roomFor(state: State, serial: number, may: readonly number[], size: number, random: Random): Ruin {
  const { problem } = state;
  const facts = problem.serials[serial];
  const places = facts?.starts.flatMap((starts, index) =>
    starts.length === 0 ? [] : [{ starts, site: facts.needsSite ? (facts.sites[index] ?? -1) : -1 }],
  );
  if (facts === undefined || places === undefined || places.length === 0) return { lifted: [serial] };
  const { starts, site } = random.pick(places);
  const start = starts[random.below(starts.length)] ?? 0;
  const reserve = reserveOf(state, serial, random);
  const around = may.flatMap((other) => {
    const placed = state.placed[other];
    if (placed == null) return [];
    const total = problem.serials[other]?.total ?? 0;
    const from = (at: number) => Math.max(0, placed.start - at - facts.total - facts.reset, at - placed.start - total);
    const away = Math.min(from(start), reserve === undefined ? Number.POSITIVE_INFINITY : from(reserve));
    // Duty and rest reach further than the serial itself; what is at the site is most in the way.
    return away > rest ? [] : [{ other, away: (away - (away < 60 && placed.site === site ? rest : 0)) * (0.5 + random.uniform()) }];
  });
  const order = around.sort((a, b) => a.away - b.away).map(({ other }) => other);
  return { lifted: limited([serial, ...order], Math.max(size, 4 + random.below(5))), room: { serial, stand: { start, site } } };
}

/** A start that the serial may have in reserve: what stands there can keep it from every place of its own. */
function reserveOf({ problem }: State, serial: number, random: Random): number | undefined {
  const starts = problem.scenarios.flatMap(({ reserves }) =>
    reserves
      .filter((reserve) => reserve.serial === serial && !reserve.isAtItsTime)
      .flatMap((reserve) => [...reserve.starts.values()].flatMap((list) => Array.from(list))),
  );
  return starts.length === 0 ? undefined : random.pick(starts);
}

/** So far from a serial others can keep units from it by their rest. */
const rest = 8 * 60;

function serialsShortOfParties({ problem }: Knowledge, state: State): readonly number[] {
  const unmet = problem.requirements.filter((requirement, index) => (state.exercised[index] ?? 0) < requirement.times);
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
