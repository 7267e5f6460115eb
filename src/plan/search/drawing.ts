// Draws among ways to go on, those more often that have bettered plans for the work they took. It counts gains and serials, never time, so
// that the same input draws the same.
import type { Random } from '../../kernel/index.ts';

export type Drawing = {
  /** One of the ways, those likelier that did well. */
  draw(random: Random): number;
  /** What a way has gained, and how many serials it placed anew. */
  learn(way: number, gain: number, work: number): void;
};

/** Weights are worked out anew after so many lessons. */
const lessons = 60;
/** How much of a weight stays each time. */
const kept = 0.7;
/** No way is drawn less often than this share of the mean. */
const least = 0.25;

export function startDrawing(first: readonly number[]): Drawing {
  const weights = [...first];
  const gains = first.map(() => 0);
  const works = first.map(() => 0);
  let learned = 0;
  return {
    draw: (random) => Math.max(0, drawnBy(weights, random)),
    learn: (way, gain, work) => {
      gains[way] = (gains[way] ?? 0) + gain;
      works[way] = (works[way] ?? 0) + work;
      if (++learned % lessons !== 0) return;
      const total = gains.reduce((sum, one) => sum + one, 0);
      const all = works.reduce((sum, one) => sum + one, 0);
      if (total === 0) return;
      for (const [index, weight] of weights.entries()) {
        const rate = (works[index] ?? 0) === 0 ? 1 : ((gains[index] ?? 0) * all) / ((works[index] ?? 1) * total);
        weights[index] = Math.max(least, kept * weight + (1 - kept) * rate);
        gains[index] = 0;
        works[index] = 0;
      }
    },
  };
}

/** The index of one weight, the greater the likelier; -1 where all are nothing. */
export function drawnBy(weights: readonly number[], random: Random): number {
  let left = random.uniform() * weights.reduce((sum, weight) => sum + weight, 0);
  let found = -1;
  for (const [index, weight] of weights.entries()) {
    if (weight <= 0) continue;
    found = index;
    left -= weight;
    if (left < 0) break;
  }
  return found;
}
