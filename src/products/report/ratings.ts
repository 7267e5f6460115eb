/** Ratings: their names and definitions, and the table in which the parties' evaluators stand side by side. */
import type { Ratings } from '../../assess/index.ts';
import type { Block, Cell } from '../content.ts';
import { criticalTaskName } from '../msel/msel.ts';
import type { Pen } from '../pen.ts';

const hseep = ['P', 'S', 'M', 'U'];
const tones = ['good', undefined, 'warn', 'bad'] as const;

/** The rating with HSEEP's short name, where the document's scale is HSEEP's; else as it is. */
export function ratingName(pen: Pen, rating: string): string {
  return isHseep(pen) && hseep.includes(rating) ? pen.say('rating.name', { rating }) : rating;
}

/** HSEEP's definitions; nothing for a scale of the parties' own. */
export function ratingDefinitions(pen: Pen): readonly Block[] {
  if (!isHseep(pen)) return [];
  const columns = [
    { title: pen.say('rating.rating'), width: 2 },
    { title: pen.say('rating.means'), width: 7 },
  ];
  const rows = hseep.map((rating): readonly Cell[] => [
    [{ text: pen.say('rating.name', { rating }), style: 'strong' }],
    pen.say('rating.definition', { rating }),
  ]);
  return [{ kind: 'table', caption: pen.say('rating.scale'), columns, rows }];
}

function isHseep(pen: Pen): boolean {
  return pen.matter.exercise.setting.ratingScale.join() === hseep.join();
}

/** Task by task, each party's evaluators in a column of their own: the worst of the critical tasks, and how many observations gave what. */
export function ratingsTable(pen: Pen, ratings: Ratings, parties: readonly string[]): readonly Block[] {
  const { exercise } = pen.matter;
  const known = exercise.tasks.list.filter(({ id }) => ratings.criticalTasks.some(({ task }) => task === id));
  if (known.length === 0) return [];
  pen.useLog();
  const rows = known.flatMap((task): (readonly Cell[])[] => {
    const critical = [...new Set(ratings.criticalTasks.filter((one) => one.task === task.id).map((one) => one.criticalTask))];
    return [
      [
        [{ text: pen.name('tasks', task.id), style: 'strong' }],
        ...parties.map((party) =>
          ratingCell(pen, ratings, ratings.tasks.find((one) => one.task === task.id && one.party === party)?.rating ?? null),
        ),
      ],
      ...critical.map((id): readonly Cell[] => [
        [{ text: '· ', style: 'muted' }, criticalTaskName(pen, id.includes('/') ? id : `${task.id}/${id}`)],
        ...parties.map((party): Cell => {
          const found = ratings.criticalTasks.find((one) => one.task === task.id && one.criticalTask === id && one.party === party);
          if (found === undefined) return { line: '–', tone: 'muted', align: 'centre' };
          const counts = ratings.scale.flatMap((rating) =>
            found.counts[rating] === undefined ? [] : [`${found.counts[rating]} × ${rating}`],
          );
          const all = [...counts, ...(found.notRated === 0 ? [] : [pen.say('rating.notRatedTimes', { n: found.notRated })])];
          return { line: all.join(pen.comma), align: 'centre' };
        }),
      ]),
    ];
  });
  const columns = [
    { title: pen.say('column.task'), width: 4 },
    ...parties.map((party) => ({
      title: pen.say('rating.evaluatorsOf', { party: pen.name('parties', party) }),
      width: 2.5,
      align: 'centre' as const,
    })),
  ];
  return [
    { kind: 'table', columns, rows },
    { kind: 'paragraph', line: pen.say('rating.sideBySide') },
  ];
}

function ratingCell(pen: Pen, { scale }: Ratings, rating: string | null): Cell {
  if (rating === null) return { line: pen.say('notRated'), tone: 'muted', align: 'centre' };
  const place = scale.indexOf(rating);
  const tone = scale.length === 4 ? tones[place] : undefined;
  return { line: ratingName(pen, rating), align: 'centre', ...(tone === undefined ? {} : { tone }) };
}
