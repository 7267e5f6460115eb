/** Requests across parties: the stages as far as their events are read, and the times told to those who may read both sides. */
import type { PayloadOf } from '../../conduct/index.ts';
import type { EventMark, EventMarks } from '../event-marks.ts';
import { happenedAt } from '../happened-at.ts';
import type { Takers } from '../taking.ts';

export type RequestRun = {
  procedure: string | null;
  serial: string | null;
  madeAt: number | null;
  translatedAt: number | null;
  reviewedAt: number | null;
  refused: boolean;
  receivedAt: number | null;
  answeredAt: number | null;
  answerReceivedAt: number | null;
  timed: PayloadOf<'RequestTimed'> | null;
  timedAt: number | null;
  mark: EventMark;
};

export type GatheredRequests = { readonly takers: Takers; readonly requests: ReadonlyMap<string, RequestRun> };

export function gatherRequests(marks: EventMarks): GatheredRequests {
  const requests = new Map<string, RequestRun>();
  const requestOf = (request: string, mark: EventMark): RequestRun => {
    const found = requests.get(request);
    if (found !== undefined) return found;
    const made: RequestRun = {
      procedure: null,
      serial: null,
      madeAt: null,
      translatedAt: null,
      reviewedAt: null,
      refused: false,
      receivedAt: null,
      answeredAt: null,
      answerReceivedAt: null,
      timed: null,
      timedAt: null,
      mark,
    };
    requests.set(request, made);
    return made;
  };
  return {
    requests,
    takers: {
      RequestMade: (payload, logged) => {
        const run = requestOf(payload.request, marks.of(logged));
        run.madeAt = happenedAt(payload, logged.time);
        run.procedure = payload.procedure ?? run.procedure;
        run.serial = payload.serial ?? run.serial;
      },
      RequestTranslated: ({ request }, logged) => {
        const run = requestOf(request, marks.of(logged));
        // What is translated after the review is the answer, or the text that was let go.
        if (run.reviewedAt === null) run.translatedAt = logged.time;
      },
      RequestReviewed: ({ request, decision }, logged) => {
        const run = requestOf(request, marks.of(logged));
        run.reviewedAt ??= logged.time;
        run.refused = decision === 'refused';
      },
      RequestReceived: ({ request, procedure, serial }, logged) => {
        const run = requestOf(request, marks.of(logged));
        run.receivedAt ??= logged.time;
        run.procedure = procedure ?? run.procedure;
        run.serial = serial ?? run.serial;
      },
      RequestAnswered: (payload, logged) => {
        requestOf(payload.request, marks.of(logged)).answeredAt ??= happenedAt(payload, logged.time);
      },
      AnswerReceived: ({ request }, logged) => {
        requestOf(request, marks.of(logged)).answerReceivedAt ??= logged.time;
      },
      RequestTimed: (payload, logged) => {
        const run = requestOf(payload.request, marks.of(logged));
        run.timed = payload;
        run.timedAt = logged.time;
        run.procedure = payload.procedure ?? run.procedure;
        run.serial = payload.serial ?? run.serial;
        run.mark = marks.of(logged);
      },
    },
  };
}
