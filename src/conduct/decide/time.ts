/** Time passing: what is due by now becomes due, and cases of consent whose time is up are settled by silence. */
import type { MicroInstant } from '../../kernel/index.ts';
import type { HomeConduct } from '../conduct.ts';
import { accepted, type Decision, type Fact, fact, nothingToDo } from '../decision.ts';
import { dueBy, firstAt } from '../due-queue.ts';
import type { StreamKey } from '../log/envelope.ts';
import { exerciseTimeAt } from '../state/running.ts';
import type { Due } from '../triggers.ts';
import { slice } from './asking.ts';
import { settledBySilence } from './consent.ts';
import { reviewAsked } from './inject-review.ts';

export function passTime(at: MicroInstant, conduct: HomeConduct): Decision {
  const { clock, inExerciseTime, inRealTime, cases } = conduct.agenda;
  const facts: Fact[] = [];
  if (clock !== null && clock.state !== 'before' && clock.state !== 'ended') {
    for (const due of dueBy(inExerciseTime, exerciseTimeAt(clock, at))) injectDue(facts, due, conduct);
    for (const due of dueBy(inRealTime, at)) injectDue(facts, due, conduct);
  }
  for (const due of dueBy(cases, at)) caseDue(facts, due, conduct);
  return facts.length === 0 ? nothingToDo : accepted(...facts);
}

function injectDue(facts: Fact[], { key, cause }: Due, conduct: HomeConduct): void {
  const inject = conduct.exercise.injects.byId.get(key);
  if (inject === undefined) return;
  facts.push(fact(conduct.routes.ofInject(key), { type: 'InjectDue', payload: { inject: key, cause } }), ...reviewAsked(conduct, inject));
}

function caseDue(facts: Fact[], { key }: Due, conduct: HomeConduct): void {
  const stream = conduct.agenda.streamOfCase.get(key) as StreamKey | undefined;
  const found = stream === undefined ? undefined : slice(conduct, stream)?.evaluation.consents.get(key);
  if (stream !== undefined && found?.asked != null) facts.push(settledBySilence(stream, found.asked));
}

/**
 * The real time at which `PassTime` is next worth giving: now, where something is due already; null while nothing waits. It changes with every
 * command, as the clock runs, pauses, jumps or changes speed.
 */
export function nextDueAt(conduct: HomeConduct, now: MicroInstant): MicroInstant | null {
  const { clock } = conduct.agenda;
  let next = firstAt(conduct.agenda.cases) ?? Number.POSITIVE_INFINITY;
  if (clock !== null && clock.state !== 'before' && clock.state !== 'ended') {
    next = Math.min(next, firstAt(conduct.agenda.inRealTime) ?? Number.POSITIVE_INFINITY);
    const exercise = firstAt(conduct.agenda.inExerciseTime);
    if (exercise !== null && exercise <= exerciseTimeAt(clock, now)) next = Math.min(next, now);
    else if (exercise !== null && clock.state === 'running') next = Math.min(next, realTimeOf(clock, exercise));
  }
  return next === Number.POSITIVE_INFINITY ? null : (Math.max(now, next) as MicroInstant);
}

/** The first whole microsecond at which a running clock shows an exercise time. */
function realTimeOf(clock: Parameters<typeof exerciseTimeAt>[0], exercise: number): number {
  let real = clock.realAt + Math.floor((exercise - clock.exerciseAt) / clock.speed);
  while (exerciseTimeAt(clock, real as MicroInstant) < exercise) real++;
  return real;
}
