/**
 * The pen a product is written with: says words in its language, gives names and texts of the document, and remembers of every portion and stream
 * used what label it has, so that the product and each of its sections are marked by the join of exactly what stands in them.
 */
import { classOf, type Names, portionsOf, type Translated, textFor } from '../exercise/index.ts';
import type { Problem, ProblemValue, Zone } from '../kernel/index.ts';
import { type Booking, classOfBooking } from '../plan/index.ts';
import { type ClassKey, isBlocked, type Joined, join, type Label, labelKey, marking, readClassKey, whyBlocked } from '../release/index.ts';
import { type Language, type Message, say } from '../words/index.ts';
import type { Block, Line, Marking } from './content.ts';
import type { Matter } from './matter.ts';

type Values = Readonly<Record<string, ProblemValue>>;
type Collection = Parameters<typeof classOf>[1];

/** Collections whose items have a `name` by language. */
export type NamedCollection =
  | 'parties'
  | 'contingents'
  | 'units'
  | 'posts'
  | 'phases'
  | 'sites'
  | 'pools'
  | 'tasks'
  | 'procedures'
  | 'objectives'
  | 'serials'
  | 'meetings'
  | 'storylines'
  | 'events'
  | 'incidents'
  | 'nets'
  | 'visits'
  | 'milestones';

export type Pen = {
  readonly matter: Matter;
  readonly language: Language;
  readonly zone: Zone;
  /** What stands between the things of a plain list. */
  readonly comma: string;
  /** A term and what it is, `term: value`, with the colon of the language. */
  readonly pair: (term: string, value: string) => string;
  /** Words of the catalogue; the key is looked up under `product.`. */
  readonly say: (key: string, values?: Values) => string;
  readonly tell: (message: Message) => string;
  /** An item's name, with the language in brackets where it is another; the identifier where the reader does not know the item. */
  readonly name: (collection: NamedCollection, id: string) => string;
  readonly named: (names: Names) => string;
  /** A text that stands in the exercise's first language, and perhaps in others; where it is not in this one, its language stands in brackets. */
  readonly plain: (text: string, others?: Names) => string;
  /** A text of the document; what is not checked in this language says so. */
  readonly text: (translated: Translated) => Line;
  /** Notes that these fields of an item were used; of a field that stands nowhere, that the item is known. */
  readonly use: (collection: Collection, id: string, ...fields: readonly string[]) => void;
  readonly useBooking: (booking: Booking) => void;
  /** Notes that figures over everything read of the log were used. */
  readonly useLog: () => void;
  readonly useStream: (stream: ClassKey) => void;
  /** Blocks under a heading that bears their own marking; nothing where there are none. */
  readonly section: (title: string, write: () => readonly Block[], level?: 2 | 3) => readonly Block[];
  /** The marking of all that was used; a problem where no party may read it all. */
  readonly marking: () => Marking | Problem;
};

export function penFor(matter: Matter, language: Language): Pen {
  const { exercise, log } = matter;
  const { scale, equivalents } = exercise.policy;
  const zone = exercise.zone;
  const exerciseMarking = say({ key: 'exercise.marking', values: {} }, language);
  const languages = [...new Set([language, ...exercise.setting.languages, 'en'])];
  const used: Map<string, { readonly label: Label; readonly from: string }>[] = [new Map()];

  const note = (key: ClassKey, from: string): void => {
    const { label } = readClassKey(key);
    const at = labelKey(label);
    for (const level of used) if (!level.has(at)) level.set(at, { label, from });
  };
  const use = (collection: Collection, id: string, ...fields: readonly string[]): void => {
    const portions = portionsOf(exercise, collection, id);
    const widest = classOf(exercise, collection, id);
    const file = portions.find(({ classKey }) => classKey === widest)?.file ?? id;
    if (widest !== undefined) note(widest, file);
    for (const portion of portions) if (fields.some((field) => portion.fields.includes(field))) note(portion.classKey, portion.file);
  };
  const named = (names: Names): string => {
    const found = languages.find((candidate) => Object.hasOwn(names, candidate)) ?? Object.keys(names)[0];
    if (found === undefined) return '';
    return found === language ? (names[found] ?? '') : `${names[found]} [${found}]`;
  };
  const joined = (level: ReadonlyMap<string, { readonly label: Label }>): Joined =>
    join(
      [...level.values()].map(({ label }) => label),
      scale,
    );
  const markingOf = (label: Label) => marking(label, scale, equivalents, language, exerciseMarking);

  return {
    matter,
    language,
    zone,
    comma: language === 'zh' ? '、' : ', ',
    pair: (term, value) => say({ key: 'product.pair', values: { term, value } }, language),
    say: (key, values = {}) => say({ key: `product.${key}`, values }, language, zone),
    tell: (message) => say(message, language, zone),
    name: (collection, id) => {
      const item = exercise[collection].byId.get(id);
      if (item === undefined) return id;
      use(collection, id, 'name');
      return named(item.name);
    },
    named,
    plain: (text, others = {}) => {
      const [first = language] = exercise.setting.languages;
      return named({ ...others, [first]: text });
    },
    text: (translated) => {
      const found = textFor(translated, [language]);
      if (found === undefined) return '';
      const isOwn = found.language === language;
      if (isOwn && (found.state === 'checked' || found.state === 'agreed')) return found.text;
      const mark = isOwn ? say({ key: 'product.textState', values: { state: found.state } }, language) : found.language;
      return [found.text, { text: ` [${mark}]`, style: 'muted' }];
    },
    use,
    useBooking: (booking) => {
      const key = classOfBooking(exercise, booking);
      if (key !== undefined) note(key, booking.serial);
    },
    useLog: () => {
      for (const stream of log?.streams ?? []) note(stream, stream);
    },
    useStream: (stream) => note(stream, stream),
    section: (title, write, level = 2) => {
      const own = new Map<string, { readonly label: Label; readonly from: string }>();
      used.push(own);
      const blocks = write();
      used.pop();
      if (blocks.length === 0) return [];
      const label = joined(own);
      const portion = own.size === 0 || isBlocked(label) ? {} : { portion: markingOf(label).portion };
      return [{ kind: 'heading', level, text: title, ...portion }, ...blocks];
    },
    marking: () => {
      const level = used[0] ?? new Map();
      const label = joined(level);
      const names = [...level.values()].map(({ from }) => from);
      if (isBlocked(label)) return whyBlocked(label, (index) => names[index]);
      return { exercise: exerciseMarking, label: markingOf(label).label };
    },
  };
}

/** Text of a line without its styles, for a calendar or a label. */
export function plainText(line: Line): string {
  return typeof line === 'string' ? line : line.map((run) => (typeof run === 'string' ? run : run.text)).join('');
}
