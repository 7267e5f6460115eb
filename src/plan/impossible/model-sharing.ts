// What serials that stand near each other in time may not share: people, places, pools, and the hours of a day. It is added only where a
// candidate breaks it, so that a proof holds no more than it needs.
import { type Candidate, candidatesOf, usesOf } from './candidate.ts';
import { type Actor, before, type Engagement, holds, implies, type Model } from './model.ts';
import { dutyLimits, heedDuty } from './model-duty.ts';
import { nightsOf } from './model-nights.ts';
import { sharePools, shareRoom, shareSites, shareWhatIsLeft } from './model-places.ts';
import { shortestWays } from './model-ways.ts';

export type Sharing = {
  /** Heeds what the solver's candidate breaks; false where it breaks nothing that is known. */
  heed(): boolean;
};

export function sharingOf(model: Model): Sharing {
  const { planning } = model;
  const people = peopleOf(model);
  const done = new Set<string>();
  const first = (key: string): boolean => {
    if (done.has(key)) return false;
    done.add(key);
    return true;
  };
  // Every statement is an assumption from the beginning, also one that no candidate may ever break.
  for (const { id } of planning.sites) holds(model, 'sites', id, ['capacity']);
  for (const { id, people: most } of planning.sites) if (most !== Number.POSITIVE_INFINITY) holds(model, 'sites', id, ['people']);
  for (const { id, lessDuring } of planning.pools) {
    holds(model, 'pools', id, ['count']);
    if (lessDuring.length > 0) holds(model, 'pools', id, ['lessDuring']);
  }
  return {
    heed: () => {
      // The candidate is read before anything is added to it.
      const todo: (() => void)[] = [];
      for (const candidate of candidatesOf(model, first, todo)) {
        people(candidate);
        shareSites(candidate);
        shareRoom(candidate);
        sharePools(candidate);
        shareWhatIsLeft(candidate);
      }
      for (const add of todo) add();
      return todo.length > 0;
    },
  };
}

/** Between two engagements of somebody, at most so long a way is heeded. */
const longestWay = 240;

/** Nobody is in two places at once, on duty too long, or too many nights running. */
function peopleOf(model: Model): (candidate: Candidate) => void {
  const ways = shortestWays(model.planning);
  const limits = dutyLimits(model);
  const nights = nightsOf(model);
  return (candidate) => {
    const { first, todo } = candidate;
    for (const [body, list] of usesOf(candidate)) {
      for (const [index, one] of list.entries()) {
        for (let next = index + 1; next < list.length; next++) {
          const other = list[next];
          if (other === undefined || one.actor.serial === other.actor.serial) continue;
          const way = one.site < 0 || other.site < 0 ? 0 : (ways[one.site]?.[other.site] ?? 0);
          if (other.from - one.to >= longestWay) break;
          const [a, b] = one.actor.serial < other.actor.serial ? [one, other] : [other, one];
          const pair = `${a.actor.time.index} ${b.actor.time.index} ${a.actor.scenario} ${b.actor.scenario}`;
          if (other.from < one.to) {
            if (first(`pair ${pair}`)) todo.push(() => apart(model, a.actor, b.actor));
          } else if (other.from < one.to + way && first(`way ${pair} ${a.site} ${b.site}`)) {
            const [forth, back] = [ways[a.site]?.[b.site] ?? 0, ways[b.site]?.[a.site] ?? 0];
            todo.push(() => apart(model, a.actor, b.actor, { forth, back, sites: [a.site, b.site] }));
          }
        }
      }
      nights(body, list, first, todo);
      const limit = limits.get(body);
      if (limit !== undefined) heedDuty(candidate, body, list, limit);
    }
  };
}

type Way = { readonly forth: number; readonly back: number; readonly sites: readonly [number, number] };

/** Nobody is in both at once; and, where a way between two sites is meant, has time for it. */
function apart(model: Model, one: Actor, other: Actor, way?: Way): void {
  const theirs = new Map<number, Engagement[]>();
  for (const engagement of model.engagements.get(other.serial) ?? []) {
    if (engagement.isByPresence && other.scenario >= 0) continue;
    theirs.set(engagement.body, [...(theirs.get(engagement.body) ?? []), engagement]);
  }
  const at = (actor: Actor, site: number | undefined) => actor.places.find((place) => place.site === site)?.literal;
  const places = way === undefined ? [] : [at(one, way.sites[0]), at(other, way.sites[1])].flatMap((literal) => literal ?? []);
  for (const mine of model.engagements.get(one.serial) ?? []) {
    if (mine.isByPresence && one.scenario >= 0) continue;
    for (const its of theirs.get(mine.body) ?? []) {
      implies(
        model,
        [mine.literal, its.literal, one.held, other.held, ...places],
        [
          before(model, one, other, mine.offset + mine.minutes - its.offset + (way?.forth ?? 0)),
          before(model, other, one, its.offset + its.minutes - mine.offset + (way?.back ?? 0)),
        ],
      );
    }
  }
}
