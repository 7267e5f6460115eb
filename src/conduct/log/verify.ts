// Verifies a log file line by line: whether its streams are unbroken, complete against the manifest, in order, signed by
// whom, and which payloads are altered or erased. It says no more than it knows, and no input makes it throw.
import { isProblem } from '../../kernel/index.ts';
import { readClassKey } from '../../release/index.ts';
import type { Head } from './chain.ts';
import type { Header, Sealed } from './envelope.ts';
import { erasedBy, payloadErasedType } from './erasure.ts';
import type { HashText } from './hash-text.ts';
import { type EventLine, readEventLine } from './log-file.ts';
import { logFileFormat, logFileVersion } from './log-file-schema.ts';
import { Findings, type LogReport } from './log-report.ts';
import { type Manifest, placeOf, readManifestLine } from './manifest.ts';
import { compareOrder } from './order.ts';
import { type CheckSignature, StreamCheck, type StreamContext } from './verify-stream.ts';

/** What verifying takes besides the lines. */
export type VerifyOptions = {
  /** The file's name, for the places of problems. */
  readonly file: string;
  readonly hash: HashText;
  /** Without it, signatures are counted and not checked. */
  readonly checkSignature?: CheckSignature;
  /** The hash of the document as the log's reader reads it, where the document is at hand. */
  readonly documentHash?: string;
};

/** Verifies the lines of a log file (without their line feeds), in one pass and in bounded memory. */
export async function verifyLog(lines: Iterable<string> | AsyncIterable<string>, options: VerifyOptions): Promise<LogReport> {
  const verifier = new LogVerifier(options);
  for await (const line of lines) verifier.line(line);
  return verifier.report();
}

const mostUnlisted = 1000;

/** Verifies lines as they come, for a reader that folds them at the same time. */
export class LogVerifier {
  readonly #options: VerifyOptions;
  readonly #findings: Findings;
  readonly #context: StreamContext;
  readonly #streams = new Map<string, StreamCheck>();
  readonly #stated = new Map<string, Head>();
  #manifest: Manifest | null = null;
  #lines = 0;
  #events = 0;
  #intact = 0;
  #altered = 0;
  #isInOrder = true;
  #isNewer = false;
  #previous: Sealed | null = null;
  #previousLine = 0;
  #unlisted = 0;
  // A line that is none may be the half-written last one; that is known when the next one comes, or none.
  #unread: { readonly line: number; readonly text: string } | null = null;

  constructor(options: VerifyOptions) {
    this.#options = options;
    this.#findings = new Findings(options.file);
    const { hash, checkSignature } = options;
    this.#context = { hash, checkSignature, findings: this.#findings, keys: new Map(), lastDescent: 0 };
  }

  get manifest(): Manifest | null {
    return this.#manifest;
  }

  /** Takes the next line; gives the event in it, when it holds one. */
  line(text: string): EventLine | undefined {
    this.#lines += 1;
    if (this.#lines === 1) return this.#readFirst(text);
    if (this.#isNewer) return undefined;
    this.#reportUnread(false);
    return this.#readEvent(text);
  }

  /** Ends the file and says what is known. */
  report(): LogReport {
    this.#reportUnread(true);
    if (this.#lines === 0) this.#findings.add(1, 'log.emptyFile');
    const streams = this.#isNewer ? [] : this.#endStreams();
    const payloads = { intact: this.#intact, altered: this.#altered, erased: sum(streams, 'erased'), gone: sum(streams, 'gone') };
    const keys = [...this.#context.keys.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1));
    const isDocumentAsExpected = this.#isDocumentAsExpected();
    const problems = this.#findings.inOrder();
    const isRead = this.#manifest !== null || streams.length > 0;
    return {
      isSound: this.#findings.count === 0,
      manifest: this.#manifest,
      lines: this.#lines,
      events: this.#events,
      isUnbroken: isRead && streams.every(({ report }) => report.isUnbroken),
      isComplete: isRead && this.#manifest !== null && streams.every(({ report }) => report.isComplete),
      isInOrder: isRead && this.#isInOrder,
      payloads,
      signatures: { unsigned: sum(streams, 'unsigned'), keys },
      isDocumentAsExpected,
      streams: streams.map(({ report }) => report),
      problems,
      problemsBeyond: this.#findings.count - problems.length,
    };
  }

  #readFirst(text: string): EventLine | undefined {
    const read = readManifestLine(text, this.#options.hash);
    if (!('key' in read)) {
      this.#manifest = read.manifest;
      if (!read.isIntact) this.#findings.add(1, 'log.manifestAltered');
      this.#takeStated(read.manifest);
      return undefined;
    }
    this.#isNewer = read.key === 'log.newerFormat';
    if (this.#isNewer)
      this.#findings.add(1, read.key, { version: read.version ?? 0, known: logFileVersion }, { key: 'log.useNewerRelease', values: {} });
    else this.#findings.add(1, read.key);
    // A file that lost its first line begins with an event.
    return this.#isNewer || readEventLine(text) === undefined ? undefined : this.#readEvent(text);
  }

  #takeStated(manifest: Manifest): void {
    for (const head of manifest.streams) {
      const place = placeOf(head);
      if (this.#stated.has(place)) this.#findings.add(1, 'log.manifestRepeatsStream', { stream: head.stream, origin: head.origin });
      this.#stated.set(place, head);
    }
  }

  #readEvent(text: string): EventLine | undefined {
    const read = readEventLine(text);
    if (read === undefined) {
      this.#unread = { line: this.#lines, text: text.slice(0, 4096) };
      return undefined;
    }
    const { sealed, header } = read;
    const isDescent = this.#previous !== null && compareOrder(this.#previous, sealed) > 0;
    if (isDescent) this.#context.lastDescent = this.#lines;
    const check = this.#checkOf(sealed);
    if (check?.take(this.#lines, sealed, header) === false) return read;
    if (isDescent) this.#reportDescent(sealed);
    this.#previous = sealed;
    this.#previousLine = this.#lines;
    this.#events += 1;
    this.#checkPayload(sealed, header, check);
    return read;
  }

  #reportDescent({ stream, origin, sequence }: Sealed): void {
    this.#isInOrder = false;
    this.#findings.add(this.#lines, 'log.outOfOrder', { stream, origin, sequence, after: this.#previousLine });
  }

  #checkPayload(sealed: Sealed, header: Header, check: StreamCheck | undefined): void {
    const { stream, origin, sequence, salt, payload } = sealed;
    if (salt === null || payload === null) {
      check?.payloadGone(sequence, this.#lines);
      return;
    }
    const found = this.#options.hash(salt, payload);
    if (found === header.digest) this.#intact += 1;
    else {
      this.#altered += 1;
      this.#findings.add(this.#lines, 'log.payloadAltered', { stream, origin, sequence, expected: header.digest, found });
    }
    if (header.type === payloadErasedType) this.#takeErasure(sealed, payload, check);
  }

  #takeErasure({ stream, origin, sequence }: Sealed, payload: string, check: StreamCheck | undefined): void {
    const erased = erasedBy({ type: payloadErasedType, payload: parsed(payload) });
    if (erased === undefined) this.#findings.add(this.#lines, 'log.erasureUnreadable', { stream, origin, sequence });
    else if (erased.stream !== stream || erased.origin !== origin)
      this.#findings.add(this.#lines, 'log.erasureElsewhere', { stream, origin, sequence });
    else check?.erasureOrdered(erased.sequence, sequence, this.#lines);
  }

  #checkOf(sealed: Sealed): StreamCheck | undefined {
    const place = placeOf(sealed);
    const known = this.#streams.get(place);
    if (known !== undefined) return known;
    const { stream, origin } = sealed;
    const isListed = this.#stated.has(place);
    if (isProblem(readClassKey(stream as string))) this.#findings.add(this.#lines, 'log.streamKeyNotCanonical', { stream, origin });
    if (this.#manifest !== null && !isListed) this.#findings.add(this.#lines, 'log.streamNotInManifest', { stream, origin });
    if (!isListed && ++this.#unlisted > mostUnlisted) return undefined;
    const check = new StreamCheck({ stream, origin }, this.#context);
    this.#streams.set(place, check);
    return check;
  }

  #endStreams() {
    for (const [place, head] of this.#stated) {
      if (!this.#streams.has(place)) this.#streams.set(place, new StreamCheck({ stream: head.stream, origin: head.origin }, this.#context));
    }
    return [...this.#streams]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([place, check]) => ({ ...check.end(this.#stated.get(place), this.#lines), unsigned: check.unsigned }));
  }

  #isDocumentAsExpected(): boolean | null {
    const stated = this.#manifest?.documentHash ?? null;
    const expected = this.#options.documentHash;
    if (stated === null || expected === undefined) return null;
    if (stated !== expected) this.#findings.add(1, 'log.documentDiffers', { expected, found: stated });
    return stated === expected;
  }

  #reportUnread(isLast: boolean): void {
    if (this.#unread === null) return;
    const { line, text } = this.#unread;
    this.#unread = null;
    this.#findings.add(line, keyOfUnread(text, isLast));
  }
}

const lineStart = '{"header":';
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what has to be found
const binary = /[\u0000-\u0008\u000b-\u001f\ufffd]/;

function keyOfUnread(text: string, isLast: boolean): string {
  if (text === '') return 'log.emptyLine';
  if (isLast && (text.startsWith(lineStart) ? !text.endsWith('}') : lineStart.startsWith(text))) return 'log.halfWrittenLine';
  if (text.startsWith(`{"format":"${logFileFormat}"`)) return 'log.manifestAgain';
  return binary.test(text) ? 'log.binaryLine' : 'log.unreadableLine';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function sum<K extends string>(streams: readonly Readonly<Record<K, number>>[], field: K): number {
  return streams.reduce((total, stream) => total + stream[field], 0);
}
