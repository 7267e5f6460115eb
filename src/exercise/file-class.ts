/** The class of each file: what `class:` on its first line says, else what the release policy gives its folder. */
import { isProblem, type Problem, problem, problemAt, unreachable } from '../kernel/index.ts';
import { type Class, type ClassKey, classKey, readClass, type Scale } from '../release/index.ts';
import { type Owner, ownerOf, type ParsedFile } from './parsed-file.ts';

/** What must be known before any file is opened for a reader: the scale, what the folders are classified, and who takes part. */
export type ClassFacts = {
  readonly scale: Scale;
  readonly caveats: readonly string[];
  readonly folders: { readonly shared: string; readonly excon: string; readonly parties: string };
  readonly participating: readonly string[];
};

/** Whether a file is read before all others, for every reader: only its class facts are used for a reader who may not open it. */
export function isReadFirst(path: string): boolean {
  return /^shared\/(exercise|release|public)\.[a-z]+$/.test(path);
}

/** The class facts that `shared/exercise`, `shared/release` and `shared/public` state; what is missing or mistyped is a fault. */
export function classFactsOf(files: readonly ParsedFile[]): {
  readonly facts: ClassFacts | undefined;
  readonly faults: readonly Problem[];
} {
  const first = files.filter((file) => isReadFirst(file.path));
  const release = first.map((file) => at(file.value, 'release'));
  const scale = firstTexts(release.map((part) => at(part, 'scale')));
  const caveats = firstTexts(release.map((part) => at(part, 'caveats')));
  const folders = release.map((part) => at(part, 'folders')).find((part) => part !== undefined);
  const participating = firstTexts(first.map((file) => at(at(file.value, 'exercise'), 'participating')));
  const [shared, excon, parties] = ['shared', 'excon', 'parties'].map((name) => textAt(folders, name));
  const lacking = [
    ...(scale === undefined ? ['release.scale'] : []),
    ...(shared === undefined || excon === undefined || parties === undefined ? ['release.folders'] : []),
    ...(participating === undefined ? ['exercise.participating'] : []),
  ];
  if (scale && participating && shared !== undefined && excon !== undefined && parties !== undefined) {
    return { facts: { scale, caveats: caveats ?? [], folders: { shared, excon, parties }, participating }, faults: [] };
  }
  const file = lacking[0]?.startsWith('release') ? 'shared/release.yaml' : 'shared/exercise.yaml';
  const maybe = { key: 'document.stateInSharedFiles', values: { files: ['shared/exercise.yaml', 'shared/release.yaml'] } };
  return { facts: undefined, faults: [{ ...problem('document.classFactsMissing', { lacking }, maybe), at: { file, line: 1, column: 1 } }] };
}

/** The class a folder gives its files. */
export function classOfOwner(owner: Owner, facts: ClassFacts): Class {
  switch (owner.kind) {
    case 'shared':
      return {
        label: { classification: facts.folders.shared, releasableTo: facts.participating, caveats: [] },
        audience: { kind: 'everyone' },
      };
    case 'excon':
      return {
        label: { classification: facts.folders.excon, releasableTo: facts.participating, caveats: [] },
        audience: { kind: 'excon' },
      };
    case 'party':
      return {
        label: { classification: facts.folders.parties, releasableTo: [owner.party], caveats: [] },
        audience: { kind: 'party', id: owner.party },
      };
    default:
      return unreachable(owner);
  }
}

/** The class of a file, or what is wrong with the one it states. */
export function classOfFile(file: { readonly path: string; readonly classKey?: string | undefined }, facts: ClassFacts): Class | Problem {
  const owner = ownerOf(file.path);
  if (owner === undefined) return problem('document.strangeFolder', { file: file.path }, { key: 'document.moveIntoOwner', values: {} });
  return file.classKey === undefined ? classOfOwner(owner, facts) : readClass(file.classKey);
}

/** The class key of every file that has one, and the faults of those that do not. */
export function fileClasses(
  files: readonly ParsedFile[],
  facts: ClassFacts,
): { readonly classes: ReadonlyMap<string, ClassKey>; readonly faults: readonly Problem[] } {
  const classes = new Map<string, ClassKey>();
  const faults: Problem[] = [];
  for (const file of files) {
    const found = classOfFile(file, facts);
    if (isProblem(found)) faults.push(problemAt(found, { file: file.path, line: 1, column: 1 }));
    else {
      classes.set(file.path, classKey(found));
      faults.push(...notInPolicy(found, facts).map((fault) => problemAt(fault, file.places(['class']).value)));
    }
  }
  return { classes, faults };
}

function notInPolicy({ label }: Class, facts: ClassFacts): readonly Problem[] {
  const unknownCaveats = label.caveats.filter((caveat) => !facts.caveats.includes(caveat));
  return [
    ...(facts.scale.includes(label.classification)
      ? []
      : [problem('document.classificationNotInPolicy', { classification: label.classification }, allowed(facts.scale))]),
    ...unknownCaveats.map((caveat) => problem('document.caveatNotInPolicy', { caveat }, allowed(facts.caveats))),
  ];
}

function allowed(values: readonly string[]) {
  return { key: 'document.allowedValues', values: { values } };
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
}

function textAt(value: unknown, key: string): string | undefined {
  const text = at(value, key);
  return typeof text === 'string' ? text : undefined;
}

function firstTexts(candidates: readonly unknown[]): readonly string[] | undefined {
  return candidates.find(
    (value): value is string[] => Array.isArray(value) && value.length > 0 && Array.from(value).every((text) => typeof text === 'string'),
  );
}
