// Who supports in the whole problem, without names: posts that fit are as many as there are, less who is away, in a meeting or attends, and give
// together no more minutes in 24 hours than their duty allows. Demands that hang on the team, the light or the place are left out.
import type { IntVar } from './flatzinc.ts';
import type { Whole } from './whole.ts';

const day = 1440;

/** What takes so many of a set of posts, for a stretch of minutes counted from a start that is sought or known. */
type Use = {
  readonly start: IntVar | number;
  readonly from: number;
  readonly to: number;
  readonly amount: number;
  readonly isRest?: boolean;
};

export function addSupport(whole: Whole): void {
  for (const posts of setsOfPosts(whole)) {
    const given = supportGiven(whole, posts);
    if (given.length === 0) continue;
    const uses = [...given, ...otherwiseTaken(whole, posts)];
    if (uses.reduce((sum, { amount }) => sum + amount, 0) > posts.size) addRoom(whole, uses, posts.size);
    addDutyOf(whole, given, posts);
  }
}

/** The hard demands that the document alone makes. */
function demandsOf({ problem }: Whole) {
  return problem.supports.filter(
    ({ price, scope, mixedOnly, eachParty, light }) =>
      price === null && scope.isOfTheDocument && !mixedOnly && !eachParty && light === undefined,
  );
}

/** The posts of each demand, and those of all together. */
function setsOfPosts(whole: Whole): readonly ReadonlySet<number>[] {
  const demands = demandsOf(whole).map(({ eligible }) => [...eligible].sort((a, b) => a - b));
  const all = [...new Set(demands.flat())].sort((a, b) => a - b);
  return [...new Map([...demands, all].map((posts) => [posts.join(), new Set(posts)])).values()];
}

/** What serials that are surely held take of some posts, whichever they are. */
function supportGiven(whole: Whole, posts: ReadonlySet<number>): readonly Use[] {
  const { problem, starts, held } = whole;
  const demands = demandsOf(whole).filter(({ eligible }) => eligible.every((post) => posts.has(post)));
  return problem.serials.flatMap((facts, serial) => {
    const start = starts[serial];
    if (start === undefined || held[serial] !== undefined) return [];
    const own = demands.filter(({ scope }) => scope.couldMatch(serial));
    const amountOf = (onlyRun: boolean) => own.filter((demand) => demand.onlyRun === onlyRun).reduce((sum, { count }) => sum + count, 0);
    const uses: readonly Use[] = [
      { start, from: 0, to: facts.total, amount: amountOf(false), isRest: facts.kind === 'rest' },
      { start, from: facts.toRun, to: facts.toRun + facts.run, amount: amountOf(true), isRest: facts.kind === 'rest' },
    ];
    return uses.filter(({ amount }) => amount > 0);
  });
}

/** Posts that are away, that a meeting holds or must find free, or that attend. */
function otherwiseTaken({ problem, starts, held, from }: Whole, posts: ReadonlySet<number>): readonly Use[] {
  const away = [...posts].flatMap((post) =>
    gapsOf(problem.bodies[post]?.presence ?? [], problem.whole).map(
      (gap): Use => ({ start: 0, from: gap[0] - from, to: gap[1] - from, amount: 1 }),
    ),
  );
  const there = (post: number, start: number, end: number) =>
    problem.bodies[post]?.presence.some(([since, till]) => since <= start && end <= till) ?? false;
  const meetings = problem.occurrences.flatMap((one): Use[] => {
    if (one.price !== null) return [];
    const inIt = one.posts.filter((post) => posts.has(post) && there(post, one.from, one.to)).length;
    const free = one.support.filter(({ eligible }) => eligible.every((post) => posts.has(post) && there(post, one.from, one.to)));
    const most = free.reduce((least, { count }) => Math.max(least, count), 0);
    return inIt + most === 0 ? [] : [{ start: 0, from: one.from - from, to: one.to - from, amount: inIt + most }];
  });
  const attending = problem.serials.flatMap(({ attendPosts, total }, serial): Use[] => {
    const start = starts[serial];
    const amount = attendPosts.filter((post) => posts.has(post)).length;
    return start === undefined || amount === 0 || held[serial] !== undefined ? [] : [{ start, from: 0, to: total, amount }];
  });
  return [...away, ...meetings, ...attending];
}

/** The stretches of a span that lie in none of some that are in order and apart. */
function gapsOf(
  stretches: readonly (readonly [number, number])[],
  [from, to]: readonly [number, number],
): readonly (readonly [number, number])[] {
  const ends = [from, ...stretches.map(([, end]) => end)];
  const begins = [...stretches.map(([begin]) => begin), to];
  return ends.flatMap((end, index) => {
    const [open, close] = [Math.max(from, end), Math.min(to, begins[index] ?? to)];
    return open < close ? [[open, close] as const] : [];
  });
}

/** Never more at once than there are. All is looked at on the steps alone, and a stretch takes those that lie in it. */
function addRoom(whole: Whole, uses: readonly Use[], count: number): void {
  const tasks = uses.flatMap(({ start, from, to, amount }) => {
    const [first, end] = [
      Math.max(Math.ceil(from / whole.step), isKnown(start) ? 0 : Number.NEGATIVE_INFINITY),
      Math.ceil(to / whole.step),
    ];
    return end <= first ? [] : [{ start: moved(whole, start, first), length: end - first, amount }];
  });
  whole.model.cumulative(
    tasks.map(({ start }) => start),
    tasks.map(({ length }) => length),
    tasks.map(({ amount }) => amount),
    count,
  );
}

const isKnown = (start: IntVar | number): start is number => typeof start === 'number';

/** So many steps after a start. */
function moved({ model, problem, from, step }: Whole, start: IntVar | number, steps: number): IntVar | number {
  if (isKnown(start)) return start + steps;
  if (steps === 0) return start;
  const later = model.int([[0, Math.ceil((problem.horizon[1] - from) / step) + steps]]);
  model.equal(
    [
      [1, later],
      [-1, start],
    ],
    steps,
  );
  return later;
}

/** What lies whole in any 24 hours is no more than all these posts may be on duty in them. */
function addDutyOf(whole: Whole, given: readonly Use[], posts: ReadonlySet<number>): void {
  const { problem, step } = whole;
  const most = [...posts].reduce((sum, post) => {
    const rules = problem.bodies[post]?.duty.filter(({ price, during }) => price === null && during === null) ?? [];
    return sum + rules.reduce((least, rule) => Math.min(least, rule.most, day - rule.rest), day);
  }, 0);
  const window = Math.floor(day / step);
  const tasks = given.flatMap(({ start, from, to, amount, isRest }) => {
    const [first, end] = [Math.floor(from / step), Math.ceil(to / step)];
    const length = window - (end - first) + 1;
    return length <= 0 || isRest === true ? [] : [{ start, end, length, minutes: amount * (to - from) }];
  });
  if (tasks.reduce((sum, { minutes }) => sum + minutes, 0) <= most) return;
  whole.model.cumulative(
    tasks.map(({ start, end }) => moved(whole, start, end)),
    tasks.map(({ length }) => length),
    tasks.map(({ minutes }) => minutes),
    most,
  );
}
