/** Erasure: two people order that a payload goes for good. What the document stands on goes only with what takes its place. */
import type { Command } from '../commands/commands.ts';
import type { ReadonlyConduct } from '../conduct.ts';
import { accepted, type Decision, type Fact, fact, nothingToDo, refused, telling } from '../decision.ts';
import { holdersOf, streamsOfHolders } from '../holders.ts';
import type { StreamKey } from '../log/envelope.ts';
import { erasureKey } from '../state/release.ts';
import { fileNamed, slice, systemAuthor } from './asking.ts';
import { readsStream } from './release.ts';

export type ErasureCommand = Extract<Command, { type: 'ErasePayload' | 'ErasePerson' }>;
type Target = { readonly stream: StreamKey; readonly origin: string; readonly sequence: number };

export function decideErasure(command: ErasureCommand, conduct: ReadonlyConduct): Decision {
  const [first, second] = command.order.orderedBy;
  if (first === undefined || second === undefined || first === second) return refused('erasureNeedsTwo');
  if (sameHolder(first, second, conduct))
    return telling(refused('erasureNeedsTwo'), ...[first, second].flatMap((post) => streamsOfHolders(conduct, post)));
  if (command.by !== systemAuthor && !command.order.orderedBy.includes(command.by)) return refused('erasureNotYours');
  return command.type === 'ErasePayload' ? erasePayload(command, conduct) : erasePerson(command, conduct);
}

function erasePayload(command: Extract<Command, { type: 'ErasePayload' }>, conduct: ReadonlyConduct): Decision {
  const { stream, origin, sequence } = command.order;
  const target = { stream: stream as StreamKey, origin, sequence };
  const held = slice(conduct, stream);
  if (held === undefined || !readsStream(command, target.stream, conduct)) return refused('noSuchStream', { stream });
  if (sequence < 1 || sequence > held.length) return refused('noSuchEvent', { sequence });
  if (isErased(target, conduct)) return nothingToDo;
  const file = fileOn(target, conduct);
  if (file !== undefined) return refused('erasureOfDocument', { file });
  return accepted(...ordered(command, [target], [], conduct));
}

function erasePerson(command: Extract<Command, { type: 'ErasePerson' }>, conduct: ReadonlyConduct): Decision {
  const { person, events, files } = command.order;
  const targets = events.map((event) => ({ ...event, stream: event.stream as StreamKey })).filter((target) => !isErased(target, conduct));
  const streams = [...targets.map(({ stream }) => stream), ...files.map((file) => file.class as StreamKey)];
  if (streams.some((stream) => !readsStream(command, stream, conduct))) return refused('noSuchPerson', { person });
  if (targets.length === 0)
    return conduct.exercise.persons.byId.has(person) || events.length > 0 ? nothingToDo : refused('noSuchPerson', { person });
  const adopted = files.map(({ file, class: stream, text, hash }) =>
    fact(stream as StreamKey, { type: 'DocumentAdopted', payload: { file, text, hash } }),
  );
  return accepted(...ordered(command, targets, adopted, conduct));
}

/** The first order of the two waits for the second, which makes it so. Two posts that one person holds are one person. */
function ordered(command: ErasureCommand, targets: readonly Target[], before: readonly Fact[], conduct: ReadonlyConduct): readonly Fact[] {
  const { orderedBy, reason } = command.order;
  const [first = '', second = ''] = orderedBy;
  const { knowsPosts } = conduct.routes;
  const other = command.by === first ? second : first;
  const waiting = targets.filter((target) => command.by !== systemAuthor && !askedBy(target, other, conduct));
  if (waiting.length > 0) {
    return waiting
      .filter((target) => !askedBy(target, command.by, conduct))
      .map((target) => fact(askedIn(target, conduct), { type: 'ErasureAsked', payload: { ...target, by: command.by, reason } }));
  }
  const erased = targets.map((target) => {
    const named = knowsPosts(target.stream) ? [first, second] : ['first', 'second'];
    return fact(target.stream, { type: 'PayloadErased', payload: { ...target, orderedBy: named, reason } });
  });
  return [...before, ...erased];
}

const askedIn = ({ stream }: Target, { routes }: ReadonlyConduct): StreamKey => (routes.knowsPosts(stream) ? stream : routes.excon);

function askedBy(target: Target, post: string, conduct: ReadonlyConduct): boolean {
  const { stream, origin, sequence } = target;
  return (
    slice(conduct, askedIn(target, conduct))
      ?.release.erasuresAsked.get(erasureKey(stream, origin, sequence))
      ?.has(post) === true
  );
}

function isErased({ stream, origin, sequence }: Target, conduct: ReadonlyConduct): boolean {
  return slice(conduct, stream)?.release.erased.some((one) => one.origin === origin && one.sequence === sequence) === true;
}

/** The file whose present text stands on an event. */
function fileOn({ stream, origin, sequence }: Target, conduct: ReadonlyConduct): string | undefined {
  for (const [file, { said }] of slice(conduct, stream)?.adoption.files ?? []) {
    const isOn = said.some((one) => one.origin === origin && one.sequence === sequence);
    if (isOn && fileNamed(conduct, file)?.stream === stream) return file;
  }
  return undefined;
}

function sameHolder(first: string, second: string, conduct: ReadonlyConduct): boolean {
  const [ofFirst, ofSecond] = [holdersOf(conduct, first), holdersOf(conduct, second)];
  return ofFirst.size === 1 && ofSecond.size === 1 && [...ofFirst].every((holder) => ofSecond.has(holder));
}
