/** Who may read a rehearsal: it is computed over the whole document, hence EXCON's, and nobody reads a part of it. */
import { routesOf } from '../conduct/index.ts';
import type { Exercise } from '../exercise/index.ts';
import { mayRead, type Reader, readClassKey } from '../release/index.ts';
import type { Rehearsal } from './rehearsal.ts';

/** The rehearsal for those who read what is EXCON's; undefined for everybody else. */
export function rehearsalFor(exercise: Exercise, rehearsal: Rehearsal, reader: Reader): Rehearsal | undefined {
  return mayRead(reader, readClassKey(routesOf(exercise).excon), exercise.policy.scale) ? rehearsal : undefined;
}
