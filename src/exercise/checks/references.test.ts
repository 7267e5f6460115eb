import { expect, test } from 'vitest';
import { aDocument, aFile, anInject, aPost, aSerial, aSite, aTask, aUnit } from '../a-document.ts';
import { readExercise } from '../read-exercise.ts';
import {
  noInjectTriggersItself,
  noSerialWaitsForItself,
  noTaskIsAboveItself,
  noTeamIsTakenFromItself,
  noUnitIsAboveItself,
} from './circles.ts';
import { found, named, sound } from './found.ts';
import { everyPartyKeyExists, everyRoleExists, everyTravelSiteExists, everyZoneExists } from './names-in-text.ts';
import { everyCriticalTaskExists, everyReferenceExists, nobodyReadsAReferenceInVain } from './references.ts';

test('the sound document of these tests has no fault and no note', () => {
  expect(found()).toEqual([]);
});

test(everyReferenceExists.sentence, () => {
  const { faults } = readExercise(
    aDocument({ ...sound, serials: [...sound.serials, aSerial({ id: 'S3', team: {}, sites: ['hal'], after: ['s1'] })] }),
  );
  expect(faults.map(({ key, values, maybe }) => [key, values.name, maybe?.values.name])).toEqual([
    ['exercise.noSuch', 's1', 'S1'],
    ['exercise.noSuch', 'hal', 'hall'],
  ]);
});

test(everyCriticalTaskExists.sentence, () => {
  expect(found({ injects: [anInject({ id: 'I1', criticalTasks: ['cordon/breif'] })] })).toEqual(['exercise.noSuch']);
});

test(nobodyReadsAReferenceInVain.sentence, () => {
  const { units, ...rest } = sound;
  const hidden = { units: [aUnit({ id: 'X1' })] };
  const serials = [...sound.serials, aSerial({ id: 'S3', team: { named: ['X1'] } })];
  expect(found({ ...rest, serials, excon: hidden })).toContain('exercise.mayNotName');
  expect(found({ ...rest, units: [...units, ...hidden.units], serials })).toEqual([]);
});

test('a reference to another owner’s folder is a fault even when everyone may read it, for each folder must do with shared/ alone', () => {
  const units = aFile('parties/CHN/wide.yaml', { units: { C2: { party: 'CHN', name: named('C2') } } }, 'RESTRICTED/BLR,CHN//everyone:');
  const serials = [...sound.serials, aSerial({ id: 'S3', team: { named: ['C2'] } })];
  const { faults } = readExercise([...aDocument({ ...sound, serials, setting: { owners: ['CHN'] } }), units]);
  expect(faults.map(({ key }) => key)).toEqual(['exercise.namesOtherOwner']);
});

test(everyPartyKeyExists.sentence, () => {
  expect(found({ setting: { partyScales: { CHM: ['good', 'bad'] } } })).toEqual(['exercise.noSuch']);
});

test(everyTravelSiteExists.sentence, () => {
  expect(found({ sites: [...sound.sites, aSite({ id: 'gate', travel: { hall: '10min', nowhere: '5min' } })] })).toEqual([
    'exercise.noSuch',
  ]);
});

test(everyZoneExists.sentence, () => {
  const sites = [aSite({ id: 'hall', facilities: ['range'], zones: { north: { name: named('North') } } })];
  expect(found({ sites, serials: [...sound.serials, aSerial({ id: 'S3', team: {}, sites: ['hall'], zone: 'south' })] })).toEqual([
    'exercise.noSuch',
  ]);
  expect(found({ sites, serials: [...sound.serials, aSerial({ id: 'S3', team: {}, sites: ['hall'], zone: 'north' })] })).toEqual([]);
  const exclusion = { id: 'X', reason: 'one at a time', between: { zones: ['north'] }, and: { zones: ['nroth'] } };
  expect(found({ sites, exclusions: [exclusion] })).toEqual(['exercise.noSuch']);
});

test(everyRoleExists.sentence, () => {
  expect(found({ scarce: [{ id: 'X', name: named('X'), roles: ['interpretor'] }] })).toEqual(['exercise.noSuch']);
});

test(noUnitIsAboveItself.sentence, () => {
  const units = [...sound.units, aUnit({ id: 'A', parent: 'B' }), aUnit({ id: 'B', parent: 'A' })];
  expect(found({ units })).toEqual(['exercise.circle']);
});

test(noTaskIsAboveItself.sentence, () => {
  expect(found({ tasks: [...sound.tasks, aTask({ id: 'self', parent: 'self' })] })).toEqual(['exercise.circle']);
});

test(noSerialWaitsForItself.sentence, () => {
  const circle = ['A', 'B', 'C'].map((id, index) => aSerial({ id, after: [['B', 'C', 'A'][index] ?? ''] }));
  const { faults } = readExercise(aDocument({ ...sound, serials: [...sound.serials, ...circle, aSerial({ id: 'D', after: ['A'] })] }));
  expect(faults.map(({ values }) => values.items)).toEqual([['A', 'B', 'C', 'A']]);
});

test(noTeamIsTakenFromItself.sentence, () => {
  const serials = [
    ...sound.serials,
    aSerial({ id: 'A', team: { sameTeamAs: 'B' } }),
    aSerial({ id: 'B', team: { unitsOf: { serial: 'A', least: 1 } } }),
  ];
  expect(found({ serials })).toEqual(['exercise.circle']);
});

test(noInjectTriggersItself.sentence, () => {
  const after = (inject: string) => ({ kind: 'after', inject, happening: 'released' }) as const;
  expect(found({ injects: [anInject({ id: 'I1', trigger: after('I2') }), anInject({ id: 'I2', trigger: after('I1') })] })).toEqual([
    'exercise.circle',
  ]);
});

test('a name misspelt in a thousand places gets a thousand faults, in bounded time', () => {
  const posts = [...sound.posts, ...Array.from({ length: 300 }, (_, index) => aPost({ id: `post-${index}` }))];
  const injects = Array.from({ length: 1000 }, (_, index) => anInject({ id: `I${index}`, to: [`pots-${index}`] }));
  expect(found({ posts, injects }).filter((key) => key === 'exercise.noSuch')).toHaveLength(1000);
});
