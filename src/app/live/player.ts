// Plays an exercise with simulated people against the real log: their commands are given when the origin's virtual clock reaches them.
import { type Command, nextDueAt, systemAuthor } from '../../conduct/index.ts';
import type { Exercise } from '../../exercise/index.ts';
import type { MicroInstant } from '../../kernel/index.ts';
import type { Plan } from '../../plan/index.ts';
import { simulatedPeople } from '../../rehearse/index.ts';
import type { VirtualClock } from './clock.ts';
import type { Given, Home } from './home.ts';

export type Player = {
  /** Does everything up to an instant as fast as it goes, then sets the clock there. */
  readonly advanceTo: (instant: number) => Promise<void>;
  /** Does the next thing that somebody does, and sets the clock there. */
  readonly step: () => Promise<void>;
  /** Gives what is due by the clock, again and again until stopped. */
  readonly start: () => void;
  readonly stop: () => Promise<void>;
  readonly hasEnded: () => boolean;
};

const everyMilliseconds = 50;

/**
 * The people of a run of a seed. Where the log already holds events, they take it up: what it holds was done. Their command identifiers are
 * kept apart from those of earlier takes by the number of events they found.
 */
export function playerOf(home: Home, exercise: Exercise, plan: Plan, seed: string, clock: VirtualClock): Player {
  const found = home.past();
  const people = simulatedPeople(exercise, plan, seed);
  people.resume(found.map(({ logged }) => logged));
  home.listen((events) => people.told(events.map(({ logged }) => logged)));
  const take = found.length;
  let passed = 0;
  let timer: NodeJS.Timeout | undefined;
  // One thing at a time: whoever steers waits for what is under way.
  let under: Promise<void> = Promise.resolve();

  const give = async (command: Command): Promise<void> => {
    const { at, ...given } = command;
    const outcome = await home.give({ ...given, id: `${take}/${command.id}` } as Given, at);
    if (outcome.kind === 'refused') people.refused(command);
  };

  /** Gives the next command or passes time, if that is due by the instant; tells when that was. */
  const doNext = async (by: number): Promise<MicroInstant | null> => {
    const due = nextDueAt(home.conduct, home.clock() ?? clock.now());
    const next = people.next(Math.min(due ?? Number.POSITIVE_INFINITY, by));
    if (next !== null) {
      await give(next.command);
      return next.at;
    }
    if (due === null || due > by) return null;
    await give({ id: `time/${++passed}`, type: 'PassTime', by: systemAuthor, at: due, order: {} });
    return due;
  };

  const queued = (work: () => Promise<void>): Promise<void> => {
    under = under.then(work, work);
    return under;
  };

  const catchUp = async (): Promise<void> => {
    while ((await doNext(clock.now())) !== null);
  };

  return {
    advanceTo: (instant) =>
      queued(async () => {
        for (let at = await doNext(instant); at !== null; at = await doNext(instant)) clock.moveTo(at);
        clock.moveTo(instant as MicroInstant);
      }),
    step: () =>
      queued(async () => {
        const at = await doNext(Number.MAX_SAFE_INTEGER);
        if (at !== null) clock.moveTo(at);
      }),
    start() {
      const tick = (): void => {
        timer = setTimeout(() => void queued(catchUp).then(tick, tick), everyMilliseconds);
      };
      if (timer === undefined) tick();
    },
    async stop() {
      clearTimeout(timer);
      timer = undefined;
      await under;
    },
    hasEnded: () => people.nextAt() === Number.POSITIVE_INFINITY,
  };
}
