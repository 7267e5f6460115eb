/** STOPs and NO DUFFs by how many there were; what happened in them is in the timeline. */
import type { Takers } from '../taking.ts';

export type GatheredSafety = {
  readonly takers: Takers;
  readonly stops: Set<string>;
  readonly noDuff: Set<string>;
  readonly drills: Set<string>;
};

export function gatherSafety(): GatheredSafety {
  const stops = new Set<string>();
  const noDuff = new Set<string>();
  const drills = new Set<string>();
  return {
    stops,
    noDuff,
    drills,
    takers: {
      StopCalled: ({ stop }) => {
        stops.add(stop);
      },
      NoDuffRaised: ({ alert, drill }) => {
        (drill ? drills : noDuff).add(alert);
      },
    },
  };
}
