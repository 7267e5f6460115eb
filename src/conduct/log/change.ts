// A change is what one decision appends: in one transaction or not at all, together with the outcome of its command.
import { Bug, canonicalJson, type MicroInstant, type Problem, problem } from '../../kernel/index.ts';
import type { EventShape, Logged, Sealed, StreamKey } from './envelope.ts';
import type { HashText } from './hash-text.ts';

/** An event and the stream it goes to. */
export type Addressed<E extends EventShape> = { readonly stream: StreamKey; readonly event: E };

/** What one decision appends, empty for a refusal that leaves no trace in the log. */
export type Change<E extends EventShape> = readonly Addressed<E>[];

/** What a command came to, stored with its change: a repeated command gets it again. */
export type Outcome = { readonly kind: 'accepted' } | { readonly kind: 'refused'; readonly problem: Problem };

/** A command's identifier, made by its sender, and the digest of its body: the same order twice, or another under a used number. */
export type CommandMark = { readonly id: string; readonly bodyDigest: string };

/** When a change is made and how its author is named: in each stream only so that all of its readers may know the name. */
export type Stamp = {
  readonly time: MicroInstant;
  readonly exerciseTime: MicroInstant | null;
  readonly authorIn: (stream: StreamKey) => string | null;
};

/** A decision ready to be stored. */
export type Batch<E extends EventShape> = Stamp & {
  readonly command: CommandMark;
  readonly outcome: Outcome;
  readonly change: Change<E>;
};

/** An outcome as it was stored. */
export type StoredOutcome = CommandMark & { readonly time: MicroInstant; readonly outcome: Outcome };

/** The digest of a command's body; equal data give equal digests whatever the order of their keys. */
export function bodyDigest(body: unknown, hash: HashText): string {
  return hash('', canonicalJson(body));
}

/** The outcome of a command that was seen before: the stored one, or a refusal when the body differs. */
export function repeatedOutcome(stored: StoredOutcome, command: CommandMark): Outcome {
  return stored.bodyDigest === command.bodyDigest ? stored.outcome : { kind: 'refused', problem: commandIdReused(command.id) };
}

/** The refusal of another body under a used command identifier. */
export function commandIdReused(id: string): Problem {
  return problem('log.commandIdReused', { command: id }, { key: 'log.sendUnderNewId', values: {} });
}

/** A change in the order in which it is numbered, folded and exported: by stream; within a stream as decided. */
export function inOrder<E extends EventShape>(change: Change<E>): Change<E> {
  for (let index = 1; index < change.length; index++) {
    if ((change[index - 1]?.stream ?? '') > (change[index]?.stream ?? '')) return sortedByStream(change);
  }
  return change;
}

// Insertion: a change is a handful of events, and most stand where they belong.
function sortedByStream<E extends EventShape>(change: Change<E>): Change<E> {
  const sorted = change.slice();
  for (let index = 1; index < sorted.length; index++) {
    const one = sorted[index] as Addressed<E>;
    let at = index;
    for (; at > 0; at--) {
      const before = sorted[at - 1] as Addressed<E>;
      if (before.stream <= one.stream) break;
      sorted[at] = before;
    }
    sorted[at] = one;
  }
  return sorted;
}

/** The events of a change as a fold is fed with them, once `sealed` (in the order of `inOrder`) has given each its place. */
export function loggedChange<E extends EventShape>(batch: Stamp & { readonly change: Change<E> }, sealed: readonly Sealed[]): Logged<E>[] {
  const { time, exerciseTime, authorIn } = batch;
  return inOrder(batch.change).map(({ stream, event }, index) => {
    const place = sealed[index];
    if (place === undefined || place.stream !== stream) throw new Bug('these events are not those of the change');
    return { stream, origin: place.origin, sequence: place.sequence, time, exerciseTime, author: authorIn(stream), event };
  });
}
