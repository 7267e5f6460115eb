// Who supports a serial: for each demand posts that fit and are free, the least loaded first.
import type { Random } from '../../kernel/index.ts';
import { overlaps } from '../problem/intervals.ts';
import type { SupportFacts } from '../problem/statements.ts';
import type { PlanProblem } from '../problem.ts';
import { engagementOf, type Stand, type SupportGiven } from './placement.ts';
import type { State } from './state.ts';

/** One demand as it concerns a serial: of a party, or of none. */
export type Asked = { readonly demand: number; readonly party: number; readonly count: number; readonly facts: SupportFacts };

/** What is demanded of a serial that stands there with these people. */
export function askedOf(
  problem: PlanProblem,
  serial: number,
  stand: Stand,
  team: readonly number[],
  attending: readonly number[],
): readonly Asked[] {
  const facts = problem.serials[serial];
  const could = couldConcern(problem)[serial] ?? [];
  if (facts === undefined || could.length === 0) return [];
  const people = team.length + attending.length === 0 ? [] : [...team, ...attending];
  const leading = team.length > 0 ? team : attending;
  const parties = [...new Set(leading.map((unit) => problem.bodies[unit]?.party ?? -1))].sort((a, b) => a - b);
  const run = stand.start + facts.toRun;
  const light = stand.site < 0 ? problem.sites[0]?.outside : problem.sites[stand.site]?.light;
  const found: Asked[] = [];
  for (const demand of could) {
    const support = problem.supports[demand];
    if (support === undefined || !support.scope.matches(serial, stand.site, people)) continue;
    if (support.mixedOnly && parties.length < 2) continue;
    if (support.light !== undefined && !overlaps(light?.[support.light] ?? [], run, run + facts.run)) continue;
    for (const party of support.eachParty ? parties : [-1]) found.push({ demand, party, count: support.count, facts: support });
  }
  return found;
}

const concerning = new WeakMap<PlanProblem['serials'], readonly (readonly number[])[]>();

/** By serial the demands that could concern it. */
function couldConcern({ serials, supports }: PlanProblem): readonly (readonly number[])[] {
  const known =
    concerning.get(serials) ??
    serials.map((_, serial) => supports.flatMap(({ scope }, index) => (scope.couldMatch(serial) ? [index] : [])));
  concerning.set(serials, known);
  return known;
}

/** Whether a body may be taken on for a stretch; the caller knows of occupancy, duty and closures. */
export type MayServe = (body: number, onlyRun: boolean) => boolean;

/** What it costs to take a body on that is not free; infinite where it cannot be. */
export type PriceOf = (body: number, onlyRun: boolean) => number;

/** Chooses posts for all hard demands and, where it can, for the soft ones; undefined when a hard one cannot be met, or any where `isGranted`. */
export function supportFor(
  state: State,
  serial: number,
  stand: Stand,
  people: { readonly team: readonly number[]; readonly attending: readonly number[] },
  mayServe: MayServe,
  random: Random,
  priceOf?: PriceOf,
  isGranted = false,
): readonly SupportGiven[] | undefined {
  const { problem } = state;
  const asked = askedOf(problem, serial, stand, people.team, people.attending);
  if (asked.length === 0) return [];
  const taken = new Set<number>(problem.serials[serial]?.attendPosts);
  const given: SupportGiven[] = [];
  const before = state.knowledge.base?.placed[serial]?.support ?? [];
  const pools = asked
    .map((one) => ({ ...one, able: ableFor(problem, one, stand.site) }))
    .sort((a, b) => a.able.length - a.count - b.able.length + b.count);
  const isDue = (price: number | null) => price === null || isGranted;
  for (const { demand, party, count, facts, able } of pools) {
    let missing = count;
    const isKept = (body: number) => before.some((one) => one.body === body && one.demand === demand);
    const loads = able.map((body) =>
      taken.has(body) ? busy : (state.engagements[body]?.length ?? 0) + 2 * random.uniform() - (isKept(body) ? 1000 : 0),
    );
    for (let at = leastOf(loads); missing > 0 && at >= 0; at = leastOf(loads)) {
      const body = able[at] ?? -1;
      loads[at] = busy;
      if (!mayServe(body, facts.onlyRun) || !leavesMeetingsSupported(state, body, serial, stand, facts.onlyRun, taken)) continue;
      taken.add(body);
      given.push({ demand, party, body });
      missing--;
    }
    if (missing > 0 && isDue(facts.price) && priceOf !== undefined) {
      const others = able
        .filter((body) => !taken.has(body) && leavesMeetingsSupported(state, body, serial, stand, facts.onlyRun, taken))
        .map((body) => ({ body, price: priceOf(body, facts.onlyRun) + 0.1 * random.uniform() }))
        .filter(({ price }) => price < Number.POSITIVE_INFINITY)
        .sort((a, b) => a.price - b.price);
      for (const { body } of others.slice(0, missing)) {
        taken.add(body);
        given.push({ demand, party, body });
        missing--;
      }
    }
    if (missing > 0 && isDue(facts.price)) return undefined;
  }
  return given.sort((a, b) => a.demand - b.demand || a.party - b.party || a.body - b.body);
}

const busy = Number.POSITIVE_INFINITY;

/** The place of the least; -1 where all are busy. */
function leastOf(loads: readonly number[]): number {
  let [found, least] = [-1, busy];
  for (let at = 0; at < loads.length; at++) {
    const load = loads[at] ?? busy;
    if (load >= least) continue;
    found = at;
    least = load;
  }
  return found;
}

/** What is demanded and not given. */
export function supportMissing(
  problem: PlanProblem,
  serial: number,
  stand: Stand,
  people: { readonly team: readonly number[]; readonly attending: readonly number[] },
  given: readonly SupportGiven[],
): { readonly hard: number; readonly price: number } {
  let [hard, price] = [0, 0];
  for (const { demand, party, count, facts } of askedOf(problem, serial, stand, people.team, people.attending)) {
    const missing = count - given.filter((one) => one.demand === demand && one.party === party).length;
    if (missing <= 0) continue;
    if (facts.price === null) hard += missing;
    else price += facts.price * missing;
  }
  return { hard, price };
}

/** Whether what is given is what a serial would be asked for if it stood there: nothing else, nothing hard missing, by posts that may be there. */
export function supportFits(
  problem: PlanProblem,
  serial: number,
  stand: Stand,
  people: { readonly team: readonly number[]; readonly attending: readonly number[] },
  given: readonly SupportGiven[],
): boolean {
  const asked = askedOf(problem, serial, stand, people.team, people.attending);
  const isAsked = given.every(({ demand, party, body }) =>
    asked.some((one) => one.demand === demand && one.party === party && ableFor(problem, one, stand.site).includes(body)),
  );
  return isAsked && supportMissing(problem, serial, stand, people, given).hard === 0;
}

const abilities = new WeakMap<SupportFacts, Map<number, readonly number[]>>();

/** The posts that could meet a demand at a site. */
function ableFor(problem: PlanProblem, { facts, party }: Asked, site: number): readonly number[] {
  const known = abilities.get(facts) ?? new Map<number, readonly number[]>();
  abilities.set(facts, known);
  const key = (party + 1) * (problem.sites.length + 1) + site + 1;
  const found =
    known.get(key) ??
    facts.eligible.filter((body) => {
      const post = problem.bodies[body];
      if (post === undefined || (party >= 0 && post.party !== party)) return false;
      return post.sites.length === 0 || site < 0 || post.sites.includes(site);
    });
  known.set(key, found);
  return found;
}

/** Whether each meeting that the stretch touches keeps enough free posts without this one. */
export function leavesMeetingsSupported(
  state: State,
  body: number,
  serial: number,
  stand: Stand,
  onlyRun: boolean,
  taken: ReadonlySet<number>,
): boolean {
  const { problem, engagements, knowledge } = state;
  const meetings = knowledge.meetingsOf[body] ?? [];
  if (meetings.length === 0) return true;
  const wanted = engagementOf(problem, serial, stand, onlyRun);
  return meetings.every(({ from, to, support }) => {
    if (from >= wanted.end || to <= wanted.start) return true;
    return support.every(({ eligible, count }) => {
      if (!eligible.includes(body)) return true;
      const free = eligible.filter(
        (post) => post !== body && !taken.has(post) && !engagements[post]?.some((one) => one.start < to && from < one.end),
      );
      return free.length >= count;
    });
  });
}
