/** The schedule: the whole exercise by day and site, as chart and tables. */
import { dateTimeGroup, localDay, type Problem } from '../../kernel/index.ts';
import { sayDay, saySerialTime, sayTime } from '../../words/index.ts';
import type { Block, Cell, Document } from '../content.ts';
import { momentOf } from '../moments.ts';
import { documentOf } from '../opening.ts';
import type { Pen } from '../pen.ts';
import { chartOfDays, chartOfHours } from './bars.ts';
import { leadOf, teamByParty } from './people.ts';
import { type Held, heldBookings, type Meeting, occurrencesOf } from './programme.ts';

export function scheduleDocument(pen: Pen): Document | Problem {
  const bookings = heldBookings(pen.matter);
  const blocks: Block[] = [
    ...(bookings.length === 0 ? [{ kind: 'note', tone: 'info', line: pen.say('schedule.nothing') } as const] : overview(pen, bookings)),
    ...daysOfStart(pen, bookings).flatMap(([day, held]) => dayBlocks(pen, day, held)),
    ...pen.section(pen.say('schedule.meetings'), () => meetingsTable(pen)),
    ...pen.section(pen.say('schedule.alternates'), () => alternatesTable(pen)),
    ...pen.section(pen.say('schedule.notHeld'), () => notHeld(pen)),
    ...pen.section(pen.say('changes.title'), () => changesTable(pen)),
  ];
  return documentOf(pen, { title: pen.say('schedule.title'), paper: 'A4Landscape', blocks });
}

function overview(pen: Pen, bookings: readonly Held[]): readonly Block[] {
  const { exercise } = pen.matter;
  const parties = exercise.setting.participating.filter((party) =>
    bookings.some(({ lead }) => lead !== null && exercise.units.byId.get(lead)?.party === party),
  );
  const lead = parties.map((party) => {
    const led = bookings.filter((one) => one.lead !== null && exercise.units.byId.get(one.lead)?.party === party);
    return pen.pair(pen.name('parties', party), String(led.length));
  });
  return [
    {
      kind: 'facts',
      rows: [
        { term: pen.say('schedule.serials'), value: String(bookings.length) },
        { term: pen.say('schedule.days'), value: String(daysOfStart(pen, bookings).length) },
        { term: pen.say('schedule.zone'), value: pen.zone.name },
        ...(lead.length === 0 ? [] : [{ term: pen.say('schedule.leads'), value: lead.join(' · ') }]),
      ],
    },
    { kind: 'chart', caption: pen.say('schedule.bySite'), basis: pen.say('schedule.barsSay'), chart: chartOfDays(pen, bookings) },
  ];
}

function daysOfStart(pen: Pen, bookings: readonly Held[]): readonly (readonly [number, readonly Held[]])[] {
  const byDay = new Map<number, Held[]>();
  for (const booking of bookings) {
    const day = localDay(booking.start, pen.zone);
    byDay.set(day, [...(byDay.get(day) ?? []), booking]);
  }
  return [...byDay].toSorted(([a], [b]) => a - b);
}

function dayBlocks(pen: Pen, day: number, held: readonly Held[]): readonly Block[] {
  return pen.section(sayDay(day, pen.language), () => [
    {
      kind: 'chart',
      caption: pen.say('schedule.ofDay', { n: held.length }),
      basis: pen.say('schedule.localTime', { zone: pen.zone.name }),
      chart: chartOfHours(pen, held),
    },
    {
      kind: 'table',
      columns: [
        { title: pen.say('column.time'), width: 1.1 },
        { title: pen.say('column.group'), width: 1.4 },
        { title: pen.say('column.serial'), width: 3 },
        { title: pen.say('column.kind'), width: 1.3 },
        { title: pen.say('column.site'), width: 1.6 },
        { title: pen.say('column.team'), width: 4 },
        { title: pen.say('column.lead'), width: 1.8 },
      ],
      rows: held.map((booking) => serialRow(pen, booking)),
    },
  ]);
}

function serialRow(pen: Pen, booking: Held): readonly Cell[] {
  const serial = pen.matter.exercise.serials.byId.get(booking.serial);
  pen.useBooking(booking);
  pen.use('serials', booking.serial, 'kind');
  return [
    timesOf(pen, booking),
    [{ text: dateTimeGroup(booking.start, pen.zone), style: 'code' }],
    serialCell(pen, booking.serial),
    serial === undefined ? '–' : pen.say('serialKind', { kind: serial.kind }),
    booking.site === null ? '–' : pen.name('sites', booking.site),
    teamByParty(pen, booking),
    leadOf(pen, booking),
  ];
}

/** `07:00–09:30`, with the second day where the end lies on it. */
export function timesOf(pen: Pen, { start, end }: { readonly start: Held['start']; readonly end: Held['end'] }): string {
  const days = localDay(end, pen.zone) - localDay(start, pen.zone);
  return `${sayTime(start, pen.zone)}–${sayTime(end, pen.zone)}${days === 0 ? '' : ` (+${days})`}`;
}

export function serialCell(pen: Pen, id: string): Cell {
  const name = pen.name('serials', id);
  return name === id ? [{ text: id, style: 'id' }] : [{ text: id, style: 'id' }, `\n${name}`];
}

function meetingsTable(pen: Pen): readonly Block[] {
  const { exercise } = pen.matter;
  const days = new Map<Meeting, number[]>();
  for (const { meeting, day } of occurrencesOf(exercise)) days.set(meeting, [...(days.get(meeting) ?? []), day]);
  if (days.size === 0) return [];
  const columns = ['column.time', 'column.meeting', 'column.days', 'column.site', 'column.posts'] as const;
  const rows = [...days]
    .toSorted(([a], [b]) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(([meeting, held]): readonly Cell[] => {
      const [first, last] = [Math.min(...held), Math.max(...held)];
      pen.use('meetings', meeting.id, 'at', 'posts');
      return [
        `${meeting.at} (${pen.say('minutes', { n: meeting.minutes })})`,
        pen.name('meetings', meeting.id),
        first === last ? sayDay(first, pen.language) : `${sayDay(first, pen.language)} – ${sayDay(last, pen.language)}`,
        meeting.site === undefined ? '–' : pen.name('sites', meeting.site),
        meeting.posts.map((post) => pen.name('posts', post)).join(pen.comma),
      ];
    });
  const widths = [1.2, 2.5, 2.2, 1.5, 5];
  return [{ kind: 'table', columns: columns.map((key, index) => ({ title: pen.say(key), width: widths[index] ?? 1 })), rows }];
}

function alternatesTable(pen: Pen): readonly Block[] {
  const { alternates } = pen.matter.exercise;
  if (alternates.list.length === 0) return [];
  const rows = alternates.list.map((alternate): readonly Cell[] => {
    pen.use('alternates', alternate.id, 'serials', 'decideBy', 'reason', 'reasonIn');
    const { window, start, site } = alternate;
    const place = site === undefined ? [] : [pen.name('sites', site)];
    const when =
      window !== undefined
        ? [saySerialTime(window.from.at, window.to.at, pen.zone, pen.language)]
        : start !== undefined
          ? [dateTimeGroup(start.at, pen.zone)]
          : [];
    return [
      alternate.serials.join(pen.comma),
      pen.say('alternateTrigger', { trigger: alternate.trigger }),
      [{ text: dateTimeGroup(alternate.decideBy.at, pen.zone), style: 'code' }],
      [...when, ...place].join(' · '),
      pen.plain(alternate.reason, alternate.reasonIn),
    ];
  });
  const columns = ['column.serial', 'column.if', 'column.decideBy', 'column.then', 'column.reason'].map((key) => ({ title: pen.say(key) }));
  return [{ kind: 'table', columns, rows }];
}

function notHeld(pen: Pen): readonly Block[] {
  const left = pen.matter.plan.bookings.filter(({ held }) => !held);
  if (left.length === 0) return [];
  const items = left.map((booking) => {
    pen.useBooking(booking);
    return `${booking.serial} ${pen.name('serials', booking.serial)}`;
  });
  return [{ kind: 'list', ordered: false, items }];
}

/** The numbered notices of changes since the plan was adopted. */
export function changesTable(pen: Pen, serials?: ReadonlySet<string>): readonly Block[] {
  const notices = pen.matter.log?.notices.filter(({ payload }) => serials === undefined || serials.has(payload.serial)) ?? [];
  if (notices.length === 0) return [];
  const rows = notices.map(({ at, stream, payload }): readonly Cell[] => {
    pen.useStream(stream);
    return [String(payload.number), momentOf(pen, at), payload.serial, pen.say('changed', { what: payload.what }), payload.text];
  });
  const columns = ['column.number', 'column.time', 'column.serial', 'column.what', 'column.text'].map((key) => ({ title: pen.say(key) }));
  return [{ kind: 'table', columns, rows }];
}
