/** Reads the document's release policy, and whom the exercise knows, into what the release room works with. */
import type { Exercise, Post } from '../exercise/index.ts';
import { isProblem, Malformed } from '../kernel/index.ts';
import { type AudiencePattern, type ReleasePolicy, readAudiencePattern } from '../release/index.ts';

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
