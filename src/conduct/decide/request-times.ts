/** How long each part of a request took: deciding, translating, release review, delivering. Told to everyone where both parties take part in it. */
import { derivedId, type MicroInstant } from '../../kernel/index.ts';
import type { ReadonlyConduct } from '../conduct.ts';
import { type Fact, fact } from '../decision.ts';
import type { PayloadOf } from '../events/events.ts';
import type { RequestFacts } from '../state/play.ts';
import { postNamed, slice } from './asking.ts';

/** An answer: when it was given, by the one who gave it, and when it arrived. */
export type AnswerTimes = { readonly givenAt: MicroInstant; readonly arrivedAt: MicroInstant };

/** The identifier under which everyone knows a request's times; it cannot be told back to the request, which is its party's. */
export function timedId(exerciseCode: string, request: string): string {
  const key = `${exerciseCode}/${request}`;
  const known = timedIds.get(key);
  if (known !== undefined) return known;
  const made = derivedId(exerciseCode, `timed/${request}`);
  if (timedIds.size >= mostRemembered) timedIds.clear();
  timedIds.set(key, made);
  return made;
}

// A dry run asks for the same requests a thousand times, and each takes a hash. Bounded, because a log may hold as many as it likes.
const timedIds = new Map<string, string>();
const mostRemembered = 4096;

const seconds = (micros: number): number => Math.max(0, Math.round(micros / 1_000_000));

/**
 * The times of a request that reached its addressee; `answer` null where none came. Within one party they are that party's; a request from or to
 * a post of several parties has none.
 */
export function requestTimed(
  conduct: ReadonlyConduct,
  received: PayloadOf<'RequestReceived'>,
  made: RequestFacts,
  answer: AnswerTimes | null,
): readonly Fact[] {
  const [from, to] = [postNamed(conduct, received.from)?.party, postNamed(conduct, received.to)?.party];
  const receivedAt = slice(conduct, conduct.routes.ofPost(received.to))?.play.requests.get(received.request)?.receivedAt ?? null;
  if (from === undefined || to === undefined || made.madeAt === null || receivedAt === null) return [];
  const stream = from === to ? conduct.routes.ofParty(from) : conduct.routes.everyone;
  const { procedure, serial } = received;
  const askedAt = Math.min(made.madeAt, made.made?.madeAt?.at ?? made.madeAt);
  const translatedAt = made.translatedAt !== null && made.translatedAt <= receivedAt ? made.translatedAt : null;
  const reviewedAt = made.reviewedAt ?? translatedAt ?? made.madeAt;
  const within = procedure === undefined ? undefined : conduct.exercise.procedures.byId.get(procedure)?.within?.minutes;
  return [
    fact(stream, {
      type: 'RequestTimed',
      payload: {
        request: timedId(conduct.exercise.setting.code, received.request),
        from,
        to,
        ...(conduct.routes.mayName(stream, 'procedures', procedure) ? { procedure } : {}),
        ...(conduct.routes.mayName(stream, 'serials', serial) ? { serial } : {}),
        decideSeconds: answer === null ? null : seconds(answer.givenAt - receivedAt),
        translateSeconds: translatedAt === null ? 0 : seconds(translatedAt - made.madeAt),
        reviewSeconds: made.reviewedAt === null ? 0 : seconds(made.reviewedAt - (translatedAt ?? made.madeAt)),
        deliverSeconds:
          seconds(made.madeAt - askedAt) +
          seconds(receivedAt - reviewedAt) +
          (answer === null ? 0 : seconds(answer.arrivedAt - answer.givenAt)),
        answered: answer !== null,
        onTime:
          within === undefined
            ? null
            : isOnTime(within, answer === null ? null : answer.arrivedAt - askedAt, (conduct.time ?? receivedAt) - askedAt),
      },
    }),
  ];
}

/** Null where no answer came but its time is not up. */
function isOnTime(withinMinutes: number, answeredAfter: number | null, waitedFor: number): boolean | null {
  if (answeredAfter !== null) return seconds(answeredAfter) <= withinMinutes * 60;
  return seconds(waitedFor) > withinMinutes * 60 ? false : null;
}
