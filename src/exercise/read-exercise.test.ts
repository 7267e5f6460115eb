import { expect, test } from 'vitest';
import { isoFromMinute } from '../kernel/index.ts';
import { aDocument, aFile, anExercise, aSerial, aSite, aUnit } from './a-document.ts';
import { readExercise } from './read-exercise.ts';

test('a small document is read with its defaults and its times resolved', () => {
  const exercise = anExercise({
    units: [aUnit({ id: 'B1' })],
    sites: [aSite({ id: 'hall' })],
    serials: [aSerial({ id: 'S1', at: 'D+1 09:00', setUp: '30min', sites: ['hall'] })],
  });
  const serial = exercise.serials.byId.get('S1');
  expect(serial?.at && isoFromMinute(serial.at.at)).toBe('2024-07-09T06:00:00Z');
  expect(serial?.at?.written).toBe('D+1 09:00');
  expect(serial?.setUp?.minutes).toBe(30);
  expect(exercise.units.byId.get('B1')?.presence[0]?.from.at).toBe(exercise.setting.from.at);
  expect(exercise.complete).toBe(true);
});

test('parts of an item in several files are put together, and none overrides another', () => {
  const files = [
    ...aDocument({ setting: { owners: ['CHN'] }, units: [aUnit({ id: 'C1', party: 'CHN' })] }),
    aFile('parties/CHN/units.yaml', { units: { C1: { remarks: 'needs a crane', strength: 12 } } }),
  ];
  const { exercise, faults } = readExercise(files);
  expect(exercise?.units.byId.get('C1')).toMatchObject({ remarks: 'needs a crane', strength: 10 });
  expect(faults.map(({ key, at }) => [key, at?.file])).toEqual([['document.statedTwice', 'parties/CHN/units.yaml']]);
  expect(exercise?.portions.filter(({ id }) => id === 'C1').map(({ owner, fields }) => [owner, fields.includes('remarks')])).toEqual([
    ['shared', false],
    ['CHN', true],
  ]);
});

test('every fault is told at once, with what was written and what would do', () => {
  const files = [
    ...aDocument({ units: [aUnit({ id: 'B1' })] }),
    aFile('shared/more.yaml', {
      serials: { S1: { name: { en: 'x' }, run: 90, ligth: 'night', kind: 'trainning' }, 'S/2': {} },
      unitz: {},
    }),
  ];
  expect(
    readExercise(files).faults.map(({ key, values, maybe }) => [key, values.field ?? values.name ?? values.id, maybe?.values.name]),
  ).toEqual([
    ['document.unknownCollection', 'unitz', 'units'],
    ['document.strangeIdentifier', 'S/2', undefined],
    ['document.bareNumber', 'run', undefined],
    ['document.notAllowed', 'kind', 'training'],
    ['document.unknownField', 'ligth', 'light'],
  ]);
});
