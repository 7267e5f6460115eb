/** Impossible presence: people stated to be somewhere before they have arrived, after they have left, or never long enough. */
import type { Exercise, Serial } from '../exercise.ts';
import type { When } from '../nouns/field.ts';
import { serialWindow } from '../possible-times.ts';
import { isPresenceKnown, isPresent, type MinutePeriod, presenceOf } from '../presence.ts';
import { serialMinutes } from '../serial-minutes.ts';
import { leavesOf } from '../units.ts';
import { check, fault } from './check.ts';

export const unitsAreThereWithTheirContingent = check(
  'unitsAreThereWithTheirContingent',
  'A unit is present only between its contingent’s arrival and departure.',
  function* (document) {
    const { units, contingents } = document.exercise;
    for (const { id, presence, contingent: name } of units.list) {
      const contingent = name === undefined ? undefined : contingents.byId.get(name);
      if (contingent === undefined) continue;
      const { arrival, departure } = contingent;
      for (const [index, { from, to }] of presence.entries()) {
        const said = (field: string, when: When, limit: When) =>
          fault(document.placeOf('units', id, ['presence', index, field]), 'exercise.notWithContingent', {
            unit: id,
            contingent: contingent.id,
            written: when.written,
            limit: limit.written,
          });
        if (arrival !== undefined && from.at < arrival.at) yield said('from', from, arrival);
        if (departure !== undefined && to.at > departure.at) yield said('to', to, departure);
      }
    }
  },
);

export const receptionLiesInTheStay = check(
  'receptionLiesInTheStay',
  'Reception begins after arrival and is over before departure.',
  function* (document) {
    for (const { id, arrival, departure, reception } of document.exercise.contingents.list) {
      for (const [index, { from, to }] of reception.entries()) {
        const limit =
          arrival !== undefined && from.at < arrival.at ? arrival : departure !== undefined && to.at > departure.at ? departure : undefined;
        if (limit === undefined) continue;
        yield fault(document.placeOf('contingents', id, ['reception', index]), 'exercise.receptionOutsideStay', {
          contingent: id,
          from: from.written,
          to: to.written,
          limit: limit.written,
        });
      }
    }
  },
);

export const namedUnitsCanBeThere = check(
  'namedUnitsCanBeThere',
  'A unit that a serial names is present when, or long enough while, the serial can take place.',
  function* (document) {
    const { exercise } = document;
    for (const serial of exercise.serials.list) {
      for (const { ids, path } of peopleNamed(exercise, serial)) {
        for (const id of ids) {
          const problem = isPresenceKnown(exercise, id) ? cannotBeThere(exercise, serial, presenceOf(exercise, id)) : undefined;
          if (problem !== undefined)
            yield fault(document.placeOf('serials', serial.id, path), problem, {
              item: serial.id,
              unit: id,
              minutes: serialMinutes(serial).total,
            });
        }
      }
    }
  },
);

function peopleNamed(
  exercise: Exercise,
  { team, attend }: Serial,
): readonly { readonly ids: readonly string[]; readonly path: readonly (string | number)[] }[] {
  const attending = attend === undefined || attend.units === 'all' ? [] : attend.units;
  return [
    ...(team?.named ?? []).map((id, index) => ({ ids: leavesOf(exercise, id), path: ['team', 'named', index] })),
    ...attending.map((id, index) => ({ ids: leavesOf(exercise, id), path: ['attend', 'units', index] })),
    ...(attend?.posts ?? []).map((id, index) => ({ ids: exercise.posts.byId.has(id) ? [id] : [], path: ['attend', 'posts', index] })),
  ];
}

function cannotBeThere(exercise: Exercise, serial: Serial, presence: readonly MinutePeriod[]): string | undefined {
  const { setUp, brief, run, debrief, total } = serialMinutes(serial);
  if (serial.at !== undefined) {
    const { at } = serial.at;
    const known = Number.isFinite(at) && Number.isFinite(total);
    return known && !isPresent(presence, at - setUp - brief, at + run + debrief) ? 'exercise.absentAtSerial' : undefined;
  }
  const { from, to } = serialWindow(exercise, serial);
  if (!(to - from >= total)) return undefined;
  const longest = presence.reduce((most, period) => Math.max(most, Math.min(period.to, to) - Math.max(period.from, from)), 0);
  return longest < total ? 'exercise.neverThereLongEnough' : undefined;
}
