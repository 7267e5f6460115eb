// Of the open stands of a serial those that break no wish: no soft closure, no milestone, and somebody free to give the support that is
// wished for. The search looks there first where prices come first.
import { overlaps } from '../problem/intervals.ts';
import type { PlanProblem } from '../problem.ts';
import { type Bits, bitsFor, countOf, setBit } from './bits.ts';
import { keepWhereEnough, type Open } from './stands.ts';

/** Leaves only stands that break no wish, where this lane looks there first and there are any. */
export function preferredOf(open: Open): Open | undefined {
  if (!open.state.knowledge.isWishful) return undefined;
  const kept = keptWishes(open, true);
  return kept === open ? undefined : kept;
}

/** Leaves only stands that break no wish about place and time, and of these those where wished support is free, as far as there are any. */
export function keptWishes(open: Open, isSupported: boolean): Open {
  const { state, serial, places, bits } = open;
  const { problem, knowledge } = state;
  if (bits.length === 0) return open;
  const plain = plainBits(problem, knowledge.slots)[serial] ?? [];
  const wished = isSupported ? (wishedSupport(problem)[serial] ?? []) : [];
  if (plain.length === 0 && wished.length === 0) return open;
  const clear = plain.length === 0 ? bits : bits.map((set, place) => set.map((word, at) => word & (plain[place]?.[at] ?? 0)));
  const best = isEmpty(clear) ? bits : clear;
  if (wished.length > 0) {
    const total = problem.serials[serial]?.total ?? 0;
    const supported = best.map((set) => set.slice());
    for (const { eligible, count } of wished)
      for (const [index, set] of supported.entries()) keepWhereEnough(state, set, eligible, places[index] ?? -1, total, count);
    if (!isEmpty(supported)) return { ...open, bits: supported };
  }
  return best === bits ? open : { ...open, bits: best };
}

const isEmpty = (bits: readonly Bits[]): boolean => bits.every((set) => countOf(set) === 0);

const plains = new WeakMap<PlanProblem['serials'], readonly (readonly Bits[])[]>();

type Slots = { readonly first: number; readonly step: number; readonly count: number };

/** By serial and place the grid points from which it breaks no soft closure or milestone; none where there is nothing to break. */
function plainBits(problem: PlanProblem, { first, step, count }: Slots): readonly (readonly Bits[])[] {
  const known = plains.get(problem.serials);
  if (known !== undefined) return known;
  const { serials, closures, milestones } = problem;
  const found = serials.map((facts, serial): readonly Bits[] => {
    if (facts.fixed !== null) return [];
    let isBroken = false;
    const gates = milestones.filter(
      (one) => one.price !== null && one.price > 0 && one.gates?.isOfTheDocument && one.gates.couldMatch(serial),
    );
    const bits = (facts.needsSite ? facts.sites : [-1]).map((site, place) => {
      const soft = closures.filter(({ price, matches }) => price !== null && price > 0 && matches(serial, site));
      const set = bitsFor(count);
      for (const start of facts.starts[place] ?? []) {
        const end = start + facts.total;
        const breaks =
          soft.some(({ periods, untilReset }) => overlaps(periods, start, end + (untilReset ? facts.reset : 0))) ||
          gates.some(({ from }) => start < from);
        if (breaks) isBroken = true;
        else setBit(set, (start - first) / step);
      }
      return set;
    });
    return isBroken ? bits : [];
  });
  plains.set(problem.serials, found);
  return found;
}

type Wished = readonly PlanProblem['supports'][number][];
const wishes = new WeakMap<PlanProblem['serials'], readonly Wished[]>();

/** By serial the support that is wished for it, whoever takes part. */
export function wishedSupport({ serials, supports }: PlanProblem): readonly Wished[] {
  const known = wishes.get(serials);
  if (known !== undefined) return known;
  const isPlain = ({ price, scope, eachParty, mixedOnly, light }: Wished[number]) =>
    price !== null && price > 0 && scope.isOfTheDocument && !eachParty && !mixedOnly && light === undefined;
  const found = serials.map((_, serial) => supports.filter((demand) => isPlain(demand) && demand.scope.couldMatch(serial)));
  wishes.set(serials, found);
  return found;
}
