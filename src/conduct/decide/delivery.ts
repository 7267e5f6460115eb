/** What recipients get of an inject, self-contained and in their languages; and how they read and answer it. */
import { type Inject, isChecked, languagesOfPost } from '../../exercise/index.ts';
import type { Command } from '../commands/commands.ts';
import type { HomeConduct, ReadonlyConduct } from '../conduct.ts';
import { accepted, type Decision, type Fact, fact, nothingToDo, refused } from '../decision.ts';
import { mayActFor } from './acting.ts';
import { postNamed, slice } from './asking.ts';

const recipients = new WeakMap<Inject, readonly string[]>();

function recipientsOf(inject: Inject): readonly string[] {
  const known = recipients.get(inject);
  if (known !== undefined) return known;
  const posts = [...new Set<string>(inject.to)];
  recipients.set(inject, posts);
  return posts;
}

/** The identifiers of what each recipient receives of an inject. */
export function deliveriesOf(conduct: ReadonlyConduct, inject: Inject): string[] {
  return recipientsOf(inject).map((post) => conduct.routes.deliveryOf(inject.id, post));
}

/** The recipients, as posts, in none of whose languages the text is checked. */
export function languagesMissing(conduct: ReadonlyConduct, inject: Inject): readonly string[] {
  return recipientsOf(inject).filter((post) => Object.keys(textsFor(conduct, inject, post)).length === 0);
}

/** One event for each recipient, numbered in the recipient's own stream. */
export function deliver(conduct: ReadonlyConduct, inject: Inject): readonly Fact[] {
  return recipientsOf(inject).map((post) => {
    const stream = conduct.routes.ofPost(post);
    return fact(stream, {
      type: 'InjectReceived',
      payload: {
        delivery: conduct.routes.deliveryOf(inject.id, post),
        number: (slice(conduct, stream)?.play.received ?? 0) + 1,
        to: post,
        from: inject.from.plays,
        means: inject.means,
        texts: textsFor(conduct, inject, post),
        ...(inject.answerWithin === undefined ? {} : { answerWithinMinutes: inject.answerWithin.minutes }),
      },
    });
  });
}

/** The checked text in the languages that a post reads, its own first. */
export function textsFor(conduct: ReadonlyConduct, inject: Inject, post: string): Record<string, string> {
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
  const answered = fact(stream, {
    type: 'DeliveryAnswered',
    payload: {
      delivery,
      by: post.id,
      text,
      language,
      ...(onBehalf === undefined ? {} : { onBehalf }),
      ...(madeAt === undefined ? {} : { madeAt }),
    },
  });
  const inject = conduct.agenda.injectOf.get(delivery);
  if (inject === undefined) return accepted(answered);
  return accepted(
    answered,
    fact(conduct.routes.ofInject(inject), { type: 'InjectAnswered', payload: { inject, delivery, by: post.id, text, language } }),
  );
}
