/** Where units are, as far as plan and log tell: at the site of the serial they are in, else at their home. */
import { type Exercise, leafUnits, presenceOf } from '../../exercise/index.ts';
import { type MinuteInstant, microsOfMinute } from '../../kernel/index.ts';
import type { ScheduledSerial } from './schedule-view.ts';

export type Whereabouts = { readonly unit: string; readonly party: string; readonly site: string; readonly serial: string | null };

/** Every leaf unit that is present at an instant and whose site is known. */
export function whereaboutsView(exercise: Exercise, scheduled: readonly ScheduledSerial[], at: MinuteInstant): readonly Whereabouts[] {
  const inSerial = new Map<string, ScheduledSerial>();
  for (const one of scheduled) if (isUnderWay(one, at)) for (const unit of [...one.attending, ...one.team]) inSerial.set(unit, one);
  return leafUnits(exercise).flatMap(({ id, party, home }): Whereabouts[] => {
    if (!presenceOf(exercise, id).some(({ from, to }) => from <= at && at < to)) return [];
    const found = inSerial.get(id);
    const site = found?.site ?? home;
    return site === undefined || !exercise.sites.byId.has(site) ? [] : [{ unit: id, party, site, serial: found?.serial ?? null }];
  });
}

/** Serials that hold their people at an instant: by what was reported where it was, else as booked. */
export function underWayAt(scheduled: readonly ScheduledSerial[], at: MinuteInstant): readonly ScheduledSerial[] {
  return scheduled.filter((one) => isUnderWay(one, at));
}

function isUnderWay({ start, end, status, startedAt, endedAt }: ScheduledSerial, at: MinuteInstant): boolean {
  if (status === 'cancelled') return false;
  const now = microsOfMinute(at);
  if (endedAt !== null && endedAt <= now) return false;
  if (startedAt !== null && startedAt <= now) return true;
  return start <= at && at < end;
}
