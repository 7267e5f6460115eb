/** Reads the document's release policy, and whom the exercise knows, into what the release room works with. */
import { type Exercise, isExconPost, type Post } from '../exercise/index.ts';
import { isProblem, Malformed } from '../kernel/index.ts';
import { type AudiencePattern, type ReaderDirectory, type ReleasePolicy, readAudiencePattern } from '../release/index.ts';
import type { ReadonlyConduct } from './conduct.ts';
import { holdersOf } from './holders.ts';

/** The release policy that an exercise's document states. Throws `Malformed` when it names an audience that cannot be read. */
export function policyOf(exercise: Exercise): ReleasePolicy {
  const { policy, setting } = exercise;
  const pattern = (rule: Exercise['policy']['defaults'][number]) => ({
    thing: rule.thing,
    ...(rule.author === undefined ? {} : { author: rule.author }),
    to: {
      classification: rule.classification,
      releasableTo: rule.releasableTo,
      caveats: rule.caveats,
      audience: audienceOf(rule.audience),
    },
  });
  return {
    scale: policy.scale,
    participating: setting.participating,
    silentClassification: policy.folders.parties,
    defaults: policy.defaults.map(pattern),
    standing: policy.standing.map((rule) => ({ ...pattern(rule), trigger: rule.trigger })),
  };
}

function audienceOf(text: string): AudiencePattern {
  const found = readAudiencePattern(text);
  if (isProblem(found)) throw new Malformed([found]);
  return found;
}

/** The parties whose post it is: its own, or all that take part for one they fill together. */
export function partiesOfPost(exercise: Exercise, post: Pick<Post, 'party'>): readonly string[] {
  return post.party === undefined ? exercise.setting.participating : [post.party];
}

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
