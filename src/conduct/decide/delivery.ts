/** What recipients get of an inject, self-contained and in their languages; and how they read and answer it. */
import { type Inject, isChecked, languagesOfPost } from '../../exercise/index.ts';
import type { Command } from '../commands/commands.ts';
import type { HomeConduct, ReadonlyConduct } from '../conduct.ts';
import { accepted, type Decision, type Fact, fact, nothingToDo, refused } from '../decision.ts';
import type { Draft } from '../events/events.ts';
import type { StreamKey } from '../log/envelope.ts';
import type { Routes } from '../routes.ts';
import { mayActFor } from './acting.ts';
import { postNamed, slice } from './asking.ts';

/** What a recipient gets of an inject, as the document alone says it: worked out once, for everyone asks for it with every release. */
type Parcel = {
  readonly to: string;
  readonly stream: StreamKey;
  readonly delivery: string;
  /** The checked text in the languages that the recipient reads, its own first. */
  readonly texts: Record<string, string>;
};

/** What goes out with an inject, and the recipients in none of whose languages its text is checked. */
type Parcels = { readonly list: readonly Parcel[]; readonly unreadable: readonly string[] };

const parcels = new WeakMap<Routes, Map<Inject, Parcels>>();

function parcelsOf(conduct: ReadonlyConduct, inject: Inject): Parcels {
  const { routes } = conduct;
  let ofInjects = parcels.get(routes);
  if (ofInjects === undefined) {
    ofInjects = new Map();
    parcels.set(routes, ofInjects);
  }
  let known = ofInjects.get(inject);
  if (known === undefined) {
    const list = [...new Set<string>(inject.to)].map((to) => ({
      to,
      stream: routes.ofPost(to),
      delivery: routes.deliveryOf(inject.id, to),
      texts: textsFor(conduct, inject, to),
    }));
    known = { list, unreadable: list.flatMap(({ to, texts }) => (Object.keys(texts).length === 0 ? to : [])) };
    ofInjects.set(inject, known);
  }
  return known;
}

/** The identifiers of what each recipient receives of an inject. */
export function deliveriesOf(conduct: ReadonlyConduct, inject: Inject): string[] {
  return parcelsOf(conduct, inject).list.map(({ delivery }) => delivery);
}

/** The recipients, as posts, in none of whose languages the text is checked. */
export function languagesMissing(conduct: ReadonlyConduct, inject: Inject): readonly string[] {
  return parcelsOf(conduct, inject).unreadable;
}

/** One event for each recipient, numbered in the recipient's own stream. */
export function deliver(conduct: ReadonlyConduct, inject: Inject): readonly Fact[] {
  const { from, means, answerWithin } = inject;
  return parcelsOf(conduct, inject).list.map(({ to, stream, delivery, texts }) => {
    const number = (slice(conduct, stream)?.play.received ?? 0) + 1;
    const payload: Draft<'InjectReceived'> = { delivery, number, to, from: from.plays, means, texts };
    if (answerWithin !== undefined) payload.answerWithinMinutes = answerWithin.minutes;
    return fact(stream, { type: 'InjectReceived', payload });
  });
}

function textsFor(conduct: ReadonlyConduct, inject: Inject, post: string): Record<string, string> {
  const found = postNamed(conduct, post);
  const languages = found === undefined ? [] : languagesOfPost(conduct.exercise, found);
  const texts: Record<string, string> = {};
  for (const language of languages) {
    const translation = Object.hasOwn(inject.text.texts, language) ? inject.text.texts[language] : undefined;
    if (translation !== undefined && translation.text !== '' && isChecked(translation.state)) texts[language] = translation.text;
  }
  return texts;
}

export type DeliveryCommand = Extract<Command, { type: 'ReadDelivery' | 'AnswerDelivery' }>;

export function decideDelivery(command: DeliveryCommand, conduct: HomeConduct): Decision {
  const { delivery } = command.order;
  const of = command.type === 'AnswerDelivery' ? command.order.onBehalf?.of : undefined;
  const id = of ?? command.by;
  const post = postNamed(conduct, id);
  const found = slice(conduct, conduct.routes.ofPost(id))?.play.deliveries.get(delivery);
  if (post === undefined || found?.received == null || !mayActFor(command, post, of, conduct))
    return refused('noSuchDelivery', { delivery });
  const stream = conduct.routes.ofPost(post.id);
  if (command.type === 'ReadDelivery') {
    return found.readAt !== null ? nothingToDo : accepted(fact(stream, { type: 'DeliveryRead', payload: { delivery, by: post.id } }));
  }
  const { text, language, onBehalf, madeAt } = command.order;
  if (found.answer !== null)
    return found.answer.text === text && found.answer.language === language ? nothingToDo : refused('alreadyAnswered');
  const payload: Draft<'DeliveryAnswered'> = { delivery, by: post.id, text, language };
  if (onBehalf !== undefined) payload.onBehalf = onBehalf;
  if (madeAt !== undefined) payload.madeAt = madeAt;
  const answered = fact(stream, { type: 'DeliveryAnswered', payload });
  const inject = conduct.agenda.injectOf.get(delivery);
  if (inject === undefined) return accepted(answered);
  return accepted(
    answered,
    fact(conduct.routes.ofInject(inject), { type: 'InjectAnswered', payload: { inject, delivery, by: post.id, text, language } }),
  );
}
