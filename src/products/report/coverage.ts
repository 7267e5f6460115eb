/** Objectives and coverage: what each party wanted to train, the matrix party × task, and the requirements one by one. */
import type { Assessment } from '../../assess/index.ts';
import { trains } from '../../exercise/index.ts';
import type { Block, Cell } from '../content.ts';
import type { Pen } from '../pen.ts';
import { ratingName } from './ratings.ts';

/** Objective by objective: serials done and planned that train it, and how its party's own evaluators rated its task. */
export function objectivesTable(pen: Pen, assessment: Assessment, parties: readonly string[]): readonly Block[] {
  const { exercise } = pen.matter;
  const objectives = exercise.objectives.list.filter(({ party }) => parties.includes(party));
  if (objectives.length === 0) return [];
  pen.useLog();
  const held = new Set(assessment.serials.filter(({ status }) => status !== 'notHeld').map(({ serial }) => serial));
  const done = new Set(assessment.serials.filter(({ status }) => status === 'done').map(({ serial }) => serial));
  const rows = objectives.map(({ id, party, task, condition, standard }): readonly Cell[] => {
    pen.use('objectives', id, 'condition', 'standard', 'task');
    const serials = exercise.serials.list.filter((serial) => trains(exercise, serial, task)).map((serial) => serial.id);
    const rating = assessment.ratings.tasks.find((one) => one.task === task && one.party === party)?.rating ?? null;
    return [
      [{ text: id, style: 'id' }],
      pen.name('objectives', id),
      pen.text(condition),
      pen.text(standard),
      {
        line: `${serials.filter((serial) => done.has(serial)).length} / ${serials.filter((serial) => held.has(serial)).length}`,
        align: 'centre',
      },
      rating === null ? { line: pen.say('notRated'), tone: 'muted' } : ratingName(pen, rating),
    ];
  });
  const columns = [
    { title: pen.say('column.number'), width: 1.2 },
    { title: pen.say('column.objective'), width: 2.2 },
    { title: pen.say('column.condition'), width: 2.6 },
    { title: pen.say('column.standard'), width: 2.6 },
    { title: pen.say('column.serialsDone'), width: 1.5, align: 'centre' as const },
    { title: pen.say('rating.rating'), width: 1.7 },
  ];
  return [{ kind: 'table', columns, rows }];
}

/** Party × leaf task: serials achieved of needed. */
export function coverageChart(pen: Pen, { coverage }: Assessment, parties: readonly string[]): readonly Block[] {
  const tasks = [...new Set(coverage.matrix.map(({ task }) => task))];
  const cells = coverage.matrix.filter(({ party }) => parties.includes(party));
  if (tasks.length === 0 || cells.length === 0) return [];
  pen.useLog();
  const rows = tasks.map((task) => ({
    label: pen.name('tasks', task),
    cells: parties.map((party) => {
      const cell = cells.find((one) => one.party === party && one.task === task);
      const { achieved = 0, needed = 0 } = cell ?? {};
      return { value: achieved, of: needed, text: `${achieved} / ${needed}` };
    }),
  }));
  const columns = parties.map((party) => pen.name('parties', party));
  return [
    {
      kind: 'chart',
      caption: pen.say('coverage.matrix'),
      basis: pen.say('coverage.matrixBasis'),
      chart: { kind: 'matrix', columns, rows },
    },
  ];
}

export function requirementsTable(pen: Pen, { coverage }: Assessment, parties: readonly string[]): readonly Block[] {
  const { exercise } = pen.matter;
  const asked = coverage.requirements.filter(({ party }) => parties.includes(party));
  if (asked.length === 0) return [];
  pen.useLog();
  const rows = asked.map(({ requirement, party, task, times, planned, achieved }): readonly Cell[] => {
    pen.use('requirements', requirement, 'task', 'times', 'light', 'mixed', 'phase');
    const known = exercise.requirements.byId.get(requirement);
    const conditions = [
      ...(known?.light === undefined ? [] : [pen.say('light', { light: known.light })]),
      ...(known?.mixed === true ? [pen.say('coverage.mixed')] : []),
      ...(known?.phase === undefined ? [] : [pen.name('phases', known.phase)]),
    ];
    return [
      party,
      pen.name('tasks', task),
      conditions.join(pen.comma) || '–',
      { line: String(times), align: 'end' },
      { line: String(planned.length), align: 'end' },
      { line: String(achieved.length), align: 'end', tone: achieved.length >= times ? 'good' : 'bad' },
      achieved.join(pen.comma) || '–',
    ];
  });
  const columns = [
    { title: pen.say('column.party'), width: 1.2 },
    { title: pen.say('column.task'), width: 2.8 },
    { title: pen.say('column.condition'), width: 2.3 },
    { title: pen.say('column.needed'), width: 1.25, align: 'end' as const },
    { title: pen.say('column.planned'), width: 1.25, align: 'end' as const },
    { title: pen.say('column.achieved'), width: 1.25, align: 'end' as const },
    { title: pen.say('column.by'), width: 3 },
  ];
  return [{ kind: 'table', caption: pen.say('coverage.requirements'), columns, rows }];
}
