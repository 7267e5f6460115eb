// The serials of a generated document: fixed events where the hidden plan has them, the others with windows, hours and sites cut towards
// their place there, and the order in which some of them come.
import type { Written } from '../../exercise/index.ts';
import { type Held, totalOf } from './held.ts';
import { namesOf } from './lexicon.ts';
import { hoursAround, visitors } from './places-section.ts';
import type { Shape, Stand } from './shape.ts';
import type { Draft, PhaseId } from './syllabus.ts';
import { teamNeed } from './team-section.ts';

type Serial = Written<'serials'>;

/** First and last minute of each phase, wide at first and cut to what lies in it. */
export function phaseBounds(shape: Shape): Readonly<Record<PhaseId, readonly [number, number]>> {
  const { world, hidden, cut, from, to } = shape;
  const { part, combined, reserve, rehearsal, rest } = hidden.days;
  const day = (index: number) => world.day(index);
  return {
    RECEPTION: [from, day(1)],
    PART: [day(part[0]), cut.latest(day(rest + 2), day(part[1] + 2))],
    COMBINED: [cut.earliest(day(rest - 1), day(combined[0])), Math.min(to, cut.latest(day(rehearsal), day(reserve + 1)))],
    CLOSE: [day(rehearsal), to],
  };
}

/** What follows what, and whose team is taken over; read off the hidden plan. */
export type Order = {
  readonly after: ReadonlyMap<string, readonly string[]>;
  readonly ties: ReadonlyMap<string, { sameTeamAs?: string; unitsOf?: { serial: string; least: number } }>;
};

export function orderOf(shape: Shape): Order {
  const { world, hidden, cut } = shape;
  const random = world.random('order');
  const training = hidden.held.filter((held) => held.draft.kind === 'training');
  const firm = training.filter((held) => shape.isFree(held) && !held.draft.isOptional);
  const after = new Map<string, readonly string[]>();
  const ties = new Map<string, { sameTeamAs?: string; unitsOf?: { serial: string; least: number } }>();
  for (const held of training) {
    const sharing = firm.filter((other) => other.end <= held.start && other.draft.tasks.some((task) => held.draft.tasks.includes(task)));
    const earlier = sharing.filter(({ draft }) => (held.draft.phase === 'COMBINED' ? draft.phase === 'PART' : random.happens(0.4)));
    const wanted = held.draft.phase === 'COMBINED' ? 1 + random.below(2) : random.happens(0.25) ? 1 : 0;
    if (earlier.length > 0 && wanted > 0)
      after.set(
        held.draft.id,
        random
          .shuffled(earlier)
          .slice(0, wanted)
          .map(({ draft }) => draft.id),
      );
    const alike = firm.filter((other) => other.end <= held.start && shared(other, held) >= 2);
    if (alike.length === 0 || !random.happens(0.08) || !shape.isFree(held)) continue;
    const other = random.pick(alike);
    ties.set(held.draft.id, { unitsOf: { serial: other.draft.id, least: Math.max(1, cut.least(1, shared(other, held))) } });
  }
  const combined = random.shuffled(firm.filter(({ draft }) => draft.phase === 'COMBINED'));
  const [drill, final] = [hidden.byId.get('ROCK-DRILL'), hidden.byId.get('FINAL')];
  const before = (held: Held, count: number) =>
    combined
      .filter(({ end }) => end <= held.start)
      .slice(0, count)
      .map(({ draft }) => draft.id);
  if (drill !== undefined) after.set('ROCK-DRILL', before(drill, 1));
  if (final !== undefined) after.set('FINAL', [...(drill === undefined ? [] : ['ROCK-DRILL']), ...before(final, 3)]);
  if (final !== undefined && drill !== undefined) ties.set('FINAL', { sameTeamAs: 'ROCK-DRILL' });
  if (hidden.byId.has('CLOSING')) after.set('CLOSING', ['FINAL']);
  return { after, ties };
}

const shared = (one: Held, other: Held): number => one.team.filter((unit) => other.team.includes(unit)).length;

export function serialsSection(shape: Shape, order: Order): readonly Serial[] {
  const { hidden } = shape;
  const bounds = phaseBounds(shape);
  const written = hidden.held.map((held) => serialOf(shape, held, order, bounds[held.draft.phase]));
  const spare = hidden.spare.map((draft) => spareSerial(shape, draft));
  // In the order of their names, so that the order of the hidden plan does not show.
  const rank = (id: string) => (id.startsWith('S-') ? `1${id}` : `0${id}`);
  return [...written, ...spare].sort((a, b) => (rank(a.id) < rank(b.id) ? -1 : 1));
}

function serialOf(shape: Shape, held: Held, { after, ties }: Order, bounds: readonly [number, number]): Serial {
  const { world, stands, cut, when } = shape;
  const { draft, start, end } = held;
  const random = world.random(`serial ${draft.id}`);
  const own = stands.filter((stand) => stand.held === held);
  const isWindowed = !held.isFixed && random.happens(0.6);
  const hours = !held.isFixed && draft.light !== 'night' && random.happens(0.5) ? hoursAround(shape, own) : undefined;
  const follows = after.get(draft.id);
  return {
    id: draft.id,
    name: namesOf(draft.word, world.mould.languages, draft.kind === 'training' ? draft.id.slice(2) : ''),
    ...basics(draft),
    ...(held.isFixed ? { at: when(start + draft.length.setUp + draft.length.brief) } : {}),
    ...(isWindowed ? { startsFrom: when(cut.earliest(bounds[0], start)), endsBy: when(cut.latest(bounds[1], end)) } : {}),
    ...(hours === undefined ? {} : { hours }),
    ...(draft.isOptional ? { optional: { price: 5 } } : {}),
    ...placesOf(shape, held, own, random.happens(0.6)),
    ...(held.team.length === 0 ? {} : { team: teamNeed(shape, held, ties.get(draft.id) ?? {}) }),
    ...attendance(shape, held),
    ...(follows === undefined || follows.length === 0 ? {} : { after: [...follows] }),
    ...(draft.kind === 'visit' ? { visitors } : {}),
    ...(shape.ghosts.some((ghost) => ghost.held === held && ghost.trigger === 'weather') ? { weatherSensitive: true } : {}),
  };
}

function basics({ kind, tasks, phase, length, light, pool, chain }: Draft) {
  const spans = (['setUp', 'brief', 'debrief', 'reset'] as const).flatMap((part) =>
    length[part] === 0 ? [] : [[part, `${length[part]}min`] as const],
  );
  return {
    kind,
    ...(tasks.length === 0 ? {} : { tasks: [...tasks] }),
    phase,
    run: `${length.run}min`,
    ...Object.fromEntries(spans),
    ...(light === 'any' ? {} : { light }),
    ...(pool === undefined ? {} : { pools: [{ ...pool }] }),
    ...(chain === undefined ? {} : { chain }),
  };
}

function placesOf(
  { world, cut }: Shape,
  { draft }: Held,
  own: readonly Stand[],
  areListed: boolean,
): Pick<Serial, 'sites' | 'facilities' | 'zone'> {
  const idOf = (site: number) => world.sites[site]?.id ?? '';
  const used = [...new Set(own.map(({ site }) => site))];
  const zone = draft.isAir ? { zone: 'air' } : {};
  if (draft.facility === '') return { sites: used.map(idOf) };
  if (!areListed) return { facilities: [draft.facility], ...zone };
  const others = world
    .random(`places ${draft.id}`)
    .shuffled(
      world.sites.flatMap((site, index) =>
        !used.includes(index) && site.facilities.includes(draft.facility) && (!draft.isAir || site.hasAir) ? [index] : [],
      ),
    );
  const listed = [...used, ...others.slice(0, cut.most(others.length, 0))].sort((a, b) => a - b);
  return { sites: listed.map(idOf), facilities: [draft.facility], ...zone };
}

function attendance({ world, idOf }: Shape, { attends, posts }: Held): Pick<Serial, 'attend'> {
  const units =
    attends === 'all' ? ('all' as const) : attends === 'late' ? world.units.flatMap(({ id, isLate }) => (isLate ? [id] : [])) : [];
  if (units !== 'all' && units.length === 0 && posts.length === 0) return {};
  return { attend: { units, posts: posts.map(idOf) } };
}

/** A serial that the hidden plan leaves out, at its price. */
function spareSerial({ world }: Shape, draft: Draft): Serial {
  return {
    id: draft.id,
    name: namesOf(draft.word, world.mould.languages, draft.id.slice(2)),
    ...basics(draft),
    phase: 'COMBINED',
    facilities: [draft.facility],
    optional: { price: 3 },
    ...(totalOf(draft) > 600 ? {} : { hours: { from: '07:00', to: '20:00' } }),
    team: { units: { least: Math.min(2, draft.size) }, parties: { least: Math.min(2, world.mould.parties.length) } },
  };
}
