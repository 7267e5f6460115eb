/** Messages between posts: sent in the sender's stream, received in each receiver's; translated where a receiver cannot read them; acknowledged in both. */
import { languagesOfPost, type Post } from '../../exercise/index.ts';
import { unreachable } from '../../kernel/index.ts';
import type { Command } from '../commands/commands.ts';
import type { ReadonlyConduct } from '../conduct.ts';
import { accepted, type Decision, type Fact, fact, nothingToDo, refused } from '../decision.ts';
import type { Draft } from '../events/events.ts';
import type { StreamKey } from '../log/envelope.ts';
import { mayActFor, translatorsFor } from './acting.ts';
import { postNamed, slice } from './asking.ts';

export type MessageCommand = Extract<Command, { type: 'SendMessage' | 'TranslateMessage' | 'AcknowledgeMessage' }>;

export function decideMessage(command: MessageCommand, conduct: ReadonlyConduct): Decision {
  switch (command.type) {
    case 'SendMessage':
      return send(command, conduct);
    case 'TranslateMessage':
      return translate(command, conduct);
    case 'AcknowledgeMessage':
      return acknowledge(command, conduct);
    default:
      return unreachable(command);
  }
}

function send(command: Extract<Command, { type: 'SendMessage' }>, conduct: ReadonlyConduct): Decision {
  const { message, from: fromId, language, means, text, replyTo, serial, onBehalf, madeAt } = command.order;
  const from = postNamed(conduct, fromId);
  if (from === undefined) return refused('noSuchPost', { post: fromId });
  if (!mayActFor(command, from, onBehalf?.of, conduct)) return refused('notYourPost', { post: fromId });
  const home = conduct.routes.ofMessagesFrom(fromId);
  if (slice(conduct, home)?.play.messages.get(message)?.sent != null) return nothingToDo;
  const to: Post[] = [];
  for (const id of command.order.to.length === 1 ? command.order.to : new Set(command.order.to)) {
    const post = postNamed(conduct, id);
    if (post === undefined) return refused('noSuchPost', { post: id });
    to.push(post);
  }
  const payload: Draft<'MessageSent'> = { message, from: fromId, to: to.map(({ id }) => id), language, means, text };
  if (replyTo !== undefined && knows(conduct, home, replyTo)) payload.replyTo = replyTo;
  if (conduct.routes.mayName(home, 'serials', serial)) payload.serial = serial;
  if (onBehalf !== undefined) payload.onBehalf = onBehalf;
  if (madeAt !== undefined) payload.madeAt = madeAt;
  const sent = fact(home, { type: 'MessageSent', payload });
  const facts = [sent];
  for (const post of to) receive(facts, conduct, command.order, from, post);
  return accepted(...facts);
}

/** Adds what one receiver gets, and where it cannot read it, its translators. */
function receive(
  facts: Fact[],
  conduct: ReadonlyConduct,
  order: Extract<Command, { type: 'SendMessage' }>['order'],
  from: Post,
  to: Post,
): void {
  const { message, language, means, text, replyTo } = order;
  const stream = conduct.routes.ofPost(to.id);
  const arrived: Draft<'MessageReceived'> = { message, from: from.id, to: to.id, language, means, text };
  if (replyTo !== undefined && knows(conduct, stream, replyTo)) arrived.replyTo = replyTo;
  facts.push(fact(stream, { type: 'MessageReceived', payload: arrived }));
  const languages = languagesOfPost(conduct.exercise, to);
  if (languages.includes(language)) return;
  const into = [...languages];
  for (const translator of translatorsFor(conduct, from, to, language)) {
    const payload = { message, from: from.id, to: to.id, language, into, text };
    facts.push(fact(conduct.routes.ofPost(translator.id), { type: 'TranslationWanted', payload }));
  }
}

/** Whether every reader of a stream knows a message: it stands there, or before everyone. */
function knows(conduct: ReadonlyConduct, stream: StreamKey, message: string): boolean {
  return [stream, conduct.routes.everyone].some((one) => {
    const found = slice(conduct, one)?.play.messages.get(message);
    return (found?.sent ?? found?.received) != null && conduct.routes.covers(stream, one);
  });
}

function translate(command: Extract<Command, { type: 'TranslateMessage' }>, conduct: ReadonlyConduct): Decision {
  const { message, to: toId, language, text } = command.order;
  const to = postNamed(conduct, toId);
  const wanted = slice(conduct, conduct.routes.ofPost(command.by))?.play.messages.get(message)?.wanted;
  if (to === undefined || wanted?.to !== toId) return refused('noSuchMessage', { message });
  const stream = conduct.routes.ofPost(toId);
  const there = slice(conduct, stream)?.play.messages.get(message);
  if (there?.translations.has(language) === true) return nothingToDo;
  const from = postNamed(conduct, wanted.from);
  const others = from === undefined ? [] : translatorsFor(conduct, from, to, wanted.language).map(({ id }) => conduct.routes.ofPost(id));
  const payload = { message, to: toId, language, text, translator: command.by };
  return accepted(...[stream, ...others].map((one) => fact(one, { type: 'MessageTranslated', payload })));
}

function acknowledge(command: Extract<Command, { type: 'AcknowledgeMessage' }>, conduct: ReadonlyConduct): Decision {
  const { message, as = command.by } = command.order;
  const post = postNamed(conduct, as);
  const stream = conduct.routes.ofPost(as);
  const found = slice(conduct, stream)?.play.messages.get(message);
  if (post === undefined || found?.received == null || !mayActFor(command, post, undefined, conduct))
    return refused('noSuchMessage', { message });
  if (found.acknowledgedBy.has(as)) return nothingToDo;
  const home = conduct.routes.ofMessagesFrom(found.received.from);
  const payload = { message, by: as };
  return accepted(...[...new Set([stream, home])].map((one) => fact(one, { type: 'MessageAcknowledged', payload })));
}
