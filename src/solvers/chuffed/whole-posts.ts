// Who supports whom by name in the whole problem: posts that are there, in one place at a time, at no meeting, and not longer on duty than they
// may be. Demands that hang on the light are asked where that is known beforehand.
import type { BoolVar, Term } from './flatzinc.ts';
import { truthsOf, type Whole, whereHeld } from './whole.ts';
import type { Members } from './whole-qualified.ts';
import { hasParty } from './whole-teams.ts';
import { isAllowed } from './whole-ways.ts';
import { broken, type Paid } from './whole-wishes.ts';

/** That a post supports a serial, for a stretch of minutes from the serial's start; `true` where it attends it. */
type Service = { readonly serial: number; readonly truth: BoolVar | true; readonly delay: number; readonly minutes: number };

export function addPosts(whole: Whole, teams: Members, paid: Paid | undefined): void {
  const services = new Map<number, Service[]>();
  const serve = (post: number, service: Service) => services.set(post, [...(services.get(post) ?? []), service]);
  for (const [serial, { attendPosts, total }] of whole.problem.serials.entries())
    for (const post of attendPosts) serve(post, { serial, truth: true, delay: 0, minutes: total });
  for (const serial of whole.problem.serials.keys()) addDemands(whole, teams, serial, serve, paid);
  for (const [post, list] of services) {
    for (const service of list) {
      isThere(whole, post, service);
      isAllowed(whole, post, service.serial, service.truth);
    }
    inOnePlace(whole, list);
    meetingsOf(whole, post, list, paid);
    onDuty(whole, post, list);
  }
}

function addDemands(
  whole: Whole,
  teams: Members,
  serial: number,
  serve: (post: number, service: Service) => void,
  paid: Paid | undefined,
): void {
  const { model, problem } = whole;
  const facts = problem.serials[serial];
  if (facts === undefined) return;
  const given = new Map<number, BoolVar[]>();
  for (const [index, demand] of problem.supports.entries()) {
    const { scope, eachParty, mixedOnly, light, count, onlyRun, price } = demand;
    if (!scope.isOfTheDocument || !scope.couldMatch(serial) || (price !== null && paid === undefined)) continue;
    if (light !== undefined && facts.light !== light) continue;
    const team = teams[serial] ?? new Map<number, BoolVar | true>();
    const isMixed = (facts.team?.leastParties ?? 0) > 1;
    const mixed = mixedOnly && !isMixed ? mixedIn(whole, team) : true;
    if (mixed === null) continue;
    const parties = eachParty ? problem.parties.map((_, party) => party) : [undefined];
    for (const party of parties) {
      const isAsked = party === undefined ? true : isIn(whole, team, party);
      if (isAsked === null || (party !== undefined && facts.team === null)) continue;
      const posts = demand.eligible.filter(
        (post) => (party === undefined || problem.bodies[post]?.party === party) && !facts.attendPosts.includes(post),
      );
      const fitting = posts.filter((post) => {
        const own = problem.bodies[post]?.sites ?? [];
        return own.length === 0 || facts.sites.length === 0 || facts.sites.some((site) => own.includes(site));
      });
      const terms = fitting.map((post): Term => {
        const truth = model.bool(`u${serial}_${index}_${post}`);
        given.set(post, [...(given.get(post) ?? []), truth]);
        const [delay, minutes] = onlyRun ? [facts.toRun, facts.run] : [0, facts.total];
        serve(post, { serial, truth, delay, minutes });
        return [-1, model.numberOf(truth)];
      });
      const where = [...whereHeld(whole, serial), ...truthsOf(isAsked, mixed)];
      if (price !== null && paid !== undefined) {
        const missing = model.int([[0, count]]);
        paid.terms.push([price, missing]);
        terms.push([-1, missing]);
      }
      if (where.length === 0) model.atMost(terms, -count);
      else {
        const isSo = model.bool();
        model.clause([isSo], where);
        model.atMost(terms, -count, isSo);
      }
    }
  }
  for (const truths of given.values())
    for (const [index, one] of truths.entries()) for (const other of truths.slice(index + 1)) model.clause([], [one, other]);
}

/** Whether a party surely is in a team, never, or a truth that holds where it is. */
function isIn(whole: Whole, team: ReadonlyMap<number, BoolVar | true>, party: number): BoolVar | true | null {
  const known = hasParty(whole, team, party);
  if (known === null || known === true) return known;
  for (const [unit, truth] of team) if (whole.problem.bodies[unit]?.party === party && truth !== true) whole.model.clause([known], [truth]);
  return known;
}

/** A truth that holds where a team is of several parties; null where it cannot be. */
function mixedIn(whole: Whole, team: ReadonlyMap<number, BoolVar | true>): BoolVar | true | null {
  const parties = whole.problem.parties.map((_, party) => isIn(whole, team, party)).filter((truth) => truth !== null);
  if (parties.length < 2) return null;
  const mixed = whole.model.bool();
  for (const [index, one] of parties.entries())
    for (const other of parties.slice(index + 1)) whole.model.clause([mixed], truthsOf(one, other));
  return mixed;
}

function isThere(whole: Whole, post: number, { serial, truth, delay, minutes }: Service): void {
  const presence = whole.problem.bodies[post]?.presence ?? [];
  const isAway = (start: number) => !presence.some(([from, to]) => from <= start + delay && start + delay + minutes <= to);
  whole.unlessBetween(serial, isAway, [], truthsOf(truth));
}

function inOnePlace(whole: Whole, list: readonly Service[]): void {
  const { model, problem, starts, up } = whole;
  for (const [index, one] of list.entries()) {
    for (const other of list.slice(index + 1)) {
      if (one.serial === other.serial) continue;
      const [start, later] = [starts[one.serial], starts[other.serial]];
      if (start === undefined || later === undefined) continue;
      const sites = [one, other].map(({ serial }) => problem.serials[serial]?.sites ?? []);
      const way = Math.min(
        ...(sites[0] ?? []).flatMap((from) => (sites[1] ?? []).map((to) => problem.travel[from]?.[to] ?? 0)),
        sites.some((some) => some.length === 0) ? 0 : Number.POSITIVE_INFINITY,
      );
      const [isFirst, isSecond] = [model.bool(), model.bool()];
      model.clause([isFirst, isSecond], [...truthsOf(one.truth, other.truth), ...whereHeld(whole, one.serial, other.serial)]);
      model.atMost(
        [
          [1, start],
          [-1, later],
        ],
        -up(one.delay + one.minutes + way - other.delay),
        isFirst,
      );
      model.atMost(
        [
          [1, later],
          [-1, start],
        ],
        -up(other.delay + other.minutes + way - one.delay),
        isSecond,
      );
    }
  }
}

function meetingsOf(whole: Whole, post: number, list: readonly Service[], paid: Paid | undefined): void {
  for (const { from, to, posts, price } of whole.problem.occurrences) {
    if (!posts.includes(post) || (price !== null && paid === undefined)) continue;
    const isMissed = price === null || paid === undefined ? [] : [broken(whole, paid, price)];
    for (const { serial, truth, delay, minutes } of list)
      whole.unlessBetween(serial, (start) => start + delay < to && from < start + delay + minutes, isMissed, truthsOf(truth));
  }
}

const day = 1440;

/** What lies whole in any 24 hours is no more than the post may be on duty in them. */
function onDuty(whole: Whole, post: number, list: readonly Service[]): void {
  const { model, problem, step, starts, held } = whole;
  const rules = problem.bodies[post]?.duty.filter(({ price, during }) => price === null && during === null) ?? [];
  const most = rules.reduce((least, rule) => Math.min(least, rule.most, day - rule.rest), day);
  const window = Math.floor(day / step);
  const tasks = list.flatMap(({ serial, truth, delay, minutes }) => {
    const start = starts[serial];
    if (start === undefined || problem.serials[serial]?.kind === 'rest' || held[serial] !== undefined) return [];
    const [first, end] = [Math.floor(delay / step), Math.ceil((delay + minutes) / step)];
    return [{ start, end, length: window - (end - first) + 1, truth, minutes }];
  });
  if (tasks.reduce((sum, { minutes }) => sum + minutes, 0) <= most) return;
  model.cumulativeVars(
    tasks.map(({ start, end }) => {
      const moved = model.int([[0, Math.ceil((problem.horizon[1] - whole.from) / step) + end]]);
      model.equal(
        [
          [1, moved],
          [-1, start],
        ],
        end,
      );
      return moved;
    }),
    tasks.map(({ length }) => length),
    tasks.map(({ truth, minutes }) => {
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
    }),
    most,
  );
}
