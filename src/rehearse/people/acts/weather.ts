/** Weather decides about sensitive serials: at the decision time they move to their reserve window or site, or are cancelled; a good sky is signed for. */
import { localDay, microsPerMinute, minuteInstant, minuteOfMicros } from '../../../kernel/index.ts';
import type { Booked, SerialPart } from '../../stage/serial-parts.ts';
import { type Company, micros, type Reactions } from '../company.ts';
import { phrase } from '../phrases.ts';
import { withConsent } from './consents.ts';

const decidedBeforeMinutes = 150;

export function weatherAct(company: Company): Reactions {
  const { stage, agenda } = company;
  const { exercise } = stage;
  const used = new Set<string>();
  /** Serials whose move is asked for; it may wait for consent. */
  const moving = new Set<string>();

  // One sky a local day (and night) for all: sensitive serials of it share their luck.
  const isBad = (part: SerialPart): boolean => {
    if (!part.serial.weatherSensitive) return false;
    const light = stage.lightAt(part.start);
    const day = localDay(minuteOfMicros(part.start as never), exercise.zone);
    return stage.drawOf('weatherCancel', undefined, light)(company.chance(`weather/${day}/${light === 'night' ? 'night' : 'day'}`)) === 1;
  };

  const bookingOf = (part: SerialPart): Booked => {
    const known = company.knows(part.director, stage.routes.ofSerial(part.id))?.adoption.bookings.get(part.id)?.booking;
    return (known as Booked | undefined) ?? part.booking;
  };

  const isStillAhead = (part: SerialPart): boolean => {
    const status = company.knows(part.director, stage.routes.ofSerial(part.id))?.running.serials.get(part.id)?.status ?? 'planned';
    return bookingOf(part).start === part.booking.start && (status === 'planned' || status === 'called' || status === 'ready');
  };

  const decide = (part: SerialPart): void => {
    if (moving.has(part.id) || !isStillAhead(part) || !isBad(part)) return;
    const reason = phrase('weather', stage.posts[part.director]?.writes ?? 'en');
    const alternate = exercise.alternates.list.find(
      ({ trigger, serials }) => trigger === 'weather' && serials.some((serial) => serial === part.id),
    );
    if (alternate === undefined || used.has(alternate.id)) {
      company.work(part.director, 5, () => company.order(part.director, 'CancelSerial', { serial: part.id, reason }));
      return;
    }
    used.add(alternate.id);
    const group = alternate.serials.flatMap((id) => stage.serialOf.get(id) ?? []).filter((one) => one.held && isStillAhead(one));
    const first = Math.min(...group.map(({ booking }) => booking.start ?? Number.POSITIVE_INFINITY));
    const to = alternate.start?.at ?? alternate.window?.from.at;
    const shift = to === undefined ? 0 : Math.max(0, to - first);
    for (const one of group) {
      moving.add(one.id);
      const before = bookingOf(one);
      if (before.start === null || before.end === null) continue;
      const booking = {
        ...before,
        start: minuteInstant(before.start + shift),
        end: minuteInstant(before.end + shift),
        site: alternate.site ?? before.site,
        team: [...before.team],
        support: before.support.map((given) => ({ ...given })),
      };
      withConsent(company, one.director, { on: 'change', booking }, () =>
        company.work(one.director, 5, () => company.order(one.director, 'ChangeBooking', { booking, reason })),
      );
    }
  };

  return {
    BookingAdopted: (booking, { stream }) => {
      const part = stage.partOf(booking);
      if (part === undefined || !part.held || !part.serial.weatherSensitive || !company.hears(part.director, stream)) return;
      const alternate = exercise.alternates.list.find(
        ({ trigger, serials }) => trigger === 'weather' && serials.some((serial) => serial === part.id),
      );
      const at = Math.min(
        alternate === undefined ? Number.POSITIVE_INFINITY : alternate.decideBy.at * microsPerMinute,
        part.start - micros(decidedBeforeMinutes),
      );
      agenda.at(at, () => decide(part));
    },
    SerialCalled: ({ serial }, { stream }) => {
      const part = stage.serialOf.get(serial);
      const signing = part?.signings.find(({ item }) => item === 'weather');
      if (part === undefined || signing === undefined || (signing.post >= 0 && !company.hears(signing.post, stream))) return;
      const minutes = company.draw('goNoGoMinutes', stage.posts[signing.post], `${serial}/weather`);
      agenda.at(agenda.now + micros(minutes), () =>
        company.work(signing.post, 1, () => company.order(signing.post, 'SignGoNoGo', { serial, item: 'weather', go: true }), part.index),
      );
    },
  };
}
