/**
 * Answers to requests. One that its asker may read by its class, and in a language of the asker's, goes at once. Else it stays with the party that
 * gives it until it is translated and that party's release officer has let it go, whole or changed, or withholds it. What the asker gets is an event of its own.
 */
import { type Exercise, languagesOfPost, type Post } from '../../exercise/index.ts';
import { isProblem, type MicroInstant, problem, unreachable } from '../../kernel/index.ts';
import type { ClassKey } from '../../release/index.ts';
import type { Command } from '../commands/commands.ts';
import type { ReadonlyConduct } from '../conduct.ts';
import { accepted, type Decision, type Fact, fact, nothingToDo, refused } from '../decision.ts';
import type { Draft, PayloadOf } from '../events/events.ts';
import type { Routes } from '../routes.ts';
import type { AnswerFacts } from '../state/answers.ts';
import type { RequestFacts } from '../state/play.ts';
import { mayActFor, readsLanguage, translatorRoles } from './acting.ts';
import { authorOf, postNamed, slice, systemAuthor } from './asking.ts';
import { partiesAgreeing } from './consent.ts';
import { knownClass, originatorsOf, readsStream } from './release.ts';
import { type AnswerTimes, requestTimed } from './request-times.ts';
import { needsReview } from './requests.ts';

export type AnswerCommand = Extract<Command, { type: 'AnswerRequest' | 'TranslateAnswer' | 'ReviewAnswer' }>;
type Submitted = PayloadOf<'AnswerSubmitted'>;

export function decideAnswer(command: AnswerCommand, conduct: ReadonlyConduct): Decision {
  switch (command.type) {
    case 'AnswerRequest':
      return answer(command, conduct);
    case 'TranslateAnswer':
      return translate(command, conduct);
    case 'ReviewAnswer':
      return review(command, conduct);
    default:
      return unreachable(command);
  }
}

/** The class of an answer that states none: the policy's for answers, else for requests; never stricter than the party's stream, in which it waits. */
export function classOfAnswer(routes: Routes, { by, class: stated }: Pick<Submitted, 'by' | 'class'>): ClassKey {
  if (stated !== undefined) return stated as ClassKey;
  const thing = routes.policy.defaults.some((rule) => rule.thing === 'answer') ? 'answer' : 'request';
  const found = routes.ofThing(thing, by);
  const home = routes.ofRequestsFrom(by);
  return routes.covers(home, found) ? found : home;
}

/** What still keeps an answer from its asker. */
export function answerWaitsFor(
  conduct: ReadonlyConduct,
  submitted: Submitted,
  { translations, review: reviewed }: { readonly translations: ReadonlyMap<string, string>; readonly review: object | null },
): 'translation' | 'review' | undefined {
  const [by, to] = [postNamed(conduct, submitted.by), postNamed(conduct, submitted.to)];
  if (by === undefined || reviewed !== null) return undefined;
  const isRead = readsLanguage(conduct, submitted.to, submitted.language) || [...translations.keys()].some(reads);
  if (!isRead && to !== undefined && hasTranslator(conduct.exercise, by, to)) return 'translation';
  return answerNeedsReview(conduct, submitted) ? 'review' : undefined;

  function reads(language: string): boolean {
    return readsLanguage(conduct, submitted.to, language);
  }
}

/** An answer is reviewed as a request is, by the class that it has. */
export function answerNeedsReview(conduct: Pick<ReadonlyConduct, 'exercise' | 'routes'>, submitted: Submitted): boolean {
  const { posts } = conduct.exercise;
  const [by, to] = [posts.byId.get(submitted.by as never), posts.byId.get(submitted.to as never)];
  return needsReview(conduct, by, to, classOfAnswer(conduct.routes, submitted));
}

/** Whether a party has somebody who can put what its post wrote into a language that another post reads. */
function hasTranslator(exercise: Exercise, by: Post, to: Post): boolean {
  const wanted = languagesOfPost(exercise, to);
  return exercise.posts.list.some(
    ({ role, party, languages }) =>
      by.party !== undefined && party === by.party && translatorRoles.includes(role) && languages.some((one) => wanted.includes(one)),
  );
}

const nothingYet = { translations: new Map<string, string>(), review: null } as const;

function answer(command: Extract<Command, { type: 'AnswerRequest' }>, conduct: ReadonlyConduct): Decision {
  const { request, text, language, madeAt, as = command.by, class: stated } = command.order;
  const { routes } = conduct;
  const post = postNamed(conduct, as);
  const found = slice(conduct, routes.ofPost(as))?.play.requests.get(request);
  if (post === undefined || found?.received == null || !mayActFor(command, post, undefined, conduct))
    return refused('noSuchRequest', { request });
  if (found.answer !== null)
    return found.answer.text === text && found.answer.language === language ? nothingToDo : refused('alreadyAnswered');
  const home = routes.ofRequestsFrom(as);
  if (stated !== undefined) {
    const known = knownClass(stated, conduct);
    if (isProblem(known)) return { outcome: { kind: 'refused', problem: known }, change: [] };
    if (!readsStream(command, stated as ClassKey, conduct)) return refused('noSuchStream', { stream: stated });
    if (!routes.covers(home, stated as ClassKey)) return refused('answerClassTooStrict', { class: stated });
  }
  const asked = found.received as PayloadOf<'RequestReceived'>;
  const submitted: Draft<'AnswerSubmitted'> = { request, by: as, to: asked.from, language, text };
  if (stated !== undefined) submitted.class = stated;
  if (routes.mayName(home, 'procedures', asked.procedure)) submitted.procedure = asked.procedure;
  if (routes.mayName(home, 'serials', asked.serial)) submitted.serial = asked.serial;
  if (madeAt !== undefined) submitted.madeAt = madeAt;
  const answered: Draft<'RequestAnswered'> = { request, by: as, language, text };
  if (madeAt !== undefined) answered.madeAt = madeAt;
  const given = fact(routes.ofPost(as), { type: 'RequestAnswered', payload: answered });
  if (answerWaitsFor(conduct, submitted, nothingYet) !== undefined)
    return accepted(given, fact(home, { type: 'AnswerSubmitted', payload: submitted }));
  const times = timesOf(found as RequestFacts, { submittedAt: command.at, arrivedAt: command.at, madeAt });
  return accepted(given, received(conduct, submitted, { [language]: text }), ...timed(conduct, submitted, times));
}

type Held = AnswerFacts & { readonly submitted: Submitted; readonly submittedAt: MicroInstant };

/** The answer in the author's party, where it is. */
function heldByPartyOf(command: Command, request: string, conduct: ReadonlyConduct): Held | undefined {
  const party = authorOf(conduct, command)?.party;
  if (party === undefined) return undefined;
  const found = slice(conduct, conduct.routes.ofParty(party))?.answers.ofRequest.get(request);
  return found?.submitted == null || found.submittedAt === null ? undefined : (found as Held);
}

function translate(command: Extract<Command, { type: 'TranslateAnswer' }>, conduct: ReadonlyConduct): Decision {
  const { request, language, text } = command.order;
  const held = heldByPartyOf(command, request, conduct);
  if (held === undefined) return refused('noSuchAnswer', { request });
  if (held.translations.has(language)) return nothingToDo;
  if (answerWaitsFor(conduct, held.submitted, held) === undefined) return refused('answerPastReview', { request });
  const { submitted } = held;
  const translations = new Map([...held.translations, [language, text]]);
  const translated = fact(conduct.routes.ofRequestsFrom(submitted.by), {
    type: 'AnswerTranslated',
    payload: { request, language, text, translator: command.by },
  });
  if (answerWaitsFor(conduct, submitted, { translations, review: null }) !== undefined) return accepted(translated);
  const times = { translatedAt: command.at, arrivedAt: command.at };
  return accepted(translated, received(conduct, submitted, textsOf({ submitted, translations })), ...timedHeld(conduct, held, times));
}

function review(command: Extract<Command, { type: 'ReviewAnswer' }>, conduct: ReadonlyConduct): Decision {
  const { request, decision, texts, class: to, reason } = command.order;
  const held = heldByPartyOf(command, request, conduct);
  if (held === undefined) return refused('noSuchAnswer', { request });
  if (held.review !== null) return held.review.decision === decision ? nothingToDo : refused('alreadyReviewed');
  const { submitted } = held;
  if (!answerNeedsReview(conduct, submitted)) return refused('answerNeedsNoReview', { request });
  const released = decision === 'releasedChanged' ? (texts ?? {}) : textsOf(held);
  if (decision === 'withheld') {
    if (reason === undefined || reason.trim() === '') return refused('withholdingNeedsReason');
  } else {
    const problemWith = whyNotReleased(command, conduct, held, released);
    if (problemWith !== undefined) return problemWith;
  }
  const home = conduct.routes.ofRequestsFrom(submitted.by);
  const isRecorded = decision !== 'released' && texts !== undefined;
  const payload: PayloadOf<'AnswerReviewed'> = {
    request,
    decision,
    ...(isRecorded ? { texts } : {}),
    ...(decision === 'releasedChanged' && to !== undefined ? { class: to } : {}),
    ...(reason === undefined ? {} : { reason }),
    reviewer: command.by,
  };
  const told = fact(home, { type: 'AnswerReviewed', payload });
  if (decision === 'withheld') {
    const asked = { request, to: submitted.to, ...(texts === undefined ? {} : { texts }) };
    return accepted(
      told,
      fact(conduct.routes.ofPost(submitted.to), { type: 'AnswerWithheld', payload: asked }),
      ...timedHeld(conduct, held, { reviewedAt: command.at, heldAt: 'withheld' }),
    );
  }
  const arrived = received(conduct, submitted, released, decision === 'releasedChanged' ? to : undefined);
  return accepted(told, arrived, ...timedHeld(conduct, held, { reviewedAt: command.at, arrivedAt: command.at }));
}

/** Why a text may not be let go: nobody who asks could read it, or it is made together with a party that has not consented. */
function whyNotReleased(
  command: Extract<Command, { type: 'ReviewAnswer' }>,
  conduct: ReadonlyConduct,
  { submitted }: Held,
  texts: Readonly<Record<string, string>>,
): Decision | undefined {
  const { request, decision, class: to } = command.order;
  const [by, asker] = [postNamed(conduct, submitted.by), postNamed(conduct, submitted.to)];
  const languages = Object.keys(texts);
  const isRead = languages.some((language) => readsLanguage(conduct, submitted.to, language));
  const mayBeRead = by !== undefined && asker !== undefined && hasTranslator(conduct.exercise, by, asker);
  if (languages.length === 0 || (!isRead && mayBeRead))
    return refused('answerNotTranslated', { request, languages: asker === undefined ? [] : languagesOfPost(conduct.exercise, asker) });
  if (decision === 'releasedChanged') {
    if (to === undefined) return undefined;
    const known = knownClass(to, conduct);
    if (isProblem(known)) return { outcome: { kind: 'refused', problem: known }, change: [] };
    return conduct.routes.reads(submitted.to, to as ClassKey)
      ? undefined
      : refused('answerClassNotRead', { class: to, post: submitted.to });
  }
  const made = conduct.routes.classAt(classOfAnswer(conduct.routes, submitted));
  const consented = new Set<string>([...(by?.party === undefined ? [] : [by.party]), ...partiesAgreeing(conduct, 'release', request)]);
  const missing = command.by === systemAuthor ? [] : originatorsOf(made, conduct).filter((party) => !consented.has(party));
  if (missing.length === 0) return undefined;
  const hint = { key: 'conduct.askConsent', values: { subject: request } };
  return {
    outcome: { kind: 'refused', problem: problem('conduct.releaseNeedsConsent', { parties: missing.toSorted() }, hint) },
    change: [],
  };
}

const textsOf = ({ submitted, translations }: Pick<Held, 'submitted' | 'translations'>): Record<string, string> => ({
  [submitted.language]: submitted.text,
  ...Object.fromEntries(translations),
});

/** The answer as its asker gets it. */
function received(conduct: ReadonlyConduct, { request, to }: Submitted, texts: Readonly<Record<string, string>>, released?: string): Fact {
  const payload = { request, to, texts, ...(released === undefined ? {} : { class: released }) };
  return fact(conduct.routes.ofPost(to), { type: 'AnswerReceived', payload });
}

/** What is told to everyone of a request once its answer arrived, or will not. */
function timed(conduct: ReadonlyConduct, { request, by, to }: Submitted, times: AnswerTimes): readonly Fact[] {
  const asked = slice(conduct, conduct.routes.ofPost(by))?.play.requests.get(request)?.received;
  const held = slice(conduct, conduct.routes.ofRequestsFrom(to))?.play.requests.get(request);
  return asked == null || held === undefined
    ? []
    : requestTimed(conduct, asked as PayloadOf<'RequestReceived'>, held as RequestFacts, times);
}

function timedHeld(conduct: ReadonlyConduct, held: Held, changes: Partial<AnswerTimes>): readonly Fact[] {
  return timed(conduct, held.submitted, timesOfHeld(conduct, held, changes));
}

function timesOfHeld(conduct: ReadonlyConduct, held: Held, changes: Partial<AnswerTimes>): AnswerTimes {
  const { by, request, madeAt } = held.submitted;
  const run = slice(conduct, conduct.routes.ofPost(by))?.play.requests.get(request) as RequestFacts | undefined;
  const { submittedAt, translatedAt, reviewedAt } = held;
  return { ...timesOf(run, { submittedAt, arrivedAt: null, madeAt }), translatedAt, reviewedAt, ...changes };
}

/** An answer is given when its author says so, but never before the question came nor after it was handed in. */
function timesOf(
  run: Pick<RequestFacts, 'receivedAt'> | undefined,
  { submittedAt, arrivedAt, madeAt }: Pick<AnswerTimes, 'submittedAt' | 'arrivedAt'> & Pick<Submitted, 'madeAt'>,
): AnswerTimes {
  const givenAt = madeAt === undefined ? submittedAt : Math.max(Math.min(madeAt.at, submittedAt), run?.receivedAt ?? submittedAt);
  return { givenAt: givenAt as MicroInstant, submittedAt, translatedAt: null, reviewedAt: null, arrivedAt };
}

/** The times of an answer that was given and has not gone out; undefined where it has, or there is none. */
export function timesWhereHeld(conduct: ReadonlyConduct, request: string, by: string): AnswerTimes | undefined {
  const held = slice(conduct, conduct.routes.ofRequestsFrom(by))?.answers.ofRequest.get(request);
  if (held?.submitted == null || held.submittedAt === null) return undefined;
  const waits = answerWaitsFor(conduct, held.submitted as Submitted, held as AnswerFacts);
  return waits === undefined ? undefined : timesOfHeld(conduct, held as Held, { heldAt: waits });
}
