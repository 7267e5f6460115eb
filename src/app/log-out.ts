// A log on its way out: whole streams that the reader reads, in total order, behind a manifest.
import { type Head, logFileLines, manifestOf, type Sealed } from '../conduct/index.ts';
import { sha256Hex } from '../kernel/index.ts';
import { gateFor, type Reader, readerText, type Scale } from '../release/index.ts';
import { nodeHashText } from '../store/index.ts';
import { filesAfter } from './held-files.ts';

/** A stored event with its type and payload, as far as making a log file looks at them. */
export type OutgoingEvent = {
  readonly sealed: Sealed;
  readonly logged: { readonly stream: string; readonly event: { readonly type: string; readonly payload: object | null } };
};

/** The lines of the log that a reader reads, each with its line feed. */
export function logLinesFor(events: readonly OutgoingEvent[], exercise: string, reader: Reader, scale: Scale): AsyncIterable<string> {
  const gate = gateFor(reader, scale);
  const own = events.filter(({ sealed }) => gate(sealed.stream));
  const heads = new Map<string, Head>();
  for (const { sealed } of own) {
    const { stream, origin, sequence, hash } = sealed;
    heads.set(`${origin}\n${stream}`, { stream, origin, length: sequence, head: hash });
  }
  const manifest = manifestOf({ exercise, reader: readerText(reader), documentHash: documentHashOf(own) }, heads.values());
  return logFileLines(
    manifest,
    own.map(({ sealed }) => sealed),
    nodeHashText,
  );
}

/** The hash of the document as these events hold it: over each file's path and hash, in the order of the paths. Null where none was adopted. */
export function documentHashOf(events: readonly OutgoingEvent[]): string | null {
  const files = filesAfter(events.map(({ logged }) => logged));
  if (files.size === 0) return null;
  const lines = [...files.values()].map(({ path, text }) => `${path} ${sha256Hex(text)}\n`).toSorted();
  return sha256Hex(lines.join(''));
}
