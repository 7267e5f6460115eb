// How long units are on duty in the whole problem, ways left aside.
import type { BoolVar, IntVar } from './flatzinc.ts';
import type { Whole } from './whole.ts';
import type { Members } from './whole-qualified.ts';

const day = 1440;

/** The most minutes on duty in any 24 hours, counting what lies in them whole. */
export function addDuty(whole: Whole, members: Members, unit: number): void {
  const rules = whole.problem.bodies[unit]?.duty.filter(({ price, during }) => price === null && during === null) ?? [];
  const most = rules.reduce((least, rule) => Math.min(least, rule.most, day - rule.rest), Number.POSITIVE_INFINITY);
  dutyWithin(whole, members, unit, most);
}

/** Within so many minutes in any 24 hours; where a truth is made for it, only if that does not hold. */
export function dutyWithin(whole: Whole, members: Members, unit: number, most: number, made?: () => BoolVar): void {
  const { model, problem, starts, step, held } = whole;
  const window = Math.floor(day / step);
  const tasks = problem.serials.flatMap((facts, serial) => {
    const truth = members[serial]?.get(unit);
    const start = starts[serial];
    if (truth === undefined || start === undefined || facts.kind === 'rest' || held[serial] !== undefined) return [];
    const ends = Math.ceil(facts.total / step);
    return [{ start, ends, length: window - ends + 1, truth, minutes: facts.total }];
  });
  const all = tasks.reduce((sum, { minutes }) => sum + minutes, 0);
  if (all <= most) return;
  const amounts = tasks.map(({ truth, minutes }): IntVar | number => {
    if (truth === true) return minutes;
    const amount = model.int([[0, minutes]]);
    model.equal(
      [
        [1, amount],
        [-minutes, model.numberOf(truth)],
      ],
      0,
    );
    return amount;
  });
  // Counted from the end of each: all are moved by as much as they last.
  const ends = tasks.map(({ start, ends: length }) => {
    const end = model.int([[0, Math.ceil((problem.horizon[1] - whole.from) / step) + length]]);
    model.equal(
      [
        [1, end],
        [-1, start],
      ],
      length,
    );
    return end;
  });
  const isLifted = made?.();
  const more = isLifted === undefined ? undefined : model.numberOf(isLifted);
  const capacity = more === undefined ? most : model.int([[most, all]]);
  if (more !== undefined && typeof capacity !== 'number')
    model.equal(
      [
        [1, capacity],
        [most - all, more],
      ],
      most,
    );
  model.cumulativeVars(
    ends,
    tasks.map(({ length }) => length),
    amounts,
    capacity,
  );
}
