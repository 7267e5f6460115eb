// A generated document as files of data: what stands in which file of the folder.
import { statementNames, type Written, type WrittenItems } from '../../exercise/index.ts';
import { isoDateOfDay } from '../../kernel/index.ts';
import { closuresSection } from './closures-section.ts';
import { lagsSection } from './lags-section.ts';
import { namesOf } from './lexicon.ts';
import { peopleSection } from './people-section.ts';
import { facilitiesSection, poolsSection, sitesSection } from './places-section.ts';
import { type Order, phaseBounds, serialsSection } from './serials-section.ts';
import type { Shape } from './shape.ts';
import {
  alternatesSection,
  exclusionsSection,
  meetingsSection,
  milestonesSection,
  pairsSection,
  qualificationsSection,
  requirementsSection,
} from './statements-section.ts';
import { supportDemands } from './support.ts';
import { dayHours, nightHours } from './world.ts';

/** A file of the folder, and the value that is written into it. */
export type GeneratedFile = { readonly path: string; readonly content: Readonly<Record<string, unknown>> };

/** Everything by collection, so that a contradiction can be planted in it before it is divided into files. */
export type Content = WrittenItems & {
  readonly persons?: undefined;
  readonly heldBy: Readonly<Record<string, readonly Written<'persons'>[]>>;
};

export function contentOf(shape: Shape, order: Order): Content {
  const { world, when } = shape;
  const { languages } = world.mould;
  const { persons, ...people } = peopleSection(shape);
  const bounds = phaseBounds(shape);
  return {
    heldBy: persons,
    ...people,
    phases: (['RECEPTION', 'PART', 'COMBINED', 'CLOSE'] as const).map((id, index) => ({
      id,
      name: namesOf(({ RECEPTION: 'reception', PART: 'part', COMBINED: 'combined', CLOSE: 'close' } as const)[id], languages),
      from: when(bounds[id][0]),
      to: when(bounds[id][1]),
      order: index + 1,
    })),
    facilities: facilitiesSection(shape),
    sites: sitesSection(shape),
    pools: poolsSection(shape),
    tasks: [
      { id: 'SPECTRUM', name: namesOf('spectrum', languages) },
      ...world.tasks.map(({ id, names }) => ({ id, name: names, parent: 'SPECTRUM' })),
    ],
    requirements: requirementsSection(shape),
    serials: serialsSection(shape, order),
    closures: closuresSection(shape),
    meetings: meetingsSection(shape),
    exclusions: exclusionsSection(shape),
    lags: lagsSection(shape),
    qualifications: qualificationsSection(shape),
    supportDemands: supportDemands(world),
    alternates: alternatesSection(shape),
    milestones: milestonesSection(shape),
    pairDemands: pairsSection(shape),
    agreements: (['document', 'plan', 'change', 'inject', 'release', 'resume', 'finding', 'communique'] as const).map((on) => ({
      id: `AGREED-${on.toUpperCase()}`,
      on,
      consents: world.mould.parties.map(({ id }) => ({ role: 'coDirector', party: id })),
      within: '4h',
      silenceMeans: 'no' as const,
    })),
    storylines: [{ id: 'STORY', name: namesOf('story', languages) }],
  };
}

/** The folder's files: what partners share, EXCON's scenario, and each party's persons. */
export function filesOf(shape: Shape, { heldBy, ...content }: Content): readonly GeneratedFile[] {
  const some = (...names: readonly (keyof WrittenItems)[]) =>
    Object.fromEntries(
      names.flatMap((name) => (content[name] === undefined || content[name].length === 0 ? [] : [[name, byId(content[name])]])),
    );
  return [
    { path: 'shared/exercise.yaml', content: { exercise: settingOf(shape), ...some('phases') } },
    { path: 'shared/release.yaml', content: { release: policyOf(shape), ...some('agreements') } },
    { path: 'shared/parties.yaml', content: some('parties', 'contingents', 'capabilities') },
    { path: 'shared/units.yaml', content: some('units', 'taskGroups') },
    { path: 'shared/posts.yaml', content: some('posts') },
    { path: 'shared/places.yaml', content: some('facilities', 'sites', 'pools') },
    { path: 'shared/tasks.yaml', content: some('tasks', 'requirements') },
    { path: 'shared/serials.yaml', content: some('serials') },
    { path: 'shared/planning.yaml', content: some(...statementNames) },
    { path: 'excon/scenario.yaml', content: some('storylines') },
    ...Object.entries(heldBy).flatMap(([party, persons]) =>
      persons.length === 0 ? [] : [{ path: `parties/${party}/persons.yaml`, content: { persons: byId(persons) } }],
    ),
  ];
}

function byId(items: readonly { readonly id: string }[]): Record<string, object> {
  return Object.fromEntries(items.map(({ id, ...fields }) => [id, fields]));
}

function settingOf({ world, when, from, to }: Shape) {
  const { mould, options, objectives } = world;
  const { seed, serials, units } = options;
  const parties = mould.parties.map(({ id }) => id);
  return {
    code: `${mould.code}-LIKE-${seed}`,
    name: namesOf('exercise', mould.languages, `${mould.code} (${serials}/${units}/${seed})`),
    from: when(from),
    to: when(to),
    zone: mould.writtenZone,
    languages: [...mould.languages],
    participating: parties,
    owners: ['excon', ...parties],
    simulated: true,
    anchors: { D: isoDateOfDay(mould.firstDay) },
    startex: when(world.at(0, 6 * 60)),
    endex: when(to),
    gridMinutes: mould.grid,
    twilight: mould.twilight,
    ...(world.hasStatedHours ? { statedHours: { day: dayHours, night: nightHours } } : {}),
    objectives: [...objectives],
    emergency: { channel: 'SAFETY 1', telephone: '112' },
  };
}

function policyOf({ world }: Shape) {
  const { scale, folders } = world.mould;
  const [lowest = ''] = scale;
  return {
    scale: [...scale],
    folders: { ...folders },
    defaults: [{ thing: 'observation', classification: lowest, releasableTo: 'author', audience: 'author:' }],
  };
}
