// `entente new`: a small valid exercise to begin with, or one generated in the likeness of another, to measure planners on.
import { existsSync, readdirSync } from 'node:fs';
import type { LikeAnother } from '../../app/index.ts';
import { sinkInto } from '../atomic-file.ts';
import { collected, existingDocument, placeForFiles, seed, share, wholeNumber } from '../options.ts';
import { verb } from '../verb.ts';

type Options = {
  readonly title: string;
  readonly party?: readonly string[];
  readonly like?: string;
  readonly serials?: number;
  readonly units?: number;
  readonly tightness?: number;
  readonly seed?: string;
  readonly impossible?: number;
};

export const newVerb = verb<'new', Options>({
  name: 'new',
  summary: 'Begin an exercise: a small folder that checks, to be filled; or a generated one to measure planners on.',
  example: 'entente new my-exercise --title "Two Rivers" --party FRA --party DEU',
  outcomes: ['well', 'faults'],
  define: (command) =>
    command
      .argument('<dir>', 'the folder to make; it must be new or empty', placeForFiles)
      .option('--title <text>', 'the name of the exercise', 'New exercise')
      .option('--party <id>', 'a participating party (ISO 3166-1 alpha-3 for a nation); once for each', collected)
      .option('--like <dir>', 'generate one in the likeness of this exercise; it has a plan by construction', existingDocument)
      .option('--serials <n>', 'generated: how many serials (default: 40); without --like in a plain likeness', wholeNumber(8, 5000))
      .option('--units <n>', 'generated: how many units (default: half as many as serials)', wholeNumber(4, 500))
      .option('--tightness <share>', 'generated: how much of the slack over its hidden plan is gone, 0 to 1 (default: 0.6)', share)
      .option('--seed <n>', 'generated: another seed gives another exercise (default: 1)', seed)
      .option('--impossible <n>', 'generated: so many statements that cannot hold together', wholeNumber(1, 20)),
  async run(newExercise, [directory = ''], { title, party = ['AAA', 'BBB'], ...options }, frame) {
    if (existsSync(directory) && readdirSync(directory).length > 0) frame.misused(`${directory} is not empty.`);
    const like = likeOf(options);
    const report = await newExercise({
      title,
      parties: party,
      language: frame.language,
      sink: sinkInto(directory),
      ...(like === undefined ? {} : { like }),
    });
    for (const message of report.summary) frame.tell(message);
    frame.tell({ key: 'cli.written', values: { file: directory } });
    frame.printJson(report.json);
    return 'well';
  },
});

/** Any option of generating asks for a generated exercise. */
function likeOf({
  like,
  serials,
  units,
  tightness,
  seed: seedText,
  impossible,
}: Omit<Options, 'title' | 'party'>): LikeAnother | undefined {
  if ([like, serials, units, tightness, seedText, impossible].every((option) => option === undefined)) return undefined;
  const count = serials ?? 40;
  return {
    serials: count,
    units: units ?? Math.max(4, Math.round(count / 2)),
    tightness: tightness ?? 0.6,
    seed: seedText ?? '1',
    ...(like === undefined ? {} : { directory: like }),
    ...(impossible === undefined ? {} : { impossible }),
  };
}
