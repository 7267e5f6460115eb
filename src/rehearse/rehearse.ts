/** A whole rehearsal in one place: every lane, then every variant. Who has workers gives each a lane and puts the tallies together with `reportFrom`. */
import type { Exercise } from '../exercise/index.ts';
import type { Plan } from '../plan/index.ts';
import type { Rehearsal } from './rehearsal.ts';
import { reportFrom } from './report/report.ts';
import { laneOf, type RehearseOptions } from './runs/lane.ts';
import { variantsOf } from './runs/variants.ts';

/** Rehearses an exercise: `runs` dry runs, and up to 100 paired ones for each scarce thing of which one more is tried. */
export function rehearse(exercise: Exercise, plan: Plan, options: RehearseOptions & { readonly variants?: boolean }): Rehearsal {
  const lanes = Array.from({ length: options.lanes }, (_, lane) => lane);
  const base = lanes.map((lane) => laneOf(exercise, plan, { ...options, lane }));
  const variants = options.variants === false ? [] : variantsOf(exercise);
  const more = variants.flatMap((variant) => lanes.map((lane) => laneOf(exercise, plan, { ...options, lane, variant })));
  return reportFrom(exercise, plan, options, [...base, ...more]);
}
