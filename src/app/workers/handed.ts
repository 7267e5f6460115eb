// A document as bytes that threads share: written once, read by each thread that works on it. Who only hands it on never has it in its heap.
import { deserialize, serialize } from 'node:v8';
import type { Exercise } from '../../exercise/bare/index.ts';

/** What planning takes of a document; in which files it stands, a third of it, stays behind. */
export type Handed = { readonly shared: Uint8Array<SharedArrayBuffer> };

export function handed(exercise: Exercise): Handed {
  const bytes = serialize({ ...exercise, portions: [] } satisfies Exercise);
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  return { shared };
}

export const received = ({ shared }: Handed): Exercise => deserialize(shared) as Exercise;
