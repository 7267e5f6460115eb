// How long what passes every plan takes: the checker's rules, and the certificate with its bounds and their counting again, first and repeated.
// Milliseconds of processor time in one thread, medians over generated exercises; the plan is what the search has after one try.

import { certify } from '../src/plan/certificate.ts';
import { checkPlan, recompute } from '../src/plan/check.ts';
import { exerciseFrom, generate, plainMould, planExercise, problemFrom } from '../src/plan/index.ts';
import type { Measured } from './plan-measures.ts';
import { cpuSeconds, median } from './plan-run.ts';

export type SpeedOptions = {
  readonly serials: number;
  readonly units: number;
  readonly tightness: number;
  readonly seeds: readonly number[];
};

const repeats = 7;

const milliseconds = (work: () => void): number => {
  const began = cpuSeconds();
  work();
  return Math.round(10_000 * (cpuSeconds() - began)) / 10;
};

export function measureSpeed({ seeds, ...size }: SpeedOptions): Measured {
  const rows = seeds.map((seed) => {
    const { files, hidden } = generate(plainMould, { ...size, seed: String(seed) });
    const exercise = exerciseFrom(files);
    const { plan: found } = planExercise(exercise, { seed: '1', iterations: 1, lanes: 1 });
    const plan = { ...found, bookings: hidden };
    const again = (work: () => void) => median(Array.from({ length: repeats }, () => milliseconds(work)));
    // Another reading of the same document has nothing worked out yet.
    const fresh = exerciseFrom(files);
    const firstCheck = milliseconds(() => recompute(fresh, plan));
    const { objectives } = recompute(exercise, plan);
    const problem = problemFrom(exercise);
    const firstBounds = milliseconds(() => certify(problemFrom(exercise), objectives, true));
    const certified = { ...plan, objectives: certify(problem, objectives, true) };
    // The same plan in other objects, so that nothing of it is remembered.
    const copies = () => ({ ...certified, bookings: hidden.map((booking) => ({ ...booking })) });
    // Values that nothing has been asked for before, as with each better plan.
    let lower = 0;
    const asked = () => {
      lower++;
      return objectives.map(({ id, value }) => ({ id, value: id === 'slack' ? value - lower : id === 'end' ? value + lower : value }));
    };
    return {
      seed,
      'check first': firstCheck,
      'check again': again(() => recompute(exercise, copies())),
      'with bounds': again(() => checkPlan(exercise, copies())),
      'bounds first': firstBounds,
      'bounds of new values': again(() => certify(problem, asked(), true)),
    };
  });
  const columns = ['check first', 'check again', 'with bounds', 'bounds first', 'bounds of new values'] as const;
  const summary = Object.fromEntries(columns.flatMap((column) => [[`median ${column}`, median(rows.map((row) => row[column]))]]));
  return { rows, summary: [{ exercises: rows.length, ...summary }] };
}
