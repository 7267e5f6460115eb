// What a log holds for a reader: document and plan as folds of it, the assessment, and the events that products tell of. Restriction comes before
// every computation; events are taken one by one, so that a file is read as a stream.
import { type Assessor, assessorFor } from '../assess/index.ts';
import type { LoggedEvent } from '../conduct/index.ts';
import type { Exercise } from '../exercise/index.ts';
import { isProblem, Malformed, type Problem, problem } from '../kernel/index.ts';
import { type Booking, barePlan, type FoundBy, type Plan, planForReader } from '../plan/index.ts';
import type { LogMatter, Matter } from '../products/index.ts';
import { type ClassKey, gateFor, type Reader } from '../release/index.ts';
import { documentFrom, type SourceFile } from './document.ts';
import { documentTypes, filesAfter, sourcesOf } from './held-files.ts';
import { classFactsInLog, inClassOfStream, statesClassFacts } from './log-facts.ts';
import { sharedReading } from './readers.ts';

/** Who reads, once the document in the log is known. */
export type ChooseReader = (files: readonly SourceFile[], shared: Exercise | undefined) => Reader | Problem;

export type LogIntake = {
  /** Whether an event's payload is looked at; for others it need not be parsed. */
  readonly wants: (stream: ClassKey, type: string) => boolean;
  readonly take: (event: LoggedEvent) => void;
  /** True when the document changed after other events were taken: then the log is taken again, by `again()`. */
  readonly mustBeTakenAgain: () => boolean;
  readonly again: () => LogIntake;
  /** What the log held for the reader. Throws `Malformed` with what is wrong with the document in it. */
  readonly matter: () => Matter;
};

type Opened = {
  readonly reader: Reader;
  readonly exercise: Exercise;
  readonly gate: (stream: ClassKey) => boolean;
  readonly told: Gathered;
};
type Gathered = {
  readonly assessor: Assessor;
  readonly streams: Set<ClassKey>;
  readonly changes: Map<string, number>;
  readonly plays: Map<string, Play>;
  readonly notices: LogMatter['notices'][number][];
  readonly played: LogMatter['played'][number][];
  readonly received: LogMatter['received'][number][];
  readonly released: LogMatter['released'][number][];
  isDryRun: boolean;
};

/**
 * Takes a log for the reader that `choose` names. `streams` are those the log says that it holds; `adopted` are the document's events, where they are
 * known from an earlier pass.
 */
export function logIntake(choose: ChooseReader, streams: () => readonly string[], adopted: readonly LoggedEvent[] = []): LogIntake {
  const documents: LoggedEvent[] = [...adopted];
  const isKnown = adopted.length > 0;
  const bookings: LoggedEvent[] = [];
  let waiting: LoggedEvent[] = [];
  let opened: Opened | Malformed | undefined;
  let isStale = false;

  const open = (): Opened | Malformed => {
    try {
      return openedBy(choose, documents, streams());
    } catch (error) {
      if (error instanceof Malformed) return error;
      throw error;
    }
  };
  const begin = (): Opened | undefined => {
    opened ??= open();
    if (opened instanceof Malformed) return undefined;
    const kept = waiting;
    waiting = [];
    for (const event of kept) gather(opened, event);
    return opened;
  };

  return {
    wants: (stream, type) => documentTypes.has(type) || opened === undefined || (!(opened instanceof Malformed) && opened.gate(stream)),
    take: (event) => {
      const isDocument = documentTypes.has(event.event.type);
      if (isDocument && !isKnown) {
        documents.push(event);
        // Where the reader is known by then, what the reader may not read makes nothing stale.
        if (opened !== undefined) isStale ||= opened instanceof Malformed || opened.gate(event.stream);
      }
      if (bookingTypes.has(event.event.type)) bookings.push(event);
      if (opened === undefined && isDocument && !isKnown) waiting.push(event);
      else {
        const at = opened === undefined ? begin() : opened;
        if (at !== undefined && !(at instanceof Malformed)) gather(at, event);
      }
    },
    mustBeTakenAgain: () => isStale,
    again: () => logIntake(choose, streams, documents),
    matter: () => {
      begin();
      if (opened === undefined || opened instanceof Malformed) throw opened ?? new Malformed([problem('product.logWithoutDocument')]);
      return matterOf(opened, bookings);
    },
  };
}

/** Everything a log in memory holds for a reader. */
export function matterOfEvents(events: Iterable<LoggedEvent>, choose: ChooseReader): Matter {
  const documents: LoggedEvent[] = [];
  const all: LoggedEvent[] = [];
  for (const event of events) {
    all.push(event);
    if (documentTypes.has(event.event.type)) documents.push(event);
  }
  const intake = logIntake(choose, () => documents.map(({ stream }) => stream), documents);
  for (const event of all) intake.take(event);
  return intake.matter();
}

const bookingTypes = new Set(['BookingAdopted', 'BookingChanged', 'PlanAdopted']);

function openedBy(choose: ChooseReader, documents: readonly LoggedEvent[], streams: readonly string[]): Opened {
  const held = filesAfter(documents);
  const plain = sourcesOf(held);
  const facts = classFactsInLog(plain, streams);
  // In a log for a reader who may not open the release policy, each file's class is its stream's.
  const asHeld = statesClassFacts(plain) ? (file: SourceFile) => file : (file: SourceFile) => inClassOfStream(file, held);
  const whole = plain.map(asHeld);
  if (whole.length === 0) throw new Malformed([problem('product.logWithoutDocument', {}, { key: 'product.maybeWholeLog', values: {} })]);
  const shared = sharedReading(whole, facts);
  const reader = choose(whole, shared);
  if (isProblem(reader)) throw new Malformed([reader]);
  const gate = gateFor(reader, facts.scale);
  // A file that went to a stricter stream is still known by the text its reader had.
  const { exercise, faults } = documentFrom(reader.kind === 'all' ? whole : filesOf(documents, gate, whole).map(asHeld), reader, facts);
  if (exercise === undefined || faults.length > 0) throw new Malformed(faults);
  const told: Gathered = {
    assessor: assessorFor(reader, exercise),
    streams: new Set(),
    changes: new Map(),
    plays: new Map(),
    notices: [],
    played: [],
    received: [],
    released: [],
    isDryRun: false,
  };
  return { reader, exercise, gate, told };
}

/** The files as their events leave them. Those that every reading begins with are there for their class facts alone. */
function filesOf(events: readonly LoggedEvent[], gate: (stream: ClassKey) => boolean, facts: readonly SourceFile[]): readonly SourceFile[] {
  const files = filesAfter(events.filter(({ stream }) => gate(stream)));
  return [...sourcesOf(files), ...facts.filter(({ path }) => !files.has(path) && readFirst.has(path))];
}

const readFirst = new Set(['shared/exercise.yaml', 'shared/release.yaml', 'shared/public.yaml']);

function gather({ gate, told }: Opened, logged: LoggedEvent): void {
  const { stream, event, time, origin } = logged;
  if (!gate(stream)) return;
  if (!withoutFigures.has(event.type)) told.streams.add(stream);
  told.isDryRun ||= origin === dryRunOrigin;
  told.assessor.take(logged);
  if (event.payload === null) return;
  const at = { at: time as number, stream };
  switch (event.type) {
    case 'BookingChanged':
      told.changes.set(event.payload.booking.serial, (told.changes.get(event.payload.booking.serial) ?? 0) + 1);
      break;
    case 'ChangeNoticeIssued':
      told.notices.push({ ...at, payload: event.payload });
      break;
    case 'InjectStatusChanged':
      playOf(told, event.payload.inject, stream).status = event.payload.status;
      break;
    case 'InjectCompleted':
      playOf(told, event.payload.inject, stream).status = 'complete';
      break;
    case 'InjectReleased':
    case 'InjectPlayed':
      playOf(told, event.payload.inject, stream).releasedAt ??= time;
      break;
    case 'InjectAnswered':
      playOf(told, event.payload.inject, stream).answeredAt ??= time;
      break;
    case 'ExpectedActionSeen':
      playOf(told, event.payload.inject, stream).outcome = event.payload.outcome;
      break;
    case 'PlayedInjectReleased':
      told.played.push({ ...at, payload: event.payload });
      break;
    case 'InjectReceived':
      told.received.push({ ...at, payload: event.payload });
      break;
    case 'TextReleased':
      told.released.push({ ...at, payload: event.payload });
      break;
    case 'Withdrawn': {
      const { record } = event.payload;
      const withdrawn = told.released.findIndex((one) => one.stream === stream && one.payload.record === record);
      if (withdrawn >= 0) told.released.splice(withdrawn, 1);
      break;
    }
    default:
      break;
  }
}

type Play = {
  status: string | null;
  releasedAt: number | null;
  answeredAt: number | null;
  outcome: string | null;
  readonly streams: Set<ClassKey>;
};

function playOf({ plays }: Gathered, inject: string, stream: ClassKey): Play {
  const found = plays.get(inject) ?? { status: null, releasedAt: null, answeredAt: null, outcome: null, streams: new Set<ClassKey>() };
  plays.set(inject, found);
  found.streams.add(stream);
  return found;
}

// The document's portions bear their own labels where they are used; the others are of persons and of the injured, and no figure reads them.
const withoutFigures = new Set(['DocumentAdopted', 'PortionEdited', 'NoDuffDetailsRecorded', 'PostTaken', 'PostLeft']);

const dryRunOrigin = 'dry-run';

function matterOf({ reader, exercise, gate, told }: Opened, bookings: readonly LoggedEvent[]): Matter {
  const assessment = told.assessor.result();
  return {
    reader,
    exercise,
    plan: planForReader(exercise, planOf(exercise, bookings, gate), reader),
    log: { ...told, assessment: { ...assessment, simulated: assessment.simulated || told.isDryRun }, streams: [...told.streams].sort() },
  };
}

function planOf(exercise: Exercise, events: readonly LoggedEvent[], gate: (stream: ClassKey) => boolean): Plan {
  const found = new Map<string, Booking>();
  let adopted: FoundBy | undefined;
  for (const { stream, event } of events) {
    if (event.payload === null || !gate(stream)) continue;
    // The log's minutes are the plan's: both are whole minutes since 1970.
    if (event.type === 'BookingAdopted') found.set(event.payload.serial, event.payload as Booking);
    if (event.type === 'BookingChanged') found.set(event.payload.booking.serial, event.payload.booking as Booking);
    if (event.type === 'PlanAdopted') adopted = event.payload;
  }
  const order = exercise.serials.list.flatMap(({ id }) => found.get(id) ?? []);
  // No product speaks of objectives, bounds and what is unmet.
  return barePlan(exercise.setting.code, order, adopted);
}
