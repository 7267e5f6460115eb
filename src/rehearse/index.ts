/** The door of rehearse: simulated people over the conduct core in virtual time, and what many runs show. */

export { rehearsalFor } from './for-reader.ts';
export type { TimedCommand } from './people/company.ts';
export { type SimulatedPeople, simulatedPeople } from './people/people.ts';
export type * from './rehearsal.ts';
export { rehearse } from './rehearse.ts';
export { reportFrom } from './report/report.ts';
export { type DryRun, type DryRunOptions, dryRun, type KeptChange } from './runs/dry-run.ts';
export { type Lane, type LaneOptions, laneOf, type RehearseOptions, runsOfLane, startLane } from './runs/lane.ts';
export type { LaneTally } from './runs/tally.ts';
export { type Variant, variantsOf } from './runs/variants.ts';
