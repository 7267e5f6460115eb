/** The door of rehearse: simulated people over the conduct core in virtual time, and what many runs show. */
export { type SimulatedPeople, simulatedPeople, type TimedCommand } from './people/people.ts';
export type * from './rehearsal.ts';
export { type DryRun, type DryRunOptions, dryRun, type KeptChange } from './runs/dry-run.ts';
