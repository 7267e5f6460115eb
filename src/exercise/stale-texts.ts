/** What an edit does to texts by language: a changed source is a new version of the text, and the translations made from the old one fall behind. */
import type { Exercise } from './exercise.ts';
import type { Translated, Translation } from './nouns/field.ts';
import { type Collection, isSingletonName } from './portions.ts';
import { visitMarks } from './read-items.ts';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
/** A value put somewhere below an item, at the path from the item on; null removes. */
export type PartEdit = { readonly path: readonly string[]; readonly value: Json };

/** The item of a collection, or the one item of that name, as the exercise holds it. */
export function itemOf(exercise: Exercise, collection: Collection, id: string): object | undefined {
  if (!isSingletonName(collection)) return exercise[collection].byId.get(id);
  return { exercise: exercise.setting, release: exercise.policy, programme: exercise.programme }[collection];
}

/**
 * The edits, with what they mean for translations: where the source of a text changes, its version rises, and each language whose text the edits
 * leave as it was keeps the version it was made from, so that it is stale. A language whose text changes with the source is taken as translated anew.
 */
export function withStaleTexts(exercise: Exercise, collection: Collection, id: string, edits: readonly PartEdit[]): readonly PartEdit[] {
  const item = itemOf(exercise, collection, id);
  if (item === undefined) return edits;
  let result = [...edits];
  visitMarks(collection, item, {
    reference: () => {},
    instant: () => {},
    duration: () => {},
    text: (before, path) => {
      result = withStale(result, before, path.map(String));
    },
  });
  return result;
}

function withStale(edits: PartEdit[], before: Translated, at: readonly string[]): PartEdit[] {
  const replacing = edits.findLastIndex(({ path }) => isWithin(at, path));
  const below = edits.filter(({ path }, index) => index > replacing && path.length > at.length && isWithin(path, at));
  const whole = edits[replacing];
  if (whole === undefined && below.length === 0) return edits;
  const start = whole === undefined ? plainOf(before) : valueAt(whole.value, at.slice(whole.path.length));
  const after = below.reduce((value, { path, value: to }) => withValueAt(value, path.slice(at.length), to), start);
  const mends = mendsOf(before, after);
  if (mends.length === 0) return edits;
  // What is stated whole is mended where it is stated, so that no path leads through a list.
  if (whole === undefined || below.length > 0) return [...edits, ...mends.map(({ path, value }) => ({ path: [...at, ...path], value }))];
  const mended = mends.reduce((value, mend) => withValueAt(value, [...at.slice(whole.path.length), ...mend.path], mend.value), whole.value);
  return edits.map((edit, index) => (index === replacing ? { path: edit.path, value: mended } : edit));
}

/** What must be added to a text as edited, when its source is no longer what it was. */
function mendsOf(before: Translated, after: Json | undefined): readonly PartEdit[] {
  const source = textIn(valueAt(after, ['source']));
  const texts = valueAt(after, ['texts']);
  if (source === undefined || !isMap(texts)) return [];
  const now = textOf(texts[source]);
  if (now === undefined || now === before.texts[before.source]?.text) return [];
  const stated = valueAt(after, ['version']);
  const version = Math.max(before.version + 1, typeof stated === 'number' ? stated : 1);
  const others = Object.keys(texts).filter((language) => language !== source && textOf(texts[language]) !== undefined);
  return [
    ...(stated === version ? [] : [{ path: ['version'], value: version }]),
    ...others.flatMap((language) => mendOf(language, before, texts[language], version)),
  ];
}

function mendOf(language: string, before: Translated, entry: Json | undefined, version: number): readonly PartEdit[] {
  const was = before.texts[language];
  const ofVersion = valueAt(entry, ['ofVersion']);
  const isMadeOfNew = typeof ofVersion === 'number' && ofVersion > before.version;
  if (isMadeOfNew) return [];
  const path = ['texts', language];
  if (was === undefined || was.text !== textOf(entry))
    return typeof ofVersion === 'number' ? [{ path: [...path, 'ofVersion'], value: version }] : [];
  if (typeof ofVersion === 'number' && !mayStandBare(was, before.version)) return [];
  return [{ path, value: writtenOf({ ...was, ofVersion: was.ofVersion ?? before.version }) }];
}

/** Whether a translation may stand in the file as a bare text, which counts as made from whatever version the source has. */
function mayStandBare({ state, ofVersion, translator, checker }: Translation, version: number): boolean {
  return state === 'checked' && ofVersion === version && translator === undefined && checker === undefined;
}

function writtenOf({ text, state, ofVersion, translator, checker }: Translation): Json {
  return {
    text,
    // That it is behind follows from its version, whatever its state was.
    state: state === 'stale' ? 'checked' : state,
    ...(ofVersion === undefined ? {} : { ofVersion }),
    ...(translator === undefined ? {} : { translator }),
    ...(checker === undefined ? {} : { checker }),
  };
}

function plainOf({ source, version, texts }: Translated): Json {
  return { source, version, texts: Object.fromEntries(Object.entries(texts).map(([language, entry]) => [language, writtenOf(entry)])) };
}

function isWithin(path: readonly string[], start: readonly string[]): boolean {
  return start.every((step, index) => path[index] === step);
}

function isMap(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const textIn = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined);
const textOf = (entry: Json | undefined): string | undefined => textIn(isMap(entry) ? entry.text : entry);

function valueAt(value: Json | undefined, [step, ...rest]: readonly string[]): Json | undefined {
  if (step === undefined) return value;
  if (Array.isArray(value)) return valueAt(value[Number(step)], rest);
  return isMap(value) && Object.hasOwn(value, step) ? valueAt(value[step], rest) : undefined;
}

function withValueAt(value: Json | undefined, [step, ...rest]: readonly string[], to: Json): Json {
  if (step === undefined) return to;
  if (Array.isArray(value)) return value.map((one, index) => (index === Number(step) ? withValueAt(one, rest, to) : one));
  const map = isMap(value) ? value : {};
  return { ...map, [step]: withValueAt(Object.hasOwn(map, step) ? map[step] : undefined, rest, to) };
}
