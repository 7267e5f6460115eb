/**
 * Injects as EXCON knows them, and deliveries as those who got them do; a reader of both sees which delivery is of which inject. EXCON learns of
 * answers by what reaches it, and of a delivery from its release.
 */
import type { PayloadOf } from '../../conduct/index.ts';
import type { Exercise } from '../../exercise/index.ts';
import type { EventMark } from '../event-marks.ts';
import { happenedAt } from '../happened-at.ts';
import type { Takers } from '../taking.ts';

export type InjectRun = {
  releasedAt: number | null;
  /** A staged cue reaches its recipients when it is played. */
  playedAt: number | null;
  outcome: 'expected' | 'other' | 'none' | null;
  deliveries: readonly string[];
};

export type Delivery = {
  /** The number its recipient knows it by. */
  number: string | null;
  to: string | null;
  receivedAt: number | null;
  answerWithinMinutes: number | null;
  answeredAt: number | null;
  /** When the answer reached EXCON, for who does not read the answer itself. */
  reachedExconAt: number | null;
  mark: EventMark;
};

export type PlayedInject = PayloadOf<'PlayedInjectReleased'>;

export type GatheredInjects = {
  readonly takers: Takers;
  readonly injects: ReadonlyMap<string, InjectRun>;
  readonly deliveries: ReadonlyMap<string, Delivery>;
  /** Of which inject a delivery is, for EXCON. */
  readonly injectOf: ReadonlyMap<string, string>;
  /** What was released of injects after they were played, by their first delivery. */
  readonly played: ReadonlyMap<string, PlayedInject>;
};

export function gatherInjects(exercise: Exercise): GatheredInjects {
  const injects = new Map<string, InjectRun>();
  const deliveries = new Map<string, Delivery>();
  const injectOf = new Map<string, string>();
  const played = new Map<string, PlayedInject>();
  const runOf = (inject: string): InjectRun => {
    const found = injects.get(inject);
    if (found !== undefined) return found;
    const made: InjectRun = { releasedAt: null, playedAt: null, outcome: null, deliveries: [] };
    injects.set(inject, made);
    return made;
  };
  const deliveryOf = (delivery: string, mark: EventMark): Delivery => {
    const found = deliveries.get(delivery);
    if (found !== undefined) return found;
    const made = { number: null, to: null, receivedAt: null, answerWithinMinutes: null, answeredAt: null, reachedExconAt: null, mark };
    deliveries.set(delivery, made);
    return made;
  };
  /** What EXCON knows of a delivery, unless its recipient's own is read, before or after. */
  const handedOut = (inject: string, time: number, mark: EventMark) => {
    const within = exercise.injects.byId.get(inject)?.answerWithin?.minutes ?? null;
    for (const id of runOf(inject).deliveries) {
      const delivery = deliveryOf(id, mark);
      if (delivery.number !== null) continue;
      delivery.receivedAt ??= time;
      delivery.answerWithinMinutes = within;
    }
  };
  return {
    injects,
    deliveries,
    injectOf,
    played,
    takers: {
      InjectReleased: (payload, { time }, mark) => {
        const run = runOf(payload.inject);
        run.releasedAt ??= happenedAt(payload, time);
        run.deliveries = payload.deliveries;
        for (const delivery of payload.deliveries) injectOf.set(delivery, payload.inject);
        const isStaged = exercise.injects.byId.get(payload.inject)?.means === 'stagedCue';
        if (!isStaged || run.playedAt !== null) handedOut(payload.inject, run.playedAt ?? run.releasedAt, mark);
      },
      InjectPlayed: (payload, { time }, mark) => {
        const run = runOf(payload.inject);
        run.playedAt ??= happenedAt(payload, time);
        handedOut(payload.inject, run.playedAt, mark);
      },
      InjectAnswered: ({ inject, delivery }, { time }, mark) => {
        injectOf.set(delivery, inject);
        deliveryOf(delivery, mark).reachedExconAt ??= time;
      },
      ExpectedActionSeen: ({ inject, outcome }) => {
        runOf(inject).outcome = outcome;
      },
      InjectReceived: ({ delivery, number, to, answerWithinMinutes }, { time }, mark) => {
        const found = deliveryOf(delivery, mark);
        found.number = String(number);
        found.to = to;
        found.receivedAt = time;
        found.answerWithinMinutes = answerWithinMinutes ?? null;
        found.mark = mark;
      },
      DeliveryAnswered: (payload, { time }, mark) => {
        deliveryOf(payload.delivery, mark).answeredAt ??= happenedAt(payload, time);
      },
      PlayedInjectReleased: (payload) => {
        played.set(payload.delivery, payload);
      },
    },
  };
}

/** When an answer came, as far as this reader knows. */
export const answeredAt = (delivery: Delivery): number | null => delivery.answeredAt ?? delivery.reachedExconAt;
