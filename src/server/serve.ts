// The use cases that need the network: `serve` an exercise, and `start` the model exercise. They join a live exercise to the listener.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { documentMark, type OpenLive, openLive, type ServeExercise, type StartModelExercise } from '../app/index.ts';
import type { Exercise } from '../exercise/index.ts';
import { type MicroInstant, microsOfMinute } from '../kernel/index.ts';
import { listen } from './listen.ts';

/** The project's own folder: the nearest above this file that holds the examples. */
function projectFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

const webFolder = (): string => join(projectFolder(), 'dist', 'web');

export const serveExercise: ServeExercise = (directory, { dataDirectory, origin, port, play, adopt, admit, listening, progress, signal }) =>
  serve(
    {
      directory,
      dataDirectory,
      play: play ?? null,
      runs: 0,
      adopt,
      seed: '1',
      progress,
      signal,
      ...(origin === undefined ? {} : { origin }),
    },
    port,
    listening,
    admit,
  );

const modelExercise = 'eagle-assault-2024';
const playSpeed = 60;
const dryRuns = 200;

export const startModelExercise: StartModelExercise = async ({ port, listening, progress, signal }) => {
  const folder = projectFolder();
  const directory = join(folder, 'examples', modelExercise);
  const options = {
    directory,
    // A changed example begins anew beside the old one; the same one goes on where its log ended.
    dataDirectory: join(folder, '.entente', `${modelExercise}-${await documentMark(directory)}`),
    play: playSpeed,
    fastTo: firstCombinedDay,
    runs: dryRuns,
    adopt: false,
    seed: '1',
    progress,
    signal,
  };
  return serve(options, port, listening);
};

async function serve(
  options: OpenLive,
  port: number,
  listening: Parameters<ServeExercise>[1]['listening'],
  admit: readonly string[] = [],
): Promise<void> {
  const live = await openLive(options);
  try {
    const listener = await listen(live, { port, webFolder: webFolder() });
    const links: { person: string; link: string }[] = [];
    for (const person of admit) links.push({ person, link: linkTo(listener.address, await live.admit(person)) });
    listening({ address: listener.address, links });
    if (!options.signal.aborted) await new Promise((resolve) => options.signal.addEventListener('abort', resolve, { once: true }));
    await listener.close();
  } finally {
    await live.close();
  }
}

/** The code stands behind the #, which no browser sends and no server writes down. */
const linkTo = (address: string, code: string): string => `${address}#join=${code}`;

/** The morning of the first phase in which mixed teams train whole missions: the second phase, in time, that holds training serials. */
function firstCombinedDay(exercise: Exercise): MicroInstant | null {
  const trained = new Set(exercise.serials.list.filter(({ kind }) => kind === 'training').map(({ phase }) => phase));
  const phases = exercise.phases.list.filter(({ id }) => trained.has(id as never)).toSorted((a, b) => a.from.at - b.from.at);
  const second = phases[1];
  return second === undefined ? null : microsOfMinute(second.from.at);
}
