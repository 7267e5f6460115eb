/** How injects, messages, requests and contacts are told. */
import { isProblem } from '../../kernel/index.ts';
import { marking, readClassKey } from '../../release/index.ts';
import type { PayloadOf } from '../events/events.ts';
import type { playEvents } from '../events/play.ts';
import type { Naming } from './naming.ts';
import { orNone, type TellingOf } from './telling-of.ts';

const aboutInject = ({ inject }: { readonly inject: string }, naming: Naming) => ({ inject: naming.inject(inject) });
const posts = (ids: readonly string[], naming: Naming): readonly string[] => ids.map(naming.post);
const answer = ({ by, text }: { readonly by: string; readonly text: string }, naming: Naming) => ({ by: naming.post(by), text });
const minutes = (seconds: number | null): number => Math.round((seconds ?? 0) / 60);

export const playTellings: { readonly [T in keyof typeof playEvents]: TellingOf<T> } = {
  InjectStatusChanged: {
    subject: 'inject',
    routine: true,
    values: ({ inject, status, reason }, naming) => ({ inject: naming.inject(inject), status, reason: orNone(reason) }),
  },
  InjectDue: { subject: 'inject', routine: true, values: ({ inject, cause }, naming) => ({ inject: naming.inject(inject), cause }) },
  InjectSet: { subject: 'inject', routine: true, values: aboutInject },
  InjectReleased: { subject: 'inject', values: aboutInject },
  InjectPlayed: { subject: 'inject', values: aboutInject },
  ExpectedActionSeen: {
    subject: 'inject',
    values: ({ inject, outcome, note }, naming) => ({ inject: naming.inject(inject), outcome, note: orNone(note) }),
  },
  InjectCompleted: { subject: 'inject', routine: true, values: aboutInject },
  InjectAnswered: {
    subject: 'inject',
    values: ({ inject, by, text }, naming) => ({ inject: naming.inject(inject), by: naming.post(by), text }),
  },
  InjectReviewAsked: { subject: 'inject', routine: true, values: aboutInject },
  InjectReviewed: {
    subject: 'inject',
    routine: true,
    values: ({ inject, decision }, naming) => ({ inject: naming.inject(inject), decision }),
  },
  TextForReview: {
    subject: 'release',
    values: ({ to, texts }, naming) => ({ to: posts(to, naming), text: naming.texts(texts) }),
  },
  TextReviewed: { subject: 'release', values: ({ decision, reviewer }, naming) => ({ decision, by: naming.post(reviewer) }) },
  PlayedInjectReleased: {
    subject: 'inject',
    routine: true,
    values: ({ number, title }, naming) => ({ inject: `${number} ${naming.of(title)}` }),
  },
  InjectReceived: {
    subject: 'inject',
    routine: 'withMsel',
    values: ({ number, to, from, means, texts }, naming) => ({
      number,
      to: naming.post(to),
      from: naming.of(from),
      means,
      text: naming.texts(texts),
    }),
  },
  DeliveryRead: { subject: 'inject', routine: true, values: ({ by }, naming) => ({ by: naming.post(by) }) },
  DeliveryAnswered: { subject: 'inject', routine: true, values: answer },
  MessageSent: {
    subject: 'message',
    routine: true,
    values: ({ from, to, means, text }, naming) => ({ from: naming.post(from), to: posts(to, naming), means, text }),
  },
  MessageReceived: {
    subject: 'message',
    values: ({ from, to, means, text }, naming) => ({ from: naming.post(from), to: naming.post(to), means, text }),
  },
  MessageTranslated: {
    subject: 'message',
    routine: true,
    values: ({ to, language, text, translator }, naming) => ({
      to: naming.post(to),
      language: naming.tongue(language),
      text,
      by: naming.post(translator),
    }),
  },
  TranslationWanted: {
    subject: 'message',
    routine: true,
    values: ({ from, to, language, into }, naming) => ({
      from: naming.post(from),
      to: naming.post(to),
      language: naming.tongue(language),
      into: into.map(naming.tongue),
    }),
  },
  MessageAcknowledged: { subject: 'message', routine: true, values: ({ by }, naming) => ({ by: naming.post(by) }) },
  RequestMade: { subject: 'request', values: requested },
  RequestTranslated: {
    subject: 'request',
    routine: true,
    values: ({ language, text, translator }, naming) => ({ language: naming.tongue(language), text, by: naming.post(translator) }),
  },
  RequestReviewed: { subject: 'request', values: ({ decision, reviewer }, naming) => ({ decision, by: naming.post(reviewer) }) },
  RequestReceived: {
    subject: 'request',
    values: ({ from, to, texts }, naming) => ({ from: naming.post(from), to: naming.post(to), text: naming.texts(texts) }),
  },
  RequestAnswered: { subject: 'request', values: answer },
  AnswerReceived: {
    subject: 'request',
    values: ({ to, texts, class: released }, naming) => ({
      to: naming.post(to),
      text: naming.texts(texts),
      mark: markOf(released, naming),
    }),
  },
  RequestTimed: {
    subject: 'request',
    values: ({ from, to, answered, onTime, answerHeldAt, decideSeconds, translateSeconds, reviewSeconds, deliverSeconds }, naming) => ({
      from: naming.party(from),
      to: naming.party(to),
      answered,
      held: orNone(answerHeldAt),
      onTime: onTime === null ? 'none' : String(onTime),
      minutes: minutes((decideSeconds ?? 0) + translateSeconds + reviewSeconds + deliverSeconds),
    }),
  },
  ContactMarked: {
    subject: 'contact',
    routine: true,
    values: ({ from, to, means, about }, naming) => ({ from: naming.post(from), to: naming.post(to), means, about: orNone(about) }),
  },
};

/** The mark of a class that a text was given, as it stands before a portion. */
function markOf(released: string | undefined, { exercise, language }: Naming): string {
  const found = released === undefined ? undefined : readClassKey(released);
  if (found === undefined || isProblem(found)) return 'none';
  return marking(found.label, exercise.policy.scale, exercise.policy.equivalents, language, '').portion;
}

function requested({ from, to, text }: PayloadOf<'RequestMade'>, naming: Naming) {
  return { from: naming.post(from), to: naming.post(to), text };
}
