// The manifest: the first line of a log file. It says whose log this is, for which reader, and where each stream ends,
// so that a file cut short, or with a stream left out, is known for what it is.
import type * as z from 'zod';
import { stableJson } from '../../kernel/index.ts';
import type { Head } from './chain.ts';
import type { StreamKey } from './envelope.ts';
import type { HashText } from './hash-text.ts';
import { logFileFormat, logFileVersion, manifestSchema } from './log-file-schema.ts';

/** What a log file says of itself. */
export type Manifest = Readonly<Omit<z.output<typeof manifestSchema>, 'streams'>> & { readonly streams: readonly Head[] };

/** The manifest of streams that end at `heads`, listed by stream and origin. */
export function manifestOf(about: Pick<Manifest, 'exercise' | 'reader' | 'documentHash'>, heads: Iterable<Head>): Manifest {
  const streams = [...heads]
    .map(({ stream, origin, length, head }) => ({ stream, origin, length, head }))
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  const { exercise, reader, documentHash } = about;
  return { format: logFileFormat, version: logFileVersion, exercise, reader, documentHash, streams };
}

/** The first line of a log file, without its line feed. The digest covers the rest of the line, so that no slip in it goes unseen. */
export function manifestLine(manifest: Manifest, hash: HashText): string {
  const text = stableJson(manifest);
  return `${text.slice(0, -1)},"digest":"${hash('', text)}"}`;
}

/** Why a first line is no manifest that can be used. */
export type ManifestFault = { readonly key: 'log.notALogFile' | 'log.manifestUnreadable' | 'log.newerFormat'; readonly version?: number };

/** Reads a manifest line. `isIntact` is false when its digest does not cover it. */
export function readManifestLine(
  line: string,
  hash: HashText,
): { readonly manifest: Manifest; readonly isIntact: boolean } | ManifestFault {
  const value = parsed(line);
  if (typeof value !== 'object' || value === null)
    return { key: line.includes(logFileFormat) ? 'log.manifestUnreadable' : 'log.notALogFile' };
  const found = value as Partial<Record<keyof Manifest | 'digest', unknown>>;
  if (found.format !== logFileFormat) return { key: 'log.notALogFile' };
  if (typeof found.version === 'number' && found.version > logFileVersion) return { key: 'log.newerFormat', version: found.version };
  const { digest, ...rest } = found;
  const read = manifestSchema.safeParse(rest);
  if (!read.success) return { key: 'log.manifestUnreadable' };
  const manifest = read.data;
  // Only the bytes that are written here are intact: other spaces, another order or a stranger's field are not.
  return { manifest, isIntact: typeof digest === 'string' && manifestLine(manifest, hash) === line };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** A text that tells streams of several origins apart and sorts by stream first. */
export function placeOf({ stream, origin }: { readonly stream: StreamKey; readonly origin: string }): string {
  return `${stream}\u0000${origin}`;
}
