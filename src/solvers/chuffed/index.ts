/** The door of the exact engine: schedules of settled teams closed, ends proved, models run. */
export { type Answer, type Effort, type Engine, type RunOptions, type SolverName, startEngine, type Values } from './engine.ts';
export { type BoolVar, type IntVar, type ModelWriter, modelWriter, type Term } from './flatzinc.ts';
