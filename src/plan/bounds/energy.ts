// Work that serials bring to those they share, and how soon it can be done at best: when they are there, what is open, and how long anybody
// may be on duty. Nothing ends before the work is done.
import type { WitnessFact } from '../plan.ts';
import { type Interval, type Intervals, intersection, merged } from '../problem/intervals.ts';
import type { Body, PlanProblem } from '../problem.ts';
import { iso } from './bound.ts';
import { type Crew, crewsOf, type Use } from './crews.ts';
import type { Reach } from './reach.ts';

/** When some work is done at best, and the facts of it. The last fact carries `amount` for the minutes from the start of the exercise. */
export type Done = { readonly at: number; facts(sign: 1 | -1): readonly WitnessFact[] };

/** The latest time after `floor` before which the work of some crew, over serials surely held, cannot be done; undefined where none is. */
export function workDone(reach: Reach, asked: readonly number[], floor: number): Done | undefined {
  let latest: { readonly at: number; readonly crew: Crew; readonly uses: readonly Use[]; readonly from: number } | undefined;
  for (const crew of crewsOf(reach, asked)) {
    for (const { uses, from } of partsOf(reach, crew.uses)) {
      const at = doneAt(reach, crew, uses, from, latest?.at ?? floor);
      if (at !== undefined) latest = { at, crew, uses, from };
    }
  }
  if (latest === undefined) return undefined;
  const { at, crew, uses, from } = latest;
  return { at, facts: (sign) => factsOf(reach, crew, uses, from, at, sign) };
}

const firstStart = ({ starts }: Reach, serial: number): number => starts[serial]?.[0] ?? 0;

/** All uses, and those of the serials that can begin only from some day on; those by night apart. */
function partsOf(reach: Reach, uses: readonly Use[]): readonly { readonly uses: readonly Use[]; readonly from: number }[] {
  const { serials, dayOf } = reach.problem;
  const nights = uses.filter(({ serial }) => serials[serial]?.light === 'night');
  return [uses, ...(nights.length < uses.length ? [nights] : [])].flatMap((some) => {
    const firsts = some.map(({ serial }) => firstStart(reach, serial)).sort((a, b) => a - b);
    const from = firsts.filter((start, index) => index === 0 || dayOf(start) !== dayOf(firsts[index - 1] ?? 0));
    return from.map((start) => ({ uses: some.filter(({ serial }) => firstStart(reach, serial) >= start), from: start }));
  });
}

const workOf = (uses: readonly Use[]): number => uses.reduce((sum, { count, minutes }) => sum + count * minutes, 0);

/** The most minutes that posts can give to uses in all. */
export function minutesToGive(reach: Reach, posts: readonly number[], uses: readonly Use[]): number {
  const busy = merged(uses.flatMap((use) => occupied(reach, use)));
  const from = Math.min(...uses.map(({ serial, delay }) => firstStart(reach, serial) + delay));
  return posts.reduce((sum, post) => sum + giverOf(reach.problem, 'posts', post, busy, from)(reach.problem.horizon[1]), 0);
}

/** The first minute by which members can have given the minutes asked for; undefined where not after `floor`, or never. */
function doneAt(reach: Reach, crew: Crew, uses: readonly Use[], from: number, floor: number): number | undefined {
  const { problem } = reach;
  const work = workOf(uses);
  if (work === 0) return undefined;
  const busy = merged(uses.flatMap((use) => occupied(reach, use)));
  const givers = crew.members.map((member) => giverOf(problem, crew.kind, member, busy, from));
  const capacity = (until: number) => givers.reduce((sum, give) => sum + give(until + crew.after), 0);
  let [low, high] = [Math.max(from, floor), problem.whole[1]];
  if (capacity(low) >= work || capacity(high) < work) return undefined;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (capacity(middle) >= work) high = middle;
    else low = middle;
  }
  return high;
}

const occupations = new WeakMap<Reach, Map<string, Intervals>>();

/** The stretches of time in which a use may take place. */
function occupied(reach: Reach, { serial, delay, minutes }: Use): Intervals {
  const known = occupations.get(reach) ?? new Map<string, Intervals>();
  occupations.set(reach, known);
  const key = `${serial} ${delay} ${minutes}`;
  const found = known.get(key) ?? runsOf(reach.starts[serial] ?? new Int32Array(), delay, minutes);
  known.set(key, found);
  return found;
}

function runsOf(starts: Int32Array, delay: number, minutes: number): Intervals {
  const found: [number, number][] = [];
  for (const start of starts) {
    const [from, to] = [start + delay, start + delay + minutes];
    const last = found.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(to, last[1]);
    else found.push([from, to]);
  }
  return found;
}

/** The most minutes that a member can give from a minute on until another. */
function giverOf(problem: PlanProblem, kind: Crew['kind'], member: number, busy: Intervals, from: number): (until: number) => number {
  if (kind === 'sites') {
    const site = problem.sites[member];
    const open = intersection(site?.open ?? [], busy);
    return (until) => (site?.serials ?? 0) * minutesIn(open, from, until);
  }
  if (kind === 'pool') {
    const pool = problem.pools[member];
    const open = busy;
    const less = (pool?.lessDuring ?? []).map((stretch) => ({ ...stretch, open: intersection(open, [[stretch.from, stretch.to]]) }));
    const isPlain = less.every((one, index) => less.every((other, at) => at === index || one.to <= other.from || other.to <= one.from));
    return (until) =>
      (pool?.count ?? 0) * minutesIn(open, from, until) -
      (isPlain
        ? less.reduce((sum, stretch) => sum + Math.max(0, (pool?.count ?? 0) - stretch.count) * minutesIn(stretch.open, from, until), 0)
        : 0);
  }
  const body = problem.bodies[member];
  const there = intersection(body?.presence ?? [], busy);
  const daily = dutyOf(body);
  // Day after day, counted from the first minute: no 24 hours hold more duty than a day may.
  const before = [0];
  const upTo = (until: number): number => {
    const days = Math.floor(Math.max(0, until - from) / 1440);
    for (let day = before.length; day <= days; day++)
      before.push((before[day - 1] ?? 0) + Math.min(daily, minutesIn(there, from + (day - 1) * 1440, from + day * 1440)));
    return (before[days] ?? 0) + Math.min(daily, minutesIn(there, from + days * 1440, until));
  };
  return upTo;
}

/** The most minutes of duty in any 24 hours that hard rules leave a body at all times. */
function dutyOf(body: Body | undefined): number {
  return (body?.duty ?? [])
    .filter(({ price, during }) => price === null && during === null)
    .reduce((least, { most, rest }) => Math.min(least, most, 1440 - rest), 1440);
}

function minutesIn(intervals: Intervals, from: number, until: number): number {
  return intervals.reduce((sum, [a, b]: Interval) => sum + Math.max(0, Math.min(b, until) - Math.max(a, from)), 0);
}

function factsOf({ problem }: Reach, crew: Crew, uses: readonly Use[], from: number, at: number, sign: 1 | -1): readonly WitnessFact[] {
  const { serials, whole } = problem;
  const idOf = (member: number) => {
    const list = crew.kind === 'sites' ? problem.sites : crew.kind === 'pool' ? problem.pools : problem.bodies;
    return list[member]?.id ?? '';
  };
  const values = {
    kind: crew.kind,
    of: crew.members.map(idOf),
    serials: uses.map(({ serial }) => serials[serial]?.id ?? ''),
    minutes: workOf(uses),
    from: iso(from),
  };
  return [
    { key: 'plan.witness.workToDo', values, amount: 0 },
    { key: 'plan.witness.workDoneBy', values: { at: iso(at) }, amount: sign * (at - whole[0]) },
  ];
}
