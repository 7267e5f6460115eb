// The bodies that hard duty rules bind, with what engages them, for the ledger that keeps those rules while times are searched.

import { overlaps } from '../problem/intervals.ts';
import type { PlanProblem } from '../problem.ts';
import { engagementOf } from '../search/placement.ts';
import type { Settled } from './relations.ts';
import type { Slots } from './settled-starts.ts';
import type { DutyEngagement, FixedEngagement, OnDuty } from './times-problem.ts';

/** `scenes` are what does not move, as booked and in each scenario: in those only who is engaged in what is moved counts once more. */
export function onDutyOf(problem: PlanProblem, moving: readonly Settled[], scenes: readonly (readonly Settled[])[]): readonly OnDuty[] {
  const isBound = (body: number) => problem.bodies[body]?.duty.some(({ price }) => price === null) ?? false;
  const engagements = new Map<number, DutyEngagement[]>();
  for (const [activity, { placement, stretches }] of moving.entries()) {
    for (const { body, from, to } of stretches) {
      if (!isBound(body)) continue;
      const isRest = problem.serials[placement.serial]?.kind === 'rest';
      const list = engagements.get(body) ?? [];
      list.push({ activity, offset: from, minutes: to - from, site: placement.site, isRest });
      engagements.set(body, list);
    }
  }
  const [booked = [], ...scenarios] = scenes;
  const rowsOf = (scene: readonly Settled[], counts: (body: number) => boolean) =>
    [...engagements].flatMap(([body, list]): OnDuty[] => {
      const facts = problem.bodies[body];
      return facts === undefined || !counts(body) ? [] : [{ body, facts, engagements: list, fixed: fixedOf(problem, scene, body) }];
    });
  const inScenarios = scenarios.flatMap((scene) => {
    const moved = scene.filter((settled, index) => settled !== booked[index]);
    return rowsOf(scene, (body) => moved.some(({ byBody }) => byBody.has(body)));
  });
  return [...rowsOf(booked, () => true), ...inScenarios];
}

function fixedOf(problem: PlanProblem, standing: readonly Settled[], body: number): readonly FixedEngagement[] {
  const found: FixedEngagement[] = [];
  for (const { price, posts, from, to, site } of problem.occurrences)
    if (price === null && posts.includes(body)) found.push({ start: from, end: to, site, isRest: false, night: -1 });
  for (const { placement, byBody } of standing) {
    const stretch = byBody.get(body);
    if (stretch === undefined) continue;
    const { isRest, night } = engagementOf(problem, placement.serial, placement);
    const { start, site } = placement;
    found.push({ start: start + stretch.from, end: start + stretch.to, site, isRest, night });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** By activity and slot the night in which it would be night work, or −1; nothing where no rule asks. */
export function nightsOf(problem: PlanProblem, { slots, origin, grid }: Slots, moving: readonly Settled[]): readonly Int32Array[] {
  const isAsked = problem.bodies.some(({ duty }) =>
    duty.some(({ price, nights, beforeNight }) => price === null && (nights < Number.POSITIVE_INFINITY || beforeNight > 0)),
  );
  if (!isAsked) return [];
  return moving.map(({ placement: { serial, site } }) => {
    const facts = problem.serials[serial];
    const outside = (problem.sites[site] ?? problem.sites[0])?.outside.night ?? [];
    return Int32Array.from({ length: slots }, (_, slot) => {
      const run = origin + slot * grid + (facts?.toRun ?? 0);
      if (facts === undefined || facts.kind === 'rest' || !overlaps(outside, run, run + facts.run)) return -1;
      return problem.nightOf(run);
    });
  });
}
