/**
 * Requests across parties: how long each took, and which part of the time went where. Whoever may read both sides is told the times; others have
 * their own side of it, and a part of which they read only the beginning is open until the end of the watch.
 */
import type { LatencySplit } from '../assessment.ts';
import type { RequestRun } from '../gather/requests.ts';
import { type Gathered, secondsOf } from '../gathered.ts';
import { type Lasted, shareOf, spreadOf } from '../spread.ts';

export const requestParts = ['decide', 'translate', 'review', 'deliver'] as const;
export type RequestPart = (typeof requestParts)[number];

/** One request, with null for a part that this reader can say nothing of. */
export type RequestFigure = {
  readonly run: RequestRun;
  readonly parts: Readonly<Record<RequestPart, Lasted | null>>;
  readonly whole: Lasted | null;
  /** Null while it may still come in time, or no time was agreed. */
  readonly onTime: boolean | null;
};

export function requestFigures({ exercise, requests, until }: Gathered): readonly RequestFigure[] {
  return requests.filter(crosses).map((run) => {
    const within = exercise.procedures.byId.get(run.procedure ?? '')?.within;
    const withinSeconds = within === undefined ? null : within.minutes * 60;
    return run.timed === null ? ownSide(run, withinSeconds, until) : told(run, run.timed, withinSeconds, until);
  });
}

/** Within a party there is nothing to coordinate with another; where one of the two is not known, it may be another. */
const crosses = ({ fromParty, toParty }: RequestRun): boolean => fromParty === null || toParty === null || fromParty !== toParty;

function told(run: RequestRun, timed: NonNullable<RequestRun['timed']>, withinSeconds: number | null, until: number): RequestFigure {
  const { decideSeconds, translateSeconds, reviewSeconds, deliverSeconds, answered, onTime, answerHeldAt } = timed;
  const onTheWay = translateSeconds + reviewSeconds + deliverSeconds;
  const parts = { translate: ended(translateSeconds), review: ended(reviewSeconds), deliver: ended(deliverSeconds) };
  if (answered) {
    const whole = ended(onTheWay + (decideSeconds ?? 0));
    return { run, parts: { ...parts, decide: decideSeconds === null ? null : ended(decideSeconds) }, whole, onTime };
  }
  // Without its beginning an open request has been open for at least the time agreed, where that is over, and since it was told of.
  const known = onTime === false ? (withinSeconds ?? 0) : 0;
  const openFor = run.madeAt === null ? known + secondsOf(until - (run.timedAt ?? until)) : secondsOf(until - run.madeAt);
  if (decideSeconds !== null) {
    // An answer was given and has not arrived: deciding is over, what holds the answer is not. One that is withheld waits for nothing more.
    const translate = answerHeldAt === 'translation' ? open(translateSeconds) : ended(translateSeconds);
    const review = answerHeldAt === 'review' ? open(reviewSeconds) : ended(reviewSeconds);
    return { run, parts: { ...parts, decide: ended(decideSeconds), translate, review }, whole: open(openFor), onTime };
  }
  const decide = open(run.receivedAt === null ? Math.max(0, openFor - onTheWay) : secondsOf(until - run.receivedAt));
  return { run, parts: { ...parts, decide }, whole: open(openFor), onTime };
}

function ownSide(run: RequestRun, withinSeconds: number | null, until: number): RequestFigure {
  const { madeAt, translatedAt, reviewedAt, receivedAt, answeredAt, answerReceivedAt } = run;
  const isOver = answeredAt !== null || answerReceivedAt !== null || run.answerWithheldAt !== null;
  const back = wayBack(run, until);
  const parts = {
    decide: between(receivedAt, answeredAt) ?? (receivedAt === null || isOver ? null : open(secondsOf(until - receivedAt))),
    translate: sum(between(madeAt, translatedAt), back.translate),
    review: sum(
      between(translatedAt ?? madeAt, reviewedAt) ??
        (madeAt === null || isOver || receivedAt !== null ? null : open(secondsOf(until - (translatedAt ?? madeAt)))),
      back.review,
    ),
    deliver: sum(between(reviewedAt, receivedAt), back.deliver),
  };
  // What was handed in and has not gone out is answered to nobody yet.
  const endedAt = answerReceivedAt ?? (run.answerSubmittedAt === null ? answeredAt : null);
  const whole = between(madeAt, endedAt) ?? (madeAt === null ? null : open(secondsOf(until - madeAt)));
  return { run, parts, whole, onTime: isInTime(whole, withinSeconds) };
}

/** The answer's own parts, for who reads the side that gives it; open where it is held. */
function wayBack(run: RequestRun, until: number): Readonly<Record<'translate' | 'review' | 'deliver', Lasted | null>> {
  const { answeredAt, answerSubmittedAt: from, answerTranslatedAt: translatedAt, answerReviewedAt: reviewedAt, answerReceivedAt } = run;
  if (from === null) return { translate: null, review: null, deliver: between(answeredAt, answerReceivedAt) };
  const isHeld = reviewedAt === null && answerReceivedAt === null && run.timed === null;
  return {
    translate: between(from, translatedAt),
    review: between(translatedAt ?? from, reviewedAt) ?? (isHeld ? open(secondsOf(until - (translatedAt ?? from))) : null),
    deliver: between(answeredAt, from),
  };
}

/** Null where no time was agreed, or it is not over. */
export function isInTime(lasted: Lasted | null, withinSeconds: number | null): boolean | null {
  if (lasted === null || withinSeconds === null) return null;
  if (lasted.seconds > withinSeconds) return false;
  return lasted.ended ? true : null;
}

export function latencySplit(figures: readonly RequestFigure[]): LatencySplit {
  const spreadOfPart = (part: RequestPart) => spreadOf(figures.map(({ parts }) => parts[part]));
  const judged = figures.filter(({ onTime }) => onTime !== null);
  return {
    decide: spreadOfPart('decide'),
    translate: spreadOfPart('translate'),
    review: spreadOfPart('review'),
    deliver: spreadOfPart('deliver'),
    whole: spreadOf(figures.map(({ whole }) => whole)),
    onTime: shareOf(judged.filter(({ onTime }) => onTime).length, judged.length),
  };
}

const ended = (seconds: number): Lasted => ({ seconds, ended: true });
const open = (seconds: number): Lasted => ({ seconds, ended: false });

function between(from: number | null, to: number | null): Lasted | null {
  return from === null || to === null ? null : ended(secondsOf(to - from));
}

function sum(one: Lasted | null, other: Lasted | null): Lasted | null {
  return one === null || other === null ? (one ?? other) : { seconds: one.seconds + other.seconds, ended: one.ended && other.ended };
}
