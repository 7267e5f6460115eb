// What must have been had before in the whole problem: of the serials that qualify, one that the unit was part of has ended.
import type { BoolVar } from './flatzinc.ts';
import { type Whole, whereHeld } from './whole.ts';

/** By serial and unit: the truth that the unit takes part; `true` where it surely does if the serial is held; absent where it cannot. */
export type Members = readonly ReadonlyMap<number, BoolVar | true>[];

/** Where more serials than this qualify a unit, which of them it was part of is not asked. */
const mostAsked = 4;

export function addQualifications(whole: Whole, members: Members): void {
  const { problem } = whole;
  for (const { before, needs, each, bodies, price } of problem.qualifications) {
    if (price !== null || !before.isOfTheDocument || !needs.isOfTheDocument) continue;
    const qualifying = [...problem.serials.keys()].filter((serial) => needs.couldMatch(serial));
    for (const serial of problem.serials.keys()) {
      if (!before.couldMatch(serial) || needs.couldMatch(serial)) continue;
      const goesBefore = orders(whole, serial);
      const isEverybodys =
        each === 'exercise' || (problem.serials[serial]?.team !== null && bodies.slice(0, problem.unitCount).every((one) => one === 1));
      // Whoever takes part: one of them has ended.
      if (isEverybodys) whole.model.clause(qualifying.map(goesBefore), whereHeld(whole, serial));
      if (each === 'exercise') continue;
      for (const [unit, truth] of members[serial] ?? []) {
        if (bodies[unit] !== 1) continue;
        const open = qualifying.filter((one) => members[one]?.has(unit) || attendsAll(whole, one));
        if (open.length > mostAsked) continue;
        const ways = open.map((one) => {
          const takesPart = attendsAll(whole, one) ? true : (members[one]?.get(unit) ?? true);
          if (takesPart === true) return goesBefore(one);
          const isQualified = whole.model.bool();
          whole.model.clause([takesPart], [isQualified]);
          whole.model.clause([goesBefore(one)], [isQualified]);
          return isQualified;
        });
        whole.model.clause(ways, [...(truth === true ? [] : [truth]), ...whereHeld(whole, serial)]);
      }
    }
  }
}

const attendsAll = ({ problem }: Whole, serial: number): boolean => problem.serials[serial]?.attendAll ?? false;

/** Truths that one serial, held, ends before another starts; each made once. */
function orders(whole: Whole, second: number): (first: number) => BoolVar {
  const { model, problem, starts, held, up } = whole;
  const known = new Map<number, BoolVar>();
  return (first) => {
    const truth = known.get(first) ?? model.bool();
    if (known.has(first)) return truth;
    known.set(first, truth);
    const [one, other] = [starts[first], starts[second]];
    const isHeld = held[first];
    if (isHeld !== undefined) model.clause([isHeld], [truth]);
    if (one !== undefined && other !== undefined)
      model.atMost(
        [
          [1, one],
          [-1, other],
        ],
        -up(problem.serials[first]?.total ?? 0),
        truth,
      );
    return truth;
  };
}
