// A log file for a reader: verified line by line while it is read; a broken one is refused with all that is wrong with it.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  type EventLine,
  eventSchemas,
  type LoggedEvent,
  LogVerifier,
  linesOf,
  loggedOf,
  readEventLine,
  upgrade,
} from '../conduct/index.ts';
import { isProblem, Malformed, problem, problemAt } from '../kernel/index.ts';
import type { Matter } from '../products/index.ts';
import { readerText } from '../release/index.ts';
import { nodeHashText } from '../store/index.ts';
import { personOfLog } from './log-facts.ts';
import { type ChooseReader, type LogIntake, logIntake } from './log-matter.ts';
import { whyNoLog } from './no-log.ts';
import { isWithin, jointFor, notWithin, readerNamed } from './readers.ts';
import type { Progress } from './use-cases.ts';

/**
 * Reads a log for a reader, by default the log's own. `joint` computes for all participating parties alike. Refused: a broken log, `all` where the
 * log is not complete, and a reader of whom the log does not hold everything.
 */
export async function matterOfLog(
  logFile: string,
  options: { readonly reader?: string; readonly joint?: boolean; readonly progress: Progress },
): Promise<Matter> {
  const file = basename(logFile);
  const verifier = new LogVerifier({ file, hash: nodeHashText });
  const holders = await holdersIn(logFile, options.reader);
  const streams = () => (verifier.manifest?.streams ?? []).map(({ stream }) => stream as string);
  const choose: ChooseReader = (files, shared) => {
    const ownText = verifier.manifest?.reader ?? 'all';
    const named = readerNamed(ownText, files, shared, holders);
    const isUntold = isProblem(named) && ownText.startsWith(person);
    const own = isUntold ? personOfLog(ownText.slice(person.length), streams(), shared) : named;
    if (isProblem(own)) return own;
    const asked = options.reader === undefined || options.reader === ownText ? own : readerNamed(options.reader, files, shared, holders);
    if (isProblem(asked)) return asked;
    if (asked.kind === 'all' && own.kind !== 'all') return problem('release.allNeedsCompleteLog');
    const reader = options.joint === true ? jointFor(asked, shared) : asked;
    if (isProblem(reader) || isWithin(reader, own, shared)) return reader;
    return notWithin(readerText(asked), readerText(own));
  };
  let intake = logIntake(choose, streams);
  await throughLines(logFile, options.progress, (text, line) => {
    const read = verifier.line(text);
    if (read !== undefined) takeLine(read, { intake, file, line });
  });
  const report = verifier.report();
  if (!report.isSound) throw new Malformed(whyNoLog(report.problems) ?? report.problems);
  if (intake.mustBeTakenAgain()) {
    intake = intake.again();
    await throughLines(logFile, options.progress, (text, line) => {
      const read = line === 1 ? undefined : readEventLine(text);
      if (read !== undefined) takeLine(read, { intake, file, line });
    });
  }
  return intake.matter();
}

const person = 'person:';

// A person reads by the posts held at the log's end, and that must be known before anything is taken for the person.
async function holdersIn(logFile: string, asked: string | undefined): Promise<readonly LoggedEvent[]> {
  const found: LoggedEvent[] = [];
  let isOfPerson = asked?.startsWith(person) === true;
  await throughLines(
    logFile,
    () => {},
    (text, line) => {
      if (line === 1) isOfPerson ||= asked === undefined && text.includes(`"reader":"${person}`);
      const read = isOfPerson && (text.includes('PostTaken') || text.includes('PostLeft')) ? readEventLine(text) : undefined;
      const event = read === undefined ? undefined : readEvent(read);
      if (event !== undefined) found.push(event);
      return isOfPerson;
    },
  );
  return found;
}

// `each` may say that it has seen enough.
async function throughLines(logFile: string, progress: Progress, each: (text: string, line: number) => unknown): Promise<void> {
  const { size } = await stat(logFile);
  const chunks = createReadStream(logFile, { encoding: 'utf8', highWaterMark: 1 << 20 });
  let line = 0;
  for await (const text of linesOf(chunks as AsyncIterable<string>)) {
    line++;
    if (each(text, line) === false) break;
    if (line % 20_000 === 0) progress({ key: 'product.readingLog', values: {} }, chunks.bytesRead / Math.max(1, size));
  }
}

/** Takes an event in once its payload is what its type says: a chain that holds says who wrote an event, not that it makes sense. */
function takeLine(
  { header, sealed }: EventLine,
  { intake, file, line }: { readonly intake: LogIntake; readonly file: string; readonly line: number },
): void {
  if (!intake.wants(header.stream, header.type)) return;
  const event = readEvent({ header, sealed });
  if (event === undefined)
    throw new Malformed([problemAt(problem('product.eventUnreadable', { type: header.type }), { file, line, column: 1 })]);
  intake.take(event);
}

function readEvent({ header, sealed }: EventLine): LoggedEvent | undefined {
  let payload: unknown = null;
  try {
    if (sealed.payload !== null) payload = JSON.parse(sealed.payload);
  } catch {
    return undefined;
  }
  if (typeof payload !== 'object') return undefined;
  const event = upgrade(loggedOf(header, payload));
  const { type } = event.event;
  // A type that is not known here was written by a newer program; every fold steps over it.
  const schema = Object.hasOwn(eventSchemas, type) ? eventSchemas[type as keyof typeof eventSchemas] : undefined;
  return payload === null || schema === undefined || schema.safeParse(event.event.payload).success ? event : undefined;
}
