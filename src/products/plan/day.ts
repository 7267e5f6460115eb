/** The programme of one local day: what is held, who carries and supports it, light, meetings, go/no-go list, whom to call. */
import { dateTimeGroup, type Problem, weekdayOfDay } from '../../kernel/index.ts';
import { sayDay, saySerialTime, sayTime } from '../../words/index.ts';
import type { Block, Cell, Document, Run } from '../content.ts';
import { documentOf } from '../opening.ts';
import type { Pen } from '../pen.ts';
import { chartOfHours } from './bars.ts';
import { dayLight } from './light.ts';
import { leadOf, supportByRole, teamByParty } from './people.ts';
import { type Held, heldBookings, occurrencesOf, onDay, periodOfBooking } from './programme.ts';
import { changesTable, serialCell, timesOf } from './schedule.ts';

export function dayDocument(pen: Pen, day: number): Document | Problem {
  const { exercise } = pen.matter;
  const held = onDay(heldBookings(pen.matter), day, exercise, periodOfBooking);
  const blocks: Block[] = [
    ...emergency(pen),
    { kind: 'facts', rows: dayFacts(pen, day, held) },
    ...(held.length === 0 ? [{ kind: 'note', tone: 'info', line: pen.say('day.nothing') } as const] : []),
    ...(held.length === 0 ? [] : pen.section(pen.say('day.serials'), () => serials(pen, held))),
    ...pen.section(pen.say('day.meetings'), () => meetings(pen, day)),
    ...pen.section(pen.say('day.goNoGo'), () => goNoGo(pen, held)),
    ...pen.section(pen.say('day.closures'), () => closures(pen, day)),
    ...pen.section(pen.say('day.visits'), () => visits(pen, day)),
    ...pen.section(pen.say('changes.title'), () => changesTable(pen, new Set(held.map(({ serial }) => serial)))),
    ...pen.section(pen.say('day.nets'), () => nets(pen)),
  ];
  const title = pen.say('day.title', { day: sayDay(day, pen.language) });
  return documentOf(pen, { title, paper: 'A4Landscape', blocks });
}

function emergency(pen: Pen): readonly Block[] {
  const { emergency: words } = pen.matter.exercise.setting;
  if (words === undefined) return [];
  pen.use('exercise', 'exercise', 'emergency');
  const line: Run[] = [
    { text: pen.pair(words.words, ''), style: 'strong' },
    pen.say('day.emergency', { channel: words.channel, telephone: words.telephone }),
  ];
  return [{ kind: 'note', tone: 'warn', line }];
}

type Facts = Extract<Block, { kind: 'facts' }>['rows'];

function dayFacts(pen: Pen, day: number, held: readonly Held[]): Facts {
  const { exercise } = pen.matter;
  const phases = onDay(exercise.phases.list, day, exercise, ({ from, to }) => ({ from: from.at, to: to.at }));
  return [
    { term: pen.say('day.phase'), value: phases.map(({ id }) => pen.name('phases', id)).join(' · ') || '–' },
    { term: pen.say('schedule.zone'), value: pen.zone.name },
    ...lightFacts(pen, day, held),
  ];
}

/** Day and night as the document states them, else by the sun. */
function lightFacts(pen: Pen, day: number, held: readonly Held[]): Facts {
  const { statedHours, twilight } = pen.matter.exercise.setting;
  if (statedHours !== undefined) {
    pen.use('exercise', 'exercise', 'statedHours');
    return (['day', 'night'] as const).map((light) => ({
      term: pen.say(`day.${light === 'day' ? 'daytime' : 'night'}`),
      value: pen.say('day.statedSpan', statedHours[light]),
    }));
  }
  const light = dayLight(pen, day, held);
  if (light === null) return [];
  const time = (minute: Held['start'] | null) => (minute === null ? '–' : sayTime(minute, pen.zone));
  const night = { ends: time(light.nightEnds), from: time(light.nightFrom), twilight };
  return [
    { term: pen.say('day.sun'), value: `${time(light.sunrise)} – ${time(light.sunset)} (${pen.name('sites', light.site)})` },
    { term: pen.say('day.night'), value: pen.say('day.nightSpan', night) },
  ];
}

function serials(pen: Pen, held: readonly Held[]): readonly Block[] {
  const columns = [
    { title: pen.say('column.time'), width: 1.3 },
    { title: pen.say('column.group'), width: 1.5 },
    { title: pen.say('column.serial'), width: 2.6 },
    { title: pen.say('column.site'), width: 1.6 },
    { title: pen.say('column.team'), width: 3.6 },
    { title: pen.say('column.lead'), width: 1.8 },
    { title: pen.say('column.support'), width: 3.8 },
  ];
  const rows = held.map((booking): readonly Cell[] => {
    pen.useBooking(booking);
    const zone = pen.matter.exercise.serials.byId.get(booking.serial)?.zone;
    const site = booking.site === null ? undefined : pen.matter.exercise.sites.byId.get(booking.site);
    const place = zone === undefined || site?.zones[zone] === undefined ? '' : `\n${pen.named(site.zones[zone].name)}`;
    return [
      timesOf(pen, booking),
      [{ text: dateTimeGroup(booking.start, pen.zone), style: 'code' }],
      serialCell(pen, booking.serial),
      booking.site === null ? '–' : `${pen.name('sites', booking.site)}${place}`,
      teamByParty(pen, booking),
      leadOf(pen, booking),
      supportByRole(pen, booking),
    ];
  });
  return [
    {
      kind: 'chart',
      caption: pen.say('schedule.ofDay', { n: held.length }),
      basis: pen.say('schedule.localTime', { zone: pen.zone.name }),
      chart: chartOfHours(pen, held),
    },
    { kind: 'table', columns, rows },
  ];
}

function meetings(pen: Pen, day: number): readonly Block[] {
  const held = occurrencesOf(pen.matter.exercise).filter((occurrence) => occurrence.day === day);
  if (held.length === 0) return [];
  const columns = [
    { title: pen.say('column.time'), width: 1.2 },
    { title: pen.say('column.meeting'), width: 3 },
    { title: pen.say('column.site'), width: 1.6 },
    { title: pen.say('column.posts'), width: 6 },
  ];
  const rows = held.map(({ meeting, from, to }): readonly Cell[] => {
    pen.use('meetings', meeting.id, 'at', 'posts');
    const site = meeting.site === undefined ? '–' : pen.name('sites', meeting.site);
    return [
      `${sayTime(from, pen.zone)}–${sayTime(to, pen.zone)}`,
      pen.name('meetings', meeting.id),
      site,
      meeting.posts.map((post) => pen.name('posts', post)).join(pen.comma),
    ];
  });
  return [{ kind: 'table', columns, rows }];
}

/** A box for each signature that a serial waits for, and each party's own. */
function goNoGo(pen: Pen, held: readonly Held[]): readonly Block[] {
  const { exercise } = pen.matter;
  const listed = held
    .flatMap((booking) => exercise.serials.byId.get(booking.serial) ?? [])
    .filter((serial) => serial.goNoGo.length > 0 && serial.kind !== 'rest');
  const items = (['safety', 'medical', 'weather', 'communications', 'interpreter', 'siteClear'] as const).filter((item) =>
    listed.some(({ goNoGo: list }) => list.includes(item)),
  );
  if (listed.length === 0) return [];
  const parties = listed.some(({ goNoGo: list }) => list.includes('parties')) ? exercise.setting.participating : [];
  const box: Cell = { line: [{ text: '', style: 'box' }], align: 'centre' };
  const rows = listed.map((serial): readonly Cell[] => {
    pen.use('serials', serial.id, 'goNoGo');
    return [
      serialCell(pen, serial.id),
      ...items.map((item): Cell => (serial.goNoGo.includes(item) ? box : '')),
      ...parties.map((): Cell => (serial.goNoGo.includes('parties') ? box : '')),
    ];
  });
  const columns = [
    { title: pen.say('column.serial'), width: 3 },
    ...items.map((item) => ({ title: pen.say('goNoGoItem', { item }), width: 1, align: 'centre' as const })),
    ...parties.map((party) => ({ title: party as string, width: 1, align: 'centre' as const })),
  ];
  return [{ kind: 'table', columns, rows }];
}

/** Closed or reserved periods that touch the day, once or recurring. */
function closures(pen: Pen, day: number): readonly Block[] {
  const { exercise } = pen.matter;
  const items = exercise.closures.list.flatMap((closure) => {
    const periods = onDay(closure.periods, day, exercise, ({ from, to }) => ({ from: from.at, to: to.at }));
    const isToday = closure.weekdays.length === 0 || closure.weekdays.includes(weekdays[weekdayOfDay(day) - 1] ?? 'Mon');
    if (!isToday || (closure.periods.length > 0 && periods.length === 0)) return [];
    pen.use('closures', closure.id, 'reason', 'reasonIn', 'periods', 'daily', 'weekdays');
    const reason = pen.plain(closure.reason, closure.reasonIn);
    const sites = (closure.scope.sites ?? []).map((site) => pen.name('sites', site)).join(pen.comma);
    const where = sites === '' ? '' : ` (${sites})`;
    if (closure.daily !== undefined) return [pen.pair(`${closure.daily.from}–${closure.daily.to}`, `${reason}${where}`)];
    return periods.map(({ from, to }) => pen.pair(saySerialTime(from.at, to.at, pen.zone, pen.language), `${reason}${where}`));
  });
  return items.length === 0 ? [] : [{ kind: 'list', ordered: false, items }];
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

function visits(pen: Pen, day: number): readonly Block[] {
  const { exercise } = pen.matter;
  const held = onDay(exercise.visits.list, day, exercise, ({ period }) => ({ from: period.from.at, to: period.to.at }));
  if (held.length === 0) return [];
  const items = held.map((visit) => {
    pen.use('visits', visit.id, 'period', 'visitors', 'officer');
    const times = saySerialTime(visit.period.from.at, visit.period.to.at, pen.zone, pen.language);
    const what = [pen.name('visits', visit.id), pen.say('day.visitors', { n: visit.visitors }), pen.name('posts', visit.officer)];
    return pen.pair(times, what.join(pen.comma));
  });
  return [{ kind: 'list', ordered: false, items }];
}

function nets(pen: Pen): readonly Block[] {
  const { nets: known } = pen.matter.exercise;
  if (known.list.length === 0) return [];
  const rows = known.list.map((net): readonly Cell[] => {
    pen.use('nets', net.id, 'use', 'channel');
    return [
      pen.name('nets', net.id),
      pen.say('netUse', { use: net.use }),
      net.channel,
      net.alternate ?? '–',
      languageOf(pen, net.language),
    ];
  });
  const columns = ['column.net', 'column.use', 'column.channel', 'column.alternate', 'column.language'].map((key) => ({
    title: pen.say(key),
  }));
  return [{ kind: 'table', columns, rows }];
}

const languageOf = (pen: Pen, language: string | undefined): string => (language === undefined ? '–' : pen.say('language', { language }));
