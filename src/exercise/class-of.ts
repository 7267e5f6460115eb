/** Which class an item has, and which items a reader reads. An item may have parts of several classes; the widest is who knows that it exists. */
import { atMost, type Class, type ClassKey, gateFor, type Reader, readClassKey, type Scale } from '../release/index.ts';
import type { Exercise, Portion } from './exercise.ts';

/**
 * Whether everyone who may read `narrow` may read `wide`: the label of the wide may flow into the narrow's, and the narrow's audience is within
 * the wide's. `partyOfPost` tells whose post an audience is.
 */
export function coversReadersOf(wide: Class, narrow: Class, scale: Scale, partyOfPost: (post: string) => string | undefined): boolean {
  return atMost(wide.label, narrow.label, scale) && isAudienceWithin(narrow.audience, wide.audience, partyOfPost);
}

function isAudienceWithin(inner: Class['audience'], outer: Class['audience'], partyOfPost: (post: string) => string | undefined): boolean {
  if (outer.kind === 'public') return true;
  if (inner.kind === 'public') return false;
  if (outer.kind === 'everyone') return true;
  if (inner.kind === 'post' && outer.kind === 'party') return partyOfPost(inner.id) === outer.id;
  if (inner.kind === 'party' || inner.kind === 'post') return outer.kind === inner.kind && outer.id === inner.id;
  return inner.kind === outer.kind;
}

/** The class of an item: that of its widest portion, the first in reading order where none covers all others; undefined when nothing stands of it. */
export function classOf(exercise: Exercise, collection: Portion['collection'], id: string): ClassKey | undefined {
  return portionTable(exercise).get(`${collection}/${id}`)?.widest;
}

/** The portions of an item, in reading order. */
export function portionsOf(exercise: Exercise, collection: Portion['collection'], id: string): readonly Portion[] {
  return portionTable(exercise).get(`${collection}/${id}`)?.portions ?? [];
}

/** The identifiers of a collection of which a reader may read at least one portion, in reading order. */
export function itemsReadableBy(exercise: Exercise, reader: Reader, collection: Portion['collection']): readonly string[] {
  const readable = portionsReadableBy(exercise, reader).filter((portion) => portion.collection === collection);
  return [...new Set(readable.map((portion) => portion.id))];
}

/** The portions that a reader may read, in reading order. */
export function portionsReadableBy(exercise: Exercise, reader: Reader): readonly Portion[] {
  const admits = gateFor(reader, exercise.policy.scale);
  return exercise.portions.filter((portion) => admits(portion.classKey));
}

type Entry = { readonly portions: readonly Portion[]; readonly widest: ClassKey };
const tables = new WeakMap<Exercise['portions'], ReadonlyMap<string, Entry>>();

function portionTable(exercise: Exercise): ReadonlyMap<string, Entry> {
  const known = tables.get(exercise.portions);
  if (known !== undefined) return known;
  const byItem = new Map<string, Portion[]>();
  for (const portion of exercise.portions) {
    const key = `${portion.collection}/${portion.id}`;
    const list = byItem.get(key);
    if (list === undefined) byItem.set(key, [portion]);
    else list.push(portion);
  }
  const table = new Map([...byItem].map(([key, portions]) => [key, { portions, widest: widestOf(exercise, portions) }]));
  tables.set(exercise.portions, table);
  return table;
}

function widestOf(exercise: Exercise, portions: readonly Portion[]): ClassKey {
  const keys = [...new Set(portions.map((portion) => portion.classKey))];
  const [first] = keys;
  if (first === undefined || keys.length === 1) return first ?? ('' as ClassKey);
  const classes = keys.map((key) => ({ key, class: readClassKey(key) }));
  const partyOfPost = (post: string) => exercise.posts.byId.get(post)?.party;
  const { scale } = exercise.policy;
  return classes.find((one) => classes.every((other) => coversReadersOf(one.class, other.class, scale, partyOfPost)))?.key ?? first;
}
