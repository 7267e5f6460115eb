// A document from its folder: bytes, then restriction, then parsing. What a reader may not open is not parsed on the reader's behalf.
import {
  type ClassFacts,
  classFactsOf,
  type Exercise,
  isReadFirst,
  type ParsedFile,
  type Reading,
  readExercise,
  restrictFiles,
} from '../exercise/index.ts';
import { readFolder } from '../formats/files/index.ts';
import { classLineOf, readYaml } from '../formats/yaml/index.ts';
import { Malformed, type Problem, problem, sha256Hex } from '../kernel/index.ts';
import type { Reader } from '../release/index.ts';

/** A file of the document as bytes, with what its first line says of its class. */
export type SourceFile = { readonly path: string; readonly bytes: Uint8Array; readonly classKey?: string };

/** A document as read: the files that its reader may open, and what reading them gave. */
export type ReadDocument = Reading & { readonly files: readonly SourceFile[] };

/** Reads a folder's files; what is wrong with the folder itself comes with them. */
export async function filesOf(directory: string): Promise<{ readonly files: readonly SourceFile[]; readonly faults: readonly Problem[] }> {
  const { files, problems } = await readFolder(directory);
  return { files: files.map(({ path, bytes }) => sourceFile(path, bytes)), faults: problems };
}

/** A short mark of a folder's content: another content has another mark. */
export async function documentMark(directory: string): Promise<string> {
  const { files } = await filesOf(directory);
  return sha256Hex(files.map(({ path, bytes }) => `${path} ${sha256Hex(bytes)}\n`).join('')).slice(0, 12);
}

/** A file of the document from its bytes. */
export function sourceFile(path: string, bytes: Uint8Array): SourceFile {
  const classKey = classLineOf(bytes);
  return { path, bytes, ...(classKey === undefined ? {} : { classKey }) };
}

/**
 * Reads a document from its files, for a reader or (the default) whole. `faults` holds those of the YAML too. `known` are the class facts to go by
 * where the files state none.
 */
export function documentFrom(files: readonly SourceFile[], reader: Reader = { kind: 'all' }, known?: ClassFacts): ReadDocument {
  const parsed = new Map<string, ReturnType<typeof parse>>();
  const parsedOnce = (file: SourceFile) => {
    const found = parsed.get(file.path) ?? parse(file);
    parsed.set(file.path, found);
    return found;
  };
  const readFirst = files.filter(({ path }) => isReadFirst(path));
  const facts = classFactsOf(readFirst.map((file) => parsedOnce(file).file)).facts ?? known;
  const readable = reader.kind === 'all' ? files : facts === undefined ? readFirst : restrictFiles(files, reader, facts);
  const opened = new Set([...readable, ...readFirst]);
  const read = files.filter((file) => opened.has(file)).map(parsedOnce);
  const reading = readExercise(
    read.map(({ file }) => file),
    { reader, ...(known === undefined ? {} : { facts: known }) },
  );
  const own = new Set(readable.map(({ path }) => path));
  const faults = read.filter(({ file }) => own.has(file.path)).flatMap(({ problems }) => problems);
  const all = [...faults, ...reading.faults];
  const isElsewhere = reader.kind === 'all' && reading.exercise === undefined && all.length === 0 && files.length > 0;
  return { ...reading, faults: isElsewhere ? [elsewhere(files)] : all, files: readable };
}

/** Files there are, and none of them is one of an exercise: the folder above or below was meant. */
function elsewhere(files: readonly SourceFile[]): Problem {
  const shown = files.slice(0, 3).map(({ path }) => path);
  const maybe = { key: 'files.maybeDocumentFolder', values: {} };
  return problem('app.noExerciseHere', { files: shown }, maybe);
}

/** Of what is wrong with a folder, what stands where the reader may read: a file that could not be opened counts as its folder's. */
export function faultsFor(faults: readonly Problem[], files: readonly SourceFile[], reader: Reader): readonly Problem[] {
  if (reader.kind === 'all') return faults;
  const places = faults.map((fault) => ({ path: fault.at?.file ?? '', fault }));
  return restrictedBy(files, places, reader).map(({ fault }) => fault);
}

/** The files that a reader may open; to tell, nothing is read but what states the class facts. */
export const filesReadableBy = (files: readonly SourceFile[], reader: Reader): readonly SourceFile[] => restrictedBy(files, files, reader);

function restrictedBy<P extends { readonly path: string }>(
  files: readonly SourceFile[],
  places: readonly P[],
  reader: Reader,
): readonly P[] {
  const { facts } = classFactsOf(files.filter(({ path }) => isReadFirst(path)).map(parsedFile));
  return facts === undefined ? places.filter(({ path }) => isReadFirst(path)) : restrictFiles(places, reader, facts);
}

/** Reads a folder that must be whole and without fault, for a stage that works on it. Throws `Malformed` with every fault. */
export async function soundDocument(directory: string): Promise<{ readonly exercise: Exercise; readonly files: readonly SourceFile[] }> {
  const { files, faults } = await filesOf(directory);
  if (files.length === 0 && faults.length > 0) throw new Malformed(faults);
  const read = documentFrom(files);
  const all = [...faults, ...read.faults];
  if (all.length > 0 || read.exercise === undefined) throw new Malformed(all);
  return { exercise: read.exercise, files };
}

/** A file of the document, parsed; what is wrong with its YAML is left out. */
export const parsedFile = (file: SourceFile): ParsedFile => parse(file).file;

function parse({ path, bytes, classKey }: SourceFile): { readonly file: ParsedFile; readonly problems: readonly Problem[] } {
  const { value, places, problems } = readYaml(path, bytes);
  const lines = problems.map(({ at }) => at?.line ?? 1);
  const mayHold = problems.length === 0 ? {} : { mayHold: wordsIn(bytes), tornFrom: Math.min(...lines) };
  return { file: { path, value, places, ...mayHold, ...(classKey === undefined ? {} : { classKey }) }, problems };
}

function wordsIn(bytes: Uint8Array): (word: string) => boolean {
  let text: string | undefined;
  return (word) => {
    text ??= new TextDecoder().decode(bytes);
    return text.includes(word);
  };
}
