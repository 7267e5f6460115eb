// Changes to a document that would loosen one statement: a copy with one item changed, or left out.
import { type CollectionName, type Exercise, type ItemOf, type Period, presenceOf, type When } from '../../exercise/index.ts';
import { isoFromMinute, type MinuteInstant } from '../../kernel/index.ts';
import { minuteOfDay } from '../problem/intervals.ts';

/** The document with an item changed; without it where the change gives nothing. */
export function withChange<N extends CollectionName>(
  exercise: Exercise,
  collection: N,
  id: string,
  change: (item: ItemOf<N>) => ItemOf<N> | undefined,
): Exercise {
  const table = exercise[collection] as unknown as { readonly list: readonly ItemOf<N>[] };
  const list = table.list.flatMap((item) => ((item as { readonly id: string }).id === id ? (change(item) ?? []) : item));
  return { ...exercise, [collection]: { list, byId: new Map(list.map((item) => [(item as { readonly id: string }).id, item])) } };
}

/** The document with another item. */
export function withItem<N extends CollectionName>(exercise: Exercise, collection: N, item: ItemOf<N>): Exercise {
  const table = exercise[collection] as unknown as { readonly list: readonly ItemOf<N>[] };
  const list = [...table.list, item];
  return { ...exercise, [collection]: { list, byId: new Map(list.map((one) => [(one as { readonly id: string }).id, one])) } };
}

export const without = (exercise: Exercise, collection: CollectionName, id: string): Exercise =>
  withChange(exercise, collection, id, () => undefined);

export const whenAt = (at: number): When => ({ written: isoFromMinute(at as MinuteInstant), at: at as MinuteInstant });
export const moved = (when: When, minutes: number): When => whenAt(when.at + minutes);

/** When somebody is there, with the stays begun earlier or ended later. */
export function stayed(exercise: Exercise, id: string, earlier: number, later: number): Period[] {
  return presenceOf(exercise, id).map(({ from, to }) => ({ from: whenAt(from - earlier), to: whenAt(to + later) }));
}

/** Daily hours begun earlier or ended later; all day where they would meet. */
export function widened(
  hours: { readonly from: string; readonly to: string },
  earlier: number,
  later: number,
): { readonly from: string; readonly to: string } {
  const [from, to] = [minuteOfDay(hours.from), minuteOfDay(hours.to)];
  const length = (to > from ? to - from : to + 1440 - from) + earlier + later;
  if (length >= 1440) return { from: '00:00', to: '24:00' };
  return { from: timeOfDay(from - earlier), to: timeOfDay(to + later) };
}

function timeOfDay(minutes: number): string {
  const within = ((minutes % 1440) + 1440) % 1440;
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
}
