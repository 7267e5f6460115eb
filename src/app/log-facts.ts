// What a log exported for a reader tells by its streams alone, where the files that would say it are not in it: the classes there are, and whose log it is.
import { type ClassFacts, classFactsOf, type Exercise, isReadFirst } from '../exercise/index.ts';
import { type Class, type ClassKey, type Reader, readClassKey } from '../release/index.ts';
import { parsedFile, type SourceFile } from './document.ts';
import type { HeldFile } from './held-files.ts';

/**
 * The class facts of a log's document: as its files state them, else as its streams show them. What is for the public is lowest; of the rest only
 * that it is higher is known, which is enough for whoever may read the whole log.
 */
export function classFactsInLog(files: readonly SourceFile[], streams: readonly string[]): ClassFacts {
  const stated = factsStatedIn(files);
  if (stated !== undefined) return stated;
  const classes = classesOf(streams);
  const ofPublic = classes.filter(({ audience }) => audience.kind === 'public');
  const scale = [...new Set([...ofPublic, ...classes].map(({ label }) => label.classification))];
  const highest = scale.at(-1) ?? '';
  const parties = classes.flatMap(({ label }) => (label.releasableTo === 'PUBLIC' ? [] : label.releasableTo));
  return {
    scale,
    caveats: [...new Set(classes.flatMap(({ label }) => label.caveats))],
    folders: { shared: highest, excon: highest, parties: highest },
    participating: participatingIn(files) ?? [...new Set(parties)].sort(),
  };
}

/** Whether the files themselves state the class facts; if not, each is of the class of its stream. */
export function statesClassFacts(files: readonly SourceFile[]): boolean {
  return factsStatedIn(files) !== undefined;
}

/** The file with its stream's class for its own. */
export function inClassOfStream(file: SourceFile, held: ReadonlyMap<string, HeldFile>): SourceFile {
  const stream = held.get(file.path)?.stream;
  return stream === undefined ? file : { ...file, classKey: stream };
}

/**
 * The person whose own log it is, where the file that would tell of the person is not in it: with whatever it takes to read the streams there. The
 * posts are those with a stream of their own.
 */
export function personOfLog(id: string, streams: readonly string[], shared: Exercise | undefined): Reader {
  const classes = classesOf(streams);
  const audiences = classes.map(({ audience }) => audience);
  const posts = audiences.flatMap((audience) => (audience.kind === 'post' ? [audience.id] : []));
  const partyOfPost = posts.flatMap((post) => shared?.posts.list.find((one) => one.id === post)?.party ?? [])[0];
  const common = classes
    .flatMap(({ label }) => (label.releasableTo === 'PUBLIC' ? [] : [label.releasableTo]))
    .reduce((one, other) => one.filter((party) => other.includes(party)), shared?.setting.participating ?? []);
  const party = audiences.flatMap((audience) => (audience.kind === 'party' ? [audience.id] : []))[0] ?? partyOfPost ?? common[0] ?? '';
  return {
    kind: 'person',
    id,
    party,
    posts,
    excon: audiences.some(({ kind }) => kind === 'excon'),
    clearance: (shared?.policy.scale ?? []).at(-1) ?? '',
    caveats: [...new Set(classes.flatMap(({ label }) => label.caveats))],
  };
}

function factsStatedIn(files: readonly SourceFile[]): ClassFacts | undefined {
  return classFactsOf(files.filter(({ path }) => isReadFirst(path)).map(parsedFile)).facts;
}

function participatingIn(files: readonly SourceFile[]): readonly string[] | undefined {
  for (const { value } of files.filter(({ path }) => isReadFirst(path)).map(parsedFile)) {
    const setting = (value as { readonly exercise?: { readonly participating?: unknown } } | null)?.exercise;
    const listed = setting?.participating;
    if (Array.isArray(listed) && listed.every((party) => typeof party === 'string')) return listed;
  }
  return undefined;
}

function classesOf(streams: readonly string[]): readonly Class[] {
  return [...new Set(streams)].map((stream) => readClassKey(stream as ClassKey));
}
