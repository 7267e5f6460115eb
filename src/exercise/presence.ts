/** When a unit or post is there. */
import { type MinuteInstant, minuteInstant } from '../kernel/index.ts';
import type { Exercise, Post, Unit } from './exercise.ts';
import type { Period } from './nouns/field.ts';

/** From `from` until, not including, `to`. */
export type MinutePeriod = { readonly from: MinuteInstant; readonly to: MinuteInstant };

/**
 * The periods in which a unit or post is present, in order and without overlap: its own where it states any; else, for a unit, its parent's,
 * then its contingent's ready time (arrival, where none is stated) to departure, then the whole exercise; for a post, its unit's, then the
 * whole exercise. Periods whose times are faults are left out.
 */
export function presenceOf(exercise: Exercise, id: string): readonly MinutePeriod[] {
  return merged(presenceStated(exercise, id));
}

/** Whether every time that presence is read from can be read itself. */
export function isPresenceKnown(exercise: Exercise, id: string): boolean {
  return presenceStated(exercise, id).every(({ from, to }) => Number.isFinite(from.at) && Number.isFinite(to.at));
}

function presenceStated(exercise: Exercise, id: string): readonly Period[] {
  const unit = exercise.units.byId.get(id);
  if (unit !== undefined) return unitPresence(exercise, unit, []);
  const post = exercise.posts.byId.get(id);
  return post === undefined ? [] : postPresence(exercise, post);
}

/** Whether someone is present through the whole of a period. */
export function isPresent(presence: readonly MinutePeriod[], from: number, to: number): boolean {
  return presence.some((period) => period.from <= from && to <= period.to);
}

function unitPresence(exercise: Exercise, unit: Unit, below: readonly string[]): readonly Period[] {
  if (unit.presence.length > 0) return unit.presence;
  const parent = unit.parent === undefined || below.includes(unit.parent) ? undefined : exercise.units.byId.get(unit.parent);
  if (parent !== undefined && (parent.presence.length > 0 || unit.contingent === undefined)) {
    return unitPresence(exercise, parent, [...below, unit.id]);
  }
  const contingent = unit.contingent === undefined ? undefined : exercise.contingents.byId.get(unit.contingent);
  const { from, to } = exercise.setting;
  return [{ from: contingent?.ready ?? contingent?.arrival ?? from, to: contingent?.departure ?? to }];
}

function postPresence(exercise: Exercise, post: Post): readonly Period[] {
  if (post.presence.length > 0) return post.presence;
  const unit = post.unit === undefined ? undefined : exercise.units.byId.get(post.unit);
  return unit === undefined ? [exercise.setting] : unitPresence(exercise, unit, []);
}

function merged(periods: readonly Period[]): readonly MinutePeriod[] {
  const sorted = periods
    .map(({ from, to }) => ({ from: from.at, to: to.at }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from || a.to - b.to);
  const joined: { from: MinuteInstant; to: MinuteInstant }[] = [];
  for (const period of sorted) {
    const last = joined.at(-1);
    if (last !== undefined && period.from <= last.to) last.to = minuteInstant(Math.max(last.to, period.to));
    else joined.push({ ...period });
  }
  return joined;
}
