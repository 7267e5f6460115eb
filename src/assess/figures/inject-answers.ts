/** What came of each inject, and how those who had to answer did. Time stands still while the exercise is paused. */
import type { InjectOutcome } from '../assessment.ts';
import type { Delivery } from '../gather/injects.ts';
import { type Gathered, secondsOf } from '../gathered.ts';
import { type Lasted, shareOf, spreadOf } from '../spread.ts';
import { isInTime } from './requests.ts';

/** A delivery that asks for an answer, or got one without asking. */
export type AnswerFigure = {
  readonly number: string;
  readonly delivery: Delivery;
  readonly lasted: Lasted;
  /** Null while it may still come in time, or none was asked for. */
  readonly onTime: boolean | null;
};

export function answerFigures({ exercise, injects, clock, until }: Gathered): readonly AnswerFigure[] {
  return [...injects.deliveries].flatMap(([id, delivery]): AnswerFigure[] => {
    const { receivedAt, answeredAt, answerWithinMinutes } = delivery;
    if (receivedAt === null || (answeredAt === null && answerWithinMinutes === null)) return [];
    const isAnswered = answeredAt !== null || delivery.saidAnswered === true;
    const lasted = { seconds: secondsOf(clock.playedBetween(receivedAt, answeredAt ?? until)), ended: answeredAt !== null };
    const onTime = isAnswered && !lasted.ended ? null : isInTime(lasted, answerWithinMinutes === null ? null : answerWithinMinutes * 60);
    const inject = injects.injectOf.get(id);
    const number = inject === undefined ? delivery.number : (exercise.injects.byId.get(inject)?.number ?? delivery.number);
    return [{ number: number ?? id, delivery, lasted, onTime }];
  });
}

export function injectAnswers(figures: readonly AnswerFigure[]) {
  const judged = figures.filter(({ onTime }) => onTime !== null);
  return {
    onTime: shareOf(judged.filter(({ onTime }) => onTime).length, judged.length),
    latency: spreadOf(figures.map(({ lasted }) => lasted)),
  };
}

/** Every inject that this reader reads in the document, then those known only as received, under the number their recipient knows. */
export function injectOutcomes({ exercise, injects, clock }: Gathered): readonly InjectOutcome[] {
  const known = new Set<string>([...exercise.injects.list.map(({ id }) => id), ...injects.injects.keys()]);
  const ofExcon = [...known].map((id): InjectOutcome => {
    const run = injects.injects.get(id);
    const deliveries = (run?.deliveries ?? []).flatMap((delivery) => injects.deliveries.get(delivery) ?? []);
    const first = Math.min(...deliveries.flatMap(({ answeredAt }) => answeredAt ?? []));
    const releasedAt = run?.releasedAt ?? null;
    return {
      id,
      number: exercise.injects.byId.get(id)?.number ?? null,
      releasedAt,
      answered: deliveries.some(isAnswered),
      outcome: run?.outcome ?? null,
      seconds: releasedAt === null || first === Number.POSITIVE_INFINITY ? null : secondsOf(clock.playedBetween(releasedAt, first)),
    };
  });
  const received = [...injects.deliveries].flatMap(([id, delivery]): InjectOutcome[] => {
    if (injects.injectOf.has(id)) return [];
    const { number, receivedAt, answeredAt } = delivery;
    const seconds = receivedAt === null || answeredAt === null ? null : secondsOf(clock.playedBetween(receivedAt, answeredAt));
    return [{ id, number, releasedAt: receivedAt, answered: isAnswered(delivery), outcome: null, seconds }];
  });
  return [...ofExcon, ...received];
}

const isAnswered = ({ answeredAt, saidAnswered }: Delivery): boolean => answeredAt !== null || saidAnswered === true;
