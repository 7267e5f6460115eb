/** The first impression report, due within 24 h of ENDEX: what the figures say at once, what stands out, what is not finished, what comes next. */
import type { Assessment } from '../../assess/index.ts';
import { microsPerMinute, minutesPerDay, type Problem } from '../../kernel/index.ts';
import type { Block, Document } from '../content.ts';
import { moment } from '../moments.ts';
import { documentOf, exerciseName, periodOf } from '../opening.ts';
import type { Pen } from '../pen.ts';
import { coordinationBlocks } from './coordination.ts';
import { coverageChart } from './coverage.ts';
import { findingsList } from './findings.ts';
import { handling, howFar } from './overview.ts';
import { summaryBlocks } from './summary.ts';
import { serialsTable, timelineTable } from './timeline.ts';

const most = 5;

export function firDocument(pen: Pen, assessment: Assessment): Document | Problem {
  const { setting } = pen.matter.exercise;
  const parties = setting.participating as readonly string[];
  const findings = assessment.findings.filter(({ state }) => state !== 'superseded');
  const { endex, startex } = assessment;
  const section = (key: string, write: () => readonly Block[]) => pen.section(pen.say(`report.${key}`), write);
  const due = endex === null ? null : endex + minutesPerDay * microsPerMinute;
  const blocks: Block[] = [
    ...howFar(pen, assessment),
    {
      kind: 'facts',
      rows: [
        { term: pen.say('overview.name'), value: exerciseName(pen) },
        { term: pen.say('overview.dates'), value: periodOf(pen, setting.from.at, setting.to.at) },
        { term: pen.say('overview.startex'), value: moment(pen, startex) },
        { term: pen.say('overview.endex'), value: moment(pen, endex) },
        { term: pen.say('report.due'), value: moment(pen, due) },
        { term: pen.say('overview.parties'), value: parties.map((party) => pen.name('parties', party)).join(pen.comma) },
      ],
    },
    ...section('summary', () => summaryBlocks(pen, assessment)),
    ...section('wentWell', () => findingsList(pen, findings.filter(({ strength }) => strength).slice(0, most))),
    ...section('needsAttention', () => findingsList(pen, findings.filter(({ strength }) => !strength).slice(0, most))),
    ...section('notFinished', () => serialsTable(pen, assessment, ({ status }) => status !== 'done')),
    ...section('coverage', () => coverageChart(pen, assessment, parties)),
    ...section('coordination', () => coordinationBlocks(pen, assessment)),
    ...section('safety', () =>
      timelineTable(pen, { ...assessment, timeline: assessment.timeline.filter(({ kind }) => kind === 'safety') }),
    ),
    ...section('next', () => [
      { kind: 'list', ordered: true, items: ['hotWash', 'comment', 'aar'].map((key) => pen.say(`report.next.${key}`)) },
    ]),
    ...section('handling', () => handling(pen, 'joint')),
  ];
  return documentOf(pen, { title: pen.say('report.fir'), blocks });
}
