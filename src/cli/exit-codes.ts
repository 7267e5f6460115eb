// What a verb ends with, and the number the shell sees. Others script against these.

export const exitCodes = {
  well: 0,
  faults: 1,
  usage: 2,
  incomplete: 3,
  impossible: 4,
  /** EX_SOFTWARE of sysexits.h: a mistake of ours. */
  bug: 70,
} as const;

export type Outcome = keyof typeof exitCodes;

const meanings: Readonly<Record<Outcome, string>> = {
  well: 'well',
  faults: 'faults found, or refused',
  usage: 'the command was not understood',
  incomplete: 'incomplete: the budget ran out with requirements unmet',
  impossible: 'impossible: the statements cannot hold together',
  bug: 'a mistake of ours; please report it',
};

/** The lines of `--help` on what a verb may end with. */
export function exitCodesHelp(outcomes: readonly Outcome[]): string {
  return `Exit codes:\n${outcomes.map((outcome) => `  ${exitCodes[outcome]}  ${meanings[outcome]}`).join('\n')}`;
}
