// Files → a folder on disk, whole or not at all: everything is written beside the target first and then takes its name.
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, open, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Malformed, type Problem, problem, Refused } from '../../kernel/index.ts';
import { clashes, wrongName } from './names.ts';
import { codeOf, type FolderFile } from './read-folder.ts';

/**
 * Writes a folder with exactly these files. `overwrite` replaces a folder that holds something; else it is refused.
 * Throws `Malformed` for paths that lead outside or that some machine cannot keep, `Refused` when the target is not free
 * or cannot be written. After a failure the target is as it was.
 */
export async function writeFolder(
  dir: string,
  files: readonly FolderFile[],
  options: { readonly overwrite?: boolean } = {},
): Promise<void> {
  const wrong = wrongPaths(files);
  if (wrong.length > 0) throw new Malformed(wrong);
  const target = resolve(dir);
  try {
    const occupied = await isOccupied(target);
    if (occupied && options.overwrite !== true)
      throw new Refused(problem('files.notEmpty', { dir }, { key: 'files.maybeOverwrite', values: {} }));
    await mkdir(dirname(target), { recursive: true });
    const made = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
    try {
      const fresh = join(made, 'new');
      await mkdir(fresh);
      for (const file of files) await writeInto(fresh, file);
      await takePlace(fresh, target, join(made, 'old'), occupied);
    } finally {
      await rm(made, { recursive: true, force: true });
    }
  } catch (error) {
    throw asRefused(error, dir);
  }
}

/** Writes one file whole or not at all: a reader sees the old bytes or the new ones. Makes its folder if need be. */
export async function writeFileWhole(path: string, bytes: Uint8Array): Promise<void> {
  const target = resolve(path);
  const beside = join(dirname(target), `.${basename(target)}-${randomBytes(6).toString('hex')}`);
  try {
    await mkdir(dirname(target), { recursive: true });
    try {
      await writeThrough(beside, bytes);
      await rename(beside, target);
    } finally {
      await rm(beside, { force: true });
    }
  } catch (error) {
    throw asRefused(error, path);
  }
}

function wrongPaths(files: readonly FolderFile[]): Problem[] {
  const paths = files.map((file) => file.path);
  const at = (path: string) => ({ at: { file: path, line: 1, column: 1 } });
  const wrong = paths.flatMap((path) => {
    const found = wrongName(path);
    return found === undefined ? [] : [{ ...found, ...at(path) }];
  });
  const clashing = clashes(paths).map(({ path, other }) => ({
    ...problem('files.clash', { path, other }, { key: 'files.maybeRename', values: {} }),
    ...at(path),
  }));
  return [...wrong, ...clashing];
}

async function isOccupied(target: string): Promise<boolean> {
  try {
    return (await readdir(target)).length > 0;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

async function writeInto(folder: string, file: FolderFile): Promise<void> {
  const path = join(folder, ...file.path.split('/'));
  await mkdir(dirname(path), { recursive: true });
  await writeThrough(path, file.bytes);
}

/** Writes and waits until the disk has it, so that a name never stands for bytes that a power cut can take. */
async function writeThrough(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Puts the new folder in the place of the target; what was there goes aside and comes back if that fails. */
async function takePlace(fresh: string, target: string, aside: string, occupied: boolean): Promise<void> {
  if (!occupied) {
    await rmdir(target).catch((error: unknown) => {
      if (codeOf(error) !== 'ENOENT') throw error;
    });
    await rename(fresh, target);
    return;
  }
  await rename(target, aside);
  try {
    await rename(fresh, target);
  } catch (error) {
    await rename(aside, target);
    throw error;
  }
}

function asRefused(error: unknown, path: string): unknown {
  if (error instanceof Refused || error instanceof Malformed) return error;
  const code = codeOf(error);
  const values = { path, code };
  if (code === 'ENOTDIR')
    return new Refused(problem('files.notAFolder', { dir: path }, { key: 'files.maybeOtherTarget', values }), { cause: error });
  const isForbidden = code === 'EACCES' || code === 'EPERM' || code === 'EROFS';
  const found = problem(isForbidden ? 'files.noPermission' : 'files.cannotWrite', values, {
    key: isForbidden ? 'files.maybePermission' : 'files.maybeTryAgain',
    values,
  });
  return new Refused(found, { cause: error });
}
