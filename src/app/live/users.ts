// Who uses a server, and what that user may see: the local director of a simulated exercise anything; a person who was admitted to a real one what
// that person may read; whoever is not known, what the public may.
import type { HomeConduct } from '../../conduct/index.ts';
import type { Exercise } from '../../exercise/index.ts';
import { isProblem, type Problem, problem } from '../../kernel/index.ts';
import { asSeenBy, type Reader } from '../../release/index.ts';
import { readerOf } from '../reader.ts';

export type User = { readonly kind: 'director' } | { readonly kind: 'person'; readonly id: string } | { readonly kind: 'nobody' };

/** The posts that a person holds now. */
export function postsOf(person: string, conduct: HomeConduct): readonly string[] {
  const reader = readerOf(`person:${person}`, { exercise: conduct.exercise, conduct });
  return !isProblem(reader) && reader.kind === 'person' ? reader.posts : [];
}

/** The readers that a user may see as, the user's own first. */
export function readersShown(user: User, { setting }: Exercise): readonly string[] {
  if (user.kind === 'nobody') return ['public'];
  if (user.kind === 'person') return [`person:${user.id}`, 'joint', 'public'];
  const parties = [...setting.participating, ...setting.observing] as readonly string[];
  return ['all', ...parties, ...setting.participating.map((party) => `${party}:excon`), 'joint', 'public'];
}

/** The reader of a text, refused unless it is one of those shown; for a person, what both the person and that reader may read. */
export function readerShown(
  text: string,
  user: User,
  { exercise, conduct }: { readonly exercise: Exercise; readonly conduct?: HomeConduct },
): Reader | Problem {
  if (!readersShown(user, exercise).includes(text)) return problem('server.notAsThisReader', { reader: text });
  if (user.kind !== 'person' || text === 'public') return readerOf(text, { exercise });
  const own = readerOf(`person:${user.id}`, { exercise, ...(conduct === undefined ? {} : { conduct }) });
  if (isProblem(own) || text === `person:${user.id}`) return own;
  const viewed = readerOf(text, { exercise });
  return isProblem(viewed) ? viewed : asSeenBy(own, viewed);
}
