// (e) Whether a body has had what a serial asks to be had before.
import type { Placement, Stand } from './placement.ts';
import type { Scene } from './scene.ts';
import type { State } from './state.ts';

/** By body, whether it may take part; who does not need it may. Only hard qualifications count. */
export function qualifiedAt(state: State, scene: Scene, serial: number, stand: Stand): (body: number) => boolean {
  const { problem } = state;
  const asked: { readonly bodies: Uint8Array; readonly had: Uint8Array; readonly speaksOfPosts: boolean }[] = [];
  for (const [index, one] of problem.qualifications.entries()) {
    if (one.price !== null || !one.before.mayMatch(serial, stand.site) || one.needs.mayMatch(serial, stand.site)) continue;
    const had = new Uint8Array(problem.bodies.length);
    let isHeld = false;
    for (const other of state.knowledge.qualifying[index] ?? []) {
      const placement = state.placed[other];
      if (placement == null || !qualifies(state, scene, index, placement, stand.start)) continue;
      isHeld = true;
      for (const { body } of placement.engaged) had[body] = 1;
    }
    if (one.each === 'unit') asked.push({ bodies: one.bodies, had, speaksOfPosts: one.speaksOfPosts });
    else if (!isHeld) return () => false;
  }
  if (asked.length === 0) return () => true;
  return (body) =>
    asked.every(({ bodies, had, speaksOfPosts }) => bodies[body] !== 1 || had[body] === 1 || (body >= problem.unitCount && !speaksOfPosts));
}

/** Whether a placement qualifies and has ended by a minute. */
function qualifies({ problem }: State, scene: Scene, index: number, placement: Placement, by: number): boolean {
  const { start, site } = scene.standOf(placement);
  if (start + (problem.serials[placement.serial]?.total ?? 0) > by) return false;
  return problem.qualifications[index]?.needs.matches(placement.serial, site, placement.people) ?? false;
}

/** The placed serials in which somebody takes part without what is needed before: how many lack it, and of how hard a statement. */
export function* unqualifiedIn(
  state: State,
  scene: Scene,
): Generator<{ readonly serial: number; readonly lacking: number; readonly price: number | null }> {
  const { problem, placed, knowledge } = state;
  const had = new Uint8Array(problem.bodies.length);
  for (const [index, one] of problem.qualifications.entries()) {
    if (!concernsMoved(state, scene, index)) continue;
    for (const serial of knowledge.asking[index] ?? []) {
      const placement = placed[serial];
      if (placement == null) continue;
      const stand = scene.standOf(placement);
      if (!one.before.matches(serial, stand.site, placement.people) || one.needs.matches(serial, stand.site, placement.people)) continue;
      had.fill(0);
      let isHeld = false;
      for (const other of knowledge.qualifying[index] ?? []) {
        const before = placed[other];
        if (before == null || !qualifies(state, scene, index, before, stand.start)) continue;
        isHeld = true;
        for (const { body } of before.engaged) had[body] = 1;
      }
      let lacking = one.each === 'exercise' && !isHeld ? 1 : 0;
      if (one.each === 'unit') {
        for (const { body } of placement.engaged)
          if (one.bodies[body] === 1 && had[body] === 0 && (body < problem.unitCount || one.speaksOfPosts)) lacking++;
      }
      if (lacking > 0) yield { serial, lacking, price: one.price };
    }
  }
}

/** In a scenario only what it moves can make a difference to the world as booked. */
function concernsMoved({ placed, knowledge }: State, scene: Scene, index: number): boolean {
  if (scene.scenario < 0) return true;
  const isMoved = (serial: number) => {
    const placement = placed[serial];
    return placement != null && scene.standOf(placement) !== placement;
  };
  return (knowledge.asking[index] ?? []).some(isMoved) || (knowledge.qualifying[index] ?? []).some(isMoved);
}

/** How many bodies take part without what is needed before: of hard statements, and the price of soft ones. */
export function lackingIn(state: State, scene: Scene): { readonly hard: number; readonly price: number } {
  let [hard, soft] = [0, 0];
  for (const { lacking, price } of unqualifiedIn(state, scene)) {
    if (price === null) hard += lacking;
    else soft += price * lacking;
  }
  return { hard, price: soft };
}
