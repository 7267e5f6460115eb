import { expect, test } from 'vitest';
import { languages, mustSay } from '../../words/index.ts';
import { type AnExercise, aDocument, aFile, anInject, aPost, aSerial, aSite } from '../a-document.ts';
import type { ParsedFile } from '../parsed-file.ts';
import { readExercise } from '../read-exercise.ts';
import { found, named, sound } from './found.ts';
import { alertsCanSayWhere, controllersReadWhatTheyRelease, goNoGoListsAreReadByAll, zonesAndAnchorsAreReadToo } from './reading.ts';

const { injects, ...rest } = sound;
const holder = { id: 'P1', party: 'BLR', name: 'One', holds: [{ post: 'controller' }] };

test(controllersReadWhatTheyRelease.sentence, () => {
  const inExcon = (given: AnExercise = {}) => aDocument({ ...rest, setting: { owners: ['excon', 'BLR'] }, excon: { injects }, ...given });
  expect(faultsOf(inExcon())).toEqual([]);
  const playing = { ...rest, posts: [...rest.posts, aPost({ id: 'umpire', cell: 'support' })] };
  const byUmpire = { injects: [...injects, anInject({ id: 'I3', controller: 'umpire' }), anInject({ id: 'I4', controller: 'umpire' })] };
  const [fault, ...others] = readExercise(aDocument({ ...playing, setting: { owners: ['excon'] }, excon: byUmpire })).faults;
  expect(others).toEqual([]);
  expect(fault).toMatchObject({ key: 'exercise.controllerReadsNot', values: { n: 2, injects: ['I3', 'I4'], post: 'umpire' } });
});

test('who holds the controller’s post must be cleared for the inject', () => {
  const secret = aFile('excon/all.yaml', { injects: byId(injects) }, 'CONFIDENTIAL/BLR,CHN/MEDICAL/excon:');
  const heldBy = (person: object) => [
    ...aDocument({ ...rest, setting: { owners: ['excon', 'BLR'] }, ofParty: { BLR: { persons: [{ ...holder, ...person }] } } }),
    secret,
  ];
  expect(faultsOf(heldBy({ clearance: 'CONFIDENTIAL', caveats: ['MEDICAL'] }))).toEqual([]);
  expect(faultsOf(heldBy({ clearance: 'CONFIDENTIAL' }))).toEqual(['exercise.holderReadsNot']);
  expect(faultsOf(heldBy({ caveats: ['MEDICAL'] }))).toEqual(['exercise.holderReadsNot']);
});

test(zonesAndAnchorsAreReadToo.sentence, () => {
  const zones = { north: { name: named('North') } };
  const serials = [...sound.serials, aSerial({ id: 'S3', team: {}, sites: ['hall'], zone: 'north' })];
  const hidden = aFile('excon/all.yaml', { sites: { hall: { zones } } });
  const withZone = aDocument({ ...sound, serials, setting: { owners: ['excon'] } });
  expect(faultsOf([...withZone, hidden])).toEqual(['exercise.mayNotName']);
  expect(found({ serials, sites: [aSite({ id: 'hall', facilities: ['range'], zones })] })).toEqual([]);
  const anchors = aFile('excon/all.yaml', { exercise: { anchors: { D: '2024-07-08' } } });
  const without = aDocument({ ...sound, setting: { owners: ['excon'], anchors: undefined, startex: undefined } });
  expect(new Set(faultsOf([...without, anchors]))).toEqual(new Set(['exercise.mayNotName']));
});

test(alertsCanSayWhere.sentence, () => {
  const sites = { sites: { cellar: { name: named('Cellar'), position: { latitude: 52, longitude: 24 } } } };
  const withExcon = aDocument({ ...sound, setting: { owners: ['excon'] } });
  expect(faultsOf([...withExcon, aFile('excon/sites.yaml', sites)])).toEqual(['exercise.alertCannotSayWhere']);
  expect(faultsOf([...withExcon, aFile('excon/sites.yaml', sites, 'RESTRICTED/BLR,CHN//everyone:')])).toEqual([]);
});

test(goNoGoListsAreReadByAll.sentence, () => {
  const withExcon = aDocument({ ...sound, setting: { owners: ['excon'] } });
  const more = (field: object) => aFile('excon/serials.yaml', { serials: { S1: field } });
  expect(faultsOf([...withExcon, more({ goNoGo: ['safety', 'weather'] })])).toEqual(['exercise.goNoGoHidden']);
  expect(faultsOf([...withExcon, more({ visitors: 3 })])).toEqual([]);
});

function faultsOf(files: readonly ParsedFile[]): readonly string[] {
  return readExercise(files).faults.map((problem) => {
    for (const language of languages) for (const message of [problem, problem.maybe ?? problem]) mustSay(message, language);
    return problem.key;
  });
}

function byId(items: readonly { readonly id: string }[]) {
  return Object.fromEntries(items.map(({ id, ...fields }) => [id, fields]));
}
