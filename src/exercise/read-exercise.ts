/** Reads an exercise from the files of its document: restricts them to the reader, puts their parts together, and finds every fault. */
import { isProblem, type Problem, problemAt, utc } from '../kernel/index.ts';
import { type ClassKey, classKey, type Reader, readClassKey } from '../release/index.ts';
import { allChecks } from './checks/all-checks.ts';
import { inOrderOfPlace } from './checks/order.ts';
import { type NotChecked, runChecks, runItemChecks } from './checks/run-checks.ts';
import { collectionOf, type ItemDocument, type Items } from './document.ts';
import type { Exercise } from './exercise.ts';
import { type ClassFacts, classFactsOf, classOfOwner, fileClasses } from './file-class.ts';
import { restrictFiles } from './for-reader.ts';
import { collectionNames } from './nouns/collections.ts';
import { inReadingOrder, ownerName, ownerOf, type ParsedFile } from './parsed-file.ts';
import { type Collection, type Gathered, gatherPortions, singletonNames, type WrittenItem } from './portions.ts';
import { type ReadItems, readItems, stoodNowhere } from './read-items.ts';
import { readZone } from './read-when.ts';
import { resolveTimes } from './resolve-times.ts';

export type ReadOptions = {
  /** For whom it is read; `all` (the default) reads every file. */
  readonly reader?: Reader;
  /** The class facts to go by where the files state none, as in a log that was exported for a reader who may not open them. */
  readonly facts?: ClassFacts;
};

/**
 * What reading gives. The exercise holds all that could be read, for counting and for editors; the stages take it only when `faults` is empty.
 * It is undefined when its setting or policy cannot be read. Notes are advice and no faults. `notChecked` names the checks of absence that were
 * left out because not everything was there.
 */
export type Reading = {
  readonly exercise: Exercise | undefined;
  readonly faults: readonly Problem[];
  readonly notes: readonly Problem[];
  readonly notChecked: readonly NotChecked[];
};

/** Reads and checks a document. Never throws on any content; the order of the files does not matter. */
export function readExercise(files: readonly ParsedFile[], options: ReadOptions = {}): Reading {
  const reader = options.reader ?? { kind: 'all' };
  const { facts: stated, faults: factFaults } = classFactsOf(files);
  const facts = stated ?? options.facts;
  // Who may read what is unknown then, and only who may read all is told more.
  if (facts === undefined && reader.kind !== 'all') return failed(factFaults);
  const readable = inReadingOrder(restrictFiles(files, reader, facts ?? noFacts));
  const { classes, faults: classFaults } = fileClasses(readable, facts ?? noFacts);
  const gathered = gatherPortions(readable, withFolderClass(readable, classes, facts ?? noFacts));
  const found = ownersIn(readable);
  const owners = ownersListed(gathered);
  const absent = owners.filter((owner) => !found.includes(owner));
  const torn = readable.filter(({ mayHold }) => mayHold !== undefined);
  const complete = reader.kind === 'all' && absent.length === 0;
  const items = readItems(gathered, complete);
  const faults = [...(facts === undefined ? [] : classFaults), ...gathered.faults, ...items.faults];
  const portions = [...gathered.items.values()].flatMap((table) => [...table.values()].flatMap((item) => item.portions));
  const unread = torn.length > 0 ? new Set(allCollections) : new Set([...items.unread, ...naming(gathered, items)]);
  const core: Items = { programme: items.programme, complete, owners: found, portions, ...items.tables };
  const seen = itemDocumentOf(core, readable, gathered, items);
  const written = gathered.items.get('exercise')?.get('exercise');
  const policy = items.policy ?? (reader.kind === 'all' || facts === undefined ? undefined : policyAsSeen(facts, classes));
  if (items.setting === undefined || written === undefined || policy === undefined || facts === undefined) {
    const isExplained = items.setting === undefined || policy === undefined;
    const why = [...(isExplained ? [] : factFaults), ...whyThereIsNone(readable, items, reader)];
    return failed(withoutFollowUps([...faults, ...why, ...runItemChecks(allChecks, seen, unread)], torn));
  }
  const zone = readZone(items.setting.zone);
  if (isProblem(zone)) faults.push(problemAt(zone, written.placeOf(['zone'])));
  faults.push(...resolveTimes(items.marked, items.setting, written, isProblem(zone) ? utc : zone));
  const exercise: Exercise = { setting: items.setting, zone: isProblem(zone) ? utc : zone, policy, ...core };
  const checked = runChecks(allChecks, { ...seen, exercise, facts }, { absent, unread });
  const lacking = items.lacking.map(({ problem }) => problem);
  return {
    exercise,
    faults: inOrderOfPlace(withoutFollowUps([...faults, ...checked.faults], torn)),
    notes: inOrderOfPlace([...lacking, ...checked.notes]),
    notChecked: complete ? [] : [{ check: 'everyItemIsWhole', key: 'check.everyItemIsWhole', absent }, ...checked.notChecked],
  };
}

// The collections of which an item names what is not there: what such an item would do cannot be concluded from.
function naming(gathered: Gathered, items: ReadItems): readonly Collection[] {
  return items.marked.references.flatMap(({ from, kind, value }) => {
    const collection = collectionOf(kind);
    return collection === undefined || gathered.items.get(collection)?.has(value) === true ? [] : [from.collection];
  });
}

const allCollections: readonly Collection[] = [...singletonNames, ...collectionNames];

// What seems to be missing and stands in a file that could not be read to its end is no fault of its own; neither is what seems to stand in the wrong
// place, from the line on that could not be read.
function withoutFollowUps(faults: readonly Problem[], torn: readonly ParsedFile[]): readonly Problem[] {
  if (torn.length === 0) return faults;
  return faults.filter(({ key, values, at }) => {
    const own = torn.find(({ path }) => path === at?.file);
    // The line above may be the one that slipped, and the line above that what it belonged to.
    if (ofShape.includes(key) && own?.tornFrom !== undefined && (at?.line ?? 0) >= own.tornFrom - 2) return false;
    const named = ofMissing.includes(key) ? String(values.name ?? values.owner ?? values.field ?? '') : '';
    const word = named.split(/[./\]]/).at(-1) ?? '';
    return word === '' || !torn.some(({ mayHold }) => mayHold?.(word));
  });
}

const ofShape: readonly string[] = [
  'document.itemNotMap',
  'document.collectionNotMap',
  'document.unknownCollection',
  'document.unknownField',
  'document.fieldMissing',
  'document.wrongKind',
  'document.notAllowed',
  'document.statedTwice',
  'document.strangeIdentifier',
];
const ofMissing: readonly string[] = [
  'document.fieldMissing',
  'document.noSuchAnchor',
  'document.noSuchPart',
  'exercise.noSuch',
  'exercise.noSuchName',
  'exercise.ownerUnknown',
  'exercise.mayNotName',
  'exercise.namesOtherOwner',
];

// Stands in where the class facts cannot be read, so that everything else can; no class made of it leaves this file.
const noFacts: ClassFacts = { scale: [], caveats: [], folders: { shared: '', excon: '', parties: '' }, participating: [] };

function itemDocumentOf(exercise: Items, files: readonly ParsedFile[], gathered: Gathered, items: ReadItems): ItemDocument {
  const none: ReadonlyMap<string, WrittenItem> = new Map();
  return {
    ...items.marked,
    exercise,
    files,
    written: (collection) => gathered.items.get(collection) ?? none,
    placeOf: (collection, id, path = [], on = 'value') =>
      gathered.items.get(collection)?.get(id)?.placeOf(path, on) ?? { file: files[0]?.path ?? 'shared/exercise.yaml', line: 1, column: 1 },
  };
}

// A file whose own class is a fault counts as its folder's for the rest of the reading, so that one slip is one fault.
function withFolderClass(
  files: readonly ParsedFile[],
  classes: ReadonlyMap<string, ClassKey>,
  facts: ClassFacts,
): ReadonlyMap<string, ClassKey> {
  const all = new Map(classes);
  for (const file of files) {
    const owner = ownerOf(file.path);
    if (owner !== undefined && !all.has(file.path)) all.set(file.path, classKey(classOfOwner(owner, facts)));
  }
  return all;
}

function ownersIn(files: readonly ParsedFile[]): readonly string[] {
  const owners = files.map((file) => ownerOf(file.path)).filter((owner) => owner !== undefined);
  return [...new Set(owners.map(ownerName))].filter((name) => name !== 'shared').sort();
}

function ownersListed(gathered: Gathered): readonly string[] {
  const listed = gathered.items.get('exercise')?.get('exercise')?.fields.owners;
  return Array.isArray(listed) ? listed.filter((owner): owner is string => typeof owner === 'string' && owner !== 'shared') : [];
}

// A reader who may not open the policy knows of the scale only what the classes of the reader's own files show.
function policyAsSeen(facts: ClassFacts, classes: ReadonlyMap<string, ClassKey>): Exercise['policy'] {
  const seen = new Set([...classes.values()].map((key) => readClassKey(key).label.classification));
  const scale = facts.scale.filter((classification) => seen.has(classification));
  const lowest = scale[0] ?? '';
  return { scale, caveats: [], folders: { shared: lowest, excon: lowest, parties: lowest }, equivalents: {}, defaults: [], standing: [] };
}

function whyThereIsNone(files: readonly ParsedFile[], items: ReadItems, reader: Reader): readonly Problem[] {
  if (reader.kind !== 'all') {
    const lacking = items.lacking.filter(({ item }) => item.collection === 'exercise').map(({ problem }) => String(problem.values.field));
    const values = { reader: readerText(reader), fields: lacking.length > 0 ? lacking : ['exercise'] };
    return [
      { key: 'document.nothingReleased', values, maybe: { key: 'document.releaseInPublicFile', values: { file: 'shared/public.yaml' } } },
    ];
  }
  const says = (value: unknown, name: string) => typeof value === 'object' && value !== null && Object.hasOwn(value, name);
  const nowhere = (['exercise', 'release'] as const).filter((name) => !files.some(({ value }) => says(value, name)));
  return [
    ...nowhere.map(stoodNowhere),
    ...items.lacking.filter(({ item }) => item.collection === 'exercise' || item.collection === 'release').map(({ problem }) => problem),
  ];
}

function readerText(reader: Reader): string {
  return reader.kind === 'party' ? reader.party : reader.kind;
}

function failed(faults: readonly Problem[]): Reading {
  return { exercise: undefined, faults: inOrderOfPlace(faults), notes: [], notChecked: [] };
}
