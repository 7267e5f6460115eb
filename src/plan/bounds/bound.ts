// A bound with its witness: facts whose amounts add up to it.
import { isoFromMinute, type MinuteInstant } from '../../kernel/index.ts';
import type { WitnessFact } from '../plan.ts';

export type Bound = { readonly bound: number; readonly witness: readonly WitnessFact[] };

/** The bound that facts add up to. */
export const boundFrom = (witness: readonly WitnessFact[]): Bound => ({
  bound: witness.reduce((sum, { amount }) => sum + amount, 0),
  witness,
});

/** An instant as facts and files write it. */
export const iso = (minute: number): string => isoFromMinute(minute as MinuteInstant);
