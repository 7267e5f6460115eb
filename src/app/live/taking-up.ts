// Takes a played log up again: the people go through everything once more in thought, and the stored outcome of each of their orders says
// what came of it. So they stand where they stood, and no order is lost or given twice.
import type { LoggedEvent, StoredOutcome } from '../../conduct/index.ts';
import type { SimulatedPeople, TimedCommand } from '../../rehearse/index.ts';
import type { Home } from './home.ts';

/** Where people stand who have taken up a log. */
export type TakenUp = {
  /** The orders that they were about to give, in their order. */
  readonly held: TimedCommand[];
  /** How many of the log's events they were told. */
  readonly told: number;
};

/**
 * Goes through the log with people who know nothing yet. An order is known again by its identifier, so it must follow from the order alone. An order
 * that the log does not know, though it knows a later one, is of a changed document or plan: it counts as refused.
 */
export async function takenUp(
  home: Home,
  people: SimulatedPeople,
  outcomeOf: (order: TimedCommand) => Promise<StoredOutcome | undefined>,
): Promise<TakenUp> {
  const past = home.past();
  let told = 0;
  /** Tells the next change, which is all events of one time. */
  const tellChange = (): void => {
    const from = told;
    const time = past[from]?.logged.time;
    const change: LoggedEvent[] = [];
    for (let next = past[told]; next !== undefined && next.logged.time === time; next = past[++told]) change.push(next.logged);
    people.told(change);
  };
  const tellUpTo = (time: number): void => {
    for (let next = past[told]; next !== undefined && next.logged.time <= time; next = past[told]) tellChange();
  };

  let held: TimedCommand[] = [];
  for (;;) {
    const given = people.next(past[told]?.logged.time ?? home.clock() ?? Number.NEGATIVE_INFINITY);
    if (given === null) {
      if (told === past.length) return { held, told };
      tellChange();
      continue;
    }
    const stored = await outcomeOf(given);
    if (stored === undefined) {
      held.push(given);
      continue;
    }
    for (const { command } of held) people.refused(command);
    held = [];
    tellUpTo(stored.time);
    if (stored.outcome.kind === 'refused') people.refused(given.command);
  }
}
