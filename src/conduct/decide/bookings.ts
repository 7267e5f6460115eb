/** Changes of a booking: time, site, team, lead or support of a serial that is not yet running; inside the frozen hours only with consent. */
import type { Exercise } from '../../exercise/index.ts';
import { minuteOfMicros } from '../../kernel/index.ts';
import type { Command } from '../commands/commands.ts';
import type { ReadonlyConduct } from '../conduct.ts';
import { accepted, type Decision, fact, nothingToDo, refused } from '../decision.ts';
import type { PayloadOf } from '../events/events.ts';
import type { SerialStatus } from '../state/running.ts';
import { agreed, bookingOf, systemAuthor } from './asking.ts';
import { firstNotice, noticesFor } from './notices.ts';
import { bookingSubject } from './subjects.ts';

type Booking = PayloadOf<'BookingAdopted'>;

export function changeBooking(
  command: Extract<Command, { type: 'ChangeBooking' }>,
  conduct: ReadonlyConduct,
  status: SerialStatus,
): Decision {
  const { booking, reason } = command.order;
  if (status !== 'planned' && status !== 'called' && status !== 'ready')
    return refused('serialPastMoving', { serial: booking.serial, status });
  const unknown = namesNobody(conduct, booking);
  if (unknown !== undefined) return unknown;
  const before = bookingOf(conduct, booking.serial);
  const what = changesIn(before, booking);
  if (what.length === 0) return nothingToDo;
  const isNear = isFrozen(minuteOfMicros(command.at), conduct.exercise, before, booking);
  if (command.by !== systemAuthor && isNear && !agreed(conduct, 'change', bookingSubject(booking))) {
    return refused('changeIsFrozen', { serial: booking.serial, hours: Math.round((conduct.exercise.setting.frozen?.minutes ?? 0) / 60) });
  }
  const notices = noticesFor(conduct, booking.serial, what, reason, command.id);
  const payload = { booking, reason, ...firstNotice(notices) };
  const changed = fact(conduct.routes.ofSerial(booking.serial), { type: 'BookingChanged', payload });
  return accepted(changed, ...notices);
}

function namesNobody({ exercise }: ReadonlyConduct, { site, team, support, lead }: Booking): Decision | undefined {
  if (site !== null && !exercise.sites.byId.has(site)) return refused('noSuchSite', { site });
  for (const unit of lead === null ? team : [...team, lead]) if (!exercise.units.byId.has(unit)) return refused('noSuchUnit', { unit });
  for (const { by } of support) if (!exercise.posts.byId.has(by)) return refused('noSuchPost', { post: by });
  return undefined;
}

/** What differs between two bookings of a serial: each difference is a change of its own, with a notice. */
export function changesIn(before: Booking | undefined, after: Booking): readonly PayloadOf<'ChangeNoticeIssued'>['what'][] {
  const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  return [
    ...(before?.start === after.start && before.end === after.end && before.held === after.held ? [] : (['time'] as const)),
    ...(before?.site === after.site ? [] : (['site'] as const)),
    ...(isSame(before?.team, after.team) ? [] : (['team'] as const)),
    ...(before?.lead === after.lead ? [] : (['lead'] as const)),
    ...(isSame(before?.support, after.support) ? [] : (['support'] as const)),
  ];
}

/** Whether the serial starts, before or after the change, nearer than the document's frozen hours. */
export function isFrozen(now: number, { setting }: Exercise, before: Booking | undefined, after: Booking): boolean {
  const { frozen } = setting;
  if (frozen === undefined) return false;
  const until = now + frozen.minutes;
  return [before?.start, after.start].some((start) => start != null && start < until);
}
