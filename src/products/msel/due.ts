/** When an inject is due, in words, and where that can be told beforehand, at what instant. */
import type { Inject, Trigger } from '../../exercise/index.ts';
import { dateTimeGroup, type MinuteInstant, minuteInstant } from '../../kernel/index.ts';
import type { Pen } from '../pen.ts';

/** `expectedAt` is null where nobody can tell it from the plan. `isEstimate`: it follows from a booking or from another inject. */
export type Due = { readonly text: string; readonly expectedAt: MinuteInstant | null; readonly isEstimate: boolean };

export function dueOf(pen: Pen, inject: Inject): Due {
  const { trigger } = inject;
  pen.use('injects', inject.id, 'trigger');
  const expectedAt = expected(pen, inject, []);
  return { text: textOf(pen, trigger), expectedAt, isEstimate: expectedAt !== null && trigger.kind !== 'time' };
}

function textOf(pen: Pen, trigger: Trigger): string {
  const { injects } = pen.matter.exercise;
  const numberOf = (id: string) => injects.byId.get(id)?.number ?? id;
  switch (trigger.kind) {
    case 'time':
      return dateTimeGroup(trigger.at.at, pen.zone);
    case 'after': {
      const what = trigger.serial ?? numberOf(trigger.inject ?? '');
      return pen.say('msel.after', { delay: trigger.delay?.minutes ?? 0, what, happening: trigger.happening });
    }
    case 'absence':
      return pen.say('msel.absence', { inject: numberOf(trigger.inject), within: trigger.within.minutes });
    default:
      return pen.say('msel.onCall');
  }
}

function expected(pen: Pen, { id, trigger }: Inject, asked: readonly string[]): MinuteInstant | null {
  const { exercise, plan } = pen.matter;
  if (trigger.kind === 'time') return trigger.at.at;
  if (trigger.kind === 'onCall' || asked.includes(id)) return null;
  if (trigger.kind === 'after' && trigger.serial !== undefined) {
    const booking = plan.bookings.find(({ serial }) => serial === trigger.serial);
    const serial = exercise.serials.byId.get(trigger.serial);
    if (booking?.start == null || booking.end === null || serial === undefined) return null;
    pen.useBooking(booking);
    const running = booking.start + (serial.setUp?.minutes ?? 0) + (serial.brief?.minutes ?? 0);
    const at = trigger.happening === 'running' ? running : trigger.happening === 'done' ? booking.end : null;
    return at === null ? null : minuteInstant(at + (trigger.delay?.minutes ?? 0));
  }
  const before = exercise.injects.byId.get(trigger.inject ?? '');
  const at = before === undefined ? null : expected(pen, before, [...asked, id]);
  if (at === null) return null;
  return minuteInstant(at + (trigger.kind === 'absence' ? trigger.within.minutes : (trigger.delay?.minutes ?? 0)));
}
