// `entente rehearse`: the simulated dry run, many times over.
import { sinkInto } from '../atomic-file.ts';
import { existingDocument, existingFile, placeForFiles, seed, wholeNumber } from '../options.ts';
import { verb } from '../verb.ts';

type Options = {
  readonly plan: string;
  readonly runs: number;
  readonly seed: string;
  readonly lanes: number;
  readonly out: string;
  readonly keepLogs?: true;
};

export const rehearseVerb = verb<'rehearse', Options>({
  name: 'rehearse',
  summary: 'Try the plan dry with simulated people: where it slips, who waits for whom, what helps.',
  example: 'entente rehearse examples/eagle-assault-2024 --plan plan.json --runs 200 --seed 1 --out dry-run',
  outcomes: ['well', 'faults'],
  define: (command) =>
    command
      .argument('<dir>', 'the exercise: its folder', existingDocument)
      .requiredOption('--plan <file>', 'the plan to try', existingFile)
      .requiredOption('--out <dir>', 'the folder for what is found', placeForFiles)
      .option('--runs <n>', 'how many dry runs', wholeNumber(1, 1_000_000), 200)
      .option('--seed <n>', 'the seed of all chance', seed, '1')
      .option('--lanes <n>', 'how many run beside each other; part of the input, whatever the cores', wholeNumber(1, 64), 4)
      .option('--keep-logs', 'keep each run’s log (*.jsonl)'),
  async run(rehearse, [directory = ''], options, frame) {
    const report = await rehearse(directory, {
      planFile: options.plan,
      runs: options.runs,
      seed: options.seed,
      lanes: options.lanes,
      keepLogs: options.keepLogs === true,
      sink: sinkInto(options.out),
      progress: frame.progress,
    });
    for (const message of report.summary) frame.tell(message);
    frame.tell({ key: 'cli.written', values: { file: options.out } });
    frame.printJson(report.json);
    return 'well';
  },
});
