/** Requests: the stages as far as their events are read, and the times told to everyone, under a name of their own, of those between parties. */
import { type PayloadOf, timedId } from '../../conduct/index.ts';
import type { Exercise } from '../../exercise/index.ts';
import type { EventMark } from '../event-marks.ts';
import { happenedAt } from '../happened-at.ts';
import type { Takers } from '../taking.ts';

export type RequestRun = {
  /** The two parties, as far as this reader knows them; null for a post of all. */
  fromParty: string | null;
  toParty: string | null;
  procedure: string | null;
  serial: string | null;
  madeAt: number | null;
  translatedAt: number | null;
  reviewedAt: number | null;
  refused: boolean;
  receivedAt: number | null;
  answeredAt: number | null;
  /** Of an answer that did not go at once; `answerWithheldAt` as either side knows it. */
  answerSubmittedAt: number | null;
  answerTranslatedAt: number | null;
  answerReviewedAt: number | null;
  answerWithheldAt: number | null;
  answerReceivedAt: number | null;
  timed: PayloadOf<'RequestTimed'> | null;
  timedAt: number | null;
  mark: EventMark;
};

export type GatheredRequests = {
  readonly takers: Takers;
  /** Each request once: its times stand with its own side, where both are read. */
  readonly requests: () => readonly RequestRun[];
};

export function gatherRequests(exercise: Exercise): GatheredRequests {
  const requests = new Map<string, RequestRun>();
  const requestOf = (request: string, mark: EventMark): RequestRun => {
    const found = requests.get(request);
    if (found !== undefined) return found;
    const made: RequestRun = {
      fromParty: null,
      toParty: null,
      procedure: null,
      serial: null,
      madeAt: null,
      translatedAt: null,
      reviewedAt: null,
      refused: false,
      receivedAt: null,
      answeredAt: null,
      answerSubmittedAt: null,
      answerTranslatedAt: null,
      answerReviewedAt: null,
      answerWithheldAt: null,
      answerReceivedAt: null,
      timed: null,
      timedAt: null,
      mark,
    };
    requests.set(request, made);
    return made;
  };
  const parties = (run: RequestRun, from: string, to: string) => {
    run.fromParty = exercise.posts.byId.get(from)?.party ?? null;
    run.toParty = exercise.posts.byId.get(to)?.party ?? null;
  };
  return {
    requests: () => joined(exercise, requests),
    takers: {
      RequestMade: (payload, { time }, mark) => {
        const run = requestOf(payload.request, mark);
        run.madeAt = happenedAt(payload, time);
        parties(run, payload.from, payload.to);
        run.procedure = payload.procedure ?? run.procedure;
        run.serial = payload.serial ?? run.serial;
      },
      RequestTranslated: ({ request }, { time }, mark) => {
        const run = requestOf(request, mark);
        if (run.reviewedAt === null) run.translatedAt = time;
      },
      RequestReviewed: ({ request, decision }, { time }, mark) => {
        const run = requestOf(request, mark);
        run.reviewedAt ??= time;
        run.refused = decision === 'refused';
      },
      RequestReceived: ({ request, from, to, procedure, serial }, { time }, mark) => {
        const run = requestOf(request, mark);
        parties(run, from, to);
        run.receivedAt ??= time;
        run.procedure = procedure ?? run.procedure;
        run.serial = serial ?? run.serial;
      },
      RequestAnswered: (payload, { time }, mark) => {
        requestOf(payload.request, mark).answeredAt ??= happenedAt(payload, time);
      },
      AnswerSubmitted: (payload, { time }, mark) => {
        const run = requestOf(payload.request, mark);
        run.answerSubmittedAt ??= time;
        run.answeredAt ??= happenedAt(payload, time);
        parties(run, payload.to, payload.by);
        run.procedure ??= payload.procedure ?? null;
        run.serial ??= payload.serial ?? null;
      },
      AnswerTranslated: ({ request }, { time }, mark) => {
        requestOf(request, mark).answerTranslatedAt = time;
      },
      AnswerReviewed: ({ request, decision }, { time }, mark) => {
        const run = requestOf(request, mark);
        run.answerReviewedAt ??= time;
        if (decision === 'withheld') run.answerWithheldAt ??= time;
      },
      AnswerWithheld: ({ request }, { time }, mark) => {
        requestOf(request, mark).answerWithheldAt ??= time;
      },
      AnswerReceived: ({ request }, { time }, mark) => {
        requestOf(request, mark).answerReceivedAt ??= time;
      },
      RequestTimed: (payload, { time }, mark) => {
        const run = requestOf(payload.request, mark);
        run.timed = payload;
        run.fromParty = payload.from;
        run.toParty = payload.to;
        run.timedAt = time;
        run.procedure = payload.procedure ?? run.procedure;
        run.serial = payload.serial ?? run.serial;
        run.mark = mark;
      },
    },
  };
}

/** Requests with the times told of them, and times told of requests of which no side is read. */
function joined(exercise: Exercise, requests: ReadonlyMap<string, RequestRun>): readonly RequestRun[] {
  const own: RequestRun[] = [];
  const told = new Map<string, RequestRun>();
  for (const [id, run] of requests) {
    if (isToldOnly(run)) told.set(id, run);
  }
  for (const [id, run] of requests) {
    if (isToldOnly(run)) continue;
    const timed = run.timed === null && told.size > 0 ? told.get(timedName(exercise, id)) : undefined;
    if (timed === undefined) own.push(run);
    else {
      told.delete(timedName(exercise, id));
      const { fromParty, toParty, mark } = timed;
      const [procedure, serial] = [timed.procedure ?? run.procedure, timed.serial ?? run.serial];
      own.push({ ...run, fromParty, toParty, mark, procedure, serial, timed: timed.timed, timedAt: timed.timedAt });
    }
  }
  return [...own, ...told.values()];
}

const isToldOnly = (run: RequestRun): boolean => run.timed !== null && run.madeAt === null && run.receivedAt === null;

const names = new WeakMap<Exercise, Map<string, string>>();

/** A hash, remembered: dry runs of an exercise use the same names a thousand times. */
function timedName(exercise: Exercise, request: string): string {
  const known = names.get(exercise) ?? new Map<string, string>();
  names.set(exercise, known);
  const name = known.get(request) ?? timedId(exercise.setting.code, request);
  known.set(request, name);
  return name;
}
