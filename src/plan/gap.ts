// How far a value stands from its bound, as everybody is told it.
import type { ObjectiveResult } from './plan.ts';

/** In per cent of the bound, rounded up to a tenth; null where no bound is known, and where a share tells nothing: of none, or of more than the whole. */
export function percentOff({ value, bound }: Pick<ObjectiveResult, 'value' | 'bound'>): number | null {
  if (bound === null || bound <= 0) return null;
  const percent = Math.ceil((1000 * Math.abs(value - bound)) / bound) / 10;
  return percent > 100 ? null : percent;
}
