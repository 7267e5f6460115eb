// Follows one stream of one origin through a log file: links every event to the one before it, waits a little for what
// stands out of place, and tells at the end what was altered, missing, erased or signed. Part of `verify.ts`.
import { type Head, zeroHash } from './chain.ts';
import { type Header, headerText, type Sealed } from './envelope.ts';
import type { HashText } from './hash-text.ts';
import type { Findings, KeyReport, StreamReport } from './log-report.ts';

/** Checks a signature over the previous hash and the unsigned header. */
export type CheckSignature = (
  key: string,
  previousHash: string,
  unsignedHeader: string,
  signature: string,
) => 'valid' | 'invalid' | 'unknownKey';

/** What all streams of a file share. */
export type StreamContext = {
  readonly hash: HashText;
  readonly findings: Findings;
  readonly checkSignature: CheckSignature | undefined;
  readonly keys: Map<string, { -readonly [K in keyof KeyReport]: KeyReport[K] }>;
  /** The last line at which the total order was broken. */
  lastDescent: number;
};

type Arrived = { readonly line: number; readonly header: Header; readonly text: string; readonly hash: string };
type Doubt = { readonly line: number; readonly sequence: number; readonly computed: string; readonly stated: string };
type Missing = { from: number; to: number; line: number };

// How many events of a stream may wait for one before them: more than a misplaced line needs, little beside the file.
const mostWaiting = 64;
const mostMissing = 1000;
const mostErasures = 100_000;
const remembered = 64;
const mostKeys = 1000;

/** One stream of one origin, as far as the file has been read. */
export class StreamCheck {
  readonly #head: Pick<Head, 'stream' | 'origin'>;
  readonly #context: StreamContext;
  readonly #waiting = new Map<number, Arrived>();
  readonly #missing: Missing[] = [];
  readonly #hashes: string[] = [];
  // Line by sequence: of payloads that are gone, and of orders to erase.
  readonly #gone = new Map<number, number>();
  readonly #orders = new Map<number, number>();
  #next = 1;
  #last = zeroHash;
  #doubt: Doubt | null = null;
  #events = 0;
  #linked = 0;
  #lastLine = 0;
  #isAltered = false;

  unsigned = 0;

  constructor(head: Pick<Head, 'stream' | 'origin'>, context: StreamContext) {
    this.#head = head;
    this.#context = context;
  }

  /** Takes the event of a line. False when the stream had one of its number already. */
  take(line: number, sealed: Sealed, header: Header): boolean {
    const arrived: Arrived = { line, header, text: sealed.header, hash: sealed.hash };
    const { sequence } = header;
    if (sequence === this.#next) this.#inPlace(arrived);
    else if (this.#isRenumbered(arrived)) this.#inPlace({ ...arrived, header: { ...header, sequence: this.#next } });
    else if (sequence < this.#next ? !this.#fillsMissing(arrived) : this.#waiting.has(sequence)) return this.#again(arrived);
    else if (sequence > this.#next) this.#wait(arrived);
    this.#events += 1;
    return true;
  }

  /** Notes that the payload of an event is gone. */
  payloadGone(sequence: number, line: number): void {
    if (this.#gone.size < mostErasures) this.#gone.set(sequence, line);
    else this.#report(line, 'log.payloadGone', { sequence });
  }

  /** Notes an order to erase; only what comes before it in its stream can be erased. */
  erasureOrdered(sequence: number, by: number, line: number): void {
    if (sequence >= by || sequence < 1) this.#report(line, 'log.erasesNothing', { sequence });
    else if (this.#orders.size < mostErasures) this.#orders.set(sequence, line);
  }

  /** Ends the stream; `stated` is what the manifest says of it. */
  end(stated: Head | undefined, atLine: number): { readonly report: StreamReport; readonly erased: number; readonly gone: number } {
    while (this.#waiting.size > 0) this.#skipToWaiting();
    const isEndAsStated = this.#settleLast(stated);
    for (const missing of this.#missing) this.#reportMissing(missing);
    const found = this.#next - 1;
    const isCut = stated !== undefined && found < stated.length;
    if (isCut) this.#reportCut(atLine, 'log.cutTail', found + 1, stated.length);
    if (stated !== undefined && found > stated.length) this.#report(this.#lastLine, 'log.beyondManifest', { stated: stated.length, found });
    const erasures = this.#settleErasures();
    const isUnbroken = !this.#isAltered && this.#linked === this.#events && this.#events === found;
    const isComplete = isUnbroken && stated?.length === found && isEndAsStated;
    return { report: { ...this.#head, events: this.#events, isUnbroken, isComplete }, ...erasures };
  }

  #inPlace(arrived: Arrived): void {
    if (this.#waiting.size > 0) this.#reportOutOfSequence(arrived);
    this.#link(arrived);
    for (let next = this.#waiting.get(this.#next); next !== undefined; next = this.#waiting.get(this.#next)) {
      this.#waiting.delete(this.#next);
      this.#link(next);
    }
  }

  #link(arrived: Arrived): void {
    const { hash } = this.#context;
    const doubt = this.#doubt;
    const computed = hash(this.#last, arrived.text);
    let previous = this.#last;
    this.#doubt = null;
    if (computed === arrived.hash) {
      if (doubt !== null) this.#alteredHeader(doubt);
    } else if (doubt !== null && hash(doubt.computed, arrived.text) === arrived.hash) {
      this.#isAltered = true;
      this.#report(doubt.line, 'log.hashAltered', { sequence: doubt.sequence, expected: doubt.computed, found: doubt.stated });
      previous = doubt.computed;
    } else {
      if (doubt !== null) this.#alteredHeader(doubt);
      this.#doubt = { line: arrived.line, sequence: this.#next, computed, stated: arrived.hash };
    }
    this.#linked += 1;
    this.#checkSignature(arrived, previous);
    this.#advance(arrived);
  }

  #advance({ header, hash, line }: Arrived): void {
    this.#hashes[header.sequence % remembered] = hash;
    this.#last = hash;
    this.#lastLine = Math.max(this.#lastLine, line);
    this.#next = header.sequence + 1;
  }

  // An altered number would look like a gap; the hash tells that the event stands where it belongs.
  #isRenumbered(arrived: Arrived): boolean {
    if (this.#context.hash(this.#last, headerText({ ...arrived.header, sequence: this.#next })) !== arrived.hash) return false;
    return this.#context.hash(this.#last, arrived.text) !== arrived.hash;
  }

  #wait(arrived: Arrived): void {
    this.#waiting.set(arrived.header.sequence, arrived);
    if (this.#waiting.size > mostWaiting) this.#skipToWaiting();
  }

  // What is not there by now is taken for missing; should it come yet, `#fillsMissing` takes that back.
  #skipToWaiting(): void {
    const from = Math.min(...this.#waiting.keys());
    const first = this.#waiting.get(from);
    if (first === undefined) return;
    this.#waiting.delete(from);
    this.#missing.push({ from: this.#next, to: from - 1, line: first.line });
    if (this.#missing.length > mostMissing) this.#reportMissing(this.#missing.shift());
    this.#leaveDoubt();
    this.#checkSignature(first, undefined);
    this.#advance(first);
    for (let next = this.#waiting.get(this.#next); next !== undefined; next = this.#waiting.get(this.#next)) {
      this.#waiting.delete(this.#next);
      this.#link(next);
    }
  }

  #fillsMissing(arrived: Arrived): boolean {
    const { sequence } = arrived.header;
    const index = this.#missing.findIndex(({ from, to }) => from <= sequence && sequence <= to);
    const missing = this.#missing[index];
    if (missing === undefined) return false;
    const rest = [
      { ...missing, to: sequence - 1 },
      { ...missing, from: sequence + 1 },
    ].filter(({ from, to }) => from <= to);
    this.#missing.splice(index, 1, ...rest);
    this.#checkSignature(arrived, undefined);
    if (this.#context.lastDescent <= missing.line) this.#report(arrived.line, 'log.outOfSequence', { sequence });
    return true;
  }

  #again({ line, header, hash }: Arrived): boolean {
    const { sequence } = header;
    const other =
      this.#waiting.get(sequence)?.hash ?? (sequence >= this.#next - remembered ? this.#hashes[sequence % remembered] : undefined);
    const isOther = other !== undefined && other !== hash;
    if (isOther) this.#isAltered = true;
    this.#report(line, isOther ? 'log.conflicting' : 'log.repeated', { sequence });
    return false;
  }

  // A broken total order has said so already, more exactly.
  #reportOutOfSequence(arrived: Arrived): void {
    const first = Math.min(...[...this.#waiting.values()].map(({ line }) => line));
    if (this.#context.lastDescent <= first) this.#report(arrived.line, 'log.outOfSequence', { sequence: arrived.header.sequence });
  }

  #leaveDoubt(): void {
    if (this.#doubt !== null) this.#alteredHeader(this.#doubt);
    this.#doubt = null;
  }

  #alteredHeader(doubt: Doubt): void {
    this.#isAltered = true;
    this.#report(doubt.line, 'log.headerAltered', { sequence: doubt.sequence, expected: doubt.stated, found: doubt.computed });
  }

  #settleLast(stated: Head | undefined): boolean {
    const doubt = this.#doubt;
    const isWhole = stated !== undefined && stated.length === this.#next - 1;
    if (isWhole && doubt !== null && stated.head === doubt.computed) {
      this.#isAltered = true;
      this.#report(doubt.line, 'log.hashAltered', { sequence: doubt.sequence, expected: doubt.computed, found: doubt.stated });
      return true;
    }
    this.#leaveDoubt();
    if (!isWhole || stated.head === this.#last) return isWhole;
    this.#report(this.#lastLine, 'log.headDiffers', { sequence: stated.length, expected: stated.head, found: this.#last });
    return false;
  }

  #settleErasures(): { readonly erased: number; readonly gone: number } {
    let erased = 0;
    for (const [sequence, line] of this.#gone) {
      if (this.#orders.has(sequence)) erased += 1;
      else this.#report(line, 'log.payloadGone', { sequence });
    }
    for (const [sequence, line] of this.#orders) {
      if (!this.#gone.has(sequence) && sequence < this.#next && !this.#isMissing(sequence))
        this.#report(line, 'log.erasedButPresent', { sequence });
    }
    return { erased, gone: this.#gone.size - erased };
  }

  #isMissing(sequence: number): boolean {
    return this.#missing.some(({ from, to }) => from <= sequence && sequence <= to);
  }

  #reportMissing(missing: Missing | undefined): void {
    if (missing === undefined) return;
    const { from, to, line } = missing;
    this.#reportCut(line, from === 1 ? 'log.cutHead' : 'log.missing', from, to);
  }

  #reportCut(line: number, key: string, from: number, to: number): void {
    const values = { stream: this.#head.stream, origin: this.#head.origin, from, to, n: to - from + 1 };
    this.#context.findings.add(line, key, values, { key: 'log.fetchAgain', values: {} });
  }

  #checkSignature({ header, text, line }: Arrived, previousHash: string | undefined): void {
    const { key, signature, sequence } = header;
    if (key === undefined || signature === undefined) {
      this.unsigned += 1;
      return;
    }
    const { keys, checkSignature } = this.#context;
    const name = keys.has(key) || keys.size < mostKeys ? key : '…';
    const counted = keys.get(name) ?? { key: name, events: 0, valid: 0, invalid: 0, unchecked: 0 };
    keys.set(name, counted);
    counted.events += 1;
    const unsigned = text.slice(0, text.lastIndexOf(',"signature":'));
    const verdict = previousHash === undefined ? 'unknownKey' : (checkSignature?.(key, previousHash, unsigned, signature) ?? 'unknownKey');
    if (verdict === 'unknownKey') counted.unchecked += 1;
    else counted[verdict] += 1;
    if (verdict === 'invalid') this.#report(line, 'log.signatureInvalid', { sequence, key });
  }

  #report(line: number, key: string, values: Readonly<Record<string, string | number>>): void {
    this.#context.findings.add(line, key, { stream: this.#head.stream, origin: this.#head.origin, ...values });
  }
}
