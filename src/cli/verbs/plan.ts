// `entente plan`: site, time, team and lead of every serial; or what cannot hold together.
import { Option } from 'commander';
import type { PlanBudget } from '../../app/index.ts';
import { isoFromMinute } from '../../kernel/index.ts';
import type { Plan } from '../../plan/index.ts';
import { writeWhole } from '../atomic-file.ts';
import { printedFault } from '../frame.ts';
import { durationSeconds, existingDocument, placeForFile, seed, wholeNumber } from '../options.ts';
import { verb } from '../verb.ts';

type Options = {
  readonly out: string;
  readonly seed: string;
  readonly iterations?: number;
  readonly time?: number;
  readonly lanes: number;
};

export const planVerb = verb<'plan', Options>({
  name: 'plan',
  summary: 'Find site, time, team and lead of every serial, or tell why there is no plan.',
  example: 'entente plan examples/eagle-assault-2024 --out plan.json --seed 1',
  outcomes: ['well', 'faults', 'incomplete', 'impossible'],
  define: (command) =>
    command
      .argument('<dir>', 'the exercise: its folder, or a workbook', existingDocument)
      .requiredOption('--out <file>', 'where the plan goes', placeForFile)
      .option('--seed <n>', 'another seed may find another plan', seed, '1')
      .option('--iterations <n>', 'how many steps the search takes (default: a fixed number)', wholeNumber(1, 1e12))
      .addOption(
        new Option('--time <duration>', 'search so long instead (10s); the plan then depends on the machine')
          .argParser(durationSeconds)
          .conflicts('iterations'),
      )
      .option('--lanes <n>', 'how many searches run beside each other; part of the input, whatever the cores', wholeNumber(1, 64), 4),
  async run(planExercise, [directory = ''], { out, seed: seedText, iterations, time, lanes }, frame) {
    const budget = budgetOf(iterations, time);
    const report = await planExercise(directory, {
      seed: seedText,
      lanes,
      progress: frame.progress,
      ...(budget === undefined ? {} : { budget }),
    });
    if (report.outcome === 'impossible') {
      frame.tell({ key: report.isMinimal ? 'cli.impossible' : 'cli.impossibleNotMinimal', values: { n: report.conflict.length } });
      frame.tellProblems(report.conflict);
      frame.printJson({ ...printed(undefined), conflict: report.conflict.map((statement) => printedFault(statement, frame.language)) });
      return 'impossible';
    }
    await writeWhole(out, report.file);
    for (const message of report.summary) frame.tell(message);
    frame.tellProblems(report.broken);
    if (report.outcome === 'incomplete') frame.tell({ key: 'cli.incomplete', values: { n: report.broken.length } });
    frame.tell({ key: 'cli.written', values: { file: out } });
    frame.printJson(printed(report.plan));
    return report.outcome === 'planned' ? 'well' : 'incomplete';
  },
});

function budgetOf(iterations: number | undefined, time: number | undefined): PlanBudget | undefined {
  if (time !== undefined) return { seconds: time };
  return iterations === undefined ? undefined : { iterations };
}

/** The plan as `--json` prints it: instants in UTC, ISO 8601. */
function printed(plan: Plan | undefined) {
  return {
    objectives: (plan?.objectives ?? []).map(({ id, value, bound, proved }) => ({ id, value, bound, proved })),
    serials: (plan?.bookings ?? []).map(({ serial, held, start, end, site, team, lead, support }) => ({
      id: serial,
      held,
      start: start === null ? null : isoFromMinute(start),
      end: end === null ? null : isoFromMinute(end),
      site,
      team,
      lead,
      support: support.map(({ demand, by }) => ({ demand, by })),
    })),
    unmet: (plan?.unmet ?? []).map(({ requirement, party, times, got }) => ({ requirement, party, times, got })),
  };
}
