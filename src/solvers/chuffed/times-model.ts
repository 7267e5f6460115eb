// The times of settled serials as a model for the engine. What the model leaves out (rest, nights, travel on duty) makes it easier than the
// truth and never harder: that it has no solution is a proof, a solution of it is a hint that the checker has to pass.
import type { Aim, Times, TimesProblem } from '../../plan/index.ts';
import { cliquesOf } from './cliques.ts';
import { type BoolVar, type Dialect, type IntVar, type ModelWriter, modelWriter, type Ranges } from './flatzinc.ts';

export type TimesModel = {
  /** Undefined where no schedule is possible, as the domains alone show. */
  readonly text: string | undefined;
  read(values: ReadonlyMap<string, number>): Times;
};

/** What is sought: the least lateness, and none above so many minutes; or any schedule that is no later than that. */
export type TimesGoal = { readonly aim: Aim; readonly lateBy: number; readonly isLeast: boolean };

const day = 1440;

export function timesModel(problem: TimesProblem, goal: TimesGoal, dialect: Dialect = 'chuffed'): TimesModel {
  const model = modelWriter(dialect);
  const { origin, grid, minutes } = problem;
  const { aim, lateBy, isLeast } = goal;
  const latest = Array.from(minutes, () => problem.slots);
  for (const { activity, due } of aim.dues)
    latest[activity] = Math.min(latest[activity] ?? 0, Math.floor((due + lateBy - origin - (minutes[activity] ?? 0)) / grid));
  const starts = problem.starts.map((bits, activity) => model.int(rangesOf(bits, latest[activity] ?? 0), `s${activity}`));
  const shifted = shiftsOf(model, starts, latest);
  addLags(model, problem, starts);
  addApart(model, problem, starts);
  addDays(model, problem, starts, latest);
  for (const { capacity, uses } of problem.resources) {
    const most = capacity.reduce((highest, room) => Math.max(highest, room), 0);
    const blocks = blocksOf(capacity, most);
    const real = uses.filter(({ amount, length }) => amount > 0 && length > 0);
    if (real.length === 0) continue;
    model.cumulative(
      [...real.map(({ activity, offset }) => shifted(activity, offset)), ...blocks.map(({ from }) => from)],
      [...real.map(({ length }) => length), ...blocks.map(({ length }) => length)],
      [...real.map(({ amount }) => amount), ...blocks.map(({ amount }) => amount)],
      most,
    );
  }
  addDuty(model, problem, shifted);
  const search = [{ variables: starts, choose: 'smallest', value: 'indomain_min' } as const];
  const read: TimesModel['read'] = (values) => Int32Array.from(starts, (_, activity) => values.get(`s${activity}`) ?? 0);
  if (aim.standing > lateBy) return { text: undefined, read };
  if (!isLeast) return { text: model.text('satisfy', search), read };
  addLateness(model, problem, goal, starts);
  return { text: model.text({ minimize: LATE }, search), read };
}

const LATE = 'late' as IntVar;

/** The lateness in steps above what stands or is surely so late, in the greatest step in which all of it can be counted. */
function addLateness(
  model: ModelWriter,
  { origin, grid, minutes, starts: bits }: TimesProblem,
  goal: TimesGoal,
  starts: readonly IntVar[],
) {
  const { dues, standing } = goal.aim;
  const atZero = dues.map(({ activity, due }) => origin + (minutes[activity] ?? 0) - due);
  const firsts = dues.map(({ activity }, index) => (atZero[index] ?? 0) + grid * (rangesOf(bits[activity] ?? none, Infinity)[0]?.[0] ?? 0));
  const least = firsts.reduce((most, first) => Math.max(most, first), standing);
  const step = atZero.reduce((greatest, at) => divisor(greatest, Math.abs(at - least)), grid);
  const range = Math.floor((goal.lateBy - least) / step);
  const late = model.int(range < 0 ? [] : [[0, range]], LATE);
  for (const [index, { activity }] of dues.entries()) {
    const start = starts[activity];
    if (start !== undefined)
      model.atMost(
        [
          [grid / step, start],
          [-1, late],
        ],
        (least - (atZero[index] ?? 0)) / step,
      );
  }
}

const none = new Uint32Array();
const divisor = (one: number, other: number): number => (other === 0 ? one : divisor(other, one % other));

function rangesOf(bits: Uint32Array, latest: number): Ranges {
  const found: [number, number][] = [];
  for (let slot = 0; slot < bits.length * 32 && slot <= latest; slot++) {
    if ((((bits[slot >> 5] ?? 0) >>> (slot & 31)) & 1) === 0) continue;
    const range = found.at(-1);
    if (range !== undefined && range[1] === slot - 1) range[1] = slot;
    else found.push([slot, slot]);
  }
  return found;
}

/** A start moved by so many slots, as a variable of its own, made once. */
function shiftsOf(model: ModelWriter, starts: readonly IntVar[], latest: readonly number[]) {
  const known = new Map<string, IntVar>();
  return (activity: number, offset: number): IntVar | number => {
    const start = starts[activity];
    if (start === undefined || offset === 0) return start ?? 0;
    const key = `${activity} ${offset}`;
    const made = known.get(key) ?? model.int([[offset, Math.max(0, latest[activity] ?? 0) + offset]]);
    if (!known.has(key))
      model.equal(
        [
          [1, made],
          [-1, start],
        ],
        offset,
      );
    known.set(key, made);
    return made;
  };
}

function addLags(model: ModelWriter, { lags }: TimesProblem, starts: readonly IntVar[]): void {
  for (const { from, to, least, most } of lags) {
    const [first, second] = [starts[from], starts[to]];
    if (first === undefined || second === undefined) continue;
    if (Number.isFinite(least)) atLeastAfter(model, first, second, least);
    if (Number.isFinite(most)) atLeastAfter(model, second, first, -most);
  }
}

/** `second` starts at least so many slots after `first`. */
function atLeastAfter(model: ModelWriter, first: IntVar, second: IntVar, slots: number, condition?: BoolVar): void {
  model.atMost(
    [
      [1, first],
      [-1, second],
    ],
    -slots,
    condition,
  );
}

/** One before the other, pair by pair; where several are all apart from each other, also seen together. */
function addApart(model: ModelWriter, { apart, duration }: TimesProblem, starts: readonly IntVar[]): void {
  for (const { one, other, oneFirst, otherFirst } of apart) {
    const [first, second] = [starts[one], starts[other]];
    if (first === undefined || second === undefined) continue;
    const [isFirst, isSecond] = [model.bool(), model.bool()];
    atLeastAfter(model, first, second, oneFirst, isFirst);
    atLeastAfter(model, second, first, otherFirst, isSecond);
    model.clause([isFirst, isSecond]);
  }
  for (const { members, lengths } of cliquesOf(duration.length, apart)) {
    const tasks = members.flatMap((activity) => starts[activity] ?? []);
    model.cumulative(
      tasks,
      lengths,
      tasks.map(() => 1),
      1,
    );
  }
}

/** Days as numbers that grow with the starts: each boundary between two days is passed by both or by neither. */
function addDays(model: ModelWriter, { days, dayOf, slots }: TimesProblem, starts: readonly IntVar[], latest: readonly number[]): void {
  const known = new Map<number, IntVar>();
  const dayVar = (activity: number): IntVar | undefined => {
    const start = starts[activity];
    if (start === undefined) return undefined;
    const last = Math.min(slots - 1, latest[activity] ?? 0);
    if (last < 0) return undefined;
    const made = known.get(activity) ?? model.int([[dayOf[0] ?? 0, dayOf[last] ?? 0]]);
    if (known.has(activity)) return made;
    known.set(activity, made);
    for (let slot = 1; slot <= last; slot++) {
      if (dayOf[slot] === dayOf[slot - 1]) continue;
      const [isThen, isThatDay] = [model.isAtLeast(start, slot), model.isAtLeast(made, dayOf[slot] ?? 0)];
      model.clause([isThen], [isThatDay]);
      model.clause([isThatDay], [isThen]);
    }
    return made;
  };
  for (const { from, to, relation } of days) {
    const [first, second] = [dayVar(from), dayVar(to)];
    if (first === undefined || second === undefined) continue;
    if (relation === 'other') {
      const [isSooner, isLater] = [model.bool(), model.bool()];
      atLeastAfter(model, first, second, 1, isLater);
      atLeastAfter(model, second, first, 1, isSooner);
      model.clause([isSooner, isLater]);
    } else
      model.equal(
        [
          [1, second],
          [-1, first],
        ],
        relation === 'next' ? 1 : 0,
      );
  }
}

/** Stretches in which less than the most is there. */
function blocksOf(capacity: Int32Array, most: number): readonly { readonly from: number; length: number; readonly amount: number }[] {
  const found: { from: number; length: number; amount: number }[] = [];
  for (const [slot, room] of capacity.entries()) {
    const amount = most - Math.max(0, room);
    const last = found.at(-1);
    if (amount === 0) continue;
    if (last !== undefined && last.from + last.length === slot && last.amount === amount) last.length++;
    else found.push({ from: slot, length: 1, amount });
  }
  return found;
}

/**
 * The most minutes on duty in any 24 hours, counting engagements that lie in them whole: one from s to e lies whole in the 24 hours that
 * begin between e − 24 h and s, so it takes its minutes of what there is at all these moments.
 */
function addDuty(model: ModelWriter, problem: TimesProblem, shifted: (activity: number, offset: number) => IntVar | number): void {
  const { grid, origin } = problem;
  const window = Math.ceil(day / grid);
  for (const { facts, engagements, fixed } of problem.duty) {
    const most = facts.duty
      .filter(({ price, during }) => price === null && during === null)
      .reduce((least, rule) => Math.min(least, rule.most, day - rule.rest), Number.POSITIVE_INFINITY);
    if (!Number.isFinite(most)) continue;
    const moving = engagements.filter(({ isRest }) => !isRest);
    const standing = fixed.filter(({ isRest }) => !isRest);
    const total = [...moving.map(({ minutes }) => minutes), ...standing.map(({ start, end }) => end - start)].reduce(
      (sum, one) => sum + one,
      0,
    );
    if (total <= most) continue;
    const tasks = [
      ...moving.map(({ activity, offset, minutes }) => {
        const ends = Math.ceil((offset + minutes) / grid);
        return { start: shifted(activity, ends), length: Math.floor(offset / grid) - ends + window + 1, minutes };
      }),
      ...standing.map(({ start, end }) => {
        const ends = Math.ceil((end - origin) / grid);
        return { start: ends, length: Math.floor((start - origin) / grid) - ends + window + 1, minutes: end - start };
      }),
    ].filter(({ length }) => length > 0);
    model.cumulative(
      tasks.map(({ start }) => start),
      tasks.map(({ length }) => length),
      tasks.map(({ minutes }) => minutes),
      most,
    );
  }
}
