// `entente import`: what another origin has exported becomes part of the log of a data folder.
import { existingFile, existingFolder } from '../options.ts';
import { verb } from '../verb.ts';

type Options = { readonly data: string };

export const importVerb = verb<'import', Options>({
  name: 'import',
  summary: 'Take the events of another origin into the log of a data folder, served or not.',
  example: 'entente import chn.jsonl --data data',
  outcomes: ['well', 'faults'],
  define: (command) =>
    command
      .argument('<log>', 'the log file that was exported elsewhere', existingFile)
      .requiredOption('--data <dir>', 'the data folder that serve keeps', existingFolder),
  async run(importLog, [logFile = ''], { data }, frame) {
    const report = await importLog(data, logFile, { progress: frame.progress });
    for (const message of report.summary) frame.tell(message);
    frame.printJson(report.json);
    return 'well';
  },
});
