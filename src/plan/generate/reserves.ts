// Reserves of the hidden plan: a serial or two that could be moved to the day of reserve, and one that could move to another site, with
// all else as it stands.
import { type MinuteInstant, minuteOfLocalDay } from '../../kernel/index.ts';
import { type Held, spellOf, toRunOf } from './held.ts';
import type { Hidden } from './hidden.ts';
import { canTake } from './roster.ts';
import { isIn, touches, type World } from './world.ts';

/** Where a serial would stand if its alternate were used. */
export type Ghost = {
  readonly alternate: string;
  readonly trigger: 'weather' | 'site';
  readonly held: Held;
  readonly start: number;
  readonly end: number;
  readonly site: number;
};

export const bodiesOf = ({ team, posts, support }: Held): readonly number[] => [...team, ...posts, ...support.map(({ body }) => body)];

export function ghostsOf(world: World, hidden: Hidden): readonly Ghost[] {
  const random = world.random('reserves');
  const candidates = random.shuffled(
    hidden.held.filter(({ draft }) => draft.phase === 'COMBINED' && draft.kind === 'training' && draft.light !== 'night' && !draft.isAir),
  );
  const ghosts: Ghost[] = [];
  const most = world.options.serials >= 40 ? 2 : 1;
  for (const held of candidates) {
    if (ghosts.length >= most) break;
    const local = minuteOfLocalDay(held.start as MinuteInstant, world.mould.zone);
    const ghost = standing(world, hidden, held, world.at(hidden.days.reserve, local), held.site);
    if (ghost === undefined || ghosts.some((other) => other.site === ghost.site || sharesBody(other.held, held))) continue;
    ghosts.push({ ...ghost, alternate: `WET-${ghosts.length + 1}`, trigger: 'weather' });
  }
  for (const held of candidates) {
    if (ghosts.some((ghost) => ghost.held === held)) continue;
    const ghost = elsewhere(world, hidden, held);
    if (ghost === undefined) continue;
    ghosts.push({ ...ghost, alternate: 'SHUT-1', trigger: 'site' });
    break;
  }
  return ghosts;
}

const sharesBody = (one: Held, other: Held): boolean => bodiesOf(one).some((body) => bodiesOf(other).includes(body));

function elsewhere(world: World, hidden: Hidden, held: Held): Omit<Ghost, 'alternate' | 'trigger'> | undefined {
  for (const [site, place] of world.sites.entries()) {
    if (site === held.site || !place.facilities.includes(held.draft.facility)) continue;
    const there = hidden.held.filter(
      (other) =>
        other.site === site && other.start < held.end + held.draft.length.reset && held.start < other.end + other.draft.length.reset,
    );
    if (there.length >= place.room) continue;
    const ghost = standing(world, hidden, held, held.start, site);
    if (ghost !== undefined) return ghost;
  }
  return undefined;
}

function standing(
  world: World,
  { roster }: Hidden,
  held: Held,
  start: number,
  site: number,
): Omit<Ghost, 'alternate' | 'trigger'> | undefined {
  const { draft } = held;
  const place = world.sites[site];
  const run = start + toRunOf(draft);
  if (place === undefined || touches(place.night, run, run + draft.length.run)) return undefined;
  if (touches(world.sites[held.site]?.night ?? [], held.start + toRunOf(draft), held.end)) return undefined;
  if (draft.light === 'day' && !isIn(place.day, run, run + draft.length.run)) return undefined;
  const spell = spellOf(world, draft, start, site);
  if (!bodiesOf(held).every((body) => canTake(roster, body, spell, draft.id))) return undefined;
  return { held, start, end: spell.end, site };
}
