/** What the document is read from: files that a format has already turned into plain values, each value knowing its place. */
import type { Place } from '../kernel/index.ts';

/** The way to a value inside a file: collection, identifier, field, … */
export type Path = readonly (string | number)[];

/**
 * One file of the folder. `path` is relative to the folder, with `/`: `shared/units.yaml`. `classKey` is the text after `class:` on the
 * file's first line, as written, where there is one. `places` gives the place of a key and of its value; of a path that does not exist,
 * those of the nearest that does.
 */
export type ParsedFile = {
  readonly path: string;
  readonly value: unknown;
  readonly places: (path: Path) => { readonly key: Place; readonly value: Place };
  readonly classKey?: string | undefined;
  /** Of a file that could not be read to its end: whether a word stands in its text, so that what is missing elsewhere may stand there. */
  readonly mayHold?: ((word: string) => boolean) | undefined;
  /** Of such a file, the first line that could not be read as it was meant: what stands from there on may stand in the wrong place. */
  readonly tornFrom?: number | undefined;
};

/** The top folder a file lies in: whose file it is. */
export type Owner = { readonly kind: 'shared' } | { readonly kind: 'excon' } | { readonly kind: 'party'; readonly party: string };

/** Whose file a path names; undefined for a file outside `shared/`, `excon/` and `parties/ID/`. */
export function ownerOf(path: string): Owner | undefined {
  const [top, second, ...rest] = path.split('/');
  if (second === undefined || second === '') return undefined;
  if (top === 'shared' || top === 'excon') return { kind: top };
  if (top === 'parties' && rest.length > 0) return { kind: 'party', party: second };
  return undefined;
}

/** The owner's name as `exercise: owners` lists it: `shared`, `excon` or the party. */
export function ownerName(owner: Owner): string {
  return owner.kind === 'party' ? owner.party : owner.kind;
}

/** Files in reading order: `shared/`, then `excon/`, then the parties, each by path; the order they came in does not matter. */
export function inReadingOrder<F extends { readonly path: string }>(files: readonly F[]): F[] {
  return [...files].sort((a, b) => rank(a.path) - rank(b.path) || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

function rank(path: string): number {
  const top = path.slice(0, path.indexOf('/') + 1);
  return top === 'shared/' ? 0 : top === 'excon/' ? 1 : 2;
}
