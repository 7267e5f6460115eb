/** Observations of evaluators: made, or as released to the parties, each counted once; those withdrawn not at all. */
import type { EventMark } from '../event-marks.ts';
import type { Takers } from '../taking.ts';

export type Observation = {
  task: string;
  criticalTask: string;
  party: string;
  serial: string;
  rating: string | null;
  /** The answers a rating is derived from where none was given; undefined where the thing was not observed. */
  met: boolean | undefined;
  improvement: boolean | undefined;
  negativeImpact: boolean | undefined;
  /** On the scale of the party's own. */
  partyRating: string | undefined;
  mark: EventMark;
};

export type GatheredObservations = {
  readonly takers: Takers;
  readonly observations: () => Iterable<Observation>;
  readonly count: () => number;
};

export function gatherObservations(): GatheredObservations {
  const found = new Map<string, Observation>();
  const withdrawn = new Set<string>();
  return {
    observations: () => found.values(),
    count: () => found.size,
    takers: {
      ObservationMade: (
        { observation, task, criticalTask, party, serial, rating, met, improvement, negativeImpact, partyRating },
        _,
        mark,
      ) => {
        if (withdrawn.has(observation)) return;
        found.set(observation, {
          task,
          criticalTask: shortName(criticalTask, task),
          party,
          serial,
          rating,
          met,
          improvement,
          negativeImpact,
          partyRating,
          mark,
        });
      },
      ObservationReleased: ({ observation, task, criticalTask, party, serial, rating, partyRating }, _, mark) => {
        if (withdrawn.has(observation) || found.has(observation)) return;
        const answers = { met: undefined, improvement: undefined, negativeImpact: undefined };
        found.set(observation, {
          task,
          criticalTask: shortName(criticalTask, task),
          party,
          serial,
          rating,
          ...answers,
          partyRating,
          mark,
        });
      },
      ObservationWithdrawn: ({ observation }) => {
        withdrawn.add(observation);
        found.delete(observation);
      },
    },
  };
}

/** The collection plan writes `task/criticalTask`, a task its own critical tasks without its name. */
export function shortName(criticalTask: string, task: string): string {
  return criticalTask[task.length] === '/' && criticalTask.startsWith(task) ? criticalTask.slice(task.length + 1) : criticalTask;
}
