/** Release: text that goes to a wider stream, its withdrawal, and posts taken and left. */
import { isProblem, type Problem, problem, unreachable } from '../../kernel/index.ts';
import { type Class, type ClassKey, checkClass, isBlocked, join, readClassKey, whyBlocked, widens } from '../../release/index.ts';
import type { Command } from '../commands/commands.ts';
import type { ReadonlyConduct } from '../conduct.ts';
import { accepted, type Decision, fact, nothingToDo, refused } from '../decision.ts';
import { holdersOf } from '../holders.ts';
import type { StreamKey } from '../log/envelope.ts';
import { partiesOfPost } from '../policy.ts';
import { authorOf, postNamed, slice, systemAuthor } from './asking.ts';
import { partiesAgreeing, partiesAgreeingToText } from './consent.ts';

export type ReleaseCommand = Extract<Command, { type: 'ReleaseText' | 'WithdrawText' | 'TakePost' | 'LeavePost' }>;

export function decideRelease(command: ReleaseCommand, conduct: ReadonlyConduct): Decision {
  switch (command.type) {
    case 'ReleaseText':
      return releaseText(command, conduct);
    case 'WithdrawText':
      return withdrawText(command, conduct);
    case 'TakePost':
    case 'LeavePost':
      return changeHolder(command, conduct);
    default:
      return unreachable(command);
  }
}

const refusedWith = (found: Problem): Decision => ({ outcome: { kind: 'refused', problem: found }, change: [] });

/** The text's class must be the join of the portions it is made from, or narrower; wider only with the consent of all who made them. */
function releaseText(command: Extract<Command, { type: 'ReleaseText' }>, conduct: ReadonlyConduct): Decision {
  const { record, thing, title, text, language, reason } = command.order;
  const to = knownClass(command.order.to, conduct);
  if (isProblem(to)) return refusedWith(to);
  const stream = command.order.to as ClassKey;
  const from: { readonly key: ClassKey; readonly class: Class }[] = [];
  for (const key of command.order.from.length > 0 ? command.order.from : [conduct.routes.ofThing(thing, command.by)]) {
    const found = readClassKey(key);
    if (isProblem(found)) return refusedWith(found);
    if (!readsStream(command, key as ClassKey, conduct)) return refused('noSuchStream', { stream: key });
    from.push({ key: key as ClassKey, class: found });
  }
  const before = slice(conduct, stream)?.release.texts.get(record);
  if (before?.released != null)
    return before.released.text === text && before.withdrawn === null ? nothingToDo : refused('identifierTaken', { name: record });
  // Texts are equally authentic because every party agreed to them, each as it stands: releasing one is no consent of its own.
  const consent = thing === 'communique' ? partiesAgreeingToText(conduct, record, { language, title, text }) : undefined;
  if (consent !== undefined && command.by !== systemAuthor && !consent.isAgreed)
    return refused(consent.isToAnother ? 'consentToAnotherText' : 'consentMissing', { subject: record });
  const missing = consentStillNeeded(command, to, from, consent?.parties ?? [], conduct);
  if (missing.length > 0) {
    const { scale } = conduct.routes.policy;
    const joined = join(
      from.map((one) => one.class.label),
      scale,
    );
    if (isBlocked(joined)) return refusedWith(whyBlocked(joined, (index) => from[index]?.key));
    return refusedWith(
      problem('conduct.releaseNeedsConsent', { parties: missing }, { key: 'conduct.askConsent', values: { subject: record } }),
    );
  }
  const author = authorOf(conduct, command);
  const by = author === undefined ? {} : { by: author.id };
  const recorded = { record, thing, to: stream, from: from.map(({ key }) => key), ...by, title, text, language };
  return accepted(
    fact(stream, { type: 'TextReleased', payload: { record, thing, title, text, language, ...(reason === undefined ? {} : { reason }) } }),
    fact(conduct.routes.ofRequestsFrom(command.by), { type: 'ReleaseRecorded', payload: recorded }),
  );
}

/** The parties that made what is widened and have not consented; a party's release officer or co-director consents for it by releasing. */
function consentStillNeeded(
  command: Extract<Command, { type: 'ReleaseText' }>,
  to: Class,
  from: readonly { readonly class: Class }[],
  agreeing: readonly string[],
  conduct: ReadonlyConduct,
): readonly string[] {
  if (command.by === systemAuthor) return [];
  const author = authorOf(conduct, command);
  const own = author?.party !== undefined && author.role !== 'pressOfficer' ? [author.party as string] : [];
  const consented = new Set([...own, ...agreeing, ...partiesAgreeing(conduct, 'release', command.order.record)]);
  const widened = from.filter((one) => widens(one.class, to, conduct.routes.policy.scale));
  const originators = new Set(widened.flatMap((one) => originatorsOf(one.class, conduct)));
  return [...originators].filter((party) => !consented.has(party)).sort();
}

/** Whose a class is: its party's, its post's party's; what everyone or EXCON made is all parties'. */
export function originatorsOf({ label, audience }: Class, conduct: ReadonlyConduct): readonly string[] {
  if (audience.kind === 'party') return [audience.id];
  if (audience.kind === 'post') {
    const post = postNamed(conduct, audience.id);
    return post === undefined ? conduct.routes.policy.participating : partiesOfPost(conduct.exercise, post);
  }
  return label.releasableTo === 'PUBLIC' ? [] : label.releasableTo;
}

export function knownClass(text: string, { exercise }: ReadonlyConduct): Class | Problem {
  const found = readClassKey(text);
  if (isProblem(found)) return found;
  const names = {
    scale: exercise.policy.scale,
    caveats: exercise.policy.caveats,
    parties: exercise.parties.list.map(({ id }) => id),
    posts: exercise.posts.list.map(({ id }) => id),
  };
  return checkClass(found, names)[0] ?? found;
}

/** Whether the author reads a stream; the system reads all. */
export const readsStream = (command: Command, stream: StreamKey, { routes }: ReadonlyConduct): boolean =>
  command.by === systemAuthor || routes.reads(command.by, stream);

/** Withdrawn where it was released. The text stays in the stricter stream; erasing it is an order of its own. */
function withdrawText(command: Extract<Command, { type: 'WithdrawText' }>, conduct: ReadonlyConduct): Decision {
  const { record, reason } = command.order;
  const stream = command.order.stream as StreamKey;
  const found = slice(conduct, stream)?.release.texts.get(record);
  const isOurs = slice(conduct, conduct.routes.ofRequestsFrom(command.by))?.release.released.get(record)?.has(stream) === true;
  if (found === undefined || !(isOurs || readsStream(command, stream, conduct))) return refused('noSuchRelease', { record });
  return found.withdrawn !== null ? nothingToDo : accepted(fact(stream, { type: 'Withdrawn', payload: { record, reason } }));
}

/** Who holds a post is its party's; a post of several parties is taken by each party's people in that party's stream. */
function changeHolder(command: Extract<Command, { type: 'TakePost' | 'LeavePost' }>, conduct: ReadonlyConduct): Decision {
  const { post: id, record } = command.order;
  const post = postNamed(conduct, id);
  if (post === undefined) return refused('noSuchPost', { post: id });
  const author = authorOf(conduct, command);
  const party = post.party ?? author?.party;
  if (command.by !== systemAuthor && (party === undefined || author?.party !== party)) return refused('onlyAPartysOwn');
  const stream = party === undefined ? conduct.routes.excon : conduct.routes.ofParty(party);
  const holds = holdersOf(conduct, id).has(record);
  if (holds === (command.type === 'TakePost')) return nothingToDo;
  return accepted(fact(stream, { type: command.type === 'TakePost' ? 'PostTaken' : 'PostLeft', payload: command.order }));
}
