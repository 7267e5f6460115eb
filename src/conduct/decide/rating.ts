/** Ratings: on the document's scale, or derived from the four answers by HSEEP's rule. */
import type { ReadonlyConduct } from '../conduct.ts';

/** What an evaluator answers: was the objective met, is there something to improve, did it harm other activities, safety or the rules. */
export type Answers = {
  readonly met?: boolean | undefined;
  readonly improvement?: boolean | undefined;
  readonly negativeImpact?: boolean | undefined;
};

/**
 * The rating that follows from the answers (HSEEP exercise evaluation guide): not met → U; met with harm → M; met with something to improve → S;
 * else P. Undefined where it was not answered whether the objective was met.
 */
export function derivedRating({ met, improvement, negativeImpact }: Answers): 'P' | 'S' | 'M' | 'U' | undefined {
  if (met === undefined) return undefined;
  if (!met) return 'U';
  if (negativeImpact === true) return 'M';
  return improvement === true ? 'S' : 'P';
}

/** Whether the exercise rates on HSEEP's scale, the only one on which a rating can be derived. */
export function isDerivable({ exercise }: ReadonlyConduct): boolean {
  const { ratingScale } = exercise.setting;
  let known = derivable.get(ratingScale);
  if (known === undefined) {
    known = ratingScale.length === 4 && hseep.every((rating) => ratingScale.includes(rating));
    derivable.set(ratingScale, known);
  }
  return known;
}

// Asked with every observation; nobody writes to a scale.
const derivable = new WeakMap<readonly string[], boolean>();

const hseep = ['P', 'S', 'M', 'U'] as const;
