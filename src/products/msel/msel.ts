/** The MSEL book: for EXCON every inject, in order of time and by storyline; for others what of it was released to them. */
import type { Inject } from '../../exercise/index.ts';
import { dateTimeGroup, type Problem } from '../../kernel/index.ts';
import type { Block, Cell, Document, Line, Run } from '../content.ts';
import { groupOf, secondsText } from '../moments.ts';
import { documentOf } from '../opening.ts';
import { type Pen, plainText } from '../pen.ts';
import { type Due, dueOf } from './due.ts';
import { playedBlocks } from './played.ts';

type Entry = { readonly inject: Inject; readonly due: Due };

export function mselDocument(pen: Pen): Document | Problem {
  const { exercise } = pen.matter;
  const entries = inOrder(exercise.injects.list.map((inject) => ({ inject, due: dueOf(pen, inject) })));
  const title = pen.say('msel.title');
  if (entries.length === 0) return documentOf(pen, { title, paper: 'A4Landscape', blocks: playedBlocks(pen) });
  const storylines = exercise.storylines.list.filter(({ id }) => entries.some(({ inject }) => inject.storyline === id));
  const blocks: Block[] = [
    {
      kind: 'facts',
      rows: [
        {
          term: pen.say('msel.injects'),
          value: pen.say('msel.counts', {
            n: entries.length,
            storylines: storylines.length,
            key: entries.filter(({ inject }) => inject.class === 'key').length,
          }),
        },
        { term: pen.say('msel.handling'), value: pen.say('msel.handlingText') },
      ],
    },
    ...pen.section(pen.say('msel.byTime'), () => [timeTable(pen, entries)]),
    ...storylines.flatMap(({ id, summary }) =>
      pen.section(`${pen.say('msel.storyline')} ${pen.name('storylines', id)}`, () => {
        pen.use('storylines', id, 'summary');
        const own = entries.filter(({ inject }) => inject.storyline === id);
        return [...(summary === undefined ? [] : [{ kind: 'paragraph', line: pen.text(summary) } as const]), storylineTable(pen, own)];
      }),
    ),
  ];
  return documentOf(pen, { title, paper: 'A4Landscape', blocks });
}

/** By expected time; what cannot be told beforehand comes last, in the document's order. */
function inOrder(entries: readonly Entry[]): readonly Entry[] {
  return entries.toSorted((a, b) => (a.due.expectedAt ?? Number.MAX_SAFE_INTEGER) - (b.due.expectedAt ?? Number.MAX_SAFE_INTEGER));
}

function timeTable(pen: Pen, entries: readonly Entry[]): Block {
  const rows = entries.map(({ inject, due }): readonly Cell[] => [
    expectedText(pen, due),
    [{ text: inject.number, style: 'id' }],
    pen.named(inject.title),
    pen.name('storylines', inject.storyline),
    inject.to.map((post) => pen.name('posts', post)).join(pen.comma),
    pen.say('means', { means: inject.means }),
    pen.name('posts', inject.controller),
    playText(pen, inject),
  ]);
  const columns = [
    { title: pen.say('column.expected'), width: 2 },
    { title: pen.say('column.number'), width: 0.8 },
    { title: pen.say('column.title'), width: 2.6 },
    { title: pen.say('msel.storyline'), width: 2 },
    { title: pen.say('column.to'), width: 3.4 },
    { title: pen.say('column.means'), width: 1.2 },
    { title: pen.say('column.controller'), width: 1.7 },
    { title: pen.say('column.status'), width: 2.8 },
  ];
  return { kind: 'table', columns, rows };
}

const expectedText = (pen: Pen, { expectedAt, isEstimate }: Due): Line =>
  expectedAt === null ? '–' : [{ text: `${isEstimate ? '≈ ' : ''}${dateTimeGroup(expectedAt, pen.zone)}`, style: 'code' }];

/** HSEEP's columns, those that belong together in one cell. */
function storylineTable(pen: Pen, entries: readonly Entry[]): Block {
  const columns = [
    { title: pen.say('column.number'), width: 1.3 },
    { title: pen.say('column.due'), width: 1.9 },
    { title: pen.say('column.fromTo'), width: 2.5 },
    { title: pen.say('column.text'), width: 4.2 },
    { title: pen.say('column.expectedAction'), width: 3.4 },
    { title: pen.say('column.controllerObjective'), width: 2.6 },
    { title: pen.say('column.status'), width: 1.9 },
  ];
  return { kind: 'table', columns, rows: entries.map((entry) => injectRow(pen, entry)) };
}

function injectRow(pen: Pen, { inject, due }: Entry): readonly Cell[] {
  pen.use(
    'injects',
    inject.id,
    'number',
    'title',
    'text',
    'expectedAction',
    'from',
    'to',
    'controller',
    'objective',
    'criticalTasks',
    'class',
    'kind',
  );
  const { event, incident, objective, expectedAction, answerWithin } = inject;
  const parts = [
    event === undefined ? [] : [pen.name('events', event)],
    incident === undefined ? [] : [pen.name('incidents', incident)],
  ].flat();
  const receivers = inject.to.map((post) => pen.name('posts', post)).join(pen.comma);
  return [
    lines(
      [{ text: inject.number, style: 'id' }],
      pen.say('injectClass', { class: inject.class }),
      pen.say('injectKind', { kind: inject.kind }),
    ),
    lines(
      due.text,
      due.isEstimate && due.expectedAt !== null ? [{ text: `≈ ${dateTimeGroup(due.expectedAt, pen.zone)}`, style: 'muted' }] : '',
      inject.serial ?? '',
    ),
    lines(
      pen.pair(pen.say('column.from'), pen.named(inject.from.plays)),
      pen.pair(pen.say('column.to'), receivers),
      pen.say('means', { means: inject.means }),
    ),
    lines(
      [{ text: pen.named(inject.title), style: 'strong' }],
      pen.text(inject.text),
      parts.length === 0 ? '' : [{ text: parts.join(' › '), style: 'muted' }],
    ),
    lines(
      expectedAction === undefined ? '–' : pen.text(expectedAction),
      answerWithin === undefined ? '' : [{ text: pen.say('msel.answerWithin', { n: answerWithin.minutes }), style: 'muted' }],
    ),
    lines(
      pen.name('posts', inject.controller),
      objective === undefined ? '' : `${objective} ${pen.name('objectives', objective)}`,
      inject.criticalTasks.map((id) => criticalTaskName(pen, id)).join(pen.comma),
    ),
    playText(pen, inject),
  ];
}

/** Joins what is not empty, each on a line of its own. */
export function lines(...parts: readonly Line[]): Line {
  const kept = parts.filter((part) => plainText(part) !== '');
  return kept.flatMap((part, index): Run[] => [...(index === 0 ? [] : ['\n']), ...(typeof part === 'string' ? [part] : part)]);
}

export function criticalTaskName(pen: Pen, id: string): string {
  const [task = '', name = ''] = id.split('/');
  const found = pen.matter.exercise.tasks.byId.get(task)?.criticalTasks[name];
  if (found === undefined) return id;
  pen.use('tasks', task, 'criticalTasks');
  return pen.named(found.name);
}

/** Its state, and what came of it where it was played. */
function playText(pen: Pen, inject: Inject): Line {
  const play = pen.matter.log?.plays.get(inject.id);
  for (const stream of play?.streams ?? []) pen.useStream(stream);
  if (play === undefined || play.releasedAt === null) return pen.say('injectStatus', { status: play?.status ?? inject.status });
  const { releasedAt, answeredAt, outcome, status } = play;
  return lines(
    groupOf(pen, releasedAt),
    outcome === null ? pen.say('injectStatus', { status: status ?? 'released' }) : pen.say('actionSeen', { outcome }),
    answeredAt === null ? '' : pen.say('msel.answeredAfter', { time: secondsText(pen, (answeredAt - releasedAt) / 1_000_000) }),
  );
}
