// What the map shows, before it is drawn: sites with who is there, the ways between them, and the part of the world they lie in.
import { type ScheduledSerial, underWayAt, type Whereabouts, whereaboutsView } from '../../../src/conduct/index.ts';
import type { Exercise } from '../../../src/exercise/index.ts';
import type { MinuteInstant, Position } from '../../../src/kernel/index.ts';

export type Place = {
  readonly site: string;
  readonly position: Position;
  readonly units: readonly Whereabouts[];
  readonly serials: readonly ScheduledSerial[];
};
export type Way = { readonly from: Position; readonly to: Position; readonly minutes: number };
export type Bounds = { readonly west: number; readonly south: number; readonly east: number; readonly north: number };

export function placesAt(exercise: Exercise, scheduled: readonly ScheduledSerial[], at: MinuteInstant): readonly Place[] {
  const units = whereaboutsView(exercise, scheduled, at);
  const serials = underWayAt(scheduled, at);
  return exercise.sites.list.map(({ id, position }) => ({
    site: id,
    position,
    units: units.filter(({ site }) => site === id),
    serials: serials.filter(({ site }) => site === id),
  }));
}

/** Each way once, with its travel time. */
export function waysOf(exercise: Exercise): readonly Way[] {
  const seen = new Set<string>();
  return exercise.sites.list.flatMap(({ id, position, travel }) =>
    Object.entries(travel).flatMap(([other, span]): Way[] => {
      const target = exercise.sites.byId.get(other);
      const pair = [id, other].sort().join(' ');
      if (target === undefined || seen.has(pair)) return [];
      seen.add(pair);
      return [{ from: position, to: target.position, minutes: span.minutes }];
    }),
  );
}

/** Around all sites, with room beside them. */
export function boundsOf(exercise: Exercise): Bounds {
  const positions = exercise.sites.list.map(({ position }) => position);
  const longitudes = positions.map(({ longitude }) => longitude);
  const latitudes = positions.map(({ latitude }) => latitude);
  const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)];
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  const [across, up] = [Math.max(0.03, (east - west) * 0.16), Math.max(0.02, (north - south) * 0.12)];
  return { west: west - across, south: south - up, east: east + across, north: north + up };
}
