// Moves that leave a serial where it stands: a unit of its team goes, another comes, or both. What is asked for first: what is hard and
// missing, then units that kept together, pairs that have not met, or units with less duty.
import type { Random } from '../../kernel/index.ts';
import { canTake, offeredAt } from './availability.ts';
import { leadFor, unevenGroup } from './leads.ts';
import { attendingAt, type Placement, placementOf } from './placement.ts';
import { forEachUnqualified } from './qualified.ts';
import { hasRoom, priceAgainst, reservesFor } from './reserves.ts';
import { baseScene } from './scene.ts';
import { dutyMinutes, lift, peopleOf, place, type State, unsoundBodies } from './state.ts';
import { supportFits, supportFor, supportMissing } from './support.ts';
import { teamWillDo } from './team-needs.ts';
import { neighboursOf } from './wishes.ts';

/** Who goes and who comes; -1 for nobody. */
export type Exchange = { readonly serial: number; readonly goes: number; readonly comes: number };

/** Carries an exchange out; the placement as it was, or undefined where it cannot be and nothing has changed. */
export function exchange(state: State, { serial, goes, comes }: Exchange, random: Random): Placement | undefined {
  const { problem, knowledge } = state;
  const old = state.placed[serial];
  const facts = problem.serials[serial];
  const ties = knowledge.ties[serial] ?? { same: [], parts: [] };
  if (old == null || facts?.team == null || state.pinned[serial] === 1 || ties.same.length > 0) return undefined;
  if (comes >= 0 && (old.team.includes(comes) || facts.team.from[comes] !== 1)) return undefined;
  const team = old.team.filter((unit) => unit !== goes);
  if (comes >= 0) team.push(comes);
  team.sort((a, b) => a - b);
  if (!teamWillDo(state, serial, ties, team)) return undefined;
  const scene = baseScene(state);
  if (comes >= 0 && !canTake(offeredAt(state, scene, serial, old), comes, false, true)) return undefined;
  lift(state, serial);
  const made = remade(state, old, team, random);
  place(state, made ?? old);
  return made === undefined ? undefined : old;
}

function remade(state: State, old: Placement, team: readonly number[], random: Random): Placement | undefined {
  const { problem } = state;
  const { serial, start, site } = old;
  const scene = baseScene(state);
  const attending = attendingAt(problem, serial, start, team);
  const people = { team, attending };
  if (
    problem.sites[site]?.people !== Number.POSITIVE_INFINITY &&
    !hasRoom(problem, scene, serial, old, peopleOf(problem, { serial, ...people }))
  )
    return undefined;
  const offered = offeredAt(state, scene, serial, old);
  const isSupported = supportFits(problem, serial, old, people, old.support);
  const support = isSupported
    ? old.support
    : supportFor(state, serial, old, people, (body, onlyRun) => canTake(offered, body, onlyRun, false), random);
  if (support === undefined) return undefined;
  const lead = team.includes(old.lead) ? old.lead : leadFor(state, serial, team, random);
  const missing = supportMissing(problem, serial, old, people, support);
  const bare = placementOf(problem, { serial, start, site, ...people, lead, support, missing, reserves: [] });
  if (lead < 0 || priceAgainst(state, scene, bare) === Number.POSITIVE_INFINITY) return undefined;
  const reserves = reservesFor(state, bare, random);
  return reserves === undefined ? undefined : { ...bare, reserves };
}

/** An exchange that could help, or undefined; `isAmiss` tells that something hard is missing. */
export function wantedExchange(state: State, may: readonly number[], isAmiss: boolean, random: Random): Exchange | undefined {
  if (isAmiss && random.happens(0.8)) return mending(state, random);
  const { weights } = state.knowledge;
  const total = weights.continuity + weights.pairs + weights.load;
  const led = state.problem.parities.length > 0 && random.happens(0.3) ? leading(state, random) : undefined;
  if (led !== undefined) return led;
  if (total === 0) return undefined;
  const draw = random.uniform();
  const isOfSequences = weights.continuity > 0 && (draw < 0.4 || weights.pairs + weights.load === 0);
  const { sequences } = state.knowledge;
  const serial = isOfSequences && sequences.length > 0 ? random.pick(random.pick(sequences)) : random.pick(may);
  const placement = state.placed[serial];
  if (placement == null || placement.team.length === 0) return undefined;
  if (isOfSequences) return keepingTogether(state, placement, random);
  if (weights.pairs > 0 && (draw < 0.8 || weights.load === 0)) return meeting(state, placement, random);
  return resting(state, placement, random);
}

/** For what is hard and missing: somebody of a party that needs the task, for whom is not qualified or has no rest, or who must meet. */
function mending(state: State, random: Random): Exchange | undefined {
  const { problem, knowledge } = state;
  const wanted: (() => Exchange | undefined)[] = [];
  const anyOf = (serial: number) => state.placed[serial]?.team ?? [];
  for (const [index, { times, party, price }] of problem.requirements.entries()) {
    if (price !== null || (state.exercised[index] ?? 0) >= times) continue;
    wanted.push(() => {
      const serial = random.pick(knowledge.reaching[index] ?? [0]);
      const comes = random.below(problem.unitCount);
      if (problem.bodies[comes]?.party !== party) return undefined;
      return { serial, comes, goes: random.happens(0.3) ? -1 : pickOr(anyOf(serial), random) };
    });
  }
  forEachUnqualified(state, -1, ({ serial, body, qualification }) => {
    if (problem.qualifications[qualification]?.price !== null || body < 0 || body >= problem.unitCount) return;
    wanted.push(() => ({ serial, goes: body, comes: random.below(problem.unitCount) }));
    // Or it takes part in something that qualifies.
    wanted.push(() => {
      const other = random.pick(knowledge.qualifying[qualification] ?? [serial]);
      return { serial: other, goes: random.happens(0.3) ? -1 : pickOr(anyOf(other), random), comes: body };
    });
  });
  for (const body of unsoundBodies(state)) {
    if (body >= problem.unitCount) continue;
    const serials = (state.engagements[body] ?? []).flatMap(({ serial }) => (serial >= 0 && anyOf(serial).includes(body) ? [serial] : []));
    if (serials.length > 0) wanted.push(() => ({ serial: random.pick(serials), goes: body, comes: random.below(problem.unitCount) }));
  }
  for (const { pairs, times, price } of problem.pairDemands) {
    for (const [one, other] of pairs) {
      const at = Math.min(one, other) * problem.unitCount + Math.max(one, other);
      if (price !== null || (state.times[at] ?? 0) >= times) continue;
      wanted.push(() => {
        const serials = (state.engagements[one] ?? []).flatMap(({ serial }) =>
          serial >= 0 && anyOf(serial).includes(one) ? [serial] : [],
        );
        if (serials.length === 0) return undefined;
        const serial = random.pick(serials);
        const others = anyOf(serial).filter((unit) => unit !== one);
        return { serial, goes: random.happens(0.3) ? -1 : pickOr(others, random), comes: other };
      });
    }
  }
  return wanted.length === 0 ? undefined : random.pick(wanted)();
}

const pickOr = (list: readonly number[], random: Random): number => (list.length === 0 ? -1 : random.pick(list));

/** Where parties lead unevenly somebody who may lead, of the party that leads least often, comes for the lead of the one that leads most. */
function leading(state: State, random: Random): Exchange | undefined {
  const { problem, placed } = state;
  const group = unevenGroup(state, random);
  if (group === undefined) return undefined;
  const partyOf = (unit: number) => problem.bodies[unit]?.party ?? -1;
  const isLedByMost = group.serials.filter((serial) => partyOf(placed[serial]?.lead ?? -1) === group.most);
  if (isLedByMost.length === 0) return undefined;
  const serial = random.pick(isLedByMost);
  const [placement, may] = [placed[serial], problem.serials[serial]?.team];
  if (placement == null || may == null) return undefined;
  const able: number[] = [];
  for (let unit = 0; unit < problem.unitCount; unit++)
    if (partyOf(unit) === group.least && may.lead[unit] === 1 && !placement.team.includes(unit)) able.push(unit);
  const comes = pickOr(able, random);
  return comes < 0 ? undefined : { serial, comes, goes: placement.lead };
}

/** Somebody of the serial before or after comes for somebody who was in neither. */
function keepingTogether(state: State, placement: Placement, random: Random): Exchange | undefined {
  const near = neighboursOf(state, placement.serial, placement.start);
  if (near.length === 0) return undefined;
  const { serial, team } = placement;
  const coming = random.pick(near).team.filter((unit) => !team.includes(unit));
  const going = team.filter((unit) => !near.some((other) => other.team.includes(unit)));
  if (coming.length === 0) return undefined;
  return { serial, comes: random.pick(coming), goes: going.length === 0 || random.happens(0.2) ? -1 : random.pick(going) };
}

/** Somebody comes who makes more new pairs in the team than are lost. */
function meeting(state: State, { serial, team }: Placement, random: Random): Exchange | undefined {
  const { problem } = state;
  const goes = random.happens(0.2) ? -1 : random.pick(team);
  const rest = team.filter((unit) => unit !== goes);
  const first = random.below(problem.unitCount);
  const loss = goes < 0 ? 0 : pairsOnlyHere(state, goes, rest);
  for (let count = 0; count < problem.unitCount; count++) {
    const comes = (first + count) % problem.unitCount;
    if (!team.includes(comes) && newPairs(state, comes, rest) > loss) return { serial, goes, comes };
  }
  return undefined;
}

const at = ({ problem: { unitCount } }: State, one: number, other: number): number =>
  one < other ? one * unitCount + other : other * unitCount + one;

function newPairs(state: State, unit: number, team: readonly number[]): number {
  const { bodies, together } = state.problem;
  let count = 0;
  for (const other of team)
    if (bodies[other]?.party !== bodies[unit]?.party && (state.times[at(state, unit, other)] ?? 0) < together.times) count++;
  return count;
}

function pairsOnlyHere(state: State, unit: number, team: readonly number[]): number {
  const { bodies, together } = state.problem;
  let count = 0;
  for (const other of team)
    if (bodies[other]?.party !== bodies[unit]?.party && (state.times[at(state, unit, other)] ?? 0) === Math.max(1, together.times)) count++;
  return count;
}

/** Somebody with less duty of the same party comes for somebody with more. */
function resting(state: State, { serial, team }: Placement, random: Random): Exchange | undefined {
  const { problem } = state;
  const goes = random.pick(team);
  const comes = random.below(problem.unitCount);
  if (problem.bodies[comes]?.party !== problem.bodies[goes]?.party || dutyMinutes(state, comes) >= dutyMinutes(state, goes))
    return undefined;
  return { serial, goes, comes };
}
