// The whole problem of a small exercise for the engine: times, sites, teams and support together, and wishes with their prices. It holds rules that can
// be said in whole numbers and leaves out the rest (duty on the way, nights, rest before night work, alternates as used), so it is easier than the truth and never harder:
// that it has no solution is a proof for every plan, and a solution is a hint where to look for one.
import { type Booking, type PlanProblem, trainingBefore } from '../../plan/index.ts';
import { type BoolVar, type Dialect, type Goal, type IntVar, modelWriter, type Term } from './flatzinc.ts';
import { type Whole, whereHeld } from './whole.ts';
import { bookingsOf, type Stand } from './whole-bookings.ts';
import { addContinuity, wholeShare } from './whole-continuity.ts';
import { addLeads } from './whole-leads.ts';
import { addOrders } from './whole-orders.ts';
import { addPeople } from './whole-people.ts';
import { addPeopleAtSites, addPlaces } from './whole-places.ts';
import { addPosts } from './whole-posts.ts';
import type { Members } from './whole-qualified.ts';
import { addSupport } from './whole-support.ts';
import { addWishes } from './whole-wishes.ts';

export type WholeModel = {
  /** Undefined where no plan is so good, as the domains alone show. */
  readonly text: string | undefined;
  /** Minutes that the starts in the text are counted in, from the first of the exercise. */
  readonly step: number;
  /**
   * By so many minutes the solution is late: its end as a minute, or its slack with the sign turned. Only where the best is sought. For wishes what is
   * sought itself: the price, or the parts of continuity.
   */
  latenessIn(values: ReadonlyMap<string, number>): number | undefined;
  /** What a solution would book, as far as the model knows. */
  bookingsIn(values: ReadonlyMap<string, number>): readonly Booking[];
  /** Where the held serials stand, by minute and site. */
  standsIn(values: ReadonlyMap<string, number>): readonly Stand[];
};

/** `end`: no plan later than a minute. `slack`: at least so many minutes before every fixed point. */
export type WholeGoal = TimeGoal | WishGoal;

type TimeGoal = { readonly kind: 'end' | 'slack'; readonly atLeastAsGoodAs: number; readonly isBest: boolean };

/** The least price or the most continuity, of plans that are as good as this in what comes before. */
type WishGoal = { readonly kind: 'price' | 'continuity'; readonly price?: number | undefined; readonly slack?: number | undefined };

export function wholeModel(problem: PlanProblem, goal: WholeGoal, dialect: Dialect = 'chuffed'): WholeModel {
  const { serials, whole: period } = problem;
  const model = modelWriter(dialect);
  const minutes = serials.map(({ starts }) => Int32Array.from(new Set(starts.flatMap((list) => [...list]))).sort());
  const [from] = period;
  const step = minutes.reduce(
    (greatest, list) => list.reduce((one, start) => divisor(one, Math.abs(start - from)), greatest),
    problem.grid,
  );
  const stepOf = (minute: number) => (minute - from) / step;
  const known = new Map<string, BoolVar>();
  const starts = minutes.map((list, serial) => {
    // What need not be held and has no start is not held, and stands anywhere.
    const isNowhere = list.length === 0 && serials[serial]?.optional !== null;
    return model.int(isNowhere ? [[0, 0]] : rangesOf(Array.from(list, stepOf)), `s${serial}`);
  });
  const whole: Whole = {
    model,
    problem,
    from,
    step,
    starts,
    minutes,
    held: serials.map(({ optional }, serial) => (optional === null ? undefined : model.bool(`h${serial}`))),
    at: serials.map(({ sites }, serial) => (sites.length < 2 ? [] : sites.map((_, index) => model.bool(`x${serial}_${index}`)))),
    up: (length) => Math.ceil(length / step),
    isAtLeast: (variable, value) => {
      const key = `${variable} ${value}`;
      const truth = known.get(key) ?? model.isAtLeast(variable, value);
      known.set(key, truth);
      return truth;
    },
    unlessBetween: (serial, isMeant, some, others) => {
      const start = starts[serial];
      const list = minutes[serial] ?? new Int32Array();
      if (start === undefined) return;
      for (let index = 0; index < list.length; index++) {
        if (!isMeant(list[index] ?? 0)) continue;
        const since = index === 0 ? [] : [whole.isAtLeast(start, stepOf(list[index] ?? 0))];
        while (index + 1 < list.length && isMeant(list[index + 1] ?? 0)) index++;
        const later = index + 1 === list.length ? [] : [whole.isAtLeast(start, stepOf(list[index + 1] ?? 0))];
        model.clause([...some, ...later], [...since, ...others, ...whereHeld(whole, serial)]);
      }
    },
    keepOut: (serial, after, before, where) => {
      const start = starts[serial];
      const list = minutes[serial] ?? new Int32Array();
      const isBetween = (minute: number) => minute > after && minute < before;
      if (start === undefined || !list.some(isBetween)) return;
      const some = [...(list.some((minute) => minute >= before) ? [whole.isAtLeast(start, Math.ceil((before - from) / step))] : [])];
      const isLate = list.some((minute) => minute <= after) ? [whole.isAtLeast(start, Math.floor((after - from) / step) + 1)] : [];
      model.clause(some, [...where, ...isLate]);
    },
  };
  for (const [serial, list] of minutes.entries()) if (list.length === 0) model.clause([], whereHeld(whole, serial));
  addPlaces(whole);
  addOrders(whole);
  const standsOf: WholeModel['standsIn'] = (values) =>
    serials.flatMap(({ sites, needsSite }, serial): Stand[] => {
      if (values.get(`h${serial}`) === 0) return [];
      const index = sites.length < 2 ? 0 : sites.findIndex((_, at) => values.get(`x${serial}_${at}`) === 1);
      return [{ serial, start: from + step * (values.get(`s${serial}`) ?? 0), site: needsSite ? (sites[index] ?? -1) : -1 }];
    });
  const { teams, members } = addPeople(whole);
  const bookingsIn: WholeModel['bookingsIn'] = (values) => bookingsOf(problem, teams, standsOf(values), values);
  addSupport(whole);
  if (isWish(goal)) {
    const sought = addWishedFor(whole, teams, members, goal);
    return {
      text: model.text(sought, [{ variables: starts, choose: 'smallest', value: 'indomain_min' }]),
      step,
      standsIn: standsOf,
      bookingsIn,
      latenessIn: (values) => values.get('sought'),
    };
  }
  const late = addGoal(whole, goal);
  const search = [{ variables: starts, choose: 'smallest', value: 'indomain_min' } as const];
  const latenessIn: WholeModel['latenessIn'] = (values) => {
    const steps = values.get('late');
    return late === undefined || steps === undefined ? undefined : late.least + late.unit * steps;
  };
  return {
    text: model.text(late === undefined ? 'satisfy' : { minimize: late.variable }, search),
    step,
    latenessIn,
    standsIn: standsOf,
    bookingsIn,
  };
}

/** What has an alternate at another site, at its own time, starts when that can be; and what is moved, after that is decided. */
function addReserves(whole: Whole): void {
  const { problem } = whole;
  for (const { reserves } of problem.scenarios)
    for (const { serial, decideBy, isAtItsTime, site, starts } of reserves) {
      whole.unlessBetween(serial, (start) => start < decideBy, [], []);
      const there = new Set(starts.get(site) ?? []);
      if (isAtItsTime && site >= 0) whole.unlessBetween(serial, (start) => !there.has(start), [], []);
    }
}

function addWishedFor(whole: Whole, teams: Members, members: Members, { kind, price, slack }: WishGoal): Goal {
  const { model } = whole;
  const paid = addWishes(whole, teams, members);
  addPeopleAtSites(whole, members);
  addReserves(whole);
  addPosts(whole, teams, paid);
  addLeads(whole, teams, paid);
  if (slack !== undefined && slackDues(whole.problem).length > 0) addGoal(whole, { kind: 'slack', atLeastAsGoodAs: slack, isBest: false });
  const most = paid.terms.reduce((sum, [one]) => sum + Math.max(0, one) * 9, paid.fixed);
  if (kind === 'price') {
    const sum = model.int([[0, Math.min(most, price ?? most)]], 'sought');
    model.atMost([...paid.terms, [-1, sum]], -paid.fixed);
    return { minimize: sum };
  }
  if (price !== undefined) model.atMost(paid.terms, price - paid.fixed);
  const shares = addContinuity(whole, teams);
  const sum = model.int([[0, shares.length * wholeShare]], 'sought');
  model.equal([[1, sum], ...shares.map((share): Term => [-1, share])], 0);
  return { maximize: sum };
}

const isWish = (goal: WholeGoal): goal is WishGoal => goal.kind === 'price' || goal.kind === 'continuity';

const divisor = (one: number, other: number): number => (other === 0 ? one : divisor(other, one % other));

function rangesOf(values: readonly number[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (const value of values) {
    const last = found.at(-1);
    if (last !== undefined && last[1] === value - 1) last[1] = value;
    else found.push([value, value]);
  }
  return found;
}

/** A lateness of `least` and so many times `unit` minutes. */
type Late = { readonly variable: IntVar; readonly least: number; readonly unit: number };

/** The lateness to make small, in steps of which none is rounded in its favour; undefined where nothing can be late. */
function addGoal(whole: Whole, { kind, atLeastAsGoodAs, isBest }: TimeGoal): Late | undefined {
  const { model, problem, from, step, starts } = whole;
  const dues = kind === 'end' ? problem.serials.map((_, serial) => ({ serial, due: 0 })) : slackDues(problem);
  const lateBy = kind === 'end' ? atLeastAsGoodAs : -atLeastAsGoodAs;
  if (dues.length === 0) return undefined;
  const totalOf = (serial: number) => problem.serials[serial]?.total ?? 0;
  // All lateness lies in a lattice of minutes.
  const atZero = dues.map(({ serial, due }) => from + totalOf(serial) - due);
  const least = Math.min(...atZero);
  const unit = atZero.reduce((greatest, at) => divisor(greatest, at - least), step);
  const range = Math.floor((lateBy - least) / unit);
  const late = isBest ? model.int(range < 0 ? [] : [[0, range]], 'late') : undefined;
  for (const [index, { serial }] of dues.entries()) {
    const start = starts[serial];
    if (start === undefined) continue;
    const offset = ((atZero[index] ?? 0) - least) / unit;
    const [held] = whereHeld(whole, serial);
    if (late === undefined) model.atMost([[step / unit, start]], range - offset, held);
    else
      model.atMost(
        [
          [step / unit, start],
          [-1, late],
        ],
        -offset,
        held,
      );
  }
  return late === undefined ? undefined : { variable: late, least, unit };
}

/** The training that must precede a fixed point that is surely held is due at its start. */
function slackDues(problem: PlanProblem): readonly { readonly serial: number; readonly due: number }[] {
  const dues = new Map<number, number>();
  for (const [point, { fixed, optional }] of problem.serials.entries()) {
    if (fixed === null || optional !== null) continue;
    for (const serial of trainingBefore(problem, point)) {
      // What an optional serial would put before the point, it puts there only when it is held.
      if (problem.serials[serial]?.optional !== null) continue;
      if (isSurelyBefore(problem, serial, point)) dues.set(serial, Math.min(fixed, dues.get(serial) ?? fixed));
    }
  }
  return [...dues].map(([serial, due]) => ({ serial, due }));
}

/** Whether a chain of predecessors that are all mandatory leads to the point. */
function isSurelyBefore({ serials }: PlanProblem, serial: number, point: number, seen: Set<number> = new Set()): boolean {
  return (serials[point]?.after ?? []).some((before) => {
    if (before === serial) return true;
    if (seen.has(before) || serials[before]?.optional !== null) return false;
    seen.add(before);
    return isSurelyBefore({ serials } as PlanProblem, serial, before, seen);
  });
}
