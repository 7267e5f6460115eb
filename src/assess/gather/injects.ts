/** Injects as EXCON knows them, and deliveries as those who got them do; a reader of both sees which delivery is of which inject. */
import type { EventMark, EventMarks } from '../event-marks.ts';
import { happenedAt } from '../happened-at.ts';
import type { Takers } from '../taking.ts';

export type InjectRun = { releasedAt: number | null; outcome: 'expected' | 'other' | 'none' | null; deliveries: readonly string[] };

export type Delivery = {
  /** The number the recipient knows it by, or the one released with it after play. */
  number: string | null;
  to: readonly string[];
  receivedAt: number | null;
  answerWithinMinutes: number | null;
  answeredAt: number | null;
  /** Said to have been answered when it was released after play, whose answer itself is not read. */
  saidAnswered: boolean | null;
  mark: EventMark;
  answerMark: EventMark | null;
};

export type GatheredInjects = {
  readonly takers: Takers;
  readonly injects: ReadonlyMap<string, InjectRun>;
  readonly deliveries: ReadonlyMap<string, Delivery>;
  /** Of which inject a delivery is. */
  readonly injectOf: ReadonlyMap<string, string>;
};

export function gatherInjects(marks: EventMarks): GatheredInjects {
  const injects = new Map<string, InjectRun>();
  const deliveries = new Map<string, Delivery>();
  const injectOf = new Map<string, string>();
  const runOf = (inject: string): InjectRun => {
    const found = injects.get(inject);
    if (found !== undefined) return found;
    const made: InjectRun = { releasedAt: null, outcome: null, deliveries: [] };
    injects.set(inject, made);
    return made;
  };
  const deliveryOf = (delivery: string, mark: EventMark): Delivery => {
    const found = deliveries.get(delivery);
    if (found !== undefined) return found;
    const made: Delivery = {
      number: null,
      to: [],
      receivedAt: null,
      answerWithinMinutes: null,
      answeredAt: null,
      saidAnswered: null,
      mark,
      answerMark: null,
    };
    deliveries.set(delivery, made);
    return made;
  };
  return {
    injects,
    deliveries,
    injectOf,
    takers: {
      InjectReleased: (payload, { time }) => {
        const run = runOf(payload.inject);
        run.releasedAt ??= happenedAt(payload, time);
        run.deliveries = payload.deliveries;
        for (const delivery of payload.deliveries) injectOf.set(delivery, payload.inject);
      },
      ExpectedActionSeen: ({ inject, outcome }) => {
        runOf(inject).outcome = outcome;
      },
      InjectReceived: ({ delivery, number, to, answerWithinMinutes }, logged) => {
        const found = deliveryOf(delivery, marks.of(logged));
        found.number = String(number);
        found.to = [to];
        found.receivedAt = logged.time;
        found.answerWithinMinutes = answerWithinMinutes ?? null;
        found.mark = marks.of(logged);
      },
      DeliveryAnswered: (payload, logged) => {
        const found = deliveryOf(payload.delivery, marks.of(logged));
        found.answeredAt ??= happenedAt(payload, logged.time);
        found.answerMark ??= marks.of(logged);
      },
      PlayedInjectReleased: ({ delivery, number, to, answered }, logged) => {
        const found = deliveryOf(delivery, marks.of(logged));
        found.number ??= number;
        if (found.to.length === 0) found.to = to;
        found.saidAnswered = answered;
      },
    },
  };
}
