// Places the training serials of the hidden plan, each at the first hour and site where a mixed team and its support are free.
import { localDay, type MinuteInstant } from '../../kernel/index.ts';
import { type Building, type Held, spellOf, toRunOf } from './held.ts';
import { canTake, type Spell, take } from './roster.ts';
import { type Asked, asks, postsFor } from './support.ts';
import type { Draft } from './syllabus.ts';
import { isIn, partiesIn, type World } from './world.ts';

/** Days on which a place is sought before a serial is asked for less. */
const patience = 8;

/** Places serials from a day on, the first place for each; days are added as they are needed. Gives the last day used. */
export function placed(building: Building, drafts: readonly Draft[], firstDay: number): number {
  let last = firstDay;
  for (const draft of drafts) {
    const from = Math.max(firstDay, last - 3);
    const held = heldSoon(building, draft, from) ?? heldSoon(building, plainer(draft), from);
    if (held === undefined) {
      building.left.push({ ...plainer(draft), isOptional: true });
      continue;
    }
    keep(building, held);
    last = Math.max(last, localDay(held.start as MinuteInstant, building.world.mould.zone) - building.world.mould.firstDay);
  }
  return last;
}

function heldSoon(building: Building, draft: Draft, from: number): Held | undefined {
  for (let day = from; day < from + patience; day++) {
    const held = heldOn(building, draft, day);
    if (held !== undefined) return held;
  }
  return undefined;
}

/** A serial that anybody can hold by day. */
const plainer = (draft: Draft): Draft => ({
  ...draft,
  light: 'any',
  size: Math.min(2, draft.size),
  isAir: false,
  group: 0,
  length: { ...draft.length, run: 60 },
});

export function keep(building: Building, held: Held): void {
  const { world, roster, load, hasTrained, led } = building;
  building.held.push(held);
  const spell = spellOf(world, held.draft, held.start, held.site);
  for (const unit of held.team) {
    take(roster, unit, spell);
    load[unit] = (load[unit] ?? 0) + spell.end - spell.start;
    if (held.draft.phase === 'PART') hasTrained[unit] = true;
  }
  const { party = -1 } = world.units[held.lead] ?? {};
  led[party] = (led[party] ?? 0) + 1;
  for (const { body } of held.support) take(roster, body, spell);
}

/** The first place on a day, through the hours and the sites. */
function heldOn(building: Building, draft: Draft, day: number): Held | undefined {
  const { world, random } = building;
  const { grid } = world.mould;
  const [from, to] = draft.light === 'night' ? [19 * 60, 26 * 60] : [7 * 60, 17 * 60];
  const sites = random.shuffled(world.sites.flatMap((site, index) => (suits(site, draft) ? [index] : [])));
  const first = world.snapped(world.at(day, from));
  const step = grid * Math.max(1, Math.round(30 / grid));
  for (let start = first; start <= world.at(day, to); start += step) {
    for (const site of sites) {
      const held = heldAt(building, draft, start, site);
      if (held !== undefined) return held;
    }
  }
  return undefined;
}

const suits = (site: World['sites'][number], { facility, isAir }: Draft): boolean =>
  site.facilities.includes(facility) && (!isAir || site.hasAir);

function heldAt(building: Building, draft: Draft, start: number, site: number): Held | undefined {
  const { world, roster, held } = building;
  const place = world.sites[site];
  const spell = spellOf(world, draft, start, site);
  const run = start + toRunOf(draft);
  if (place === undefined || (draft.light !== 'any' && !isIn(place[draft.light], run, run + draft.length.run))) return undefined;
  const together = held.filter(
    (other) => other.site === site && other.start < spell.end + draft.length.reset && start < other.end + other.draft.length.reset,
  );
  if (together.length >= place.room) return undefined;
  if (draft.isAir && held.some((other) => other.draft.isAir && other.start < spell.end && start < other.end)) return undefined;
  const team = teamAt(building, draft, spell);
  if (team === undefined) return undefined;
  const parties = partiesIn(world, team);
  const asked: readonly Asked[] = asks(world, { draft, start, site, parties });
  const support = postsFor(world, roster, asked, spell, []);
  if (support === undefined) return undefined;
  return {
    draft,
    start,
    end: spell.end,
    site,
    team,
    lead: leadOf(building, team),
    support,
    attends: 'none',
    posts: [],
    isFixed: false,
  };
}

/** The team of a chain's last serial as far as it is free, the wanted part of the task group, then who has done least. */
export function teamAt(
  { world, roster, random, held, group, load, hasTrained }: Building,
  draft: Draft,
  spell: Spell,
): readonly number[] | undefined {
  const { units, mould, at } = world;
  const isReady = (unit: number) => {
    const cast = units[unit];
    if (cast === undefined || (cast.isLate && spell.start < at(2, 8 * 60 + 30))) return false;
    return draft.phase === 'PART' || hasTrained[unit] === true;
  };
  const free = units.flatMap((_, unit) => (isReady(unit) && canTake(roster, unit, spell) ? [unit] : []));
  if (free.length < draft.size) return undefined;
  const before = draft.chain === undefined ? undefined : held.findLast((other) => other.draft.chain === draft.chain);
  const order = random
    .shuffled(free)
    .map((unit) => ({ unit, key: (load[unit] ?? 0) + 240 * random.uniform() - (before?.team.includes(unit) ? 100_000 : 0) }))
    .sort((a, b) => a.key - b.key)
    .map(({ unit }) => unit);
  const team = order.filter((unit) => group.includes(unit)).slice(0, draft.group);
  if (team.length < draft.group) return undefined;
  const parties = () => new Set(team.map((unit) => units[unit]?.party)).size;
  const wanted = Math.min(2, mould.parties.length, draft.size);
  for (const unit of order) {
    if (team.length >= draft.size) break;
    if (team.includes(unit)) continue;
    const isNew = !team.some((other) => units[other]?.party === units[unit]?.party);
    if (!isNew && draft.size - team.length <= wanted - parties()) continue;
    team.push(unit);
  }
  return team.length === draft.size && parties() >= wanted ? team.sort((a, b) => a - b) : undefined;
}

/** A unit of the team's party that has led least. */
export function leadOf({ world, led }: Building, team: readonly number[]): number {
  const ledBy = (unit: number) => led[world.units[unit]?.party ?? -1] ?? 0;
  return team.reduce((best, unit) => (ledBy(unit) < ledBy(best) ? unit : best), team[0] ?? -1);
}
