// Plays an exercise with simulated people against the real log: their commands are given when the origin's virtual clock reaches them.
import { bodyDigest, type Command, nextDueAt, systemAuthor } from '../../conduct/index.ts';
import type { Exercise } from '../../exercise/index.ts';
import type { MicroInstant } from '../../kernel/index.ts';
import type { Plan } from '../../plan/index.ts';
import { simulatedPeople, type TimedCommand } from '../../rehearse/index.ts';
import { nodeHashText } from '../../store/index.ts';
import type { VirtualClock } from './clock.ts';
import type { Given, Home } from './home.ts';
import { takenUp } from './taking-up.ts';

export type Player = {
  /** Does everything up to an instant as fast as it goes, then sets the clock there. */
  readonly advanceTo: (instant: number) => Promise<void>;
  /** Does the next thing that somebody does, and sets the clock there. */
  readonly step: () => Promise<void>;
  /** Gives what is due by the clock, again and again until stopped. */
  readonly start: () => void;
  /** Ends play, also in the middle of an advance. */
  readonly stop: () => Promise<void>;
  readonly hasEnded: () => boolean;
};

/** What play begins every command identifier with; nobody else's may begin so. */
export const playedIds = 'play/';

const everyMilliseconds = 50;

/**
 * The people of a run of a seed. Where the log already holds what they did, they take it up and go on. `plan` is the one with which play began; `failed`
 * hears why play cannot go on.
 */
export async function playerOf(
  home: Home,
  {
    exercise,
    plan,
    seed,
    clock,
  }: { readonly exercise: Exercise; readonly plan: Plan; readonly seed: string; readonly clock: VirtualClock },
  failed: (error: unknown) => void,
): Promise<Player> {
  const people = simulatedPeople(exercise, plan, seed);
  const nameOf = ({ id, type, by, order }: Command): string =>
    `${playedIds}${seed}/${id}/${bodyDigest({ type, order }, nodeHashText).slice(0, 12)}/${by}`;
  const taken = await takenUp(home, people, ({ command }) => home.outcomeOf(nameOf(command)));
  const { held } = taken;
  people.told(
    home
      .past()
      .slice(taken.told)
      .map(({ logged }) => logged),
  );
  const stopListening = home.listen((events) => people.told(events.map(({ logged }) => logged)));

  let timer: NodeJS.Timeout | undefined;
  let isPlaying = false;
  let isStopped = false;
  // When time passed and nothing came of it; without a new event nothing will.
  let vainAt = -1;
  // One thing at a time: whoever steers waits for what is under way.
  let under: Promise<void> = Promise.resolve();

  const nextOrder = (until: number): TimedCommand | null => {
    const [first] = held;
    if (first === undefined) return people.next(until);
    return first.at <= until ? (held.shift() ?? null) : null;
  };

  const give = async (command: Command): Promise<void> => {
    const { at, ...given } = command;
    const outcome = await home.give({ ...given, id: nameOf(command) } as Given, at);
    if (outcome.kind === 'refused') people.refused(command);
  };

  const passTime = async (due: MicroInstant): Promise<void> => {
    const before = home.past().length;
    await home.give({ id: `${playedIds}time/${due}/${before}`, type: 'PassTime', by: systemAuthor, order: {} }, due);
    vainAt = home.past().length === before ? before : -1;
  };

  /** Gives the next command or passes time, if that is due by the instant; tells when that was. */
  const doNext = async (by: number): Promise<MicroInstant | null> => {
    const due = vainAt === home.past().length ? null : nextDueAt(home.conduct, home.clock() ?? clock.now());
    const next = nextOrder(Math.min(due ?? Number.POSITIVE_INFINITY, by));
    if (next !== null) {
      await give(next.command);
      return next.at;
    }
    if (due === null || due > by) return null;
    await passTime(due);
    return due;
  };

  const queued = (work: () => Promise<void>): Promise<void> => {
    const done = under.then(work);
    under = done.catch(() => undefined);
    return done;
  };

  const catchUp = async (): Promise<void> => {
    while (!isStopped && (await doNext(clock.now())) !== null);
  };

  const tick = (): void => {
    if (isStopped) return;
    timer = setTimeout(
      () =>
        void queued(catchUp).then(tick, (error) => {
          isPlaying = false;
          failed(error);
        }),
      everyMilliseconds,
    );
  };

  return {
    advanceTo: (instant) =>
      queued(async () => {
        for (let at = await doNext(instant); at !== null && !isStopped; at = await doNext(instant)) clock.moveTo(at);
        if (!isStopped) clock.moveTo(instant as MicroInstant);
      }),
    step: () =>
      queued(async () => {
        const at = await doNext(Number.MAX_SAFE_INTEGER);
        if (at !== null) clock.moveTo(at);
      }),
    start() {
      if (isPlaying) return;
      isPlaying = true;
      tick();
    },
    async stop() {
      isStopped = true;
      stopListening();
      clearTimeout(timer);
      await under;
    },
    hasEnded: () => held.length === 0 && people.nextAt() === Number.POSITIVE_INFINITY,
  };
}
