/** Builders for tests of this and other rooms: a whole exercise from plain values, without files. What a test does not say has a harmless value. */

import type * as z from 'zod';
import { Malformed, type Place } from '../kernel/index.ts';
import type { Exercise } from './exercise.ts';
import { type CollectionName, collectionNames, type collections } from './nouns/collections.ts';
import type { ParsedFile, Path } from './parsed-file.ts';
import { readExercise } from './read-exercise.ts';

/** An item as an author writes it, with its identifier. */
export type Written<N extends CollectionName> = z.input<(typeof collections)[N]['schema']> & { readonly id: string };
/** The items of some collections, each as a list. */
export type WrittenItems = { readonly [N in CollectionName]?: readonly Written<N>[] };
type Fields = Readonly<Record<string, unknown>>;

/** What a test says of its exercise; the rest is `aSetting`, `aPolicy` and the parties BLR and CHN. Items stand in `shared/` unless said otherwise. */
export type AnExercise = WrittenItems & {
  readonly setting?: Fields;
  readonly policy?: Fields;
  readonly programme?: Fields;
  readonly excon?: WrittenItems;
  readonly ofParty?: Readonly<Record<string, WrittenItems>>;
};

/** The setting of the tests: 8 to 19 July 2024 near Brest, zone C, BLR and CHN, in Russian, Chinese and English; D-day is 8 July. */
export const aSetting = {
  code: 'TEST-2024',
  name: { en: 'Test', zh: '测试', ru: 'Проверка' },
  from: '080000CJUL24',
  to: '192100CJUL24',
  zone: 'C',
  languages: ['en', 'zh', 'ru'],
  participating: ['BLR', 'CHN'],
  host: 'BLR',
  anchors: { D: '2024-07-08' },
  startex: 'D 06:00',
  endex: 'D+10 20:00',
  simulated: true,
} as const;

export const aPolicy = {
  scale: ['UNCLASSIFIED', 'RESTRICTED', 'CONFIDENTIAL'],
  caveats: ['MEDICAL'],
  folders: { shared: 'RESTRICTED', excon: 'RESTRICTED', parties: 'RESTRICTED' },
} as const;

const named = (text: string) => ({ en: text, zh: text, ru: text });

export function aUnit(given: { readonly id: string } & Partial<Written<'units'>>): Written<'units'> {
  return { party: 'BLR', name: named(given.id), strength: 10, presence: [{ from: aSetting.from, to: aSetting.to }], ...given };
}

export function aSite(given: { readonly id: string } & Partial<Written<'sites'>>): Written<'sites'> {
  return { name: named(given.id), position: { latitude: 52.1, longitude: 23.7 }, ...given };
}

export function aTask(given: { readonly id: string } & Partial<Written<'tasks'>>): Written<'tasks'> {
  return { name: named(given.id), ...given };
}

export function aSerial(given: { readonly id: string } & Partial<Written<'serials'>>): Written<'serials'> {
  return { name: named(given.id), run: '2h', ...given };
}

export function aPost(given: { readonly id: string } & Partial<Written<'posts'>>): Written<'posts'> {
  return { name: named(given.id), role: 'controller', party: 'BLR', cell: 'excon', languages: ['ru'], ...given };
}

export function aStoryline(given: { readonly id: string } & Partial<Written<'storylines'>>): Written<'storylines'> {
  return { name: named(given.id), ...given };
}

export function anInject(given: { readonly id: string } & Partial<Written<'injects'>>): Written<'injects'> {
  return {
    number: given.id,
    title: named(given.id),
    storyline: 'story',
    trigger: { kind: 'time', at: 'D+1 09:00' },
    from: { plays: named('A caller') },
    to: ['player'],
    means: 'telephone',
    text: { source: 'en', texts: named(given.id) },
    controller: 'controller',
    ...given,
  };
}

/** The files of an exercise, one for `shared/` and one for each other owner; `shared/` lists the owners. */
export function aDocument(given: AnExercise = {}): readonly ParsedFile[] {
  const { setting, policy, programme, excon, ofParty = {} } = given;
  const owners = [...(excon === undefined ? [] : ['excon']), ...Object.keys(ofParty)];
  const parties = given.parties ?? [
    { id: 'BLR', name: named('Belarus'), languages: ['ru'] },
    { id: 'CHN', name: named('China'), languages: ['zh'] },
  ];
  const shared = {
    exercise: stated({ ...aSetting, owners, ...setting }),
    release: stated({ ...aPolicy, ...policy }),
    ...(programme === undefined ? {} : { programme }),
    ...byIdentifier({ ...given, parties }),
  };
  return [
    aFile('shared/exercise.yaml', shared),
    ...(excon === undefined ? [] : [aFile('excon/all.yaml', byIdentifier(excon))]),
    ...Object.entries(ofParty).map(([party, items]) => aFile(`parties/${party}/all.yaml`, byIdentifier(items))),
  ];
}

/** A file with a value; every place is line 1, and the column counts the steps to it, so that tests can tell keys apart. */
export function aFile(path: string, value: unknown, classKey?: string): ParsedFile {
  const placeOf = (steps: Path): Place => ({ file: path, line: 1, column: steps.length + 1, cell: steps.join('.') });
  return { path, value, classKey, places: (steps) => ({ key: placeOf(steps), value: placeOf(steps) }) };
}

/**
 * A whole exercise. Throws `Malformed` where an item is not as its schema wants; faults between items (a site that does not exist) are left
 * for the room that tests them, unless `sound`.
 */
export function anExercise(given: AnExercise = {}, options: { readonly sound?: boolean } = {}): Exercise {
  const { exercise, faults } = readExercise(aDocument(given));
  const ownFaults = options.sound === true ? faults : faults.filter(({ key }) => !key.startsWith('exercise.'));
  if (exercise === undefined || ownFaults.length > 0) throw new Malformed(faults);
  return exercise;
}

function byIdentifier(items: WrittenItems): Fields {
  const tables: Record<string, Fields> = {};
  for (const name of collectionNames) {
    const list: readonly { readonly id: string }[] | undefined = items[name];
    if (list !== undefined) tables[name] = Object.fromEntries(list.map(({ id, ...fields }) => [id, fields]));
  }
  return tables;
}

// A field that a test sets to undefined is not stated at all.
function stated(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
