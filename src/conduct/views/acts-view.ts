/** What a post may do about an event as things stand: consent, answer, translate, or review for release. A screen offers these beside the event. */
import { languagesOfPost, type Post } from '../../exercise/index.ts';
import type { LoggedEvent, ReadonlyConduct } from '../conduct.ts';
import { translatorRoles } from '../decide/acting.ts';
import { answerWaitsFor } from '../decide/answers.ts';
import { requestNeedsReview, requestWaitsFor } from '../decide/requests.ts';
import type { PayloadOf } from '../events/events.ts';

/** `of` is what is translated or reviewed; `into` are the languages of who gets it. */
export type PossibleAct =
  | { readonly kind: 'consent'; readonly post: string; readonly case: string }
  | { readonly kind: 'answer'; readonly post: string; readonly request: string; readonly into: readonly string[] }
  | {
      readonly kind: 'translate' | 'review';
      readonly post: string;
      readonly request: string;
      readonly of: 'request' | 'answer';
      readonly into: readonly string[];
    };

/** The acts open to the posts that somebody may act as, in the document's order of posts. `decide` has the last word. */
export function actsOn(
  { stream, event }: LoggedEvent,
  conduct: ReadonlyConduct,
  mayActAs: (post: string) => boolean,
): readonly PossibleAct[] {
  if (event.payload === null) return [];
  const slice = conduct.slices.get(stream);
  const posts = conduct.exercise.posts.list.filter(({ id }) => mayActAs(id));
  const post = (id: string) => conduct.exercise.posts.byId.get(id as never);
  const into = (id: string) => {
    const found = post(id);
    return found === undefined ? [] : languagesOfPost(conduct.exercise, found);
  };
  switch (event.type) {
    case 'ConsentAsked': {
      const { case: id, needed } = event.payload as PayloadOf<'ConsentAsked'>;
      const facts = slice?.evaluation.consents.get(id);
      if (facts === undefined || facts.outcome !== null) return [];
      const open = needed.filter((need) => !facts.given.some(({ role, party }) => role === need.role && party === need.party));
      return posts
        .filter((one) => open.some(({ role, party }) => role === one.role && (party === undefined || party === one.party)))
        .map((one) => ({ kind: 'consent', post: one.id, case: id }));
    }
    case 'RequestReceived': {
      const { request, from, to } = event.payload as PayloadOf<'RequestReceived'>;
      const isOpen = slice?.play.requests.get(request)?.answer === null && mayActAs(to);
      return isOpen ? [{ kind: 'answer', post: to, request, into: into(from) }] : [];
    }
    case 'RequestMade': {
      const made = event.payload as PayloadOf<'RequestMade'>;
      const facts = slice?.play.requests.get(made.request);
      const from = post(made.from);
      if (from === undefined || facts === undefined || facts.decision !== null) return [];
      const waits = requestWaitsFor(conduct, made, facts.translations) ?? (requestNeedsReview(conduct, made) ? 'review' : undefined);
      return handling(posts, from.party, waits, { request: made.request, of: 'request', into: into(made.to) });
    }
    case 'AnswerSubmitted': {
      const submitted = event.payload as PayloadOf<'AnswerSubmitted'>;
      const facts = slice?.answers.ofRequest.get(submitted.request);
      if (facts === undefined) return [];
      const waits = answerWaitsFor(conduct, submitted, facts);
      return handling(posts, post(submitted.by)?.party, waits, { request: submitted.request, of: 'answer', into: into(submitted.to) });
    }
    default:
      return [];
  }
}

/** Who of a party does what a text waits for. What waits for translation may be refused before it is translated. */
function handling(
  posts: readonly Post[],
  party: string | undefined,
  waits: 'translation' | 'review' | undefined,
  about: { readonly request: string; readonly of: 'request' | 'answer'; readonly into: readonly string[] },
): readonly PossibleAct[] {
  if (waits === undefined || party === undefined) return [];
  const own = posts.filter((one) => one.party === party);
  const translators = waits === 'translation' ? own.filter(({ role }) => translatorRoles.includes(role)) : [];
  const officers = own.filter(({ role }) => role === 'releaseOfficer');
  return [
    ...translators.map(({ id }): PossibleAct => ({ kind: 'translate', post: id, ...about })),
    ...officers.map(({ id }): PossibleAct => ({ kind: 'review', post: id, ...about })),
  ];
}
