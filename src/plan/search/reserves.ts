// (h) Reserves while the search places serials: where a serial stands if a scenario's alternates are used, and whether others leave room for it.
import type { Random } from '../../kernel/index.ts';
import type { PlanProblem } from '../problem.ts';
import { canTake, offeredAt } from './availability.ts';
import { priceOfPair, standing } from './order.ts';
import { attendingAt, engagementOf, type Placement, placementOf, type Reserve, type Stand, standOf } from './placement.ts';
import { poolsHaveRoom, siteHasRoom } from './room.ts';
import { movedIn, type Scene, sceneOf } from './scene.ts';
import { peopleOf, type State } from './state.ts';
import { supportFits } from './support.ts';
import { indexFor, isSound } from './timeline.ts';

export function hasRoom(problem: PlanProblem, scene: Scene, serial: number, stand: Stand, people: number): boolean {
  const uses = { site: scene.siteUses(stand.site), people: scene.peopleUses(stand.site) };
  return siteHasRoom(problem, uses, serial, stand, people) && poolsHaveRoom(problem, scene.poolUses, serial, stand.start);
}

/** The soft price of standing so beside all that is placed; infinite where an order, a lag or an exclusion breaks. */
export function priceAgainst(state: State, scene: Scene, placement: Placement, stand: Stand = placement): number {
  const partners = state.knowledge.partners[placement.serial] ?? [];
  if (partners.length === 0) return 0;
  let price = 0;
  const one = standing(placement, stand);
  for (const partner of partners) {
    const other = state.placed[partner.other];
    if (other == null) continue;
    price += priceOfPair(state.problem, one, standing(other, scene.standOf(other)), partner);
    if (price === Number.POSITIVE_INFINITY) break;
  }
  return price;
}

/** A reserve for each scenario that moves the serial; undefined when one has none, or when the serial disturbs another's reserve. */
export function reservesFor(state: State, placement: Placement, random: Random): readonly Reserve[] | undefined {
  const { scenarios } = state.problem;
  const own = state.knowledge.scenariosOf[placement.serial] ?? [];
  let reserves: Reserve[] | undefined;
  for (let scenario = 0; scenario < scenarios.length; scenario++) {
    const isMoved = own.includes(scenario);
    if (!isMoved && !touches(state, scenario, placement)) continue;
    const scene = sceneOf(state, scenario);
    const stands = isMoved ? reserveStands(state.problem, scenario, placement, random) : [placement];
    const stand = stands.find((candidate) => standsIn(state, scene, placement, candidate));
    if (stand === undefined) return undefined;
    reserves ??= [];
    if (isMoved) reserves.push({ scenario, start: stand.start, site: stand.site });
  }
  return reserves ?? none;
}

const none: readonly Reserve[] = [];

/** So far apart duty can still bind two serials. */
const reach = 3 * 1440;

/** Whether a scenario moves anything that could meet a placement, or leave it: in time, at its site, in its pools, by its people or by an order. */
function touches(state: State, scenario: number, placement: Placement): boolean {
  const { problem, knowledge } = state;
  const facts = problem.serials[placement.serial];
  for (const moved of movedIn(state, scenario)) {
    const stand = standOf(moved, scenario);
    if (stand === moved) continue;
    if (knowledge.partners[placement.serial]?.some(({ other }) => other === moved.serial)) return true;
    const isShared = () => moved.engaged.some(({ body }) => placement.engaged.some((one) => one.body === body));
    // Whoever is not where a moved serial was booked may be sent home in between.
    if (apart(moved.start, placement.start) <= reach && isShared()) return true;
    if (apart(stand.start, placement.start) > reach) continue;
    if (stand.site >= 0 && stand.site === placement.site) return true;
    const others = problem.serials[moved.serial]?.pools ?? [];
    if (facts?.pools.some(([pool]) => others.some(([other]) => other === pool))) return true;
    if (isShared()) return true;
  }
  return false;
}

const apart = (one: number, other: number): number => Math.max(one - other, other - one);

function reserveStands(problem: PlanProblem, scenario: number, { serial, start, site }: Placement, random: Random): readonly Stand[] {
  const reserve = problem.scenarios[scenario]?.reserves.find((candidate) => candidate.serial === serial);
  if (reserve === undefined) return [];
  const place = reserve.site >= 0 ? reserve.site : site;
  const starts = reserve.starts.get(place) ?? new Int32Array();
  const allowed = reserve.isAtItsTime ? starts.filter((candidate) => candidate === start) : starts;
  return random.shuffled(Array.from(allowed, (candidate) => ({ start: candidate, site: place })));
}

/** Whether a placement can stand there in a scene in which it is not placed yet; cheap where the scene moves nothing near it. */
function standsIn(state: State, scene: Scene, placement: Placement, stand: Stand): boolean {
  const { problem } = state;
  const { serial, team } = placement;
  const isMoved = stand !== placement;
  const attending =
    isMoved && problem.serials[serial]?.attendAll === true ? attendingAt(problem, serial, stand.start, team) : placement.attending;
  if (!hasRoom(problem, scene, serial, stand, peopleOf(problem, { serial, team, attending }))) return false;
  if (priceAgainst(state, scene, placement, stand) === Number.POSITIVE_INFINITY) return false;
  if (isMoved && !supportFits(problem, serial, stand, { team, attending }, placement.support)) return false;
  const offered = offeredAt(state, scene, serial, stand);
  const { engaged } = attending === placement.attending ? placement : placementOf(problem, { ...placement, attending });
  for (const { body, onlyRun } of engaged) {
    const isSame = !isMoved && scene.listOf(body) === state.engagements[body];
    if (!isSame && !canTake(offered, body, onlyRun, team.includes(body))) return false;
    if (isMoved && !staysSound(state, scene, placement, stand, body, onlyRun)) return false;
  }
  return true;
}

/** Whether a body's engagements hold where it takes part at a reserve, and not where the serial was booked; what is amiss already is another's matter. */
function staysSound(state: State, scene: Scene, { serial }: Placement, stand: Stand, body: number, onlyRun: boolean): boolean {
  const { problem } = state;
  const engagement = engagementOf(problem, serial, stand, onlyRun);
  const list = [...scene.listOf(body)];
  list.splice(indexFor(list, engagement.start), 0, engagement);
  return isSound(problem, body, list) || !isSound(problem, body, state.engagements[body] ?? []);
}
