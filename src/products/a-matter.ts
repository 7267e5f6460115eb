/** Builders for tests of this and other rooms: a plan and a log of the small exercise, and what a reader may read of them. */
import { assessFor } from '../assess/index.ts';
import { type EventType, type LoggedEvent, type PayloadOf, readerDirectoryOf } from '../conduct/index.ts';
import { type Exercise, readExercise } from '../exercise/index.ts';
import { Bug, isProblem, type MicroInstant, minuteFromIso } from '../kernel/index.ts';
import { type Booking, type Plan, planForReader } from '../plan/index.ts';
import { type ClassKey, gateFor, type Reader, resolveReader } from '../release/index.ts';
import { aSmallDocument, type Secrets } from './a-document.ts';
import type { InjectPlay, LogMatter, Matter } from './matter.ts';

const dDay: number = minuteFromIso('2024-07-07T21:00:00Z');
const everyone = 'RESTRICTED/BLR,CHN//everyone:' as ClassKey;
const exconStream = 'RESTRICTED/BLR,CHN//excon:' as ClassKey;
const chn = 'RESTRICTED/CHN//party:CHN' as ClassKey;
const blr = 'RESTRICTED/BLR//party:BLR' as ClassKey;

const booking = (serial: string, start: number, minutes: number, more: Partial<Booking>): Booking =>
  ({
    serial,
    held: true,
    start: dDay + start,
    end: dDay + start + minutes,
    site: 'CAMP',
    team: [],
    lead: null,
    support: [],
    ...more,
  }) as Booking;

const evaluators = [
  { demand: 'EVAL/BLR', by: 'EVAL-B' },
  { demand: 'EVAL/CHN', by: 'EVAL-C' },
];

/** Two crossings of mixed teams, one led by each party, and the opening. */
export const aSmallPlan = {
  format: 'entente-plan',
  version: 1,
  exercise: 'TEST-2024',
  seed: '1',
  iterations: 1,
  lanes: 1,
  objectives: [],
  bookings: [
    booking('S-1', 1440 + 570, 150, { site: 'LAKE', team: ['B1', 'C1'], lead: 'B1', support: evaluators }),
    booking('S-2', 3 * 1440 + 1380, 120, { site: 'LAKE', team: ['B2', 'C1'], lead: 'C1', support: evaluators }),
    booking('OPENING', 540, 120, {}),
  ],
  unmet: [],
} as const satisfies Plan;

/** What happened, minutes after the start of D-day; `secret` is what CHN alone knows. */
export function aSmallLog(secret = '内部意见'): readonly LoggedEvent[] {
  const told = <T extends EventType>(minutes: number, type: T, payload: PayloadOf<T>, stream: ClassKey = everyone) => ({
    minutes,
    type,
    payload,
    stream,
  });
  const observation = { serial: 'S-1', task: 'boats', criticalTask: 'boats/order' };
  const finding = { language: 'en', serials: ['S-1'], shownBy: [], party: 'BLR' };
  const lengths = new Map<string, number>();
  return [
    told(360, 'StartexDeclared', { exerciseTime: (dDay + 360) * 60_000_000 }),
    told(2010, 'SerialStarted', { serial: 'S-1' }),
    told(2060, 'InjectReleased', { inject: 'I-1', deliveries: ['d1'] }, exconStream),
    told(2070, 'ExpectedActionSeen', { inject: 'I-1', outcome: 'expected' }, exconStream),
    told(2080, 'StopCalled', { stop: 'stop', site: 'LAKE', serials: ['S-1'] }),
    told(2080, 'SerialStopped', { serial: 'S-1' }),
    told(2090, 'StopLifted', { stop: 'stop' }),
    told(2090, 'SerialResumed', { serial: 'S-1' }),
    told(2100, 'ProcedureRecorded', {
      record: 'p1',
      procedure: 'BRIEF',
      serial: 'S-1',
      from: 'BLR',
      to: 'CHN',
      startedAt: (dDay + 2092) * 60_000_000,
      finishedAt: (dDay + 2100) * 60_000_000,
      correct: { ru: true, zh: true },
    }),
    told(2160, 'SerialDone', { serial: 'S-1' }),
    told(2165, 'ObservationReleased', { ...observation, observation: 'o1', party: 'BLR', rating: 'S' }),
    told(2166, 'ObservationMade', { ...observation, observation: 'o2', evaluator: 'EVAL-C', party: 'CHN', rating: 'M', text: secret }, chn),
    told(2167, 'RequestTimed', {
      request: 'q1',
      from: 'BLR',
      to: 'CHN',
      serial: 'S-1',
      decideSeconds: 300,
      translateSeconds: 600,
      reviewSeconds: 120,
      deliverSeconds: 10,
      answered: true,
      onTime: true,
    }),
    told(3000, 'ChangeNoticeIssued', { notice: 'n1', number: 1, serial: 'S-2', what: 'time', text: 'Later by half an hour.' }),
    told(3000, 'BookingChanged', {
      booking: { ...aSmallPlan.bookings[1], start: dDay + 5730, end: dDay + 5850, team: ['B2', 'C1'], support: [...evaluators] },
      reason: 'Wind',
    }),
    told(5740, 'SerialStarted', { serial: 'S-2' }),
    told(5800, 'SerialCurtailed', { serial: 'S-2', reason: 'Wind' }),
    told(6000, 'EndexDeclared', {}),
    told(6001, 'PlayedInjectReleased', {
      delivery: 'd1',
      number: '1-01',
      title: { en: 'Bridge closed', zh: '桥梁关闭' },
      to: ['LEAD-C'],
      answered: true,
      outcome: 'expected',
      playedAt: (dDay + 2060) * 60_000_000,
    }),
    told(6010, 'FindingProposed', { ...finding, finding: 'f1', title: 'Orders', text: 'Given late in one language.', strength: false }),
    told(6020, 'FindingAgreed', { finding: 'f1', nationalView: 'CHN' }),
    told(6021, 'CorrectiveActionSet', {
      action: 'a1',
      finding: 'f1',
      text: 'Rehearse it.',
      owner: 'DIR-B',
      due: dDay + 300_000,
      element: 'training',
      done: false,
    }),
    told(
      6030,
      'FindingProposed',
      { ...finding, finding: 'f2', title: secret, text: secret, language: 'zh', strength: false, party: 'CHN' },
      chn,
    ),
    told(6031, 'FindingKeptNational', { finding: 'f2', party: 'CHN' }, chn),
    told(6032, 'FindingProposed', { ...finding, finding: 'f3', title: 'Boats', text: 'Well prepared.', strength: true }, blr),
    told(6040, 'TextReleased', { record: 'r1', thing: 'communique', title: 'Ended', text: 'The training has ended.', language: 'en' }),
  ].map(({ minutes, type, payload, stream }) => {
    const sequence = (lengths.get(stream) ?? 0) + 1;
    lengths.set(stream, sequence);
    const time = ((dDay + minutes) * 60_000_000) as MicroInstant;
    // Type and payload belong together by `told`'s own type, which does not reach through the list.
    const event = { type, version: 1, payload } as unknown as LoggedEvent['event'];
    return { stream, origin: 'brest', sequence, time, exerciseTime: time, author: null, event };
  });
}

/** What a reader reads of the small exercise, with or without its log. */
export function aMatter(
  readerText: string,
  { log = true, secrets = {} }: { readonly log?: boolean; readonly secrets?: Secrets } = {},
): Matter {
  const files = aSmallDocument(secrets);
  const reader = readerOf(readerText, readExercise(files).exercise);
  const { exercise } = readExercise(files, { reader });
  if (exercise === undefined) throw new Bug(`the small exercise cannot be read for ${readerText}`);
  const events = aSmallLog(secrets.CHN);
  const plan = log ? { ...aSmallPlan, bookings: aSmallPlan.bookings.map((one) => changed(one, events)) } : aSmallPlan;
  return { reader, exercise, plan: planForReader(exercise, plan, reader), log: log ? logMatter(reader, exercise, events) : null };
}

function readerOf(text: string, exercise: Exercise | undefined): Reader {
  const reader = exercise === undefined ? undefined : resolveReader(text, readerDirectoryOf(exercise));
  if (reader === undefined || isProblem(reader)) throw new Bug(`no reader ${text}`);
  return reader;
}

function changed(one: Booking, events: readonly LoggedEvent[]): Booking {
  const found = events.findLast(({ event }) => event.type === 'BookingChanged' && event.payload?.booking.serial === one.serial);
  return found?.event.type === 'BookingChanged' && found.event.payload !== null ? (found.event.payload.booking as Booking) : one;
}

function logMatter(reader: Reader, exercise: Exercise, events: readonly LoggedEvent[]): LogMatter {
  const gate = gateFor(reader, ['UNCLASSIFIED', 'RESTRICTED', 'CONFIDENTIAL']);
  const own = events.filter(({ stream }) => gate(stream));
  const of = <T extends EventType>(type: T) =>
    own.flatMap(({ stream, time, event }) =>
      event.type === type && event.payload !== null
        ? [{ at: time as number, stream, payload: event.payload as unknown as PayloadOf<T> }]
        : [],
    );
  const play = of('InjectReleased').map(({ at, stream, payload }): readonly [string, InjectPlay] => [
    payload.inject,
    {
      status: null,
      releasedAt: at,
      answeredAt: null,
      outcome: of('ExpectedActionSeen')[0]?.payload.outcome ?? null,
      streams: new Set([stream]),
    },
  ]);
  return {
    assessment: assessFor(reader, exercise, events),
    streams: [...new Set(own.map(({ stream }) => stream))].sort(),
    changes: new Map(of('BookingChanged').map(({ payload }) => [payload.booking.serial, 1])),
    notices: of('ChangeNoticeIssued'),
    played: of('PlayedInjectReleased'),
    received: of('InjectReceived'),
    plays: new Map(play),
    released: of('TextReleased'),
  };
}
