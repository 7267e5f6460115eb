// Opens a live exercise over a document's folder and a data folder: adopts what is new, and sets going what is missing.
import type { Exercise } from '../../exercise/index.ts';
import { Malformed, type MicroInstant, microsOfMinute, problem, Refused } from '../../kernel/index.ts';
import { documentFrom, filesOf } from '../document.ts';
import { adoptDocument, differences } from './adoption.ts';
import { virtualClock, wallClock } from './clock.ts';
import { openHome, ownHolder, pastOf } from './home.ts';
import type { Live } from './live.ts';
import { LiveExercise } from './live-exercise.ts';
import type { OpenLive } from './opening.ts';
import { documentIn, openLog } from './stored.ts';

/** Opens it and goes to work; what takes long is told as jobs. Throws `Malformed` or `Refused` for what keeps it from opening. */
export async function openLive(options: OpenLive): Promise<Live> {
  const { directory, dataDirectory, play, progress } = options;
  const folder = await filesOf(directory);
  const inFolder = documentFrom(folder.files);
  const faults = [...folder.faults, ...inFolder.faults];
  if (inFolder.exercise === undefined || faults.length > 0) throw new Malformed(faults);
  const store = openLog(dataDirectory, inFolder.exercise.setting.code, options.origin);
  try {
    const past = await pastOf(store);
    const held = documentIn(past);
    const differing = held === undefined ? [] : differences(folder.files, past);
    const takesFolder = held === undefined || (options.adopt && differing.length > 0);
    const document = (takesFolder ? undefined : held) ?? { ...inFolder, files: folder.files };
    const exercise = document.exercise ?? inFolder.exercise;
    if (play !== null && !exercise.setting.simulated)
      throw new Refused(problem('app.onlySimulatedIsPlayed', {}, { key: 'app.maybeSayItIsSimulated', values: {} }));
    const clock = play === null ? wallClock : virtualClock(past.at(-1)?.logged.time ?? beginOf(exercise), () => performance.now());
    const home = await openHome(store, exercise, past, ownHolder(), wallClock.now, (found) => progress(found));
    if (takesFolder) {
      const told = await home.give(adoptDocument(document.files, past), clock.now());
      if (told.kind === 'refused') throw new Refused(told.problem);
    }
    if (differing.length > 0) progress({ key: options.adopt ? 'app.adopted' : 'app.folderDiffers', values: { files: [...differing] } });
    return new LiveExercise(options, home, clock).begun(takesFolder);
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** A virtual clock begins with the exercise's own first day. */
function beginOf(exercise: Exercise): MicroInstant {
  return microsOfMinute(exercise.setting.from.at);
}
