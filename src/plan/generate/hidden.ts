// The hidden plan: day after day each serial takes the first place where its site, a mixed team and all its support are free. Everything
// that the exercise states later is read off this plan, so that the plan keeps it.
import { type Building, type Held, spellOf } from './held.ts';
import { keep, leadOf, placed, teamAt } from './placing.ts';
import { type Roster, take } from './roster.ts';
import { asks, callUp, postsFor } from './support.ts';
import type { Draft, EventId, Syllabus } from './syllabus.ts';
import { camp, partiesIn, type World } from './world.ts';

export type Days = {
  /** First and last day of part-task and of combined training, the days of rest, of reserve, of rehearsal, of the final, and the last. */
  readonly part: readonly [number, number];
  readonly rest: number;
  readonly combined: readonly [number, number];
  readonly reserve: number;
  readonly rehearsal: number;
  readonly final: number;
  readonly last: number;
};

export type Hidden = {
  readonly held: readonly Held[];
  readonly byId: ReadonlyMap<string, Held>;
  readonly spare: readonly Draft[];
  readonly days: Days;
  readonly roster: Roster;
  readonly group: readonly number[];
};

export function hiddenPlan(world: World, syllabus: Syllabus): Hidden {
  const { units } = world;
  const building: Building = {
    world,
    roster: { lists: units.map(() => []), travel: world.travel },
    random: world.random('hidden'),
    held: [],
    left: [],
    group: groupOf(world),
    load: units.map(() => 0),
    hasTrained: units.map(() => false),
    led: world.mould.parties.map(() => 0),
  };
  const event = (id: EventId, start: number, site: number, attends: Held['attends'], posts: readonly number[] = []) => {
    const draft = syllabus.events.get(id);
    if (draft !== undefined) attend(building, draft, start, site, attends, posts);
  };
  event('OPENING', world.at(0, 8 * 60 + 30), camp, 'all', callUp(world, 'coDirector'));
  event('BRIEF', world.at(0, 10 * 60 + 30), camp, 'all');
  event('BRIEF-LATE', world.at(2, 7 * 60), camp, 'late');
  const part = placed(building, syllabus.part, 1);
  const rest = part + 1;
  event('SPORT', world.at(rest, 15 * 60), camp, 'all');
  const combined = placed(building, syllabus.combined, rest + 1);
  const reserve = combined + 1;
  const [rehearsal, final] = [reserve + 1, reserve + 2];
  const signals = callUp(world, 'hostNationSupport', 2);
  const radio = world.snapped(world.at(rehearsal, 9 * 60));
  event('RADIO-A', radio - world.mould.grid, camp, 'none', signals.slice(0, 1));
  event('RADIO-B', radio, 1, 'none', signals.slice(1));
  rehearse(building, syllabus, rehearsal, final);
  event('VISIT', world.at(final, 11 * 60), 1, 'none', callUp(world, 'visitsOfficer'));
  event('CLOSING', world.at(final, 17 * 60), camp, 'all', callUp(world, 'coDirector'));
  event('HOT-WASH', world.at(final + 1, 9 * 60), camp, 'all', callUp(world, 'chiefController'));
  const last = syllabus.events.has('HOT-WASH') ? final + 1 : final;
  const held = withOfficersBriefed(building);
  return {
    held,
    byId: new Map(held.map((one) => [one.draft.id, one])),
    spare: [...syllabus.spare, ...building.left],
    days: { part: [1, part], rest, combined: [rest + 1, combined], reserve, rehearsal, final, last },
    roster: building.roster,
    group: building.group,
  };
}

/** All safety officers that were called up hear the brief of the first day. */
function withOfficersBriefed({ world, roster, held }: Building): readonly Held[] {
  const officers = world.posts.flatMap((post, index) => (post.role === 'safetyOfficer' ? [world.units.length + index] : []));
  return held.map((one) => {
    if (one.draft.id !== 'BRIEF') return one;
    for (const officer of officers) take(roster, officer, spellOf(world, one.draft, one.start, one.site));
    return { ...one, posts: [...one.posts, ...officers] };
  });
}

/** The first two units of the first two parties that are there from the beginning. */
function groupOf({ units, mould }: World): readonly number[] {
  return mould.parties
    .slice(0, 2)
    .flatMap((_, party) => units.flatMap((unit, index) => (unit.party === party && !unit.isLate ? [index] : [])).slice(0, 2));
}

function attend(building: Building, draft: Draft, start: number, site: number, attends: Held['attends'], posts: readonly number[]): void {
  const { world, roster } = building;
  const spell = spellOf(world, draft, start, site);
  const isHere = (late: boolean) => attends === 'all' && (!late || start >= world.at(2, 6 * 60));
  const units = world.units.flatMap(({ isLate }, unit) => (isHere(isLate) || (attends === 'late' && isLate) ? [unit] : []));
  const asked = asks(world, { draft, start, site, parties: [] });
  const support = postsFor(world, roster, asked, spell, posts) ?? [];
  for (const body of [...units, ...posts, ...support.map((given) => given.body)]) take(roster, body, spell);
  building.held.push({
    draft,
    start,
    end: spell.end,
    site,
    team: [],
    lead: -1,
    support,
    attends,
    posts,
    isFixed: draft.kind !== 'rehearsal',
  });
}

/** The rock drill and, the day after, the final exercise with the same team. */
function rehearse(building: Building, { events }: Syllabus, rehearsal: number, final: number): void {
  const { world, roster } = building;
  const [drill, last] = [events.get('ROCK-DRILL'), events.get('FINAL')];
  if (last === undefined) return;
  const start = world.snapped(world.at(final, 8 * 60));
  const team = teamAt(building, last, spellOf(world, last, start, 1));
  if (team === undefined) return;
  const parties = partiesIn(world, team);
  const hold = (draft: Draft, at: number, site: number, isFixed: boolean) => {
    const spell = spellOf(world, draft, at, site);
    const support = postsFor(world, roster, asks(world, { draft, start: at, site, parties }), spell, []) ?? [];
    keep(building, {
      draft,
      start: at,
      end: spell.end,
      site,
      team,
      lead: leadOf(building, team),
      support,
      attends: 'none',
      posts: [],
      isFixed,
    });
  };
  if (drill !== undefined) hold(drill, world.snapped(world.at(rehearsal, 14 * 60)), camp, false);
  hold(last, start, 1, world.hasFixedEnd);
}
