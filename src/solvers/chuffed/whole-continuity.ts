// How far teams are kept over sequences in the whole problem: of each two serials of which one comes right after the other, the share of the
// smaller team that is in both, in parts of which 840 are all of it.
import type { BoolVar, IntVar, Term } from './flatzinc.ts';
import { type Whole, whereHeld } from './whole.ts';
import type { Members } from './whole-qualified.ts';

/** Divided without rest by teams of up to eight units; larger ones count a little too much. */
export const wholeShare = 840;

/** What adds up to the continuity of a solution, in such parts. */
export function addContinuity(whole: Whole, teams: Members): readonly IntVar[] {
  const { problem } = whole;
  const names = [...new Set(problem.serials.flatMap(({ sequences }) => sequences))];
  return names.flatMap((name) => {
    const serials = [...problem.serials.keys()].filter(
      (serial) => problem.serials[serial]?.sequences.includes(name) && problem.serials[serial]?.team !== null,
    );
    return sequence(whole, teams, serials);
  });
}

function sequence(whole: Whole, teams: Members, serials: readonly number[]): readonly IntVar[] {
  const { model } = whole;
  const follows = new Map<string, BoolVar>();
  const orders = new Map<string, BoolVar>();
  const key = (one: number, other: number) => `${one} ${other}`;
  for (const one of serials) for (const other of serials) if (one < other) addOrder(whole, orders, one, other);
  const shares: IntVar[] = [];
  for (const one of serials) {
    for (const other of serials) {
      if (one === other) continue;
      const truth = model.bool();
      follows.set(key(one, other), truth);
      const isBefore = orders.get(key(one, other));
      if (isBefore !== undefined) model.clause([isBefore], [truth]);
      for (const isHeld of whereHeld(whole, one, other)) model.clause([isHeld], [truth]);
      // None of the others lies between.
      for (const between of serials) {
        const [after, before] = [orders.get(key(between, one)), orders.get(key(other, between))];
        if (between !== one && between !== other && after !== undefined && before !== undefined)
          model.clause([after, before], [truth, ...whereHeld(whole, between)]);
      }
      shares.push(share(whole, teams, one, other, truth));
    }
  }
  for (const one of serials) {
    for (const way of [(other: number) => follows.get(key(one, other)), (other: number) => follows.get(key(other, one))])
      model.atMost(
        serials.flatMap((other): Term[] => {
          const truth = way(other);
          return truth === undefined ? [] : [[1, model.numberOf(truth)]];
        }),
        1,
      );
  }
  return shares;
}

/** Of two serials one comes first, by its start. */
function addOrder({ model, starts }: Whole, orders: Map<string, BoolVar>, one: number, other: number): void {
  const [start, later] = [starts[one], starts[other]];
  if (start === undefined || later === undefined) return;
  const [isFirst, isSecond] = [model.bool(), model.bool()];
  model.atMost(
    [
      [1, start],
      [-1, later],
    ],
    0,
    isFirst,
  );
  model.atMost(
    [
      [1, later],
      [-1, start],
    ],
    0,
    isSecond,
  );
  model.clause([], [isFirst, isSecond]);
  model.clause([isFirst, isSecond]);
  orders.set(`${one} ${other}`, isFirst);
  orders.set(`${other} ${one}`, isSecond);
}

function share(whole: Whole, teams: Members, one: number, other: number, follows: BoolVar): IntVar {
  const { model } = whole;
  const [first, second] = [teams[one] ?? new Map<number, BoolVar | true>(), teams[other] ?? new Map<number, BoolVar | true>()];
  const common = [...first].flatMap(([unit, truth]): Term[] => {
    const their = second.get(unit);
    if (their === undefined) return [];
    const both = model.bool();
    for (const own of [truth, their]) if (own !== true) model.clause([own], [both]);
    return [[1, model.numberOf(both)]];
  });
  const value = model.int([[0, wholeShare]]);
  model.atMost(
    [
      [1, value],
      [-wholeShare, model.numberOf(follows)],
    ],
    0,
  );
  const sizeOf = (team: ReadonlyMap<number, BoolVar | true>, facts: readonly [number, number]) => {
    const size = model.int([[Math.max(1, facts[0]), Math.max(1, facts[0], Math.min(team.size, facts[1]))]]);
    model.equal(
      [[1, size], ...[...team.values()].flatMap((truth): Term[] => (truth === true ? [] : [[-1, model.numberOf(truth)]]))],
      [...team.values()].filter((truth) => truth === true).length,
    );
    return size;
  };
  const [a, b] = [unitsOf(whole, one), unitsOf(whole, other)];
  const [isHeld, areHeld] = [whole.held[one], whole.held[other]];
  if (isHeld !== undefined || areHeld !== undefined) {
    // Teams of what need not be held have no size to speak of: the share is at most whole.
    model.atMost([[1, value], ...common.map(([, variable]): Term => [-wholeShare, variable])], 0);
    return value;
  }
  const [mine, theirs] = [sizeOf(first, a), sizeOf(second, b)];
  // For each size that the smaller team may have: where both are at least so large, the share counts in its parts, rounded up.
  const least = Math.max(1, Math.min(a[0], b[0]));
  const most = Math.min(first.size, second.size, a[1], b[1]);
  for (let size = least; size <= most; size++) {
    const isSo = model.bool();
    const [large, larger] = [whole.isAtLeast(mine, size), whole.isAtLeast(theirs, size)];
    model.clause([isSo], [large, larger]);
    model.atMost([[1, value], ...common.map(([, variable]): Term => [-Math.ceil(wholeShare / size), variable])], 0, isSo);
  }
  return value;
}

const unitsOf = ({ problem }: Whole, serial: number): readonly [number, number] => problem.serials[serial]?.team?.units ?? [1, 1];
