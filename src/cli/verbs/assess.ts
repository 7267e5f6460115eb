// `entente assess`: coverage, ratings, coordination, timeline and findings out of a log.
import { existingFile } from '../options.ts';
import { verb } from '../verb.ts';

type Options = { readonly log: string; readonly reader?: string };

export const assessVerb = verb<'assess', Options>({
  name: 'assess',
  summary: 'Assess an exercise from its log: coverage, ratings, coordination, findings.',
  example: 'entente assess --log dry-run/run-1.jsonl --reader BLR --json',
  outcomes: ['well', 'faults'],
  define: (command) =>
    command
      .requiredOption('--log <file>', 'the log', existingFile)
      .option(
        '--reader <reader>',
        'compute from what this reader may read (BLR, BLR:excon, person:ID, public, joint, all; default: the log’s own)',
      ),
  async run(assessLog, _given, { log, reader }, frame) {
    const report = await assessLog(log, { ...(reader === undefined ? {} : { reader }), progress: frame.progress });
    for (const message of report.summary) frame.tell(message);
    frame.printJson(report.json);
    return 'well';
  },
});
