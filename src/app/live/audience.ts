// Who looks, and as whom: the local director of a simulated exercise may see as anybody; of a real one nobody is known here yet, so all are the public.
import type { Exercise } from '../../exercise/index.ts';
import { type Problem, problem } from '../../kernel/index.ts';
import type { Reader } from '../../release/index.ts';
import { readerOf } from '../reader.ts';

/** The readers that the user of this server may see as, the user's own first. */
export function readersShown({ setting }: Exercise): readonly string[] {
  if (!setting.simulated) return ['public'];
  const parties = [...setting.participating, ...setting.observing] as readonly string[];
  return ['all', ...parties, ...setting.participating.map((party) => `${party}:excon`), 'joint', 'public'];
}

/** The reader of a text, refused unless it is one of those shown. */
export function readerShown(text: string, exercise: Exercise): Reader | Problem {
  if (!readersShown(exercise).includes(text)) return problem('server.notAsThisReader', { reader: text });
  return readerOf(text, { exercise });
}
