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
import { isProblem, Malformed, type Problem, problem } from '../kernel/index.ts';
import type { Matter } from '../products/index.ts';
import { readerText } from '../release/index.ts';
import { nodeHashText } from '../store/index.ts';
import { type ChooseReader, type LogIntake, logIntake } from './log-matter.ts';
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
  const choose: ChooseReader = (files, shared) => {
    const own = readerNamed(verifier.manifest?.reader ?? 'all', files, shared);
    if (isProblem(own)) return own;
    const asked = options.reader === undefined ? own : readerNamed(options.reader, files, shared);
    if (isProblem(asked)) return asked;
    if (asked.kind === 'all' && own.kind !== 'all') return problem('release.allNeedsCompleteLog');
    const reader = options.joint === true ? jointFor(asked, shared) : asked;
    if (isProblem(reader) || isWithin(reader, own, shared)) return reader;
    return notWithin(readerText(asked), readerText(own));
  };
  let intake = logIntake(choose);
  await throughLines(logFile, options.progress, (text, line) => {
    const read = verifier.line(text);
    if (read !== undefined) takeLine(read, { intake, file, line });
  });
  const report = verifier.report();
  if (!report.isSound) throw new Malformed(report.problems);
  if (intake.mustBeTakenAgain()) {
    intake = intake.again();
    await throughLines(logFile, options.progress, (text, line) => {
      const read = line === 1 ? undefined : readEventLine(text);
      if (read !== undefined) takeLine(read, { intake, file, line });
    });
  }
  return intake.matter();
}

async function throughLines(logFile: string, progress: Progress, each: (text: string, line: number) => void): Promise<void> {
  const { size } = await stat(logFile);
  const chunks = createReadStream(logFile, { encoding: 'utf8', highWaterMark: 1 << 20 });
  let line = 0;
  for await (const text of linesOf(chunks as AsyncIterable<string>)) {
    line++;
    each(text, line);
    if (line % 20_000 === 0) progress({ key: 'product.readingLog', values: {} }, chunks.bytesRead / Math.max(1, size));
  }
}

function takeLine(
  { header, sealed }: EventLine,
  { intake, file, line }: { readonly intake: LogIntake; readonly file: string; readonly line: number },
): void {
  if (!intake.wants(header.stream, header.type)) return;
  let event: LoggedEvent | undefined;
  try {
    event = upgrade(loggedOf(header, sealed.payload === null ? null : (JSON.parse(sealed.payload) as object)));
    intake.take(event);
  } catch (error) {
    const found = event === undefined ? problem('product.eventUnreadable', { type: header.type }) : payloadProblem(event);
    if (found === undefined || error instanceof Malformed) throw error;
    throw new Malformed([{ ...found, at: { file, line, column: 1 } }]);
  }
}

// Only an event that did not go in is held against its schema: a sound log pays nothing for a hostile one.
function payloadProblem({ event }: LoggedEvent): Problem | undefined {
  const schema = Object.hasOwn(eventSchemas, event.type) ? eventSchemas[event.type as keyof typeof eventSchemas] : undefined;
  if (schema === undefined || event.payload === null || schema.safeParse(event.payload).success) return undefined;
  return problem('product.eventUnreadable', { type: event.type });
}
