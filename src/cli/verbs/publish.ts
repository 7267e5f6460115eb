// `entente publish`: a product for a reader, in a language, as a file.
import { Argument, Option } from 'commander';
import { type ProductFormat, type ProductName, type ProductSource, productFormats, productNames } from '../../app/index.ts';
import { writeWhole } from '../atomic-file.ts';
import type { Frame } from '../frame.ts';
import { existingDocument, existingFile, isoDay, placeForFile } from '../options.ts';
import { verb } from '../verb.ts';

type Options = {
  readonly plan?: string;
  readonly log?: string;
  readonly reader: string;
  readonly format: ProductFormat;
  readonly day?: string;
  readonly out: string;
};

export const publishVerb = verb<'publish', Options>({
  name: 'publish',
  summary: 'Make a product for a reader from a plan or a log.',
  example: 'entente publish aar --log dry-run/run-1.jsonl --reader BLR --lang fr --format pdf --out aar.pdf',
  outcomes: ['well', 'faults'],
  define: (command) =>
    command
      .addArgument(new Argument('<product>', 'what to make').choices(productNames))
      .argument('[dir]', 'the exercise: its folder', existingDocument)
      .option('--plan <file>', 'the plan of the exercise in <dir>', existingFile)
      .addOption(new Option('--log <file>', 'make it from this log instead').argParser(existingFile).conflicts('plan'))
      .requiredOption('--reader <reader>', 'for whom: BLR, BLR:excon, person:ID, joint, public, all')
      .addOption(new Option('--format <format>', 'the form of the file').choices(productFormats).default('html'))
      .option('--day <day>', 'which day, for the programme of a day', isoDay)
      .requiredOption('--out <file>', 'where it goes', placeForFile),
  async run(publish, given, options, frame) {
    // Commander has held the first argument against the list.
    const product = given[0] as ProductName;
    if (options.format === 'ics' && product !== 'schedule' && product !== 'day')
      frame.misused('only schedule and day have the format ics.');
    const { content } = await publish({
      product,
      source: sourceOf(given[1], options, frame),
      reader: options.reader,
      language: frame.language,
      format: options.format,
      ...(options.day === undefined ? {} : { day: options.day }),
    });
    await writeWhole(options.out, content);
    frame.tell({ key: 'cli.written', values: { file: options.out } });
    frame.printJson({ ok: true, file: options.out });
    return 'well';
  },
});

function sourceOf(directory: string | undefined, { plan, log }: Options, frame: Frame): ProductSource {
  if (log !== undefined && directory === undefined) return { kind: 'log', logFile: log };
  if (log === undefined && directory !== undefined && plan !== undefined) return { kind: 'document', directory, planFile: plan };
  return frame.misused('a product is made from <dir> with --plan, or from --log.');
}
