import { expect, test } from 'vitest';
import { isoFromMinute, minuteFromIso } from '../kernel/index.ts';
import { readClassKey } from '../release/index.ts';
import {
  aDocument,
  aFile,
  anExercise,
  anInject,
  aPolicy,
  aPost,
  aSerial,
  aSetting,
  aSite,
  aStoryline,
  aTask,
  aUnit,
} from './a-document.ts';
import { richDocument } from './checks/rich.ts';
import { classOf, itemsReadableBy, portionsOf } from './class-of.ts';
import { countsOf } from './counts.ts';
import { classFactsOf } from './file-class.ts';
import { restrictFiles } from './for-reader.ts';
import { lightAtSite } from './light-at-site.ts';
import { presenceOf } from './presence.ts';
import { readExercise } from './read-exercise.ts';
import { serialMinutes } from './serial-minutes.ts';
import { ancestorsOfTask, trains } from './tasks.ts';
import { receiversLanguages, textFor } from './texts.ts';
import { leafUnits, leavesOf, partyOf } from './units.ts';

const named = (name: string) => ({ en: name, zh: name, ru: name });

test('a parent stands for its leaves, and only leaves are counted', () => {
  const exercise = anExercise({
    units: [aUnit({ id: 'HQ' }), aUnit({ id: 'A', parent: 'HQ' }), aUnit({ id: 'B', parent: 'HQ' }), aUnit({ id: 'B1', parent: 'B' })],
  });
  expect(leafUnits(exercise).map(({ id }) => id)).toEqual(['A', 'B1']);
  expect(leavesOf(exercise, 'B')).toEqual(['B1']);
  expect(leavesOf(exercise, 'A')).toEqual(['A']);
  expect(leavesOf(exercise, 'nobody')).toEqual([]);
  expect(partyOf(exercise, 'B1')).toBe('BLR');
  expect(countsOf(exercise).units).toBe(2);
});

test('presence is the unit’s own, else its parent’s, else its contingent’s from ready time to departure', () => {
  const contingent = {
    id: 'CON',
    party: 'BLR',
    name: named('CON'),
    strength: 9,
    arrival: 'D-3 08:00',
    ready: 'D 08:00',
    departure: 'D+3 08:00',
  };
  const exercise = anExercise({
    contingents: [contingent],
    units: [
      aUnit({
        id: 'own',
        presence: [
          { from: 'D+1 12:00', to: 'D+2 08:00' },
          { from: 'D+1 08:00', to: 'D+1 12:00' },
        ],
      }),
      aUnit({ id: 'child', parent: 'own', presence: [] }),
      aUnit({ id: 'guest', contingent: 'CON', presence: [] }),
    ],
    posts: [aPost({ id: 'lead', unit: 'guest' })],
  });
  const said = (id: string) => presenceOf(exercise, id).map(({ from, to }) => `${isoFromMinute(from)} ${isoFromMinute(to)}`);
  expect(said('own')).toEqual(['2024-07-09T05:00:00Z 2024-07-10T05:00:00Z']);
  expect(said('child')).toEqual(said('own'));
  expect(said('guest')).toEqual(['2024-07-08T05:00:00Z 2024-07-11T05:00:00Z']);
  expect(said('lead')).toEqual(said('guest'));
});

test('a serial’s total is set-up to debrief, without the reset', () => {
  const exercise = anExercise({
    serials: [aSerial({ id: 'S', setUp: '30min', brief: '15min', run: '2h', debrief: '20min', reset: '1h' })],
  });
  const [serial] = exercise.serials.list;
  expect(serial && serialMinutes(serial)).toEqual({ setUp: 30, brief: 15, run: 120, debrief: 20, reset: 60, total: 185 });
});

test('a serial trains its task and all that lie above it', () => {
  const exercise = anExercise({ tasks: [aTask({ id: 'a' }), aTask({ id: 'b', parent: 'a' }), aTask({ id: 'c', parent: 'b' })] });
  expect(ancestorsOfTask(exercise, 'c')).toEqual(['c', 'b', 'a']);
  expect(trains(exercise, { tasks: ['b'] }, 'a')).toBe(true);
  expect(trains(exercise, { tasks: ['b'] }, 'c')).toBe(false);
});

test('a reader gets the checked text in the first language that has one, else what there is', () => {
  const text = { source: 'en', version: 1, texts: { en: { text: 'Hi', state: 'agreed' }, zh: { text: '好', state: 'draft' } } } as const;
  expect(textFor(text, ['zh', 'en'])?.language).toBe('en');
  expect(textFor(text, ['zh'])).toEqual({ language: 'zh', text: '好', state: 'draft' });
  expect(textFor(text, ['ru'])?.text).toBe('Hi');
});

test('an inject is wanted in the own language of each receiver', () => {
  const exercise = anExercise({
    posts: [aPost({ id: 'p', languages: ['ru', 'en'] }), aPost({ id: 'q', party: 'CHN', languages: [] }), aPost({ id: 'controller' })],
    storylines: [aStoryline({ id: 'story' })],
    injects: [anInject({ id: 'I', to: ['p', 'q'] })],
  });
  const [inject] = exercise.injects.list;
  expect(inject && receiversLanguages(exercise, inject)).toEqual(['ru', 'zh']);
});

test('the light at a site is its own, else the sun’s', () => {
  const exercise = anExercise({ sites: [aSite({ id: 'field' }), aSite({ id: 'hall', light: 'day' })] });
  const [field, hall] = exercise.sites.list;
  if (field === undefined || hall === undefined) throw new Error('sites');
  expect(lightAtSite(exercise, field, minuteFromIso('2024-07-08T22:00Z'))).toBe('night');
  expect(lightAtSite(exercise, field, minuteFromIso('2024-07-08T10:00Z'))).toBe('day');
  expect(lightAtSite(exercise, hall, minuteFromIso('2024-07-08T22:00Z'))).toBe('day');
});

test('an item of several classes has the widest, and is seen by whoever reads any part', () => {
  const files = [
    ...aDocument({ setting: { owners: ['CHN'] }, units: [aUnit({ id: 'C1', party: 'CHN' })] }),
    aFile('parties/CHN/units.yaml', { units: { C1: { remarks: 'x' }, C2: { party: 'CHN', name: named('C2') } } }),
  ];
  const { exercise, faults } = readExercise(files);
  expect(faults).toEqual([]);
  if (exercise === undefined) throw new Error('no exercise');
  expect(classOf(exercise, 'units', 'C1')).toBe('RESTRICTED/BLR,CHN//everyone:');
  expect(classOf(exercise, 'units', 'C2')).toBe('RESTRICTED/CHN//party:CHN');
  expect(classOf(exercise, 'units', 'C9')).toBeUndefined();
  expect(portionsOf(exercise, 'units', 'C1').map(({ hash }) => hash.length)).toEqual([64, 64]);
  const blr = { kind: 'party', party: 'BLR', excon: false, posts: [] } as const;
  expect(itemsReadableBy(exercise, blr, 'units')).toEqual(['C1']);
});

test('what is public is read by anybody, and shows no more of the scale than the public’s own class', () => {
  const { code, name, from, to, zone, languages, participating, ...more } = aSetting;
  const parties = { BLR: { name: named('Belarus'), languages: ['ru'] }, CHN: { name: named('China'), languages: ['zh'] } };
  const files = [
    aFile('shared/exercise.yaml', { exercise: more, release: aPolicy }),
    aFile(
      'shared/public.yaml',
      { exercise: { code, name, from, to, zone, languages, participating }, parties },
      'UNCLASSIFIED/PUBLIC//public:',
    ),
  ];
  expect(readExercise(files).faults).toEqual([]);
  const { exercise, faults } = readExercise(files, { reader: { kind: 'public' } });
  expect(faults).toEqual([]);
  expect(exercise?.setting.code).toBe('TEST-2024');
  expect(exercise?.setting.startex).toBeUndefined();
  expect(exercise?.policy.scale).toEqual(['UNCLASSIFIED']);
});

test('files are restricted before anything in them is looked at', () => {
  const { facts } = classFactsOf(richDocument());
  if (facts === undefined) throw new Error('no facts');
  const names = [
    { path: 'shared/units.yaml' },
    { path: 'excon/msel.yaml' },
    { path: 'parties/CHN/persons.yaml' },
    { path: 'parties/BLR/x.yaml', classKey: 'CONFIDENTIAL/BLR/MEDICAL/party:BLR' },
    { path: 'parties/BLR/y.yaml', classKey: 'oops' },
  ];
  const paths = (reader: Parameters<typeof restrictFiles>[1]) => restrictFiles(names, reader, facts).map(({ path }) => path);
  const person = { kind: 'person', id: 'p', party: 'BLR', posts: [], excon: true, clearance: 'RESTRICTED', caveats: [] } as const;
  expect(paths(person)).toEqual(['shared/units.yaml', 'excon/msel.yaml']);
  expect(paths({ ...person, clearance: 'CONFIDENTIAL', caveats: ['MEDICAL'] })).toEqual([
    'shared/units.yaml',
    'excon/msel.yaml',
    'parties/BLR/x.yaml',
  ]);
  expect(paths({ kind: 'public' })).toEqual([]);
  expect(paths({ kind: 'all' })).toHaveLength(5);
  expect(readClassKey('RESTRICTED/BLR//party:BLR')).toBeDefined();
});
