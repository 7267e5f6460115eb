/** For whom an author may act: for the own post, as its deputy, as EXCON for whom it plays, and by entering what somebody else did or said. */
import { type Exercise, languagesOfPost, type Post } from '../../exercise/index.ts';
import type { Command } from '../commands/commands.ts';
import type { ReadonlyConduct } from '../conduct.ts';
import { authorOf, postNamed, systemAuthor } from './asking.ts';

const control: ReadonlySet<Post['role']> = new Set(['coDirector', 'chiefController', 'controller', 'simulator']);

/** Whether the author may order in the name of a post. `of` is that of `onBehalf`, where the command has one. */
export function mayActFor(command: Command, post: Post, of: string | undefined, conduct: ReadonlyConduct): boolean {
  if (command.by === post.id || command.by === systemAuthor) return true;
  const author = authorOf(conduct, command);
  if (author === undefined) return false;
  if (post.deputies.some((deputy) => deputy === author.id)) return true;
  const playedByExcon = post.simulated || post.party === undefined;
  if (playedByExcon && control.has(author.role) && conduct.routes.isExcon(author.id)) return true;
  return of === post.id && (conduct.routes.isExcon(author.id) || (author.party !== undefined && author.party === post.party));
}

/** Whether a post reads a language. */
export function readsLanguage(conduct: ReadonlyConduct, post: string, language: string): boolean {
  const found = postNamed(conduct, post);
  return found !== undefined && languagesOfPost(conduct.exercise, found).includes(language);
}

export const translatorRoles: readonly Post['role'][] = ['translator', 'interpreter', 'liaisonOfficer'];

/**
 * Who may translate for a post: the translators of its party, or of the sender's, who know both languages; where there are none the interpreters,
 * then the liaison officers.
 */
export function translatorsFor({ exercise }: ReadonlyConduct, from: Post, to: Post, language: string): readonly Post[] {
  const known = under(under(under(translators, exercise), from), to);
  let found = known.get(language);
  if (found === undefined) {
    found = translatorsIn(exercise, from, to, language);
    known.set(language, found);
  }
  return found;
}

/** The table that lies in a table under a key, made on first use. */
function under<K, L, V>(table: { get(key: K): Map<L, V> | undefined; set(key: K, value: Map<L, V>): unknown }, key: K): Map<L, V> {
  let found = table.get(key);
  if (found === undefined) {
    found = new Map();
    table.set(key, found);
  }
  return found;
}

const translators = new WeakMap<Exercise, Map<Post, Map<Post, Map<string, readonly Post[]>>>>();

function translatorsIn(exercise: Exercise, from: Post, to: Post, language: string): readonly Post[] {
  const wanted = languagesOfPost(exercise, to);
  for (const party of [to.party, from.party]) {
    for (const role of translatorRoles) {
      const able = exercise.posts.list.filter(
        (post) =>
          post.role === role &&
          post.party === party &&
          post.languages.includes(language) &&
          post.languages.some((one) => wanted.includes(one)),
      );
      if (able.length > 0) return able;
    }
  }
  return [];
}
