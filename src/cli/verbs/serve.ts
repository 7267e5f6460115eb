// `entente serve`: runs an exercise: takes commands, keeps the log, shows live views of it.
import { InvalidArgumentError } from 'commander';
import { problem, Refused } from '../../kernel/index.ts';
import { answersWithin } from '../answering.ts';
import type { Frame } from '../frame.ts';
import { collected, existingDocument, factor, originName, placeForFiles, wholeNumber } from '../options.ts';
import { verb } from '../verb.ts';

type Options = {
  readonly data: string;
  readonly origin?: string;
  readonly port: number;
  readonly play?: number;
  readonly adopt?: true;
  readonly admit?: readonly string[];
};

export const serveVerb = verb<'serve', Options>({
  name: 'serve',
  summary: 'Run an exercise: take commands, keep the log, show live views.',
  example: 'entente serve examples/eagle-assault-2024 --data data --port 8080 --play 60',
  outcomes: ['well', 'faults'],
  define: (command) =>
    command
      .argument('<dir>', 'the exercise: its folder', existingDocument)
      .requiredOption('--data <dir>', 'the folder that holds the log')
      .option('--port <n>', 'where to listen', wholeNumber(0, 65535), 8080)
      .option('--play <factor>', 'play it with simulated people, so many times faster than the clock', factor)
      .option('--admit <person>', 'make a link by which this person of a real exercise acts here; may be repeated', collected)
      .option('--origin <name>', 'what this site is called, where several exchange their logs (a new log only; “home” without)', originName)
      .option('--adopt', 'take a changed folder into the log; else the difference is shown'),
  async run(serve, [directory = ''], { data, origin, port, play, adopt, admit }, frame) {
    if (!(await answersWithin(longestSilenceSeconds, data)))
      throw new Refused(
        problem('cli.folderIsSilent', { folder: data, seconds: longestSilenceSeconds }, { key: 'cli.maybeMount', values: {} }),
      );
    mustBePlace(data, frame);
    await serve(directory, {
      dataDirectory: data,
      port,
      adopt: adopt === true,
      listening: ({ address, links }) => {
        frame.tell({ key: 'cli.listening', values: { address } });
        for (const { person, link } of links) frame.tell({ key: 'cli.admitted', values: { person, link } });
        frame.printJson(links.length === 0 ? { address } : { address, links });
      },
      progress: frame.progress,
      signal: frame.untilInterrupted(),
      ...(play === undefined ? {} : { play }),
      ...(origin === undefined ? {} : { origin }),
      ...(admit === undefined ? {} : { admit }),
    });
    return 'well';
  },
});

/** A disk that sleeps wakes within this. */
const longestSilenceSeconds = 15;

/** Looked at only once the folder's file system has answered. */
function mustBePlace(data: string, frame: Frame): void {
  try {
    placeForFiles(data);
  } catch (error) {
    if (error instanceof InvalidArgumentError) frame.misused(`option '--data <dir>' argument '${data}' is invalid. ${error.message}`);
    throw error;
  }
}
