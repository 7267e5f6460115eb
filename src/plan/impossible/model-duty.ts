// Hours of duty: what holds somebody inside 24 hours adds up to no more than the hard rules allow.
import { postIsIn, unitIsIn } from '../problem/people.ts';
import type { Candidate, Use } from './candidate.ts';
import { atMost, before, holds, implies, type Model } from './model.ts';
import { daysOf, within } from './model-times.ts';
import type { Literal } from './solver/trail.ts';

export type Limit = { readonly most: number; readonly guard: Literal };

/** What a body may be on duty in any 24 hours by the strictest hard rule that always binds it. */
export function dutyLimits(model: Model): ReadonlyMap<number, Limit> {
  const { exercise, bodies, parties } = model.planning;
  const found = new Map<number, Limit>();
  for (const [body, { id, isUnit, role, party }] of bodies.entries()) {
    for (const { id: of, scope, mostPer24h, leastRest, price } of exercise.dutyRules.list) {
      if (price !== undefined || scope.phases !== undefined) continue;
      const its = parties[party] ?? '';
      const isBound = isUnit ? unitIsIn(exercise, scope, id, its) : postIsIn(scope, id, role, party < 0 ? undefined : its);
      if (!isBound) continue;
      const most = Math.min(mostPer24h?.minutes ?? 1440, 1440 - (leastRest?.minutes ?? 0));
      if (most < (found.get(body)?.most ?? 1440)) found.set(body, { most, guard: holds(model, 'dutyRules', of) });
    }
  }
  return found;
}

/** Engagements wholly inside 24 hours add up to no more than the limit. */
export function heedDuty({ model, first, todo }: Candidate, body: number, list: readonly Use[], { most, guard }: Limit): void {
  const duty = list.filter(({ actor }) => actor.facts.kind !== 'rest');
  for (const [index, opening] of duty.entries()) {
    const span = duty.slice(index).filter(({ to }) => to <= opening.from + 1440);
    const uses = new Map(span.map((use) => [use.actor, use] as const));
    const chosen: Use[] = [];
    let sum = 0;
    for (const use of [...uses.values()].sort((a, b) => b.engagement.minutes - a.engagement.minutes)) {
      if (sum > most) break;
      chosen.push(use);
      sum += use.engagement.minutes;
    }
    if (sum <= most) continue;
    if (
      !first(
        `duty ${body} ${chosen
          .map(({ actor }) => `${actor.time.index}/${actor.scenario}`)
          .sort()
          .join(' ')}`,
      )
    )
      continue;
    todo.push(() => {
      // Whoever is the earliest of them, another ends later than 24 hours after its start: else all were inside.
      const ends = chosen.flatMap((a) =>
        chosen.flatMap((b) =>
          a === b ? [] : [before(model, a.actor, b.actor, 1440 + a.engagement.offset - b.engagement.offset - b.engagement.minutes + 1)],
        ),
      );
      implies(model, [guard, ...chosen.flatMap(({ engagement, actor }) => [engagement.literal, actor.held])], ends);
      if (first(`days ${body}`)) daysOfBody(model, body, most, guard);
    });
  }
}

function daysOfBody(model: Model, body: number, most: number, guard: Literal): void {
  const { whole } = model.planning;
  const days = daysOf(model, whole);
  const shifted = days.map(([from, to]) => [from + 720, to + 720] as const);
  for (const day of [...days, ...shifted].filter(([from, to]) => to - from <= 1440)) {
    const [literals, weights]: [Literal[], number[]] = [[], []];
    for (const actor of model.actors) {
      if (actor.scenario >= 0 || actor.facts.kind === 'rest') continue;
      for (const { body: who, literal, offset, minutes } of model.engagements.get(actor.serial) ?? []) {
        if (who !== body || minutes > day[1] - day[0]) continue;
        literals.push(within(model, actor, [literal, actor.held], [day[0] - offset, day[1] - offset], minutes));
        weights.push(minutes);
        break;
      }
    }
    atMost(model, [guard], literals, most, weights);
  }
}
