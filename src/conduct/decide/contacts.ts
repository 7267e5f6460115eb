/** Contacts: one communication across posts, also by voice, captured with one mark. */
import type { Command } from '../commands/commands.ts';
import type { ReadonlyConduct } from '../conduct.ts';
import { accepted, type Decision, fact, nothingToDo, refused } from '../decision.ts';
import type { StreamKey } from '../log/envelope.ts';
import { postNamed, slice } from './asking.ts';

export function decideContact(command: Extract<Command, { type: 'MarkContact' }>, conduct: ReadonlyConduct): Decision {
  const { order } = command;
  if (postNamed(conduct, order.from) === undefined) return refused('noSuchPost', { post: order.from });
  if (postNamed(conduct, order.to) === undefined) return refused('noSuchPost', { post: order.to });
  if (order.interpreter !== undefined && postNamed(conduct, order.interpreter) === undefined)
    return refused('noSuchPost', { post: order.interpreter });
  const home = conduct.routes.ofThing('contact', command.by);
  if (slice(conduct, home)?.play.contacts.has(order.contact) === true) return nothingToDo;
  const facts = [fact(home, { type: 'ContactMarked', payload: asKnownIn(home, order, conduct) })];
  for (const stream of conduct.routes.releasesOf('contact', command.by, 'whenMade'))
    facts.push(fact(stream, { type: 'ContactMarked', payload: asKnownIn(stream, order, conduct) }));
  return accepted(...facts);
}

/** The mark without what the stream's readers may not know. */
function asKnownIn(stream: StreamKey, order: Extract<Command, { type: 'MarkContact' }>['order'], { routes }: ReadonlyConduct) {
  const { contact, from, to, means, language, interpreter, serial, procedure, about, onBehalf, madeAt } = order;
  const maySerial = serial === undefined || routes.mayName(stream, 'serials', serial);
  const mayProcedure = procedure === undefined || routes.mayName(stream, 'procedures', procedure);
  if (maySerial && mayProcedure) return order;
  return {
    contact,
    from,
    to,
    means,
    ...(language === undefined ? {} : { language }),
    ...(interpreter === undefined ? {} : { interpreter }),
    ...(serial !== undefined && maySerial ? { serial } : {}),
    ...(procedure !== undefined && mayProcedure ? { procedure } : {}),
    ...(about === undefined ? {} : { about }),
    ...(onBehalf === undefined ? {} : { onBehalf }),
    ...(madeAt === undefined ? {} : { madeAt }),
  };
}
