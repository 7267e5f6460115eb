/**
 * EEG sheets: what one evaluator takes to one serial. For each critical task its standard, question and indicator, the four answers that HSEEP's
 * rating follows from, boxes for the rating on the document's scale, and room to write.
 */
import type { CollectionItem } from '../exercise/index.ts';
import { dateTimeGroup, type Problem } from '../kernel/index.ts';
import type { Block, Document } from './content.ts';
import { criticalTaskName } from './msel/msel.ts';
import { documentOf } from './opening.ts';
import type { Pen } from './pen.ts';
import { teamByParty } from './plan/people.ts';
import { type Held, heldBookings } from './plan/programme.ts';
import { timesOf } from './plan/schedule.ts';
import { ratingDefinitions, ratingName } from './report/ratings.ts';

type Sheet = { readonly booking: Held; readonly evaluator: string; readonly items: readonly CollectionItem[] };

export function eegDocument(pen: Pen): Document | Problem {
  const sheets = sheetsOf(pen);
  const blocks: Block[] = [
    ...(sheets.length === 0 ? [{ kind: 'note', tone: 'info', line: pen.say('eeg.nothing') } as const] : instructions(pen, sheets)),
    ...sheets.flatMap((sheet) => sheetBlocks(pen, sheet)),
  ];
  return documentOf(pen, { title: pen.say('eeg.title'), blocks });
}

/** A sheet for each serial and evaluator whom the plan sends there; where it sends none, for each whom the collection plan names. */
function sheetsOf(pen: Pen): readonly Sheet[] {
  const { exercise, reader } = pen.matter;
  // An evaluator takes the own sheets; whoever else reads for a party, the party's.
  const evaluates = reader.kind === 'person' && reader.posts.some((post) => exercise.posts.byId.get(post)?.role === 'evaluator');
  const isOwn = (post: string) => {
    if (reader.kind !== 'party' && reader.kind !== 'person') return true;
    if (reader.kind === 'person' && evaluates) return reader.posts.includes(post);
    const party = exercise.posts.byId.get(post)?.party;
    return party === undefined || party === reader.party;
  };
  return heldBookings(pen.matter).flatMap((booking) => {
    const items = exercise.collection.list.filter(({ serials }) => (serials as readonly string[]).includes(booking.serial));
    const sent = booking.support.map(({ by }) => by).filter((by) => exercise.posts.byId.get(by)?.role === 'evaluator');
    const evaluators = sent.length > 0 ? [...new Set(sent)] : [...new Set(items.flatMap((item) => item.evaluators as readonly string[]))];
    return evaluators.filter(isOwn).flatMap((evaluator): Sheet[] => {
      const own = items.filter((item) => (item.evaluators as readonly string[]).includes(evaluator));
      return own.length === 0 ? [] : [{ booking, evaluator, items: own }];
    });
  });
}

function instructions(pen: Pen, sheets: readonly Sheet[]): readonly Block[] {
  return [
    { kind: 'facts', rows: [{ term: pen.say('eeg.sheets'), value: String(sheets.length) }] },
    { kind: 'list', ordered: true, items: ['observe', 'note', 'rate', 'position', 'handIn'].map((key) => pen.say(`eeg.${key}`)) },
    ...ratingDefinitions(pen),
  ];
}

function sheetBlocks(pen: Pen, { booking, evaluator, items }: Sheet): readonly Block[] {
  const { exercise } = pen.matter;
  const { ratingScale } = exercise.setting;
  pen.use('exercise', 'exercise', 'ratingScale');
  pen.useBooking(booking);
  const title = `${booking.serial} ${pen.name('serials', booking.serial)} – ${pen.name('posts', evaluator)}`;
  const sheet = pen.section(title, () => [
    {
      kind: 'facts',
      rows: [
        { term: pen.say('column.time'), value: `${dateTimeGroup(booking.start, pen.zone)} (${timesOf(pen, booking)})` },
        { term: pen.say('column.site'), value: booking.site === null ? '–' : pen.name('sites', booking.site) },
        { term: pen.say('column.team'), value: teamByParty(pen, booking) },
        { term: pen.say('eeg.evaluator'), value: '________________________________________________' },
      ],
    },
    ...items.flatMap((item) => itemBlocks(pen, item, ratingScale)),
    {
      kind: 'form',
      rows: [{ label: pen.say('eeg.overall'), lines: 2 }],
    },
  ]);
  return [{ kind: 'pageBreak' }, ...sheet];
}

function itemBlocks(pen: Pen, item: CollectionItem, scale: readonly string[]): readonly Block[] {
  const [task = '', critical = ''] = item.criticalTask.split('/');
  const known = pen.matter.exercise.tasks.byId.get(task)?.criticalTasks[critical];
  pen.use('collection', item.id, 'question', 'indicator', 'objective', 'criticalTask');
  return [
    { kind: 'heading', level: 3, text: pen.pair(pen.name('tasks', task), criticalTaskName(pen, item.criticalTask)) },
    {
      kind: 'facts',
      rows: [
        ...(known === undefined ? [] : [{ term: pen.say('eeg.standard'), value: pen.text(known.standard) }]),
        { term: pen.say('eeg.question'), value: pen.named(item.question) },
        { term: pen.say('eeg.indicator'), value: pen.named(item.indicator) },
        { term: pen.say('eeg.objective'), value: `${item.objective} ${pen.name('objectives', item.objective)}` },
        { term: pen.say('eeg.moment'), value: pen.say('moment', { moment: item.moment }) },
      ],
    },
    {
      kind: 'form',
      rows: [
        {
          label: pen.say('eeg.answers'),
          choices: ['met', 'impact', 'improvement', 'notObserved'].map((key) => pen.say(`eeg.${key}`)),
          lines: 0,
        },
        { label: pen.say('eeg.rating'), choices: [...scale.map((rating) => ratingName(pen, rating)), pen.say('notRated')], lines: 0 },
        { label: pen.say('eeg.notes'), lines: 3 },
      ],
    },
  ];
}
