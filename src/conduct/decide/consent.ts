/** Consent, one mechanism for all: the document's agreements say who must agree to a kind of thing, in what time, and what silence means. */
import { type MicroInstant, microsPerMinute, unreachable } from '../../kernel/index.ts';
import type { Command } from '../commands/commands.ts';
import type { HomeConduct, ReadonlyConduct } from '../conduct.ts';
import { accepted, type Decision, type Fact, fact, nothingToDo, refused } from '../decision.ts';
import type { PayloadOf } from '../events/events.ts';
import type { StreamKey } from '../log/envelope.ts';
import { authorOf, fileNamed, slice, systemAuthor } from './asking.ts';
import { type AgreedText, bookingSubject, editSubject, textDigest, thingOf } from './subjects.ts';

export type ConsentCommand = Extract<Command, { type: 'AskConsent' | 'GiveConsent' }>;
type Asked = PayloadOf<'ConsentAsked'>;
type Kind = Asked['on'];

export function decideConsent(command: ConsentCommand, conduct: HomeConduct): Decision {
  switch (command.type) {
    case 'AskConsent':
      return ask(command, conduct);
    case 'GiveConsent':
      return give(command, conduct);
    default:
      return unreachable(command);
  }
}

/** Who must consent to a kind of thing, party by party: a role without a party means that role of each party that has it. */
export function consentNeeded(conduct: ReadonlyConduct, on: Kind): Asked['needed'] {
  const needed = conduct.exercise.agreements.list
    .filter((agreement) => agreement.on === on)
    .flatMap(({ consents }) => consents)
    .flatMap(({ role, party }) => {
      if (party !== undefined) return [{ role, party: party as string }];
      const parties = conduct.exercise.setting.participating.filter((one) =>
        conduct.exercise.posts.list.some((post) => post.role === role && post.party === one),
      );
      return parties.length === 0 ? [{ role }] : parties.map((one) => ({ role, party: one as string }));
    });
  return [...new Map(needed.map((one) => [needKey(one), one])).values()];
}

type Need = { readonly role: string; readonly party?: string | undefined };
const needKey = ({ role, party }: Need): string => `${role}/${party ?? ''}`;

/**
 * The stream in which consent on a subject is asked: with what it is about; before everyone, by its name alone, where somebody who must answer
 * does not read that.
 */
function streamFor(conduct: ReadonlyConduct, on: Kind, subject: string): StreamKey {
  const { routes } = conduct;
  const own = streamOfSubject(conduct, on, subject);
  if (on === 'inject') return own;
  const needed = consentNeeded(conduct, on);
  const answer = conduct.exercise.posts.list.filter((post) =>
    needed.some(({ role, party }) => role === post.role && (party === undefined || party === post.party)),
  );
  return answer.every((post) => routes.reads(post.id, own)) ? own : routes.everyone;
}

function streamOfSubject(conduct: ReadonlyConduct, on: Kind, subject: string): StreamKey {
  const { routes, slices } = conduct;
  switch (on) {
    case 'inject':
      return routes.ofInject(subject);
    case 'change':
      return routes.ofSerial(thingOf(subject));
    case 'finding':
      for (const [stream, { evaluation }] of slices) if (evaluation.findings.get(subject)?.proposed != null) return stream;
      return routes.excon;
    case 'resume':
      return routes.everyone;
    case 'document':
      return fileNamed(conduct, thingOf(subject))?.stream ?? routes.excon;
    case 'plan':
    case 'release':
    case 'communique':
      return routes.excon;
    default:
      return unreachable(on);
  }
}

function ask(command: Extract<Command, { type: 'AskConsent' }>, conduct: HomeConduct): Decision {
  const { case: id, on, subject, edit, booking, texts } = command.order;
  if (conduct.agenda.streamOfCase.has(id)) return nothingToDo;
  const agreements = conduct.exercise.agreements.list.filter((agreement) => agreement.on === on);
  if (agreements.length === 0) return refused('noAgreementOn', { on });
  if (!isSubject(command, conduct, on, subject)) return refused('noSuchSubject', { subject });
  if (on === 'finding' && !conduct.routes.covers(conduct.routes.everyone, streamOfSubject(conduct, on, subject)))
    return refused('findingIsNational', { finding: subject });
  const isEditNamed = edit === undefined || (on === 'document' && editSubject(edit) === subject);
  const isBookingNamed = booking === undefined || (on === 'change' && bookingSubject(booking) === subject);
  if (!isEditNamed || !isBookingNamed) return refused('noSuchSubject', { subject });
  if ((on === 'communique') !== (texts !== undefined)) return refused(on === 'communique' ? 'textsMissing' : 'noSuchSubject', { subject });
  const stream = streamFor(conduct, on, subject);
  // Asked before everyone, the question holds the change's name alone.
  const shown = stream === streamOfSubject(conduct, on, subject);
  if (command.by !== systemAuthor && !conduct.routes.reads(command.by, stream)) return refused('notYoursToAsk', { on });
  const withinMinutes = Math.min(...agreements.map(({ within }) => within.minutes));
  const until = (command.at + withinMinutes * microsPerMinute) as MicroInstant;
  const silenceMeans = agreements.every((agreement) => agreement.silenceMeans === 'yes') ? 'yes' : 'no';
  return accepted(
    fact(stream, {
      type: 'ConsentAsked',
      payload: {
        case: id,
        on,
        subject,
        needed: consentNeeded(conduct, on),
        until,
        silenceMeans,
        ...(shown && edit !== undefined ? { edit } : {}),
        ...(shown && booking !== undefined ? { booking } : {}),
        ...(texts === undefined ? {} : { texts: texts.map((text) => asAsked(text, shown)) }),
      },
    }),
  );
}

function asAsked(text: AgreedText, shown: boolean): NonNullable<Asked['texts']>[number] {
  const { language, title } = text;
  return { language, digest: textDigest(text), ...(shown ? { title, text: text.text } : {}) };
}

/** Whether what consent is asked on is there for the one who asks. */
function isSubject(command: Command, conduct: ReadonlyConduct, on: Kind, subject: string): boolean {
  const reads = (stream: StreamKey) => command.by === systemAuthor || conduct.routes.reads(command.by, stream);
  switch (on) {
    case 'inject':
      return conduct.exercise.injects.byId.has(subject) && reads(conduct.routes.ofInject(subject));
    case 'change': {
      const serial = thingOf(subject);
      return conduct.exercise.serials.byId.has(serial) && reads(conduct.routes.ofSerial(serial));
    }
    case 'finding':
      return [...conduct.slices].some(([stream, { evaluation }]) => evaluation.findings.get(subject)?.proposed != null && reads(stream));
    case 'document': {
      const held = fileNamed(conduct, thingOf(subject));
      return held === undefined ? thingOf(subject) === conduct.exercise.setting.code : reads(held.stream);
    }
    default:
      return true;
  }
}

function give(command: Extract<Command, { type: 'GiveConsent' }>, conduct: HomeConduct): Decision {
  const { case: id, yes, remark, onBehalf } = command.order;
  const stream = conduct.agenda.streamOfCase.get(id) as StreamKey | undefined;
  const found = stream === undefined ? undefined : slice(conduct, stream)?.evaluation.consents.get(id);
  const author = authorOf(conduct, command);
  if (stream === undefined || found?.asked == null || author === undefined) return refused('noSuchCase', { case: id });
  const asked = found.asked as Asked;
  const need = asked.needed.find(({ role, party }) => role === author.role && (party === undefined || party === author.party));
  if (need === undefined)
    return conduct.routes.reads(command.by, stream) ? refused('notYoursToConsent', { case: id }) : refused('noSuchCase', { case: id });
  const before = found.given.find((given) => needKey(given) === needKey(need));
  if (before?.yes === yes && before.remark === remark) return nothingToDo;
  if (found.outcome !== null) return refused('caseIsSettled', { case: id, outcome: found.outcome });
  const given = fact(stream, {
    type: 'ConsentGiven',
    payload: {
      case: id,
      role: need.role,
      ...(need.party === undefined ? {} : { party: need.party }),
      yes,
      ...(remark === undefined ? {} : { remark }),
      ...(onBehalf === undefined ? {} : { onBehalf }),
    },
  });
  if (!yes) return accepted(given, settle(stream, id, 'refused'));
  const agreedBy = new Set([...found.given.filter((one) => one.yes), need].map(needKey));
  return asked.needed.every((one) => agreedBy.has(needKey(one))) ? accepted(given, settle(stream, id, 'agreed')) : accepted(given);
}

function settle(stream: StreamKey, id: string, outcome: PayloadOf<'ConsentSettled'>['outcome']): Fact {
  return fact(stream, { type: 'ConsentSettled', payload: { case: id, outcome } });
}

/** What becomes of a case when its time is up: nobody said no, or it would be settled. */
export function settledBySilence(stream: StreamKey, asked: { readonly case: string; readonly silenceMeans: Asked['silenceMeans'] }): Fact {
  return settle(stream, asked.case, asked.silenceMeans === 'yes' ? 'agreedBySilence' : 'lapsed');
}

/** The parties that agreed to a subject: those that said yes, and where silence meant yes those that were asked. */
export function partiesAgreeing(conduct: ReadonlyConduct, on: Kind, subject: string): readonly string[] {
  return partiesIn(settledWell(conduct, on).filter(({ asked }) => asked.subject === subject));
}

/**
 * The parties that agreed to a communiqué's text as it stands, whatever the question was called; to a question of before, which bound no text, they
 * agreed by the name of the record. Undefined where no agreement is asked for.
 */
export function partiesAgreeingToText(conduct: ReadonlyConduct, record: string, text: AgreedText): TextConsent | undefined {
  if (!conduct.exercise.agreements.list.some(({ on }) => on === 'communique')) return undefined;
  const cases = settledWell(conduct, 'communique');
  const digest = textDigest(text);
  const isBound = ({ asked }: Settled): boolean => asked.texts?.some((one) => one.digest === digest) ?? asked.subject === record;
  const toIt = cases.filter(isBound);
  return {
    isAgreed: toIt.length > 0,
    isToAnother: toIt.length === 0 && cases.some(({ asked }) => asked.subject === record),
    parties: partiesIn(toIt),
  };
}

/** `isToAnother`: what was agreed under this name is another text. */
export type TextConsent = { readonly isAgreed: boolean; readonly isToAnother: boolean; readonly parties: readonly string[] };

type Settled = { readonly asked: Asked; readonly yes: readonly Need[] };

/** The cases of a kind that were agreed, with who agreed: who said yes, or who was silent where silence means it. */
function settledWell(conduct: ReadonlyConduct, on: Kind): readonly Settled[] {
  const found: Settled[] = [];
  for (const { evaluation } of conduct.slices.values()) {
    for (const { asked, given, outcome } of evaluation.consents.values()) {
      if (asked?.on !== on || (outcome !== 'agreed' && outcome !== 'agreedBySilence')) continue;
      found.push({ asked: asked as Asked, yes: outcome === 'agreed' ? given.filter((one) => one.yes) : asked.needed });
    }
  }
  return found;
}

function partiesIn(cases: readonly Settled[]): readonly string[] {
  return [...new Set(cases.flatMap(({ yes }) => yes.flatMap(({ party }) => party ?? [])))].sort();
}
