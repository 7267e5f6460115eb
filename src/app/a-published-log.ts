// Builders for tests: the small exercise of the products as a folder, as files in a log, and that log as a reader is given it.
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EventShape, type LoggedEvent, type Sealed, type StreamKey, Tails } from '../conduct/index.ts';
import { writeFolder } from '../formats/files/index.ts';
import { writeYaml } from '../formats/yaml/index.ts';
import { isProblem, type MicroInstant, microsFromIso, utf8 } from '../kernel/index.ts';
import { planToJson } from '../plan/index.ts';
import { aSmallDocument, aSmallLog, aSmallPlan, type Secrets } from '../products/index.ts';
import type { ClassKey } from '../release/index.ts';
import { nodeHashText } from '../store/index.ts';
import { type SourceFile, sourceFile } from './document.ts';
import { filesToAdopt } from './live/adoption.ts';
import { logLinesFor, type OutgoingEvent } from './log-out.ts';
import { readerNamed, sharedReading } from './readers.ts';

/** The small exercise's files as bytes. */
export function smallFiles(secrets: Secrets = {}): readonly SourceFile[] {
  return aSmallDocument(secrets).map(({ path, value, classKey }) => {
    const start = classKey === undefined ? '' : `class: '${classKey}'\n`;
    return sourceFile(path, utf8(start + writeYaml(value)));
  });
}

/** A folder of its own with the exercise in `exercise/` and its plan in `plan.json`. */
export async function smallFolder(
  files: readonly SourceFile[] = smallFiles(),
): Promise<{ readonly directory: string; readonly planFile: string }> {
  const place = await mkdtemp(join(tmpdir(), 'entente-publish-'));
  const directory = join(place, 'exercise');
  await writeFolder(directory, files);
  const planFile = join(place, 'plan.json');
  await writeFile(planFile, planToJson(aSmallPlan));
  return { directory, planFile };
}

type Written = { readonly minute: number; readonly stream: string; readonly type: string; readonly payload: object };

export type SmallLog = {
  readonly secrets?: Secrets;
  readonly reader?: string;
  readonly more?: readonly Written[];
  readonly origin?: string;
  /** Files of the document besides the small exercise's. */
  readonly files?: readonly SourceFile[];
};

/** The lines of a log that adopts document and plan and then goes as `aSmallLog` does; `more` adds events, minutes after the start of D-day. */
export async function smallLogLines(given: SmallLog = {}): Promise<string> {
  const { secrets = {}, reader: text = 'all', more = [], origin = 'brest' } = given;
  const files = [...smallFiles(secrets), ...(given.files ?? [])];
  const shared = sharedReading(files);
  const reader = readerNamed(text, files, shared);
  if (isProblem(reader) || shared === undefined) throw new Error(`no reader ${text}`);
  const tails = new Tails(origin);
  let salt = 0;
  const sealing = { hash: nodeHashText, salt: () => nodeHashText('', `${salt++}`).slice(0, 32) };
  const events: OutgoingEvent[] = [];
  for (const { time, stream, event } of inTime([...adoption(files), ...aSmallLog(secrets.CHN).map(asWritten), ...more])) {
    const sealed: readonly Sealed[] = tails.seal({ change: [{ stream, event }], time, exerciseTime: time, authorIn: () => null }, sealing);
    for (const one of sealed) events.push({ sealed: one, logged: { stream, event } });
  }
  let lines = '';
  for await (const line of logLinesFor(events, 'TEST-2024', reader, shared.policy.scale)) lines += line;
  return lines;
}

/** The same as a file of its own. */
export async function smallLogFile(given: SmallLog = {}): Promise<string> {
  return fileOf(await smallLogLines(given));
}

export async function fileOf(lines: string): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'entente-publish-')), 'log.jsonl');
  await writeFile(file, lines);
  return file;
}

const dDay: number = microsFromIso('2024-07-07T21:00:00Z');
const exconStream = 'RESTRICTED/BLR,CHN//excon:';

function adoption(files: readonly SourceFile[]): readonly Written[] {
  const documents = filesToAdopt(files).map(({ file, class: stream, text, hash }) => ({
    minute: 0,
    stream,
    type: 'DocumentAdopted',
    payload: { file, text, hash },
  }));
  const { seed, iterations, lanes, objectives, unmet, bookings } = aSmallPlan;
  return [
    ...documents,
    { minute: 1, stream: exconStream, type: 'PlanAdopted', payload: { seed, iterations, lanes, objectives, unmet } },
    ...bookings.map((booking) => ({ minute: 2, stream: 'RESTRICTED/BLR,CHN//everyone:', type: 'BookingAdopted', payload: booking })),
  ];
}

function asWritten({ time, stream, event }: LoggedEvent): Written {
  return { minute: (time - dDay) / 60_000_000, stream, type: event.type, payload: event.payload ?? {} };
}

// Each event is a change of its own, later than the one before it by a microsecond at the least.
function inTime(
  events: readonly Written[],
): readonly { readonly time: MicroInstant; readonly stream: StreamKey; readonly event: EventShape }[] {
  let last = 0;
  return events
    .toSorted((a, b) => a.minute - b.minute)
    .map(({ minute, stream, type, payload }) => {
      last = Math.max(last + 1, dDay + minute * 60_000_000);
      return { time: last as MicroInstant, stream: stream as ClassKey, event: { type, version: 1, payload } };
    });
}
