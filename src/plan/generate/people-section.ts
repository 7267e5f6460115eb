// The people of a generated document: parties, contingents, units and posts with their stays cut, task groups, and who holds the posts.
import type { Written } from '../../exercise/index.ts';
import { completed, namesOf } from './lexicon.ts';
import { longestGap, middleOf, type Shape } from './shape.ts';
import { meetingInterpreter } from './support.ts';

export type PeopleSection = {
  readonly parties: readonly Written<'parties'>[];
  readonly contingents: readonly Written<'contingents'>[];
  readonly units: readonly Written<'units'>[];
  readonly taskGroups: readonly Written<'taskGroups'>[];
  readonly posts: readonly Written<'posts'>[];
  readonly capabilities: readonly Written<'capabilities'>[];
  readonly persons: Readonly<Record<string, readonly Written<'persons'>[]>>;
};

export function peopleSection(shape: Shape): PeopleSection {
  const { world, hidden, when } = shape;
  const { mould, units, posts } = world;
  const { languages, parties } = mould;
  const lateParty = parties[parties.length - 1]?.id ?? '';
  const hasLate = units.some(({ isLate }) => isLate);
  const lateFrom = world.at(2, 6 * 60);
  const strength = (isIn: (index: number) => boolean) =>
    Math.max(
      1,
      units.reduce((sum, unit, index) => sum + (isIn(index) ? unit.strength : 0), 0),
    );
  const whole = { arrival: when(shape.from), ready: when(shape.from), departure: when(shape.to) };
  return {
    parties: parties.map(({ id, names, languages: spoken, kind }) => ({
      id,
      name: completed(names, languages),
      languages: [...spoken],
      kind,
    })),
    contingents: [
      ...parties.map(({ id }, party) => ({
        id: `${id}-CONTINGENT`,
        party: id,
        name: namesOf('contingent', languages, id),
        strength: strength((index) => units[index]?.party === party),
        ...whole,
      })),
      ...(hasLate
        ? [
            {
              id: 'LATE',
              party: lateParty,
              name: namesOf('late', languages, lateParty),
              strength: strength((index) => units[index]?.isLate === true),
              arrival: when(lateFrom),
              ready: when(lateFrom),
              departure: when(shape.to),
            },
          ]
        : []),
    ],
    units: [
      ...parties.map(({ id }) => ({
        id: parentOf(id),
        party: id,
        contingent: `${id}-CONTINGENT`,
        name: namesOf('contingent', languages, id),
      })),
      ...units.map((unit, body) => {
        const presence = stayOf(shape, body, unit.isLate ? lateFrom : shape.from);
        return {
          id: unit.id,
          party: parties[unit.party]?.id ?? '',
          contingent: unit.isLate ? 'LATE' : `${parties[unit.party]?.id}-CONTINGENT`,
          name: unit.names,
          strength: unit.strength,
          capabilities: unit.capabilities.map((one) => ({ ...one })),
          languages: [...unit.languages],
          home: 'CAMP',
          parent: parentOf(parties[unit.party]?.id ?? ''),
          ...(presence === undefined ? {} : { presence }),
        };
      }),
    ],
    taskGroups: [{ id: 'ALPHA', name: namesOf('group', languages, 'A'), units: hidden.group.map((unit) => units[unit]?.id ?? '') }],
    posts: [
      ...posts.map((post, index) => {
        const body = units.length + index;
        const presence = post.id === meetingInterpreter || post.role === 'coDirector' ? undefined : stayOf(shape, body, shape.from);
        const sites = sitesOf(shape, body);
        return {
          id: post.id,
          role: post.role,
          name: namesOf('post', languages, post.id),
          cell: post.role === 'coDirector' ? ('command' as const) : ('excon' as const),
          languages: [...post.languages],
          ...(post.party < 0 ? {} : { party: parties[post.party]?.id ?? '' }),
          ...(post.hasHome ? { home: 'CAMP' } : {}),
          ...(sites === undefined ? {} : { sites }),
          ...(presence === undefined ? {} : { presence }),
        };
      }),
    ],
    capabilities: mould.capabilities.slice(0, 6).map(({ id, names }) => ({ id, name: completed(names, languages) })),
    persons: Object.fromEntries(
      parties.map(({ id, languages: spoken }, party) => [
        id,
        posts.flatMap((post, index) =>
          post.party === party || (post.party < 0 && party === 0)
            ? [{ id: `${id}-P${index + 1}`, party: id, name: `${id} ${index + 1}`, holds: [{ post: post.id }], languages: [...spoken] }]
            : [],
        ),
      ]),
    ),
  };
}

/** The unit that stands for all units of a party. */
export const parentOf = (party: string): string => `${party}-ALL`;

/** Half of the bodies come later, leave earlier, or are away in the middle. */
function stayOf(shape: Shape, body: number, generousFrom: number): Written<'units'>['presence'] {
  const { world, when, cut, to } = shape;
  const random = world.random(`stay ${shape.idOf(body)}`);
  const stands = shape.standsOf(body);
  const whole = generousFrom > shape.from ? [{ from: when(generousFrom), to: when(to) }] : undefined;
  const isCut = random.happens(0.5);
  if (stands.length === 0 || !isCut) return whole;
  const first = Math.min(...stands.map(({ start }) => start));
  const last = Math.max(...stands.map(({ end }) => end));
  const [from, until] = [cut.earliest(generousFrom, first), cut.latest(to, last)];
  const away = random.happens(0.3) ? middleOf(shape, longestGap(stands, first, last)) : undefined;
  if (away === undefined) return [{ from: when(from), to: when(until) }];
  return [
    { from: when(from), to: when(away[0]) },
    { from: when(away[1]), to: when(until) },
  ];
}

/** A third of the posts that move about serve only at some sites. */
function sitesOf({ world, standsOf, cut, idOf }: Shape, body: number): string[] | undefined {
  const random = world.random(`sites ${idOf(body)}`);
  const used = new Set(standsOf(body).map(({ site }) => site));
  if (used.size === 0 || !random.happens(0.33)) return undefined;
  const others = random.shuffled(world.sites.flatMap((_, site) => (used.has(site) ? [] : [site])));
  const kept = cut.most(others.length, 0);
  return [...used, ...others.slice(0, kept)].sort((a, b) => a - b).map((site) => world.sites[site]?.id ?? '');
}
