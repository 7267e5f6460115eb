/** Release review of injects that need one: the release officers of the controller's party see the text, never the MSEL. */
import { type Exercise, type Inject, isChecked } from '../../exercise/index.ts';
import type { Command } from '../commands/commands.ts';
import type { ReadonlyConduct } from '../conduct.ts';
import { accepted, type Decision, type Fact, fact, nothingToDo, refused } from '../decision.ts';
import { injectRun, slice } from './asking.ts';

/**
 * The review of an inject as its officers know it. It follows from the whole inject, so that an inject that was edited since wants another; the inject
 * cannot be told from it.
 */
const reviewOf = (conduct: ReadonlyConduct, inject: string): string => conduct.routes.deliveryOf(inject, 'review:');

function officersFor(conduct: ReadonlyConduct, inject: Inject): readonly string[] {
  const party = conduct.exercise.posts.byId.get(inject.controller)?.party;
  const officers = conduct.exercise.posts.list.filter(({ role }) => role === 'releaseOfficer');
  const own = officers.filter((post) => party !== undefined && post.party === party);
  return (own.length > 0 ? own : officers).map(({ id }) => id);
}

/** What the release officers decided of an inject as it stands now; null where they have not. */
export function reviewDecision(conduct: ReadonlyConduct, inject: Inject) {
  const review = injectRun(conduct, inject.id)?.review;
  return review?.id === reviewOf(conduct, inject.id) ? review.decision : null;
}

/** What puts an inject before its release officers; nothing where it needs no review or has been put before them as it stands. */
export function reviewAsked(conduct: ReadonlyConduct, inject: Inject): readonly Fact[] {
  if (!inject.needsReleaseReview) return none;
  const review = reviewOf(conduct, inject.id);
  if (injectRun(conduct, inject.id)?.review?.id === review) return none;
  const texts = checkedTexts(inject);
  return [
    fact(conduct.routes.ofInject(inject.id), { type: 'InjectReviewAsked', payload: { inject: inject.id, review } }),
    ...officersFor(conduct, inject).map((officer) =>
      fact(conduct.routes.ofPost(officer), { type: 'TextForReview', payload: { review, to: [...new Set(inject.to)], texts } }),
    ),
  ];
}

const none: readonly Fact[] = [];
const checked = new WeakMap<Inject, Record<string, string>>();

/** The checked text in each language that has one; nobody writes to it. */
export function checkedTexts(inject: Inject): Record<string, string> {
  const known = checked.get(inject);
  if (known !== undefined) return known;
  const texts: Record<string, string> = {};
  for (const [language, { text, state }] of Object.entries(inject.text.texts)) if (isChecked(state)) texts[language] = text;
  checked.set(inject, texts);
  return texts;
}

const reviewed = new WeakMap<Exercise, ReadonlyMap<string, Inject>>();

/** The inject as it stands now that has this review. */
function injectUnder(conduct: ReadonlyConduct, review: string): Inject | undefined {
  const { exercise } = conduct;
  let byReview = reviewed.get(exercise);
  if (byReview === undefined) {
    const reviewing = exercise.injects.list.filter((inject) => inject.needsReleaseReview);
    byReview = new Map(reviewing.map((inject) => [reviewOf(conduct, inject.id), inject]));
    reviewed.set(exercise, byReview);
  }
  return byReview.get(review);
}

export function decideReview(command: Extract<Command, { type: 'ReviewInject' }>, conduct: ReadonlyConduct): Decision {
  const { review, decision } = command.order;
  const found = slice(conduct, conduct.routes.ofPost(command.by))?.play.reviews.get(review);
  if (found?.wanted == null) return refused('noSuchReview', { review });
  if (found.decision !== null) return found.decision === decision ? nothingToDo : refused('alreadyReviewed');
  const inject = injectUnder(conduct, review);
  if (inject === undefined) return refused('noSuchReview', { review });
  return accepted(
    ...officersFor(conduct, inject).map((officer) =>
      fact(conduct.routes.ofPost(officer), { type: 'TextReviewed', payload: { review, decision, reviewer: command.by } }),
    ),
    fact(conduct.routes.ofInject(inject.id), { type: 'InjectReviewed', payload: { inject: inject.id, review, decision } }),
  );
}
