/**
 * Requests between posts. Across parties a request stays in the asker's party until it is translated and, where the addressee may not read its class,
 * the party's release officer has let it go; within a party it goes at once. What the addressee receives is an event of its own.
 */
import { languagesOfPost, type Post } from '../../exercise/index.ts';
import { unreachable } from '../../kernel/index.ts';
import type { ClassKey } from '../../release/index.ts';
import type { Command } from '../commands/commands.ts';
import type { ReadonlyConduct } from '../conduct.ts';
import { accepted, type Decision, type Fact, fact, nothingToDo, refused } from '../decision.ts';
import type { PayloadOf } from '../events/events.ts';
import type { RequestFacts } from '../state/play.ts';
import { mayActFor, readsLanguage } from './acting.ts';
import { authorOf, postNamed, slice } from './asking.ts';

export type RequestCommand = Extract<Command, { type: 'MakeRequest' | 'TranslateRequest' | 'ReviewRequest' }>;

export function decideRequest(command: RequestCommand, conduct: ReadonlyConduct): Decision {
  switch (command.type) {
    case 'MakeRequest':
      return make(command, conduct);
    case 'TranslateRequest':
      return translate(command, conduct);
    case 'ReviewRequest':
      return review(command, conduct);
    default:
      return unreachable(command);
  }
}

/** Whether what goes between two posts goes from one party to another. */
export function crosses(from: Pick<Post, 'party'> | undefined, to: Pick<Post, 'party'> | undefined): boolean {
  return from?.party !== undefined && to?.party !== undefined && from.party !== to.party;
}

/**
 * Whether a text must pass release review: it goes to another party, to a reader who may not read its class. A party without a release officer has
 * nobody who could let it go, and says for itself what it sends.
 */
export function needsReview({ exercise, routes }: Document, from: Post | undefined, to: Post | undefined, ofClass: ClassKey): boolean {
  if (from === undefined || to === undefined || !crosses(from, to) || routes.reads(to.id, ofClass)) return false;
  return exercise.posts.list.some(({ role, party }) => role === 'releaseOfficer' && party === from.party);
}
type Document = Pick<ReadonlyConduct, 'exercise' | 'routes'>;

/** The same of a request, whose class is what the policy gives it. */
export function requestNeedsReview(document: Document, { from, to }: Pick<PayloadOf<'RequestMade'>, 'from' | 'to'>): boolean {
  const { exercise, routes } = document;
  return needsReview(
    document,
    exercise.posts.byId.get(from as never),
    exercise.posts.byId.get(to as never),
    routes.ofThing('request', from),
  );
}

/** What still keeps a request from its addressee. */
export function requestWaitsFor(
  conduct: ReadonlyConduct,
  made: PayloadOf<'RequestMade'>,
  translations: ReadonlyMap<string, string>,
): 'translation' | undefined {
  if (readsLanguage(conduct, made.to, made.language)) return undefined;
  return [...translations.keys()].some((language) => readsLanguage(conduct, made.to, language)) ? undefined : 'translation';
}

function make(command: Extract<Command, { type: 'MakeRequest' }>, conduct: ReadonlyConduct): Decision {
  const { request, from: fromId, to: toId, language, text, procedure, serial, onBehalf, madeAt } = command.order;
  const [from, to] = [postNamed(conduct, fromId), postNamed(conduct, toId)];
  if (from === undefined) return refused('noSuchPost', { post: fromId });
  if (to === undefined) return refused('noSuchPost', { post: toId });
  if (!mayActFor(command, from, onBehalf?.of, conduct)) return refused('notYourPost', { post: fromId });
  const home = conduct.routes.ofRequestsFrom(fromId);
  if (slice(conduct, home)?.play.requests.get(request)?.made != null) return nothingToDo;
  const made: PayloadOf<'RequestMade'> = {
    request,
    from: fromId,
    to: toId,
    language,
    text,
    ...(conduct.routes.mayName(home, 'procedures', procedure) ? { procedure } : {}),
    ...(conduct.routes.mayName(home, 'serials', serial) ? { serial } : {}),
    ...(onBehalf === undefined ? {} : { onBehalf }),
    ...(madeAt === undefined ? {} : { madeAt }),
  };
  const goesAtOnce = !requestNeedsReview(conduct, made) && requestWaitsFor(conduct, made, new Map()) === undefined;
  return accepted(
    fact(home, { type: 'RequestMade', payload: made }),
    ...(goesAtOnce ? [received(conduct, made, { [language]: text })] : []),
  );
}

/** The request as its addressee gets it. */
function received(conduct: ReadonlyConduct, made: PayloadOf<'RequestMade'>, texts: Readonly<Record<string, string>>): Fact {
  const stream = conduct.routes.ofPost(made.to);
  const { request, from, to, procedure, serial } = made;
  return fact(stream, {
    type: 'RequestReceived',
    payload: {
      request,
      from,
      to,
      texts,
      ...(conduct.routes.mayName(stream, 'procedures', procedure) ? { procedure } : {}),
      ...(conduct.routes.mayName(stream, 'serials', serial) ? { serial } : {}),
    },
  });
}

type Held = RequestFacts & { readonly made: PayloadOf<'RequestMade'> };

/** The request in the author's party, where it is. */
function heldByPartyOf(command: Command, request: string, conduct: ReadonlyConduct): Held | undefined {
  const party = authorOf(conduct, command)?.party;
  if (party === undefined) return undefined;
  const found = slice(conduct, conduct.routes.ofParty(party))?.play.requests.get(request);
  return found?.made == null ? undefined : (found as Held);
}

/** Whether it has reached its addressee, as its own party knows. */
function hasArrived(conduct: ReadonlyConduct, { made, translations, decision }: Held): boolean {
  if (requestNeedsReview(conduct, made)) return decision === 'released' || decision === 'releasedChanged';
  return requestWaitsFor(conduct, made, translations) === undefined;
}

function translate(command: Extract<Command, { type: 'TranslateRequest' }>, conduct: ReadonlyConduct): Decision {
  const { request, language, text } = command.order;
  const held = heldByPartyOf(command, request, conduct);
  if (held === undefined) return refused('noSuchRequest', { request });
  if (held.translations.has(language)) return nothingToDo;
  if (held.decision !== null || hasArrived(conduct, held)) return refused('requestPastReview', { request });
  const { made } = held;
  const translated = fact(conduct.routes.ofRequestsFrom(made.from), {
    type: 'RequestTranslated',
    payload: { request, language, text, translator: command.by },
  });
  const texts = { [made.language]: made.text, ...Object.fromEntries(held.translations), [language]: text };
  const reads = readsLanguage(conduct, made.to, language);
  if (!reads || requestNeedsReview(conduct, made)) return accepted(translated);
  return accepted(translated, received(conduct, made, texts));
}

function review(command: Extract<Command, { type: 'ReviewRequest' }>, conduct: ReadonlyConduct): Decision {
  const { request, decision, texts } = command.order;
  const held = heldByPartyOf(command, request, conduct);
  if (held === undefined) return refused('noSuchRequest', { request });
  if (held.decision !== null) return held.decision === decision ? nothingToDo : refused('alreadyReviewed');
  const { made } = held;
  if (!requestNeedsReview(conduct, made)) return refused('requestNeedsNoReview', { request });
  const reviewed = fact(conduct.routes.ofRequestsFrom(made.from), {
    type: 'RequestReviewed',
    payload: { request, decision, reviewer: command.by },
  });
  if (decision === 'refused') return accepted(reviewed);
  const released =
    decision === 'releasedChanged' ? (texts ?? {}) : { [made.language]: made.text, ...Object.fromEntries(held.translations) };
  if (!Object.keys(released).some((language) => readsLanguage(conduct, made.to, language))) {
    const to = postNamed(conduct, made.to);
    return refused('requestNotTranslated', { request, languages: to === undefined ? [] : languagesOfPost(conduct.exercise, to) });
  }
  return accepted(reviewed, received(conduct, made, released));
}
