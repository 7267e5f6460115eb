/** The table that opens a report, in the order of HSEEP's overview; who took part; how the report is to be handled. */
import type { Assessment } from '../../assess/index.ts';
import { leafUnits } from '../../exercise/index.ts';
import type { Block, Cell, Line } from '../content.ts';
import { moment } from '../moments.ts';
import { lines } from '../msel/msel.ts';
import { exerciseName, periodOf } from '../opening.ts';
import type { Pen } from '../pen.ts';

export function overviewFacts(pen: Pen, assessment: Assessment): Block {
  const { exercise } = pen.matter;
  const { setting } = exercise;
  pen.useLog();
  pen.use('exercise', 'exercise', 'name', 'summary', 'legalBasis', 'aims', 'participating', 'observing', 'host', 'startex', 'endex');
  const roots = exercise.tasks.list.filter(({ parent }) => parent === undefined);
  const directors = exercise.posts.list.filter(({ role }) => role === 'coDirector');
  const row = (key: string, value: Line) => ({ term: pen.say(`overview.${key}`), value });
  return {
    kind: 'facts',
    rows: [
      row('name', exerciseName(pen)),
      row('dates', periodOf(pen, setting.from.at, setting.to.at)),
      row('startex', moment(pen, assessment.startex)),
      row('endex', moment(pen, assessment.endex)),
      ...(setting.summary === undefined ? [] : [row('scope', pen.text(setting.summary))]),
      ...(setting.legalBasis === undefined ? [] : [row('legalBasis', pen.text(setting.legalBasis))]),
      ...(setting.aims.length === 0 ? [] : [row('aims', lines(...setting.aims.map((aim) => pen.text(aim))))]),
      ...(roots.length === 0 ? [] : [row('spectrum', roots.map(({ id }) => pen.name('tasks', id)).join(' · '))]),
      row('parties', setting.participating.map((party) => pen.name('parties', party)).join(pen.comma)),
      ...(setting.observing.length === 0
        ? []
        : [row('observers', setting.observing.map((party) => pen.name('parties', party)).join(pen.comma))]),
      ...(setting.host === undefined ? [] : [row('host', pen.name('parties', setting.host))]),
      ...(directors.length === 0 ? [] : [row('contact', directors.map(({ id }) => pen.name('posts', id)).join(pen.comma))]),
    ],
  };
}

/** How far the log goes for this reader: nothing where it is over, nothing of conduct at all, or not yet to ENDEX. */
export function howFar(pen: Pen, { endex }: Assessment): readonly Block[] {
  if (pen.matter.log?.streams.length === 0) return [{ kind: 'note', tone: 'info', line: pen.say('report.noConduct') }];
  return endex === null ? [{ kind: 'note', tone: 'warn', line: pen.say('report.noEndex') }] : [];
}

export function participants(pen: Pen, parties: readonly string[]): readonly Block[] {
  const { exercise } = pen.matter;
  const leaves = leafUnits(exercise);
  const rows = parties.flatMap((party): (readonly Cell[])[] => {
    const contingents = exercise.contingents.list.filter((contingent) => contingent.party === party);
    const units = leaves.filter((unit) => unit.party === party);
    const posts = exercise.posts.list.filter((post) => post.party === party);
    for (const { id } of units) pen.use('units', id, 'party');
    for (const { id } of posts) pen.use('posts', id, 'party');
    return contingents.map(({ id, strength }) => {
      pen.use('contingents', id, 'strength');
      return [pen.name('parties', party), pen.name('contingents', id), String(strength), String(units.length), String(posts.length)];
    });
  });
  if (rows.length === 0) return [];
  const columns = [
    { title: pen.say('column.party'), width: 2 },
    { title: pen.say('column.contingent'), width: 4 },
    { title: pen.say('column.strength'), width: 1.3, align: 'end' as const },
    { title: pen.say('column.units'), width: 1.5, align: 'end' as const },
    { title: pen.say('column.posts'), width: 1.3, align: 'end' as const },
  ];
  return [{ kind: 'table', columns, rows }];
}

export function handling(pen: Pen, which: 'joint' | 'national'): readonly Block[] {
  return [{ kind: 'list', ordered: false, items: [which, 'figures', 'findings', 'draft'].map((key) => pen.say(`handling.${key}`)) }];
}
