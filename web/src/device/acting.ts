// In whose name this page orders: the local director's in that of the system or of whichever post; an admitted person's in that of one of the posts held.
import { systemAuthor } from '../../../src/conduct/index.ts';
import type { Session } from '../../../src/protocol/index.ts';

/** Who orders where it does not matter as which post; undefined where nobody here may. */
export function anyAuthor(session: Session | null): string | undefined {
  if (session?.director === true) return systemAuthor;
  return session?.self === null || session === null ? undefined : (session.self.posts[0] ?? session.self.person);
}

export function mayActAs(session: Session | null, post: string): boolean {
  return session?.director === true || session?.self?.posts.includes(post) === true;
}
