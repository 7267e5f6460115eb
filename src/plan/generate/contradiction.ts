// Plants statements that cannot hold together into a generated document, in such a way that without any one of them there is a plan: the
// hidden one, with what is planted as told here.
import type { Written } from '../../exercise/index.ts';
import type { MinuteInstant } from '../../kernel/index.ts';
import { type Booking, notHeld } from '../plan.ts';
import type { Content } from './files.ts';
import { namesOf } from './lexicon.ts';
import type { Shape } from './shape.ts';
import { camp } from './world.ts';

/** One of the statements, and the bookings of what was planted that hold once it is taken away. */
export type Planted = {
  readonly collection: 'closures' | 'lags' | 'milestones' | 'requirements';
  readonly id: string;
  readonly otherwise: readonly Booking[];
};

export type Contradiction = { readonly content: Content; readonly planted: readonly Planted[] };

export function contradict(shape: Shape, content: Content, count: number): Contradiction {
  const days = shape.hidden.days.last;
  const families = [holders, ...(count >= 2 ? [circle] : []), ...(count <= days ? [calendar] : [])];
  const plant = shape.world.random('contradiction').pick(families);
  return plant(shape, content, count);
}

const minutes = 30;

function heldAt(serial: string, start: number, more: Partial<Booking> = {}): Booking {
  return { ...notHeld(serial), held: true, start: start as MinuteInstant, end: (start + minutes) as MinuteInstant, ...more };
}

/** Each serial of a circle must come before the next. */
function circle({ world }: Shape, content: Content, count: number): Contradiction {
  const { languages, grid } = world.mould;
  const ids = Array.from({ length: count }, (_, index) => `ROUND-${index + 1}`);
  const next = (index: number) => ids[(index + 1) % count] ?? '';
  const step = grid * Math.ceil(minutes / grid);
  const lags = ids.map(
    (id, index): Written<'lags'> => ({
      id: `CIRCLE-${index + 1}`,
      reason: `What ${id} tells is needed for ${next(index)}.`,
      first: { serials: [id] },
      second: { serials: [next(index)] },
    }),
  );
  return {
    content: {
      ...content,
      serials: [
        ...(content.serials ?? []),
        ...ids.map((id) => ({ id, name: namesOf('radio', languages, id), kind: 'brief' as const, run: `${minutes}min` })),
      ],
      lags: [...(content.lags ?? []), ...lags],
    },
    planted: lags.map(({ id }, index) => ({
      collection: 'lags' as const,
      id,
      // The circle opens behind the lag that is gone.
      otherwise: ids.map((serial, at) => heldAt(serial, world.at(1, 8 * 60) + step * ((at - index - 1 + 2 * count) % count))),
    })),
  };
}

/** New units with a capability of their own at a new site, and a serial that asks for it. */
function withAnnex({ world }: Shape, content: Content, units: readonly string[], serial: Written<'serials'>): Content {
  const { languages, parties, sites } = world.mould;
  const party = parties[0]?.id ?? '';
  return {
    ...content,
    capabilities: [...(content.capabilities ?? []), { id: 'special', name: namesOf('annex', languages) }],
    units: [
      ...(content.units ?? []),
      ...units.map((id) => ({
        id,
        party,
        contingent: `${party}-CONTINGENT`,
        name: namesOf('section', languages, id),
        strength: 1,
        capabilities: [{ capability: 'special' }],
        languages: [parties[0]?.languages[0] ?? 'en'],
      })),
    ],
    sites: [
      // Who is new attends what all attend.
      ...(content.sites ?? []).map((site, index) =>
        index === camp && site.capacity?.people !== undefined
          ? { ...site, capacity: { ...site.capacity, people: site.capacity.people + units.length } }
          : site,
      ),
      { id: 'ANNEX', name: namesOf('annex', languages), position: { ...(sites[0]?.position ?? { latitude: 0, longitude: 0 }) } },
    ],
    serials: [
      ...(content.serials ?? []),
      {
        kind: 'brief',
        sites: ['ANNEX'],
        team: { demands: [{ capability: 'special' }], units: { least: 1, most: 1 } },
        ...serial,
        run: `${minutes}min`,
      },
    ],
  };
}

const special = 'SPECIAL-1';

/** Whoever could do it is away on the one day on which it can be. */
function holders(shape: Shape, content: Content, count: number): Contradiction {
  const { world, when } = shape;
  const units = Array.from({ length: count }, (_, index) => `HOLDER-${index + 1}`);
  const name = namesOf('serial', world.mould.languages, special);
  const serial: Written<'serials'> = {
    id: special,
    name,
    run: '',
    startsFrom: when(world.at(1, 8 * 60)),
    endsBy: when(world.at(1, 20 * 60)),
  };
  const closures = units.map(
    (unit, index): Written<'closures'> => ({
      id: `AWAY-${index + 1}`,
      reason: `${unit} is away.`,
      scope: { units: [unit] },
      periods: [{ from: when(world.at(1, 6 * 60)), to: when(world.at(1, 22 * 60)) }],
    }),
  );
  const planted = withAnnex(shape, content, units, serial);
  return {
    content: { ...planted, closures: [...(content.closures ?? []), ...closures] },
    planted: closures.map(({ id }, index) => {
      const unit = units[index] ?? '';
      return {
        collection: 'closures' as const,
        id,
        otherwise: [heldAt(special, world.at(1, 13 * 60), { site: 'ANNEX', team: [unit], lead: unit })],
      };
    }),
  };
}

/** A requirement, and statements that together leave no day for the one serial that could meet it. */
function calendar(shape: Shape, content: Content, count: number): Contradiction {
  const { world, when, hidden, from, to } = shape;
  const { languages, parties } = world.mould;
  const unit = 'HOLDER-1';
  const party = parties[0]?.id ?? '';
  const isRequired = count >= 2;
  const serial: Written<'serials'> = {
    id: special,
    name: namesOf('serial', languages, special),
    run: '',
    ...(isRequired ? { tasks: ['special'], optional: { price: 4 } } : {}),
  };
  const blockers = Math.max(1, count - (isRequired ? 1 : 0));
  const days = hidden.days.last;
  const edge = (index: number) => (index === 0 ? from : index === blockers ? to : world.day(1 + Math.floor((index * days) / blockers)));
  const planted = withAnnex(shape, content, [unit], serial);
  const closures: Written<'closures'>[] = [];
  const milestones: Written<'milestones'>[] = [];
  const statements: Planted[] = [];
  for (let index = 0; index < blockers; index++) {
    const [first, last] = [edge(index), edge(index + 1)];
    const id = `BLOCK-${index + 1}`;
    const day = index === 0 ? 1 : 1 + Math.floor((index * days) / blockers);
    const otherwise = [heldAt(special, world.at(day, 13 * 60), { site: 'ANNEX', team: [unit], lead: unit })];
    if (index === 0 && blockers > 1) {
      milestones.push({
        id,
        reason: 'It needs the annex finished.',
        name: namesOf('plan', languages, 'A'),
        due: when(last),
        gates: { serials: [special] },
      });
      statements.push({ collection: 'milestones', id, otherwise });
      continue;
    }
    const scopes = [{ serials: [special] }, { units: [unit], serials: [special] }, { sites: ['ANNEX'] }] as const;
    const scope = scopes[index % scopes.length] ?? scopes[0];
    closures.push({
      id,
      reason: `Closed for a while (${index + 1}).`,
      scope: structured(scope),
      periods: [{ from: when(first), to: when(last) }],
    });
    statements.push({ collection: 'closures', id, otherwise });
  }
  const requirement: Written<'requirements'> = { id: 'MUST', party, task: 'special', times: 1 };
  return {
    content: {
      ...planted,
      closures: [...(content.closures ?? []), ...closures],
      milestones: [...(content.milestones ?? []), ...milestones],
      ...(isRequired
        ? {
            tasks: [...(content.tasks ?? []), { id: 'special', name: namesOf('task', languages, special), parent: 'SPECTRUM' }],
            requirements: [...(content.requirements ?? []), requirement],
          }
        : {}),
    },
    planted: [...(isRequired ? [{ collection: 'requirements' as const, id: 'MUST', otherwise: [notHeld(special)] }] : []), ...statements],
  };
}

const structured = (scope: Readonly<Record<string, readonly string[]>>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(scope).map(([field, ids]) => [field, [...ids]]));
