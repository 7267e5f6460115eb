// A document's folder on disk → its files' bytes. Looks at sizes before it reads, follows no link, and never throws for what it finds.
import { constants, type Dirent } from 'node:fs';
import { lstat, open, readdir, realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { nearest, type Problem, problem } from '../../kernel/index.ts';
import { byPath, clashes, wrongName } from './names.ts';

/** What a folder may cost. */
export const folderLimits = { files: 2000, entries: 20_000, depth: 16, bytes: 8 * 1024 * 1024, totalBytes: 64 * 1024 * 1024 } as const;

/** A file of a folder; `path` is relative, its parts joined by `/`. */
export type FolderFile = { readonly path: string; readonly bytes: Uint8Array };

/** A folder as read: its YAML files in order of path, what else lies there, and what is wrong. */
export type Folder = { readonly files: readonly FolderFile[]; readonly ignored: readonly string[]; readonly problems: readonly Problem[] };

/**
 * Reads all `.yaml` and `.yml` files below a folder. Names that begin with a dot are passed over; other files are named in
 * `ignored`. A link is a fault even where it leads back inside: a file has the class of its folder, and a link would give it two.
 */
export async function readFolder(dir: string): Promise<Folder> {
  const survey: Survey = { dir, found: [], ignored: [], problems: [], entries: 0 };
  const root = await rootOf(survey);
  if (root !== undefined) {
    await lookInto(survey, root, '', 0);
    survey.found.sort(byPath);
    survey.ignored.sort();
    judgeNames(survey);
    if (survey.entries <= folderLimits.entries && survey.found.length === 0 && survey.problems.length === 0) {
      note(survey, '', problem('files.noYaml', { dir }, { key: 'files.maybeDocumentFolder', values: {} }));
    }
  }
  const files = root === undefined ? [] : await readAll(survey, root);
  return { files, ignored: survey.ignored, problems: survey.problems };
}

type FoundFile = { readonly path: string; readonly size: number };
type Survey = {
  readonly dir: string;
  readonly found: FoundFile[];
  readonly ignored: string[];
  readonly problems: Problem[];
  entries: number;
};

function note(survey: Survey, path: string, found: Problem): void {
  survey.problems.push({ ...found, at: { file: path === '' ? survey.dir : path, line: 1, column: 1 } });
}

async function rootOf(survey: Survey): Promise<string | undefined> {
  const { dir } = survey;
  try {
    const root = await realpath(dir);
    if ((await lstat(root)).isDirectory()) return root;
    note(survey, '', problem('files.notAFolder', { dir }, { key: 'files.maybeItsFolder', values: { dir: dirname(dir) } }));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') note(survey, '', await missing(dir));
    else note(survey, '', cannotRead(error, dir));
  }
  return undefined;
}

/** A folder that is not there, with the name of a neighbour that may be meant. */
async function missing(dir: string): Promise<Problem> {
  const parent = dirname(resolve(dir));
  const names = await readdir(parent).catch(() => []);
  const meant = nearest(basename(resolve(dir)), names.slice(0, 1000));
  const hint =
    meant === undefined
      ? { key: 'files.maybeOtherPath', values: { parent } }
      : { key: 'kernel.meant', values: { name: join(dirname(dir), meant) } };
  return problem('files.missing', { dir }, hint);
}

async function lookInto(survey: Survey, folder: string, path: string, depth: number): Promise<void> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    note(survey, path, cannotRead(error, path === '' ? survey.dir : path));
    return;
  }
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    survey.entries++;
    if (survey.entries > folderLimits.entries) {
      if (survey.entries === folderLimits.entries + 1) note(survey, '', tooMany(folderLimits.entries));
      return;
    }
    const below = path === '' ? entry.name : `${path}/${entry.name}`;
    await lookAt(survey, entry, join(folder, entry.name), below, depth);
  }
}

async function lookAt(survey: Survey, entry: Dirent, full: string, path: string, depth: number): Promise<void> {
  const isYaml = /\.ya?ml$/i.test(entry.name);
  if (entry.isSymbolicLink()) note(survey, path, await aLink(survey, full, path));
  else if (entry.isDirectory()) {
    if (depth < folderLimits.depth) await lookInto(survey, full, path, depth + 1);
    else
      note(survey, path, problem('files.tooDeep', { path, limit: folderLimits.depth }, { key: 'files.maybeDocumentFolder', values: {} }));
  } else if (!isYaml) survey.ignored.push(path);
  else if (!entry.isFile()) note(survey, path, problem('files.noFile', { path }, { key: 'files.maybeRemove', values: {} }));
  else await lookAtFile(survey, full, path);
}

async function lookAtFile(survey: Survey, full: string, path: string): Promise<void> {
  try {
    const { size } = await lstat(full);
    if (size > folderLimits.bytes) note(survey, path, tooLarge(path, size));
    else survey.found.push({ path, size });
  } catch (error) {
    note(survey, path, cannotRead(error, path));
  }
}

async function aLink(survey: Survey, full: string, path: string): Promise<Problem> {
  const root = await realpath(survey.dir).catch(() => survey.dir);
  const target = await realpath(full).catch(() => undefined);
  const isInside = target !== undefined && !relative(root, target).startsWith('..') && !relative(root, target).startsWith(sep);
  return problem(isInside ? 'files.linkInside' : 'files.linkOutside', { path }, { key: 'files.maybeCopy', values: {} });
}

function judgeNames(survey: Survey): void {
  const paths = survey.found.map((file) => file.path);
  for (const path of paths) {
    const wrong = wrongName(path);
    if (wrong !== undefined) note(survey, path, wrong);
  }
  for (const { path, other } of clashes(paths)) {
    note(survey, path, problem('files.clash', { path, other }, { key: 'files.maybeRename', values: {} }));
  }
}

/** Reads what was found, once count and sizes are known to be bearable; beyond a bound nothing is read at all. */
async function readAll(survey: Survey, root: string): Promise<FolderFile[]> {
  const { found } = survey;
  const total = found.reduce((sum, file) => sum + file.size, 0);
  if (found.length > folderLimits.files) note(survey, '', tooMany(folderLimits.files));
  if (total > folderLimits.totalBytes)
    note(survey, '', problem('files.tooMuch', sizes(total, folderLimits.totalBytes), { key: 'files.maybeDocumentFolder', values: {} }));
  if (found.length > folderLimits.files || total > folderLimits.totalBytes) return [];
  const files: FolderFile[] = [];
  for (let index = 0; index < found.length; index += 32) {
    const read = await Promise.all(found.slice(index, index + 32).map((file) => readOne(survey, root, file.path)));
    for (const file of read) if (file !== undefined) files.push(file);
  }
  return files;
}

async function readOne(survey: Survey, root: string, path: string): Promise<FolderFile | undefined> {
  try {
    const handle = await open(
      join(root, ...path.split('/')),
      constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
    );
    try {
      const { size } = await handle.stat(); // the file may have grown or become a link since it was looked at
      if (size <= folderLimits.bytes) return { path, bytes: await handle.readFile() };
      note(survey, path, tooLarge(path, size));
    } finally {
      await handle.close();
    }
  } catch (error) {
    note(survey, path, cannotRead(error, path));
  }
  return undefined;
}

function tooMany(limit: number): Problem {
  return problem('files.tooMany', { limit }, { key: 'files.maybeDocumentFolder', values: {} });
}

function tooLarge(path: string, size: number): Problem {
  return problem('files.tooLarge', { path, ...sizes(size, folderLimits.bytes) }, { key: 'files.maybeSplit', values: {} });
}

function sizes(size: number, limit: number): { readonly megabytes: number; readonly limit: number } {
  return { megabytes: Math.ceil(size / 1024 / 1024), limit: limit / 1024 / 1024 };
}

function cannotRead(error: unknown, path: string): Problem {
  const code = codeOf(error);
  if (code === 'EACCES' || code === 'EPERM') return problem('files.noPermission', { path }, { key: 'files.maybePermission', values: {} });
  return problem('files.cannotRead', { path, code }, { key: 'files.maybeTryAgain', values: {} });
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : String(error);
}
