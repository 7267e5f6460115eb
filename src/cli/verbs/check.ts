// `entente check`: every fault of a document, with its place and its mend; with a plan, what the plan breaks.

import { printedFault } from '../frame.ts';
import { existingDocument, existingFile } from '../options.ts';
import { verb } from '../verb.ts';

type Options = { readonly plan?: string; readonly reader?: string };

export const checkVerb = verb<'check', Options>({
  name: 'check',
  summary: 'Read an exercise and tell every fault with its place and its mend.',
  example: 'entente check examples/eagle-assault-2024 --plan plan.json',
  outcomes: ['well', 'faults'],
  define: (command) =>
    command
      .argument('<dir>', 'the exercise: its folder', existingDocument)
      .option('--plan <file>', 'check this plan too', existingFile)
      .option('--reader <reader>', 'read only what this reader may read (BLR, BLR:excon, person:ID, public; default: all)'),
  async run(checkDocument, [directory = ''], { plan, reader }, frame) {
    const report = await checkDocument(directory, {
      ...(plan === undefined ? {} : { planFile: plan }),
      ...(reader === undefined ? {} : { reader }),
    });
    const violations = report.violations ?? [];
    const isWell = report.faults.length === 0 && violations.length === 0;

    frame.tellProblems(report.faults);
    frame.tellProblems(violations);
    if (report.notes.length > 0) frame.tell({ key: 'cli.notes', values: { n: report.notes.length } });
    frame.tellProblems(report.notes);
    for (const left of report.notChecked) frame.tell(left);
    if (Object.keys(report.counts).length > 0) frame.tell({ key: 'cli.counts', values: { ...noCounts, ...report.counts } });
    if (report.faults.length > 0) frame.tell({ key: 'cli.faults', values: { n: report.faults.length } });
    if (violations.length > 0) frame.tell({ key: 'cli.violations', values: { n: violations.length } });
    if (isWell) frame.tell({ key: report.violations === null ? 'cli.noFaults' : 'cli.noFaultsAndPlanHolds', values: {} });
    frame.printJson({
      ok: isWell,
      counts: report.counts,
      faults: report.faults.map((fault) => printedFault(fault, frame.language)),
      violations: violations.map((violation) => printedFault(violation, frame.language)),
      notes: report.notes.map((note) => printedFault(note, frame.language)),
      notChecked: report.notChecked.map((left) => printedFault(left, frame.language).message),
    });
    return isWell ? 'well' : 'faults';
  },
});

const noCounts = { parties: 0, units: 0, sites: 0, tasks: 0, serials: 0, injects: 0, storylines: 0 };
