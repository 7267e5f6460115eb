// `entente export`: a reader's log, or the folder of the document as it now stands, out of a running exercise's data.
import { Option } from 'commander';
import { sinkInto, sinkToFile } from '../atomic-file.ts';
import { existingFolder, placeForFile, placeForFiles } from '../options.ts';
import { verb } from '../verb.ts';

type Options = { readonly data: string; readonly reader: string; readonly out?: string; readonly folder?: string };

export const exportVerb = verb<'export', Options>({
  name: 'export',
  summary: 'Write a reader’s log, or the document as it now stands, from the data of an exercise.',
  example: 'entente export --data data --reader BLR --out blr.jsonl',
  outcomes: ['well', 'faults'],
  define: (command) =>
    command
      .requiredOption('--data <dir>', 'the data folder that serve keeps', existingFolder)
      .requiredOption('--reader <reader>', 'for whom: BLR, BLR:excon, joint, public, all')
      .option('--out <file>', 'write the log as this file', placeForFile)
      .addOption(new Option('--folder <dir>', 'write the document into this folder').argParser(placeForFiles).conflicts('out')),
  async run(exportExercise, _given, { data, reader, out, folder }, frame) {
    const target = out ?? folder ?? frame.misused('--out <file> or --folder <dir> is wanted.');
    const report = await exportExercise(data, {
      reader,
      as: out === undefined ? 'folder' : 'log',
      sink: out === undefined ? sinkInto(target) : sinkToFile(target),
      progress: frame.progress,
    });
    for (const message of report.summary) frame.tell(message);
    frame.tell({ key: 'cli.written', values: { file: target } });
    frame.printJson(report.json);
    return 'well';
  },
});
