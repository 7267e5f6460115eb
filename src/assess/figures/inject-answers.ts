/** What came of each inject, and how those who had to answer did. Time stands still while the exercise is paused. */
import type { InjectOutcome } from '../assessment.ts';
import { answeredAt, type Delivery } from '../gather/injects.ts';
import { type Gathered, secondsOf } from '../gathered.ts';
import { type Lasted, shareOf, spreadOf } from '../spread.ts';
import { isInTime } from './requests.ts';

/** A delivery that asks for an answer, or got one without asking. */
export type AnswerFigure = {
  /** The MSEL number for EXCON; else the post and the number under which it knows it. */
  readonly number: string;
  readonly delivery: Delivery;
  readonly lasted: Lasted;
  /** Null while it may still come in time, or none was asked for. */
  readonly onTime: boolean | null;
};

export function answerFigures({ exercise, injects, clock, until }: Gathered): readonly AnswerFigure[] {
  return [...injects.deliveries].flatMap(([id, delivery]): AnswerFigure[] => {
    const { receivedAt, answerWithinMinutes } = delivery;
    const answered = answeredAt(delivery);
    if (receivedAt === null || (answered === null && answerWithinMinutes === null)) return [];
    const lasted = { seconds: secondsOf(clock.playedBetween(receivedAt, answered ?? until)), ended: answered !== null };
    const onTime = isInTime(lasted, answerWithinMinutes === null ? null : answerWithinMinutes * 60);
    const inject = injects.injectOf.get(id);
    const number = exercise.injects.byId.get(inject ?? '')?.number ?? `${delivery.to ?? ''} ${delivery.number ?? id}`.trim();
    return [{ number, delivery, lasted, onTime }];
  });
}

export function injectAnswers(figures: readonly AnswerFigure[]) {
  const judged = figures.filter(({ onTime }) => onTime !== null);
  return {
    onTime: shareOf(judged.filter(({ onTime }) => onTime).length, judged.length),
    latency: spreadOf(figures.map(({ lasted }) => lasted)),
  };
}

/**
 * For EXCON every inject of the document; then those released after play, under their MSEL numbers; then those known only as received, under the
 * numbers their recipients know.
 */
export function injectOutcomes(gathered: Gathered): readonly InjectOutcome[] {
  const { exercise, injects } = gathered;
  const known = new Set<string>([...exercise.injects.list.map(({ id }) => id), ...injects.injects.keys()]);
  const ofExcon = [...known].map((id): InjectOutcome => {
    const run = injects.injects.get(id);
    const number = exercise.injects.byId.get(id)?.number ?? null;
    const since = run?.playedAt ?? run?.releasedAt ?? null;
    return {
      id,
      number,
      releasedAt: run?.releasedAt ?? null,
      ...answerOf(gathered, run?.deliveries ?? [], since),
      outcome: run?.outcome ?? null,
    };
  });
  const told = new Set<string>();
  const played = [...injects.played].flatMap(([id, release]): InjectOutcome[] => {
    const deliveries = release.deliveries ?? [id];
    for (const delivery of deliveries) told.add(delivery);
    if (injects.injectOf.has(id)) return [];
    const since = release.playedAt ?? null;
    const { answered, seconds } = answerOf(gathered, deliveries, since);
    return [
      { id, number: release.number, releasedAt: since, answered: answered || release.answered, seconds, outcome: release.outcome ?? null },
    ];
  });
  const received = [...injects.deliveries].flatMap(([id, { number, receivedAt }]): InjectOutcome[] => {
    if (injects.injectOf.has(id) || told.has(id)) return [];
    return [{ id, number, releasedAt: receivedAt, ...answerOf(gathered, [id], receivedAt), outcome: null }];
  });
  return [...ofExcon, ...played, ...received];
}

/** The first answer to any of some deliveries, and how long it took. */
function answerOf({ injects, clock }: Gathered, deliveries: readonly string[], since: number | null) {
  let first: number | null = null;
  for (const id of deliveries) {
    const delivery = injects.deliveries.get(id);
    const answered = delivery === undefined ? null : answeredAt(delivery);
    if (answered !== null && (first === null || answered < first)) first = answered;
  }
  return { answered: first !== null, seconds: first === null || since === null ? null : secondsOf(clock.playedBetween(since, first)) };
}
