// How an event lies in its row.
import type { EventId, Sealed } from '../../conduct/index.ts';
import type { MicroInstant } from '../../kernel/index.ts';

/** A row's number is that of its stream times this plus the sequence: exact in a double for two million streams. */
export const perStream = 2 ** 32;

export type EventRow = { id: number; time: number; header: string; hash: string; salt: string | null; payload: string | null };

export function sealedOf(
  { stream, origin }: Pick<EventId, 'stream' | 'origin'>,
  { id, time, header, hash, salt, payload }: EventRow,
): Sealed {
  return { stream, origin, sequence: id % perStream, time: time as MicroInstant, header, hash, salt, payload };
}
