// (e) Whether a body has had what a serial asks to be had before.

import type { QualificationFacts } from '../problem/statements.ts';
import type { PlanProblem } from '../problem.ts';
import { bodiesOf, type Placement, type Stand } from './placement.ts';
import type { Scene } from './scene.ts';
import type { State } from './state.ts';

/** By body, whether it may take part; who does not need it may. Only hard qualifications count. */
export function qualifiedAt(state: State, scene: Scene, serial: number, stand: Stand): (body: number) => boolean {
  const asked = state.problem.qualifications
    .filter((one) => one.price === null && one.before.mayMatch(serial, stand.site) && !one.needs.mayMatch(serial, stand.site))
    .map((one) => ({ one, earlier: qualifying(state, scene, one, stand.start) }));
  if (asked.length === 0) return () => true;
  return (body) =>
    asked.every(({ one, earlier }) => {
      if (one.each === 'exercise') return earlier.length > 0;
      const isUnit = body < state.problem.unitCount;
      if (one.bodies[body] !== 1 || (!isUnit && !one.speaksOfPosts)) return true;
      return earlier.some((placement) => takesPart(state.problem, placement, body));
    });
}

/** The placed serials that qualify and have ended by a minute. */
function qualifying({ placed, problem }: State, scene: Scene, { needs }: QualificationFacts, by: number): readonly Placement[] {
  return placed.flatMap((placement) => {
    if (placement === null || !needs.couldMatch(placement.serial)) return [];
    const { start, site } = scene.standOf(placement);
    const hasEnded = start + (problem.serials[placement.serial]?.total ?? 0) <= by;
    return hasEnded && needs.matches(placement.serial, site, placement.people) ? [placement] : [];
  });
}

function takesPart(problem: PlanProblem, placement: Placement, body: number): boolean {
  if (body < problem.unitCount) return placement.team.includes(body) || placement.attending.includes(body);
  for (const [engaged] of bodiesOf(problem, placement)) if (engaged === body) return true;
  return false;
}

/** How many bodies take part without what is needed before, weighed by price; hard ones apart. */
export function lackingIn(state: State, scene: Scene): { readonly hard: number; readonly price: number } {
  const { problem, placed } = state;
  let [hard, price] = [0, 0];
  for (const one of problem.qualifications) {
    for (const placement of placed) {
      if (placement === null || !one.before.couldMatch(placement.serial)) continue;
      const stand = scene.standOf(placement);
      const people = placement.people;
      if (!one.before.matches(placement.serial, stand.site, people) || one.needs.matches(placement.serial, stand.site, people)) continue;
      const earlier = qualifying(state, scene, one, stand.start);
      let lacking = one.each === 'exercise' && earlier.length === 0 ? 1 : 0;
      if (one.each === 'unit') {
        const bodies = new Set<number>();
        for (const [body] of bodiesOf(problem, placement))
          if (one.bodies[body] === 1 && (body < problem.unitCount || one.speaksOfPosts)) bodies.add(body);
        for (const body of bodies) if (!earlier.some((before) => takesPart(problem, before, body))) lacking++;
      }
      if (one.price === null) hard += lacking;
      else price += one.price * lacking;
    }
  }
  return { hard, price };
}
