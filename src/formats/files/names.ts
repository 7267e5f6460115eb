// Names of files as they must be so that every party can keep the folder: on Linux, Windows and macOS alike.
import { type Problem, problem } from '../../kernel/index.ts';

/** The parts of a path that name nothing a folder may hold: steps out of it, drives, empty parts. */
function leadsAstray(path: string): boolean {
  return path.startsWith('/') || /^[a-z]:/i.test(path) || path.split('/').some((part) => part === '' || part === '.' || part === '..');
}

const windowsNames = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
const oddLetters = /[<>:"\\|?*\x00-\x1f\x7f\ufffd]|[. ]$/;

/** Says what is wrong with a relative path, parts joined by `/`; none when it may stand in a document. */
export function wrongName(path: string): Problem | undefined {
  if (leadsAstray(path)) return problem('files.leadsOutside', { path }, { key: 'files.maybeRelative', values: {} });
  const part = path.split('/').find((name) => oddLetters.test(name) || windowsNames.test(name));
  if (part === undefined) return undefined;
  return problem('files.notPortable', { name: part }, { key: 'files.maybeRename', values: {} });
}

/** What two paths share that some machines cannot tell apart: letter case and the form of accents. */
export function clashKey(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/** The paths that clash with one before them, each with that one. */
export function clashes(paths: readonly string[]): readonly { readonly path: string; readonly other: string }[] {
  const known = new Map<string, string>();
  const found: { path: string; other: string }[] = [];
  for (const path of paths) {
    const other = known.get(clashKey(path));
    if (other === undefined) known.set(clashKey(path), path);
    else found.push({ path, other });
  }
  return found;
}

/** Sorts paths by code units: the same on every machine, whatever its language. */
export function byPath(one: { readonly path: string }, other: { readonly path: string }): number {
  return one.path < other.path ? -1 : one.path > other.path ? 1 : 0;
}
