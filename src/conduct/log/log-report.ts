// What verifying a log file found out: exactly what is known of it, and every fault with its line. `verify.ts` fills it.
import type { Hint, Problem } from '../../kernel/index.ts';
import type { StreamKey } from './envelope.ts';
import type { Manifest } from './manifest.ts';

/** What is known of one stream of one origin. */
export type StreamReport = {
  readonly stream: StreamKey;
  readonly origin: string;
  /** How many events the file holds, each counted once. */
  readonly events: number;
  /** Every event from the first one on links to the one before it. */
  readonly isUnbroken: boolean;
  /** Unbroken, and as long as the manifest says, with the same end; false where there is no manifest. */
  readonly isComplete: boolean;
};

/** Events signed under one key. What the file says is `events`; what was checked is the rest. */
export type KeyReport = {
  readonly key: string;
  readonly events: number;
  readonly valid: number;
  readonly invalid: number;
  readonly unchecked: number;
};

/** What is known of a log file, and no more. */
export type LogReport = {
  /** No fault was found. What that covers, the other fields say. */
  readonly isSound: boolean;
  readonly manifest: Manifest | null;
  readonly lines: number;
  readonly events: number;
  /** Every stream is unbroken. */
  readonly isUnbroken: boolean;
  /** There is a manifest, and every stream is complete against it. What a manifest leaves out, nobody can tell from the file. */
  readonly isComplete: boolean;
  /** The lines stand in the total order. */
  readonly isInOrder: boolean;
  readonly payloads: {
    /** Agree with the digest in their header. */
    readonly intact: number;
    readonly altered: number;
    /** Gone, and an event in the same stream orders it. */
    readonly erased: number;
    /** Gone, and nothing says why. */
    readonly gone: number;
  };
  readonly signatures: { readonly unsigned: number; readonly keys: readonly KeyReport[] };
  /** Whether the manifest's document hash is the one expected; null where none was given or stated. */
  readonly isDocumentAsExpected: boolean | null;
  readonly streams: readonly StreamReport[];
  /** In the order of their lines. */
  readonly problems: readonly Problem[];
  /** How many more there are than are listed. */
  readonly problemsBeyond: number;
};

/** The report as sentences (keys of `words`), from the whole to the particular; the problems are apart. */
export function statementsOf(report: LogReport): readonly Hint[] {
  const { payloads, signatures, manifest } = report;
  const said: Hint[] = [
    manifest === null
      ? say('log.saysNoManifest')
      : say('log.saysManifest', { exercise: manifest.exercise, reader: manifest.reader, streams: manifest.streams.length }),
    say('log.saysEvents', { events: report.events }),
    say(report.isUnbroken ? 'log.saysUnbroken' : 'log.saysBroken'),
  ];
  if (manifest !== null) said.push(say(report.isComplete ? 'log.saysComplete' : 'log.saysIncomplete'));
  said.push(say(report.isInOrder ? 'log.saysInOrder' : 'log.saysOutOfOrder'));
  said.push(say('log.saysPayloads', { intact: payloads.intact, altered: payloads.altered, erased: payloads.erased, gone: payloads.gone }));
  if (signatures.unsigned > 0 || signatures.keys.length === 0) said.push(say('log.saysUnsigned', { events: signatures.unsigned }));
  for (const { key, events, valid, invalid, unchecked } of signatures.keys)
    said.push(say('log.saysSigned', { key, events, valid, invalid, unchecked }));
  if (report.isDocumentAsExpected === null) said.push(say('log.saysDocumentUnchecked'));
  else said.push(say(report.isDocumentAsExpected ? 'log.saysDocumentAgrees' : 'log.saysDocumentDiffers'));
  return said;
}

function say(key: string, values: Hint['values'] = {}): Hint {
  return { key, values };
}

const mostListed = 500;

/** Collects problems: lists so many, counts the rest, and never grows with a hostile file. */
export class Findings {
  readonly #file: string;
  readonly #listed: Problem[] = [];
  #count = 0;

  constructor(file: string) {
    this.#file = file;
  }

  add(line: number, key: string, values: Problem['values'] = {}, maybe?: Hint): void {
    this.#count += 1;
    if (this.#listed.length >= mostListed) return;
    const found = { key, values, at: { file: this.#file, line, column: 1 } };
    this.#listed.push(maybe === undefined ? found : { ...found, maybe });
  }

  get count(): number {
    return this.#count;
  }

  /** Some faults are known only lines later, so they are put in order at the end. */
  inOrder(): readonly Problem[] {
    return this.#listed.toSorted((a, b) => (a.at?.line ?? 0) - (b.at?.line ?? 0));
  }
}
