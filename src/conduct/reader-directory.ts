// Whom an exercise knows as readers, by its document and by who holds which post now.
import { type Exercise, isExconPost } from '../exercise/index.ts';
import type { ReaderDirectory } from '../release/index.ts';
import type { ReadonlyConduct } from './conduct.ts';
import { holdersOf } from './holders.ts';
import { partiesOfPost } from './policy.ts';

/**
 * Whom an exercise knows, so that `resolveReader` can read the name of a reader. Persons are there only where the parties' folders were read;
 * one without a stated clearance has that of `shared/`, which everyone in the exercise reads. With a conduct, a person's posts are those held now.
 */
export function readerDirectoryOf(exercise: Exercise, conduct?: ReadonlyConduct): ReaderDirectory {
  const { participating, observing } = exercise.setting;
  const postsOf = (person: Exercise['persons']['list'][number]): readonly string[] => {
    if (conduct === undefined) return person.holds.map(({ post }) => post);
    return exercise.posts.list.map(({ id }) => id).filter((post) => holdersOf(conduct, post).has(person.id));
  };
  return {
    parties: [
      ...participating.map((id) => ({ id: id as string, observer: false })),
      ...observing.filter((id) => !participating.includes(id)).map((id) => ({ id: id as string, observer: true })),
    ],
    posts: exercise.posts.list.map((post) => ({ id: post.id, parties: partiesOfPost(exercise, post), excon: isExconPost(post) })),
    persons: exercise.persons.list.map((person) => {
      const posts = postsOf(person);
      return {
        id: person.id,
        party: person.party,
        posts,
        excon: posts.some((id) => {
          const post = exercise.posts.byId.get(id);
          return post !== undefined && isExconPost(post);
        }),
        clearance: person.clearance ?? exercise.policy.folders.shared,
        caveats: person.caveats,
      };
    }),
    complete: exercise.complete,
  };
}
