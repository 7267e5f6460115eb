/**
 * How long each part of a request took, there and back: deciding, translating, release review, delivering. Told to everyone where both parties take
 * part in it.
 */
import { derivedId, type MicroInstant } from '../../kernel/index.ts';
import type { ReadonlyConduct } from '../conduct.ts';
import { type Fact, fact } from '../decision.ts';
import type { PayloadOf } from '../events/events.ts';
import type { RequestFacts } from '../state/play.ts';
import { postNamed, slice } from './asking.ts';

/** An answer: when it was given, by the one who gave it, handed in, translated and reviewed where it was, and when it arrived; or what holds it. */
export type AnswerTimes = {
  readonly givenAt: MicroInstant;
  readonly submittedAt: MicroInstant;
  readonly translatedAt: MicroInstant | null;
  readonly reviewedAt: MicroInstant | null;
  readonly arrivedAt: MicroInstant | null;
  readonly heldAt?: 'translation' | 'review' | 'withheld';
};

/** The identifier under which everyone knows a request's times; it cannot be told back to the request, which is its party's. */
export function timedId(exerciseCode: string, request: string): string {
  if (timedIds.of !== exerciseCode || timedIds.known.size >= mostRemembered) timedIds = { of: exerciseCode, known: new Map() };
  let id = timedIds.known.get(request);
  if (id === undefined) {
    id = derivedId(exerciseCode, `timed/${request}`);
    timedIds.known.set(request, id);
  }
  return id;
}

// A dry run asks for the same requests a thousand times, and each takes a hash. Bounded, because a log may hold as many as it likes.
let timedIds = { of: '', known: new Map<string, string>() };
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
  const back = answer === null ? noWayBack : wayBack(answer, conduct.time ?? answer.submittedAt);
  const within = procedure === undefined ? undefined : conduct.exercise.procedures.byId.get(procedure)?.within?.minutes;
  const { arrivedAt = null, heldAt } = answer ?? {};
  const arrivedAfter = arrivedAt === null ? null : arrivedAt - askedAt;
  const waitedFor = heldAt === 'withheld' ? Number.POSITIVE_INFINITY : (conduct.time ?? receivedAt) - askedAt;
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
        translateSeconds: (translatedAt === null ? 0 : seconds(translatedAt - made.madeAt)) + back.translate,
        reviewSeconds: (made.reviewedAt === null ? 0 : seconds(made.reviewedAt - (translatedAt ?? made.madeAt))) + back.review,
        deliverSeconds: seconds(made.madeAt - askedAt) + seconds(receivedAt - reviewedAt) + back.deliver,
        answered: arrivedAt !== null,
        onTime: within === undefined ? null : isOnTime(within, arrivedAfter, waitedFor),
        ...(back.isHeld ? { answerTranslateSeconds: back.translate, answerReviewSeconds: back.review } : {}),
        ...(heldAt === undefined ? {} : { answerHeldAt: heldAt }),
      },
    }),
  ];
}

const noWayBack = { translate: 0, review: 0, deliver: 0, isHeld: false } as const;

/** The answer's own parts, in seconds; what it is held by has taken until now. */
function wayBack({ givenAt, submittedAt, translatedAt, reviewedAt, arrivedAt, heldAt }: AnswerTimes, now: number) {
  const translated = translatedAt ?? (heldAt === 'translation' ? now : submittedAt);
  const reviewed = reviewedAt ?? (heldAt === 'review' ? now : translated);
  return {
    translate: seconds(translated - submittedAt),
    review: seconds(reviewed - translated),
    deliver: seconds(submittedAt - givenAt) + (arrivedAt === null ? 0 : seconds(arrivedAt - reviewed)),
    isHeld: translatedAt !== null || reviewedAt !== null || heldAt !== undefined,
  };
}

/** Null where no answer came but its time is not up. */
function isOnTime(withinMinutes: number, answeredAfter: number | null, waitedFor: number): boolean | null {
  if (answeredAfter !== null) return seconds(answeredAfter) <= withinMinutes * 60;
  return seconds(waitedFor) > withinMinutes * 60 ? false : null;
}
