// In whose name this page orders: the local director's as the system or as any post; a person's who was admitted as one of that person's posts.
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
