/** The schedule arranged in rows, by site or by unit; what overlaps inside a row stands in lanes below each other. */
import { type Exercise, leafUnits } from '../../exercise/index.ts';
import type { ScheduledSerial } from './schedule-view.ts';

export type ScheduleRow = {
  readonly id: string;
  /** A group row holds no bars; its members follow. */
  readonly kind: 'site' | 'unit' | 'group' | 'nowhere';
  readonly party: string | null;
  readonly lanes: readonly (readonly ScheduledSerial[])[];
};

/** A row a site, in the document's order; what has no site comes last. */
export function rowsBySite(exercise: Exercise, scheduled: readonly ScheduledSerial[]): readonly ScheduleRow[] {
  const rows = exercise.sites.list.map(({ id }): ScheduleRow => {
    return { id, kind: 'site', party: null, lanes: lanesOf(scheduled.filter(({ site }) => site === id)) };
  });
  const nowhere = scheduled.filter(({ site }) => site === null || !exercise.sites.byId.has(site));
  return nowhere.length === 0 ? rows : [...rows, { id: '', kind: 'nowhere', party: null, lanes: lanesOf(nowhere) }];
}

/** A group a party, and in it a row a leaf unit. */
export function rowsByUnit(exercise: Exercise, scheduled: readonly ScheduledSerial[]): readonly ScheduleRow[] {
  const ofUnit = new Map<string, ScheduledSerial[]>();
  for (const one of scheduled) {
    for (const unit of [...one.team, ...one.attending]) ofUnit.set(unit, [...(ofUnit.get(unit) ?? []), one]);
  }
  const leaves = leafUnits(exercise);
  return exercise.parties.list.flatMap(({ id: party }): ScheduleRow[] => {
    const own = leaves.filter((unit) => unit.party === party);
    if (own.length === 0) return [];
    const rows = own.map(({ id }): ScheduleRow => ({ id, kind: 'unit', party, lanes: lanesOf(ofUnit.get(id) ?? []) }));
    return [{ id: party, kind: 'group', party, lanes: [] }, ...rows];
  });
}

/** Puts each in the first lane that is free by its start. */
export function lanesOf(scheduled: readonly ScheduledSerial[]): readonly (readonly ScheduledSerial[])[] {
  const lanes: ScheduledSerial[][] = [];
  for (const one of scheduled.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const free = lanes.find((lane) => (lane.at(-1)?.end ?? 0) <= one.start);
    if (free === undefined) lanes.push([one]);
    else free.push(one);
  }
  return lanes;
}
