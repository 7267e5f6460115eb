// `import`: events that another origin has exported, taken into the log of a data folder: verified first, then all of them or none.
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { LogVerifier, linesOf, type Sealed } from '../conduct/index.ts';
import { Malformed, problem, Refused } from '../kernel/index.ts';
import { nodeHashText } from '../store/index.ts';
import { wallClock } from './live/clock.ts';
import { openHome, ownHolder, pastOf } from './live/home.ts';
import { documentIn, existingLog } from './live/stored.ts';
import type { ImportLog } from './use-cases.ts';

export const importLog: ImportLog = async (dataDirectory, logFile, { progress }) => {
  const { exercise, events } = await eventsIn(logFile);
  const store = existingLog(dataDirectory);
  if (store.exercise !== exercise) {
    await store.close();
    throw new Refused(problem('app.logOfOtherExercise', { file: basename(logFile), found: exercise, wanted: store.exercise }));
  }
  let home: Awaited<ReturnType<typeof openHome>>;
  try {
    const past = await pastOf(store);
    const document = documentIn(past);
    if (document?.exercise === undefined) throw new Refused(problem('server.notYetReadable'));
    home = await openHome(store, document.exercise, past, ownHolder(), wallClock.now, progress);
  } catch (error) {
    await store.close();
    throw error;
  }
  try {
    const imported = await home.takeIn(events);
    if (imported.kind === 'refused') throw new Refused(imported.problem);
    const { added, already, beyondMicros } = imported;
    const seconds = Math.ceil(beyondMicros / 1_000_000);
    return {
      json: { ok: true, added, already, secondsBeyondClock: seconds },
      summary: [
        { key: 'app.imported', values: { added, already } },
        ...(seconds > 0 ? [{ key: 'app.importedAhead', values: { seconds } }] : []),
      ],
    };
  } finally {
    await home.close();
  }
};

/** The events of a log file that is sound. Throws `Malformed` with all that is wrong with it. */
async function eventsIn(logFile: string): Promise<{ readonly exercise: string; readonly events: readonly Sealed[] }> {
  const verifier = new LogVerifier({ file: basename(logFile), hash: nodeHashText });
  const events: Sealed[] = [];
  for await (const line of linesOf(createReadStream(logFile, { encoding: 'utf8' }) as AsyncIterable<string>)) {
    const read = verifier.line(line);
    if (read !== undefined) events.push(read.sealed);
  }
  const { isSound, problems } = verifier.report();
  if (!isSound || verifier.manifest === null) throw new Malformed(problems);
  return { exercise: verifier.manifest.exercise, events };
}
