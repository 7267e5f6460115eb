/** Contacts: one communication across posts, also by voice, captured with one mark. */
import type { Command } from '../commands/commands.ts';
import type { ReadonlyConduct } from '../conduct.ts';
import { accepted, type Decision, fact, nothingToDo, refused } from '../decision.ts';
import type { StreamKey } from '../log/envelope.ts';
import { postNamed, slice } from './asking.ts';

export function decideContact(command: Extract<Command, { type: 'MarkContact' }>, conduct: ReadonlyConduct): Decision {
  const { order } = command;
  for (const post of [order.from, order.to, ...(order.interpreter === undefined ? [] : [order.interpreter])]) {
    if (postNamed(conduct, post) === undefined) return refused('noSuchPost', { post });
  }
  const home = conduct.routes.ofThing('contact', command.by);
  if (slice(conduct, home)?.play.contacts.has(order.contact) === true) return nothingToDo;
  const streams = [home, ...conduct.routes.releasesOf('contact', command.by, 'whenMade')];
  return accepted(...streams.map((stream) => fact(stream, { type: 'ContactMarked', payload: asKnownIn(stream, order, conduct) })));
}

/** The mark without what the stream's readers may not know. */
function asKnownIn(stream: StreamKey, order: Extract<Command, { type: 'MarkContact' }>['order'], { routes }: ReadonlyConduct) {
  const { contact, from, to, means, language, interpreter, serial, procedure, about, onBehalf, madeAt } = order;
  return {
    contact,
    from,
    to,
    means,
    ...(language === undefined ? {} : { language }),
    ...(interpreter === undefined ? {} : { interpreter }),
    ...(routes.mayName(stream, 'serials', serial) ? { serial } : {}),
    ...(routes.mayName(stream, 'procedures', procedure) ? { procedure } : {}),
    ...(about === undefined ? {} : { about }),
    ...(onBehalf === undefined ? {} : { onBehalf }),
    ...(madeAt === undefined ? {} : { madeAt }),
  };
}
