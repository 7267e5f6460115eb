/**
 * The bare door of plan: the search, the checker and the plan's text. Nothing behind it reads a file or holds a schema, so that each thread that
 * searches carries what it uses and no more.
 */
export { isAdoptable, type PlanCheck } from '../check.ts';
export { percentOff } from '../gap.ts';
export { type ObjectiveResult, type Plan, proofOf, type WitnessFact } from '../plan.ts';
export { planToJson } from '../plan-text.ts';
export {
  defaultIterations,
  type LaneResult,
  type Planned,
  type PlanOptions,
  planFromLanes,
  startLaneSearch,
} from '../planning.ts';
export type { Guidance } from '../search/guidance.ts';
