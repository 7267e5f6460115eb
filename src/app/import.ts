// `import`: events that another origin has exported, taken into the log of a data folder: verified first, then all of them or none. Where a
// server runs on the folder, the server takes them in.
import { problem, Refused } from '../kernel/index.ts';
import type { Imported } from '../store/index.ts';
import { wallClock } from './live/clock.ts';
import { openHome, ownHolder, pastOf } from './live/home.ts';
import { handOver } from './live/incoming.ts';
import { documentIn, existingLog } from './live/stored.ts';
import { soundEvents } from './sound-events.ts';
import type { ImportLog, Progress } from './use-cases.ts';

export const importLog: ImportLog = async (dataDirectory, logFile, { progress }) => {
  try {
    return told(await takenInHere(dataDirectory, logFile, progress), false);
  } catch (error) {
    if (!(error instanceof Refused) || error.problem.key !== 'store.leaseHeld') throw error;
    progress({ key: 'app.handedToServer', values: {} });
    const imported = await handOver(dataDirectory, logFile);
    if (imported !== undefined) return told(imported, true);
    // Whoever held the log was no server, or is gone.
    return told(await takenInHere(dataDirectory, logFile, progress), false);
  }
};

async function takenInHere(dataDirectory: string, logFile: string, progress: Progress): Promise<Imported> {
  const store = existingLog(dataDirectory);
  let home: Awaited<ReturnType<typeof openHome>>;
  let events: Awaited<ReturnType<typeof soundEvents>>;
  try {
    events = await soundEvents(logFile, store.exercise);
    const past = await pastOf(store);
    const document = documentIn(past);
    if (document?.exercise === undefined) throw new Refused(problem('server.notYetReadable'));
    home = await openHome(store, document.exercise, past, ownHolder(), wallClock.now, progress);
  } catch (error) {
    await store.close();
    throw error;
  }
  try {
    return await home.takeIn(events);
  } finally {
    await home.close();
  }
}

function told(imported: Imported, byServer: boolean): Awaited<ReturnType<ImportLog>> {
  if (imported.kind === 'refused') throw new Refused(imported.problem);
  const { added, already, beyondMicros } = imported;
  const seconds = Math.ceil(beyondMicros / 1_000_000);
  return {
    json: { ok: true, added, already, secondsBeyondClock: seconds, byServer },
    summary: [
      { key: 'app.imported', values: { added, already } },
      ...(seconds > 0 ? [{ key: 'app.importedAhead', values: { seconds } }] : []),
    ],
  };
}
