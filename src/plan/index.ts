/** The door of plan: the planner, the checker, and the plan as value, as file and for a reader. */
export { certify } from './certificate.ts';
export type { Rule } from './check/rule.ts';
export { brokenByBookings, checkPlan, isAdoptable, type PlanCheck, planRules } from './check.ts';
export { classOfBooking, planForReader, readsCertificate } from './for-reader.ts';
export { percentOff } from './gap.ts';
export type { Planted } from './generate/contradiction.ts';
export type { GeneratedFile } from './generate/files.ts';
export { exerciseFrom, type Generated, generate, withoutPlanted } from './generate/generate.ts';
export { type Mould, mouldOf, plainMould } from './generate/mould.ts';
export type { GenerateOptions } from './generate/world.ts';
export { type Told, toldTogether } from './impossible/tell-each.ts';
export { type Comparison, comparePlans, type ValueChange } from './living/compare.ts';
export type { Request } from './living/disturb.ts';
export { type Explanation, explainSerial, type Slot } from './living/explain.ts';
export { type Front, type FrontPoint, type Pair, planFront, startFront } from './living/front.ts';
export type { Difference, Move } from './living/moves.ts';
export { type Notice, type Replanned, type Replanning, replanned, replanning } from './living/replan.ts';
export { type Missing, missingMost } from './missing-most.ts';
export {
  type Booking,
  barePlan,
  type FoundBy,
  notHeld,
  type ObjectiveResult,
  type Plan,
  proofOf,
  type SupportBooking,
  type UnmetRequirement,
  type Violation,
  type WitnessFact,
} from './plan.ts';
export { type PlanJson, planJson, readPlanJson } from './plan-json.ts';
export { planData, planToJson } from './plan-text.ts';
export {
  defaultIterations,
  defaultLanes,
  type LaneResult,
  type LaneSearch,
  type Planned,
  type Planning,
  type PlanningProgress,
  type PlanOptions,
  planExercise,
  planFromLanes,
  startLaneSearch,
  startPlanning,
} from './planning.ts';
export { type PlanProblem, problemFrom } from './problem.ts';
export { planAtStands } from './search/at-stands.ts';
export type { Guidance } from './search/guidance.ts';
export { trainingBefore } from './search/knowledge.ts';
export { withSearchedBound } from './searched-bound.ts';
export { leastEnd } from './times/least-end.ts';
export { type Aim, latenessOf, type PlanTimes, timesOfPlan } from './times/of-plan.ts';
export { endOfTimes, type Times, type TimesProblem } from './times/times-problem.ts';
export { type Conflict, type ConflictingStatement, type WayOut, waysOutOf, whyImpossible } from './why-impossible.ts';
