import { expect, test } from 'vitest';
import { anInject, aSerial, aUnit } from '../a-document.ts';
import { found, named, sound } from './found.ts';
import {
  everyPeriodHasLength,
  everySerialFitsItsWindow,
  everythingLiesInTheExercise,
  fixedSerialsFollowTheirOrder,
  theExerciseHasStartAndEnd,
  timesFollowEachOther,
} from './times.ts';
import { namedUnitsCanBeThere, receptionLiesInTheStay, unitsAreThereWithTheirContingent } from './who-is-there.ts';

const contingent = { id: 'CON', party: 'BLR', name: named('CON'), strength: 30 };
const withSerial = (serial: Parameters<typeof aSerial>[0]) => ({ serials: [...sound.serials, aSerial({ kind: 'brief', ...serial })] });

test(everyPeriodHasLength.sentence, () => {
  expect(found({ units: [...sound.units, aUnit({ id: 'B2', presence: [{ from: 'D+2 08:00', to: 'D+1 08:00' }] })] })).toEqual([
    'exercise.endsBeforeItBegins',
  ]);
});

test(timesFollowEachOther.sentence, () => {
  expect(found({ contingents: [{ ...contingent, arrival: 'D-2 08:00', ready: 'D-3 08:00' }] })).toEqual(['exercise.endsBeforeItBegins']);
  expect(found({ contingents: [{ ...contingent, arrival: 'D-3 08:00', ready: 'D-2 08:00', departure: 'D+11 08:00' }] })).toEqual([]);
});

test(everythingLiesInTheExercise.sentence, () => {
  expect(found(withSerial({ id: 'S3', at: 'D+20 10:00' }))).toContain('exercise.outsideExercise');
  expect(found(withSerial({ id: 'S3', at: 'D+11 20:30', sites: ['field'] }))).toEqual(['exercise.endsAfterExercise']);
});

test(everySerialFitsItsWindow.sentence, () => {
  expect(found(withSerial({ id: 'S3', run: '3h', startsFrom: 'D+1 08:00', endsBy: 'D+1 10:00' }))).toEqual(['exercise.windowTooShort']);
  expect(found(withSerial({ id: 'S3', setUp: '1h', at: 'D+1 08:30', startsFrom: 'D+1 08:00' }))).toEqual(['exercise.fixedOutsideWindow']);
});

test(fixedSerialsFollowTheirOrder.sentence, () => {
  expect(found(withSerial({ id: 'S3', at: 'D+5 11:00', after: ['S2'] }))).toEqual(['exercise.fixedOutOfOrder']);
  expect(found(withSerial({ id: 'S3', at: 'D+5 12:00', after: ['S2'] }))).toEqual([]);
});

test(theExerciseHasStartAndEnd.sentence, () => {
  expect(found({ setting: { startex: undefined, endex: undefined } })).toEqual(['exercise.notStated', 'exercise.notStated']);
});

test(unitsAreThereWithTheirContingent.sentence, () => {
  const contingents = [{ ...contingent, arrival: 'D 08:00', departure: 'D+5 08:00' }];
  const unit = (from: string, to: string) => ({
    units: [...sound.units, aUnit({ id: 'B2', contingent: 'CON', presence: [{ from, to }] })],
  });
  expect(found({ contingents, ...unit('D-1 08:00', 'D+6 08:00') })).toEqual(['exercise.notWithContingent', 'exercise.notWithContingent']);
  expect(found({ contingents, ...unit('D 08:00', 'D+5 08:00') })).toEqual([]);
});

test(receptionLiesInTheStay.sentence, () => {
  const reception = [{ name: named('Medical check'), from: 'D-2 08:00', to: 'D-2 12:00' }];
  expect(found({ contingents: [{ ...contingent, arrival: 'D-1 08:00', reception }] })).toEqual(['exercise.receptionOutsideStay']);
});

test(namedUnitsCanBeThere.sentence, () => {
  const units = [...sound.units, aUnit({ id: 'B2', presence: [{ from: 'D+1 08:00', to: 'D+1 12:00' }] })];
  const naming = (serial: object) => ({ units, ...withSerial({ id: 'S3', team: { named: ['B2'] }, ...serial }) });
  expect(found(naming({ at: 'D+1 11:00' }))).toEqual(['exercise.absentAtSerial']);
  expect(found(naming({ at: 'D+1 09:00' }))).toEqual([]);
  expect(found(naming({ startsFrom: 'D+1 10:30' }))).toEqual(['exercise.neverThereLongEnough']);
});

test('a time that cannot be read is one fault, and no later comparison adds another', () => {
  expect(found({ injects: [anInject({ id: 'I1', trigger: { kind: 'time', at: 'D+1' } })] })).toEqual(['document.dayWithoutTime']);
  const circle = found({ setting: { anchors: { D: 'H1', H1: 'D' }, startex: undefined, endex: undefined } });
  expect(circle.filter((key) => key.startsWith('document'))).toEqual(['document.anchorsInCircle']);
});
