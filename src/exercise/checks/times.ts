/** Times that cannot be: periods that end before they begin, and things that lie outside the exercise. */
import type { Document } from '../document.ts';
import type { When } from '../nouns/field.ts';
import type { Path } from '../parsed-file.ts';
import type { Collection } from '../portions.ts';
import { serialWindow } from '../possible-times.ts';
import { serialMinutes } from '../serial-minutes.ts';
import { check, fault, note, type Remark } from './check.ts';

export const everyPeriodHasLength = check('everyPeriodHasLength', 'A period ends after it begins.', function* (document) {
  const begins = new Map<string, When>();
  const key = (collection: string, id: string, path: Path) => `${collection} ${id} ${path.slice(0, -1).join(' ')}`;
  for (const { from, path, value } of document.instants) if (path.at(-1) === 'from') begins.set(key(from.collection, from.id, path), value);
  for (const { from, path, value } of document.instants) {
    const begin = path.at(-1) === 'to' ? begins.get(key(from.collection, from.id, path)) : undefined;
    if (begin !== undefined && value.at <= begin.at) yield reversed(document, from.collection, from.id, path, begin, value);
  }
});

export const timesFollowEachOther = check(
  'timesFollowEachOther',
  'Arrival, ready time and departure, STARTEX and ENDEX, and a window’s two ends stand in order.',
  function* (document) {
    const { setting, contingents, serials } = document.exercise;
    yield* inOrder(document, 'exercise', 'exercise', [
      ['startex', setting.startex],
      ['endex', setting.endex],
    ]);
    for (const { id, arrival, ready, departure } of contingents.list) {
      yield* inOrder(document, 'contingents', id, [
        ['arrival', arrival],
        ['ready', ready],
        ['departure', departure],
      ]);
    }
    for (const { id, startsFrom, endsBy } of serials.list)
      yield* inOrder(document, 'serials', id, [
        ['startsFrom', startsFrom],
        ['endsBy', endsBy],
      ]);
  },
);

export const everythingLiesInTheExercise = check(
  'everythingLiesInTheExercise',
  'Phases, serials, visits, STARTEX and ENDEX lie between the exercise’s first and last moment.',
  function* (document) {
    const { from, to } = document.exercise.setting;
    for (const { from: item, path, value } of document.instants) {
      if (!mustLieInside(item.collection, path) || !(value.at < from.at || value.at > to.at)) continue;
      yield fault(item.placeOf(path), 'exercise.outsideExercise', {
        item: item.id,
        written: value.written,
        from: from.written,
        to: to.written,
      });
    }
    for (const serial of document.exercise.serials.list) {
      const { run, debrief } = serialMinutes(serial);
      const { id, at } = serial;
      if (at === undefined || at.at > to.at || !(at.at + run + debrief > to.at)) continue;
      yield fault(document.placeOf('serials', id, ['at']), 'exercise.endsAfterExercise', { item: id, written: at.written, to: to.written });
    }
  },
);

export const everySerialFitsItsWindow = check(
  'everySerialFitsItsWindow',
  'A serial’s window, and what its phase and the exercise leave of it, is as long as the serial, and its fixed time lies inside.',
  function* (document) {
    for (const serial of document.exercise.serials.list) {
      const { id, at, startsFrom, endsBy, phase } = serial;
      const { setUp, brief, run, debrief, total } = serialMinutes(serial);
      const { from, to } = serialWindow(document.exercise, serial);
      if (startsFrom && endsBy && endsBy.at - startsFrom.at < total) {
        if (endsBy.at > startsFrom.at)
          yield fault(document.placeOf('serials', id, ['endsBy']), 'exercise.windowTooShort', {
            item: id,
            minutes: total,
            window: endsBy.at - startsFrom.at,
          });
      } else if (at === undefined && to - from < total) {
        const field = endsBy !== undefined ? 'endsBy' : startsFrom !== undefined ? 'startsFrom' : phase !== undefined ? 'phase' : 'run';
        yield fault(document.placeOf('serials', id, [field]), 'exercise.phaseTooShort', {
          item: id,
          minutes: total,
          window: Math.max(0, to - from),
        });
      }
      if (at && ((startsFrom && at.at - setUp - brief < startsFrom.at) || (endsBy && at.at + run + debrief > endsBy.at))) {
        yield fault(document.placeOf('serials', id, ['at']), 'exercise.fixedOutsideWindow', { item: id, written: at.written });
      }
    }
  },
);

export const fixedSerialsFollowTheirOrder = check(
  'fixedSerialsFollowTheirOrder',
  'A serial with a fixed time is not fixed before the end of one it comes after.',
  function* (document) {
    const { byId, list } = document.exercise.serials;
    for (const later of list) {
      for (const [index, name] of later.after.entries()) {
        const earlier = byId.get(name);
        if (later.at === undefined || earlier?.at === undefined) continue;
        const { run, debrief } = serialMinutes(earlier);
        const begins = later.at.at - serialMinutes(later).setUp - serialMinutes(later).brief;
        if (!(earlier.at.at + run + debrief > begins)) continue;
        const values = { item: later.id, written: later.at.written, other: earlier.id, otherWritten: earlier.at.written };
        yield fault(document.placeOf('serials', later.id, ['after', index]), 'exercise.fixedOutOfOrder', values);
      }
    }
  },
);

export const theExerciseHasStartAndEnd = check('theExerciseHasStartAndEnd', 'STARTEX and ENDEX are stated.', function* (document) {
  const { startex, endex } = document.exercise.setting;
  const at = document.placeOf('exercise', 'exercise');
  if (document.exercise.injects.list.length === 0) return;
  if (startex === undefined) yield note(at, 'exercise.notStated', { field: 'startex' });
  if (endex === undefined) yield note(at, 'exercise.notStated', { field: 'endex' });
});

function mustLieInside(collection: Collection, path: Path): boolean {
  switch (collection) {
    case 'exercise':
      return path[0] === 'startex' || path[0] === 'endex';
    case 'phases':
    case 'visits':
      return true;
    case 'serials':
      return path.length === 1;
    case 'alternates':
      return path[0] !== 'decideBy';
    default:
      return false;
  }
}

function* inOrder(
  document: Document,
  collection: Collection,
  id: string,
  times: readonly (readonly [string, When | undefined])[],
): Iterable<Remark> {
  const stated = times.filter((time): time is readonly [string, When] => time[1] !== undefined);
  for (const [index, [field, later]] of stated.entries()) {
    const earlier = stated[index - 1];
    if (earlier !== undefined && later.at < earlier[1].at) yield reversed(document, collection, id, [field], earlier[1], later);
  }
}

function reversed(document: Document, collection: Collection, id: string, path: Path, from: When, to: When): Remark {
  return fault(document.placeOf(collection, id, path), 'exercise.endsBeforeItBegins', { item: id, from: from.written, to: to.written });
}
