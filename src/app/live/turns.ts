// One thing after the other; what is urgent goes before all that waits, and is itself done in its order.

export type Turns = {
  /** Does the work when its turn comes. */
  readonly take: <T>(work: () => Promise<T>, isUrgent?: boolean) => Promise<T>;
  /** Resolves once nothing is under way or waits. */
  readonly idle: () => Promise<void>;
};

export function turns(): Turns {
  const urgent: (() => Promise<void>)[] = [];
  const waiting: (() => Promise<void>)[] = [];
  let under: Promise<void> | undefined;

  const goOn = async (): Promise<void> => {
    // Whoever asked within this step has asked before anything begins.
    await undefined;
    for (let next = urgent.shift() ?? waiting.shift(); next !== undefined; next = urgent.shift() ?? waiting.shift()) await next();
    under = undefined;
  };

  return {
    take(work, isUrgent = false) {
      return new Promise((resolve, reject) => {
        (isUrgent ? urgent : waiting).push(() => work().then(resolve, reject));
        under ??= goOn();
      });
    },
    async idle() {
      while (under !== undefined) await under;
    },
  };
}
