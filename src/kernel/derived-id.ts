// Identifiers that follow from what they name, never from a shared counter: two parties deriving the same get the same.
import { sha256Hex } from './sha256.ts';

/** Twenty hexadecimal digits (80 bits) of the hash of seed and entity. */
export function derivedId(seed: string, entity: string): string {
  return sha256Hex(`${seed.length}:${seed}${entity}`).slice(0, 20);
}
