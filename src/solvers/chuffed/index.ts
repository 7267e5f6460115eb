/** The door of the exact engine: times of settled teams closed, bounds raised, models run. */
export { type ClosedTimes, type CloseOptions, closeTimes, raisedBound } from './close-times.ts';
export { type ClosedWhole, type CloseWholeOptions, closeWhole, raisedWholeBound } from './close-whole.ts';
export { type ClosedWishes, type CloseWishesOptions, closeWishes } from './close-wishes.ts';
export { type Answer, type Effort, type Engine, type RunOptions, type SolverName, startEngine, type Values } from './engine.ts';
export { type BoolVar, type IntVar, type ModelWriter, modelWriter, type Term } from './flatzinc.ts';
export type { Stand } from './whole-bookings.ts';
export { type WholeGoal, type WholeModel, wholeModel } from './whole-model.ts';
