/** Schedule and day programme as a calendar: an entry for each serial that is held and for each meeting. */
import { dateTimeGroup, isoDateOfDay, isProblem, type MicroInstant, minuteOfMicros, type Problem } from '../../kernel/index.ts';
import { readerText } from '../../release/index.ts';
import type { Calendar, CalendarEntry } from '../content.ts';
import { basisOf, exerciseName } from '../opening.ts';
import { type Pen, plainText } from '../pen.ts';
import { leadOf, supportByRole, teamByParty } from './people.ts';
import { type Held, heldBookings, type Occurrence, occurrencesOf, onDay, periodOfBooking } from './programme.ts';

/** The calendar of the whole exercise, or of one local day. */
export function scheduleCalendar(pen: Pen, day?: number): Calendar | Problem {
  const { exercise, log, reader } = pen.matter;
  const bookings = heldBookings(pen.matter);
  const meetings = occurrencesOf(exercise);
  const held = day === undefined ? bookings : onDay(bookings, day, exercise, periodOfBooking);
  const met = day === undefined ? meetings : meetings.filter((meeting) => meeting.day === day);
  const entries = [...held.map((booking) => serialEntry(pen, booking)), ...met.map((meeting) => meetingEntry(pen, meeting))];
  pen.use('exercise', 'exercise', 'name', 'from', 'to');
  const marking = pen.marking();
  if (isProblem(marking)) return marking;
  const last = log?.assessment.basis.to ?? null;
  return {
    language: pen.language,
    name: `${exerciseName(pen)} – ${pen.say('schedule.title')} (${readerText(reader)})`,
    marking,
    // The time of what it was made from, so that the same input gives the same bytes.
    madeAt: last === null ? exercise.setting.from.at : minuteOfMicros(last as MicroInstant),
    entries: entries.toSorted((a, b) => a.from - b.from || (a.uid < b.uid ? -1 : 1)),
  };
}

function serialEntry(pen: Pen, booking: Held): CalendarEntry {
  const { exercise, log } = pen.matter;
  const serial = exercise.serials.byId.get(booking.serial);
  const site = booking.site === null ? undefined : exercise.sites.byId.get(booking.site);
  const status = log?.assessment.serials.find((one) => one.serial === booking.serial)?.status;
  pen.useBooking(booking);
  pen.use('serials', booking.serial, 'kind');
  if (site !== undefined) pen.use('sites', site.id, 'position');
  const notes = [
    `${dateTimeGroup(booking.start, pen.zone)}–${dateTimeGroup(booking.end, pen.zone)}`,
    plainText(teamByParty(pen, booking)),
    booking.lead === null ? '–' : pen.pair(pen.say('column.lead'), leadOf(pen, booking)),
    plainText(supportByRole(pen, booking)),
    basisOf(pen),
  ];
  return {
    uid: uidOf(pen, booking.serial),
    sequence: log?.changes.get(booking.serial) ?? 0,
    from: booking.start,
    to: booking.end,
    title: `${booking.serial} ${pen.name('serials', booking.serial)}`,
    place: site === undefined ? '' : pen.name('sites', site.id),
    position: site === undefined ? null : site.position,
    notes: notes.filter((line) => line !== '–').join('\n'),
    categories: serial === undefined ? [] : [pen.say('serialKind', { kind: serial.kind })],
    cancelled: status === 'cancelled',
  };
}

function meetingEntry(pen: Pen, { meeting, day, from, to }: Occurrence): CalendarEntry {
  const site = meeting.site === undefined ? undefined : pen.matter.exercise.sites.byId.get(meeting.site);
  pen.use('meetings', meeting.id, 'at', 'posts');
  if (site !== undefined) pen.use('sites', site.id, 'position');
  return {
    uid: uidOf(pen, `${meeting.id}-${isoDateOfDay(day)}`),
    sequence: 0,
    from,
    to,
    title: pen.name('meetings', meeting.id),
    place: site === undefined ? '' : pen.name('sites', site.id),
    position: site === undefined ? null : site.position,
    notes: meeting.posts.map((post) => pen.name('posts', post)).join(pen.comma),
    categories: [pen.say('serialKind', { kind: 'meeting' })],
    cancelled: false,
  };
}

/** The same through every edition of the calendar, so that a changed entry replaces the one before. */
function uidOf(pen: Pen, id: string): string {
  const exercise = pen.matter.exercise.setting.code.replaceAll(/[^A-Za-z0-9]+/g, '-').toLowerCase();
  return `${id.replaceAll(/[^A-Za-z0-9-]+/g, '-')}@${exercise}.entente`;
}
