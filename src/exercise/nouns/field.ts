/** The kinds of field that every noun of the document is built from: identifiers, references, times, durations and texts. */
import * as z from 'zod';
import type { Brand, MinuteInstant } from '../../kernel/index.ts';

/** What can be referred to; each is a collection of the document (`units`, `sites`, …). */
export type NounKind =
  | 'party'
  | 'contingent'
  | 'unit'
  | 'taskGroup'
  | 'person'
  | 'post'
  | 'agreement'
  | 'site'
  | 'pool'
  | 'facility'
  | 'capability'
  | 'task'
  | 'criticalTask'
  | 'objective'
  | 'requirement'
  | 'phase'
  | 'serial'
  | 'storyline'
  | 'event'
  | 'incident'
  | 'inject'
  | 'term'
  | 'collectionItem'
  | 'closure'
  | 'exclusion'
  | 'lag'
  | 'qualification'
  | 'supportDemand'
  | 'dutyRule'
  | 'alternate'
  | 'milestone'
  | 'parity'
  | 'pairDemand'
  | 'meeting'
  | 'assumption'
  | 'conference'
  | 'risk'
  | 'net'
  | 'communique'
  | 'anchor'
  | 'zone'
  | 'procedure'
  | 'visit'
  | 'scarce';

export type IdOf<K extends NounKind> = Brand<string, K>;
export type PartyId = IdOf<'party'>;
export type UnitId = IdOf<'unit'>;
export type PostId = IdOf<'post'>;
export type SiteId = IdOf<'site'>;
export type PoolId = IdOf<'pool'>;
export type TaskId = IdOf<'task'>;
export type SerialId = IdOf<'serial'>;
export type PhaseId = IdOf<'phase'>;
export type InjectId = IdOf<'inject'>;

/** An instant as the author wrote it and as it resolves; `at` is NaN until anchors are resolved, and stays so when the text is a fault. */
export type When = { readonly written: string; readonly at: MinuteInstant };
/** A length of time as written and in whole minutes. */
export type Span = { readonly written: string; readonly minutes: number };

const referenceMarks = new WeakMap<object, NounKind>();
const whenMarks = new WeakSet<object>();
const spanMarks = new WeakSet<object>();
const translatedMarks = new WeakSet<object>();

/** A reference to an item of another collection, by identifier. */
export function ref<K extends NounKind>(kind: K) {
  const schema = z
    .string()
    .min(1)
    .meta({ description: `Identifier of a ${kind}.`, reference: kind })
    .transform((id) => id as IdOf<K>);
  referenceMarks.set(schema, kind);
  return schema;
}

/** An instant: `2024-07-08T09:00+03:00`, a date-time group `080900CJUL24`, or an anchor with an offset, `D+1 09:00` or `H1+40min`. */
export function when() {
  const schema = z
    .string()
    .min(1)
    .meta({
      description: 'An instant: ISO 8601 with zone, a date-time group (081030CJUL24), or an anchor with an offset (D+1 09:00, H1+40min).',
    })
    .transform((written): When => ({ written, at: Number.NaN as MinuteInstant }));
  whenMarks.add(schema);
  return schema;
}

/** A duration: `90min`, `2h`, `1h30`, `1d`. A bare number is a fault. */
export function span() {
  const schema = z
    .string()
    .min(1)
    .meta({ description: 'A duration with its unit: 90min, 2h, 1h30, 1d.' })
    .transform((written): Span => ({ written, minutes: Number.NaN }));
  spanMarks.add(schema);
  return schema;
}

export const referenceKindOf = (schema: object): NounKind | undefined => referenceMarks.get(schema);
export const isWhen = (schema: object): boolean => whenMarks.has(schema);
export const isSpan = (schema: object): boolean => spanMarks.has(schema);
export const isTranslated = (schema: object): boolean => translatedMarks.has(schema);

export const languageCode = z
  .string()
  .regex(/^[a-z]{2,3}$/)
  .meta({ description: 'Language, ISO 639: en, fr, zh, ru, …' });

/** A short name by language: `{ en: Harbour, fr: Port }`. */
export const names = z.record(languageCode, z.string().min(1));
export type Names = Readonly<Record<string, string>>;

export const translationStates = ['missing', 'draft', 'checked', 'agreed', 'stale'] as const;
export type TranslationState = (typeof translationStates)[number];
export type Translation = {
  readonly text: string;
  readonly state: TranslationState;
  readonly ofVersion?: number | undefined;
  readonly translator?: PostId | undefined;
  readonly checker?: PostId | undefined;
};
/** A text with its source language; a translation made from an older version of the source is stale. */
export type Translated = { readonly source: string; readonly version: number; readonly texts: Readonly<Record<string, Translation>> };

const translation = z.union([
  z.string(),
  z.strictObject({
    text: z.string(),
    state: z.enum(translationStates).default('draft'),
    ofVersion: z.int().min(1).optional(),
    translator: ref('post').optional(),
    checker: ref('post').optional(),
  }),
]);

/** `{ source: en, version: 2, texts: { en: "…", zh: { text: "…", state: checked, ofVersion: 2 } } }`; a bare string is checked. */
export function translated() {
  const schema = z
    .strictObject({ source: languageCode, version: z.int().min(1).default(1), texts: z.record(languageCode, translation) })
    .transform(
      (given): Translated => ({
        source: given.source,
        version: given.version,
        texts: Object.fromEntries(
          Object.entries(given.texts).map(([language, entry]) => [language, settled(entry, language === given.source, given.version)]),
        ),
      }),
    );
  translatedMarks.add(schema);
  return schema;
}

function settled(entry: z.output<typeof translation>, isSource: boolean, version: number): Translation {
  if (typeof entry === 'string') return { text: entry, state: isSource ? 'agreed' : 'checked', ofVersion: version };
  const behind = !isSource && entry.ofVersion !== undefined && entry.ofVersion < version;
  return behind ? { ...entry, state: 'stale' } : entry;
}

export const position = z.strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) });
export type Position = z.output<typeof position>;

/** A period between two instants. */
export const period = z.strictObject({ from: when(), to: when() });
export type Period = { readonly from: When; readonly to: When };

/** Time of day on a site's clock, `HH:MM`. */
export const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .meta({ description: 'Local time of day, HH:MM.' });
/** Hours that recur every day, `{ from: '22:00', to: '06:00' }`; an end before the start is on the next day. */
export const dailyHours = z.strictObject({ from: timeOfDay, to: timeOfDay });
export const weekday = z.enum(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']);
export const light = z.enum(['day', 'twilight', 'night']);
export const level = z.int().min(1).max(5).meta({ description: 'Level of a capability, 1 (basic) to 5 (instructor).' });
export const count = z.int().min(1);
