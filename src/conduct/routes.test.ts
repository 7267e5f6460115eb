import { expect, test } from 'vitest';
import { isProblem } from '../kernel/index.ts';
import { resolveReader } from '../release/index.ts';
import { aJointExercise } from './a-conduct.ts';
import { policyOf } from './policy.ts';
import { readerDirectoryOf } from './reader-directory.ts';
import { routesOf } from './routes.ts';

const exercise = aJointExercise();
const routes = routesOf(exercise);

test('streams have the classes of the document’s folders', () => {
  expect(routes.everyone).toBe('RESTRICTED/BLR,CHN//everyone:');
  expect(routes.excon).toBe('RESTRICTED/BLR,CHN//excon:');
  expect(routes.ofParty('CHN')).toBe('RESTRICTED/CHN//party:CHN');
  expect(routes.medicalOf('CHN')).toBe('RESTRICTED/CHN/MEDICAL/party:CHN');
  expect(routes.ofPost('HQ-BLR')).toBe('RESTRICTED/BLR//post:HQ-BLR');
  expect(routes.ofPost('HICON')).toBe('RESTRICTED/BLR,CHN//post:HICON');
  expect(routes.ofInject('I-1')).toBe(routes.excon);
  expect(routes.ofSerial('SER-1')).toBe(routes.everyone);
  expect(routes.ofSerial('SER-OWN')).toBe(routes.ofParty('BLR'));
});

test('a post reads its own, its party’s, everyone’s, and EXCON’s when it belongs there', () => {
  expect(routes.reads('HQ-BLR', routes.ofPost('HQ-BLR'))).toBe(true);
  expect(routes.reads('HQ-BLR', routes.ofParty('BLR'))).toBe(true);
  expect(routes.reads('HQ-BLR', routes.ofParty('CHN'))).toBe(false);
  expect(routes.reads('HQ-BLR', routes.excon)).toBe(false);
  expect(routes.reads('CONTROL', routes.excon)).toBe(true);
  expect(routes.reads('HICON', routes.excon)).toBe(true);
  expect(routes.reads('MEDIC', routes.medicalOf('CHN'))).toBe(false);
  expect(routes.reads('nobody', routes.everyone)).toBe(false);
});

test('an item may be named only where it is known', () => {
  expect(routes.mayName(routes.everyone, 'serials', 'SER-1')).toBe(true);
  expect(routes.mayName(routes.everyone, 'serials', 'SER-OWN')).toBe(false);
  expect(routes.mayName(routes.ofPost('HQ-BLR'), 'serials', 'SER-OWN')).toBe(true);
  expect(routes.mayName(routes.everyone, 'serials', 'none')).toBe(false);
});

test('what a post receives of an inject has an identifier of its own that changes with the inject', () => {
  const id = routes.deliveryOf('I-1', 'HQ-BLR');
  expect(id).toMatch(/^[0-9a-f]{20}$/);
  expect(id).not.toBe(routes.deliveryOf('I-1', 'HQ-CHN'));
  expect(routesOf(aJointExercise()).deliveryOf('I-1', 'HQ-BLR')).toBe(id);
});

test('the policy of the document reads as the release room’s', () => {
  const policy = policyOf(exercise);
  expect(policy.participating).toEqual(['BLR', 'CHN']);
  expect(policy.silentClassification).toBe('RESTRICTED');
  expect(policy.standing[0]).toMatchObject({ thing: 'observation', trigger: 'whenSerialDone', to: { audience: { kind: 'everyone' } } });
});

test('readers are named by party, with or without their people in EXCON', () => {
  const directory = readerDirectoryOf(exercise);
  const outside = resolveReader('BLR', directory);
  const inside = resolveReader('BLR:excon', directory);
  if (isProblem(outside) || isProblem(inside) || outside.kind !== 'party' || inside.kind !== 'party') throw new Error('no party reader');
  expect(outside.posts).toContain('HQ-BLR');
  expect(outside.posts).not.toContain('CHIEF');
  expect(inside.posts).toEqual(expect.arrayContaining(['CHIEF', 'HICON']));
});
