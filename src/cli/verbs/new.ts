// `entente new`: a small valid exercise to begin with.
import { existsSync, readdirSync } from 'node:fs';
import { sinkInto } from '../atomic-file.ts';
import { collected, placeForFiles } from '../options.ts';
import { verb } from '../verb.ts';

type Options = { readonly title: string; readonly party?: readonly string[] };

export const newVerb = verb<'new', Options>({
  name: 'new',
  summary: 'Begin an exercise: a small folder that checks, to be filled.',
  example: 'entente new my-exercise --title "Two Rivers" --party FRA --party DEU',
  outcomes: ['well', 'faults'],
  define: (command) =>
    command
      .argument('<dir>', 'the folder to make; it must be new or empty', placeForFiles)
      .option('--title <text>', 'the name of the exercise', 'New exercise')
      .option('--party <id>', 'a participating party (ISO 3166-1 alpha-3 for a nation); once for each', collected),
  async run(newExercise, [directory = ''], { title, party = ['AAA', 'BBB'] }, frame) {
    if (existsSync(directory) && readdirSync(directory).length > 0) frame.misused(`${directory} is not empty.`);
    const report = await newExercise({ title, parties: party, language: frame.language, sink: sinkInto(directory) });
    for (const message of report.summary) frame.tell(message);
    frame.tell({ key: 'cli.written', values: { file: directory } });
    frame.printJson(report.json);
    return 'well';
  },
});
