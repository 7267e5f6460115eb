// `entente plan`: site, time, team and lead of every serial; or what cannot hold together; and what can be asked of a plan that is there.
import { Option } from 'commander';
import type { Lines, PlanBudget, PlanTask } from '../../app/index.ts';
import { isoFromMinute, type Zone } from '../../kernel/index.ts';
import type { Plan } from '../../plan/index.ts';
import { type Language, type Message, say } from '../../words/index.ts';
import { writeWhole } from '../atomic-file.ts';
import { compileInTurn } from '../compile-in-turn.ts';
import type { Frame } from '../frame.ts';
import { collected, durationSeconds, existingDocument, existingFile, placeForFile, seed, wholeNumber } from '../options.ts';
import { verb } from '../verb.ts';

type Options = {
  readonly out?: string;
  readonly seed: string;
  readonly iterations?: number;
  readonly time?: number;
  readonly lanes: number;
  readonly closer?: number | true;
  readonly against?: string;
  readonly without?: readonly string[];
  readonly delay?: readonly string[];
  readonly pin?: readonly string[];
  readonly freezeUntil?: string;
  readonly explain?: string;
  readonly compare?: string;
  readonly front?: string;
  readonly points: number;
};

export const planVerb = verb<'plan', Options>({
  name: 'plan',
  summary: 'Find site, time, team and lead of every serial, or tell why there is no plan; re-plan, compare and explain a plan.',
  example: `entente plan examples/eagle-assault-2024 --out plan.json --seed 1
  entente plan DIR --against plan.json --without BLR-S1 --freeze-until "D+3 06:00" --out new.json
  entente plan DIR --against plan.json --explain PT-01`,
  outcomes: ['well', 'faults', 'incomplete', 'impossible'],
  define: (command) =>
    command
      .argument('<dir>', 'the exercise: its folder', existingDocument)
      .option('--out <file>', 'where the plan goes', placeForFile)
      .option('--seed <n>', 'another seed may find another plan', seed, '1')
      .option('--iterations <n>', 'how many steps the search takes (default: a fixed number)', wholeNumber(1, 1e12))
      .addOption(
        new Option('--time <duration>', 'search so long instead (10s); the plan then depends on the machine')
          .argParser(durationSeconds)
          .conflicts('iterations'),
      )
      .option('--lanes <n>', 'how many searches run beside each other; part of the input, whatever the cores', wholeNumber(1, 64), 4)
      .option(
        '--closer [conflicts]',
        'then let the exact engine better and prove it; so many conflicts a question (20000)',
        wholeNumber(1, 1e9),
      )
      .option('--against <plan>', 'the plan there is: re-plan with the least change, with change notices', existingFile)
      .option('--without <id>', 'a unit, post, site or day (2024-07-12) is lost, from --freeze-until on; once for each', collected)
      .option('--delay <site=time>', 'what was to begin there begins so much later (LAKE=2h); once for each', collected)
      .option('--pin <serial>', 'keep S-07, S-07:time, S-07:site, S-07:team or S-07:lead; or S-07@D+3 09:00; once for each', collected)
      .option('--freeze-until <time>', 'what begins before it stays, and nothing moves to before it')
      .option('--explain <serial>', 'why it stands where --against has it, and what each other day would cost')
      .option('--compare <plan>', 'tell how this plan differs from --against', existingFile)
      .option('--front <a,b>', 'plans of which none is better in both of these objectives; --out names them, with a number')
      .option('--points <n>', 'how many plans of the front', wholeNumber(2, 50), 5),
  async run(planExercise, [directory = ''], options, frame) {
    compileInTurn();
    const { out, seed: seedText, iterations, time, lanes, closer } = options;
    const budget = budgetOf(iterations, time);
    const task = taskOf(options, frame);
    const report = await planExercise(directory, {
      seed: seedText,
      lanes,
      progress: frame.progress,
      ...(budget === undefined ? {} : { budget }),
      ...(task === undefined ? {} : { task }),
      ...(closer === undefined ? {} : { closer: { conflicts: closer === true ? 20_000 : closer } }),
    });
    if (report.outcome === 'impossible') {
      frame.tell({ key: 'cli.impossible', values: {} });
      tellLines(frame, report);
      frame.printJson({ ...printed(undefined), conflicts: withMessages(report.json, frame.language, report.zone) });
      return 'impossible';
    }
    if (report.outcome === 'told') {
      const paths = report.files.map(({ suffix }) => withSuffix(out ?? 'plan.json', suffix));
      for (const [index, { file }] of report.files.entries()) await writeWhole(paths[index] ?? '', file);
      tellLines(frame, report);
      for (const path of paths) frame.tell({ key: 'cli.written', values: { file: path } });
      frame.printJson(report.json);
      return 'well';
    }
    const path = out ?? 'plan.json';
    await writeWhole(path, report.file);
    for (const message of report.summary) frame.tell(message);
    tellLines(frame, report.certificate);
    if (report.notices !== undefined) tellLines(frame, report.notices);
    frame.tellProblems(report.broken);
    if (report.missing !== undefined) tellLines(frame, report.missing);
    if (report.outcome === 'incomplete') frame.tell({ key: 'cli.incomplete', values: { n: report.broken.length } });
    frame.tell({ key: 'cli.written', values: { file: path } });
    frame.printJson({
      ...printed(report.plan),
      ...(report.notices === undefined ? {} : { changes: report.notices.json }),
      ...(report.missing === undefined ? {} : { missing: withMessages(report.missing.json, frame.language, report.missing.zone) }),
    });
    return report.outcome === 'planned' ? 'well' : 'incomplete';
  },
});

function taskOf(options: Options, frame: Frame): PlanTask | undefined {
  const { against: planFile, explain: serial, compare: otherFile, front: objectives, points, out } = options;
  const { without, delay, pin, freezeUntil } = options;
  const isReading = serial !== undefined || otherFile !== undefined;
  if (out === undefined && !isReading) frame.misused('--out is missing: where the plan goes.');
  if (objectives !== undefined) return { kind: 'front', objectives, points };
  if (planFile === undefined) {
    if (isReading || [without, delay, pin, freezeUntil].some((option) => option !== undefined))
      frame.misused('--against is missing: the plan there is.');
    return undefined;
  }
  if (serial !== undefined) return { kind: 'explain', planFile, serial };
  if (otherFile !== undefined) return { kind: 'compare', planFile, otherFile };
  return {
    kind: 'replan',
    planFile,
    request: {
      ...(without === undefined ? {} : { without }),
      ...(delay === undefined ? {} : { delay }),
      ...(pin === undefined ? {} : { pin }),
      ...(freezeUntil === undefined ? {} : { freezeUntil }),
    },
  };
}

function tellLines(frame: Frame, { lines, zone }: Lines): void {
  for (const { message, indent, at } of lines) frame.tell(message, { indent, zone, ...(at === undefined ? {} : { at }) });
}

/** `plan.json` with `-1` is `plan-1.json`. */
const withSuffix = (path: string, suffix: string): string =>
  path.endsWith('.json') ? `${path.slice(0, -5)}${suffix}.json` : `${path}${suffix}`;

function budgetOf(iterations: number | undefined, time: number | undefined): PlanBudget | undefined {
  if (time !== undefined) return { seconds: time };
  return iterations === undefined ? undefined : { iterations };
}

/** Beside every key of a sentence and its values, the sentence. */
function withMessages(value: unknown, language: Language, zone: Zone): unknown {
  if (Array.isArray(value)) return value.map((one) => withMessages(one, language, zone));
  if (typeof value !== 'object' || value === null) return value;
  const { key, values, ...rest } = value as { readonly key?: string; readonly values?: Message['values'] };
  const spoken = Object.fromEntries(Object.entries(rest).map(([field, one]) => [field, withMessages(one, language, zone)]));
  return key === undefined || values === undefined ? spoken : { message: say({ key, values }, language, zone), ...spoken, key, values };
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
