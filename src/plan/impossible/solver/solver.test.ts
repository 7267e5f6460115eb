import { array, constantFrom, assert as holds, integer, property, record, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { Solver } from './solver.ts';
import type { TimeVar } from './times.ts';
import { not } from './trail.ts';

const generous = { conflicts: 100_000, work: 100_000_000 };
const nothingMore = () => false;

const choices = 5;
const values = [0, 15, 30, 60];
/** A choice or its opposite, or "the first time is at this place or later", "the second time …". */
const literal = integer({ min: 0, max: 2 * choices + 4 * 3 - 1 });
const puzzles = record({
  clauses: array(array(literal, { minLength: 1, maxLength: 3 }), { maxLength: 9 }),
  sums: array(
    record({ of: array(integer({ min: 0, max: 2 * choices - 1 }), { minLength: 2, maxLength: 4 }), most: integer({ min: 0, max: 3 }) }),
    {
      maxLength: 3,
    },
  ),
  differences: array(
    record({
      guard: integer({ min: 0, max: 2 * choices - 1 }),
      isBack: constantFrom(true, false),
      least: constantFrom(-30, 0, 15, 45, 60),
    }),
    { maxLength: 3 },
  ),
  assumed: array(integer({ min: 0, max: 2 * choices - 1 }), { maxLength: 3 }),
});
type Puzzle = typeof puzzles extends { generate(...args: never[]): { value: infer P } } ? P : never;

/** Whether some assignment keeps everything, tried one by one. */
function isOpen({ clauses, sums, differences, assumed }: Puzzle): boolean {
  for (let bits = 0; bits < 2 ** choices; bits++) {
    const isTrue = (one: number) => ((bits >> (one >> 1)) & 1) === (one & 1 ? 0 : 1);
    for (const [first] of values.entries()) {
      for (const [second] of values.entries()) {
        const times = [first, second];
        const meant = (one: number) => {
          if (one < 2 * choices) return isTrue(one);
          const rest = one - 2 * choices;
          const isLater = (times[rest >= 6 ? 1 : 0] ?? 0) >= ((rest % 6) >> 1) + 1;
          return rest % 2 === 0 ? isLater : !isLater;
        };
        const keeps =
          assumed.every(isTrue) &&
          clauses.every((clause) => clause.some(meant)) &&
          sums.every(({ of, most }) => of.filter(isTrue).length <= most) &&
          differences.every(({ guard, isBack, least }) => {
            const [from = 0, to = 0] = isBack ? [second, first] : [first, second];
            return !isTrue(guard) || (values[to] ?? 0) - (values[from] ?? 0) >= least;
          });
        if (keeps) return true;
      }
    }
  }
  return false;
}

function solved({ clauses, sums, differences, assumed }: Puzzle, later: number) {
  const solver = new Solver();
  const made = Array.from({ length: choices }, () => solver.choice());
  const times: TimeVar[] = [solver.time(values), solver.time(values)];
  const choice = (one: number) => (one & 1 ? not(made[one >> 1] ?? 0) : (made[one >> 1] ?? 0));
  const meant = (one: number) => {
    if (one < 2 * choices) return choice(one);
    const rest = one - 2 * choices;
    const time = times[rest >= 6 ? 1 : 0];
    const later = time === undefined ? false : solver.atLeast(time, ((rest % 6) >> 1) + 1);
    return typeof later === 'boolean' ? (rest % 2 === 0 ? later : !later) : rest % 2 === 0 ? later : not(later);
  };
  const add = (clause: readonly number[]) => solver.clause(clause.map(meant));
  const now = clauses.slice(later);
  const waiting = clauses.slice(0, later);
  for (const clause of now) add(clause);
  for (const { of, most } of sums)
    solver.atMost(
      of.map(choice),
      of.map(() => 1),
      most,
    );
  for (const { guard, isBack, least } of differences) {
    const [first, second] = times;
    if (first !== undefined && second !== undefined)
      solver.difference(choice(guard), isBack ? second : first, isBack ? first : second, least);
  }
  // Clauses that are only told of when a candidate is there.
  const more = () => {
    const next = waiting.pop();
    if (next === undefined) return false;
    add(next);
    return true;
  };
  const assumptions = assumed.map(choice);
  return { solver, assumptions, answer: solver.solve(assumptions, generous, more) };
}

test('the solver finds a way exactly where there is one, also where clauses come late', () => {
  holds(
    property(tuple(puzzles, integer({ min: 0, max: 4 })), ([puzzle, later]) => {
      expect(solved(puzzle, later).answer.kind).toBe(isOpen(puzzle) ? 'open' : 'impossible');
    }),
    { numRuns: 600, seed: 11 },
  );
});

test('what it says was needed is of the assumptions, and alone impossible', () => {
  holds(
    property(puzzles, (puzzle) => {
      const { solver, assumptions, answer } = solved(puzzle, 0);
      if (answer.kind !== 'impossible') return;
      for (const one of answer.core) expect(assumptions).toContain(one);
      expect(solver.solve(answer.core, generous, nothingMore).kind).toBe('impossible');
    }),
    { numRuns: 300, seed: 12 },
  );
});

test('it gives up where it may not think long enough', () => {
  const solver = new Solver();
  const [pigeons, holes] = [9, 8];
  const inHole = Array.from({ length: pigeons }, () => Array.from({ length: holes }, () => solver.choice()));
  for (const row of inHole) solver.clause(row);
  for (let hole = 0; hole < holes; hole++) {
    const column = inHole.map((row) => row[hole] ?? 0);
    solver.atMost(
      column,
      column.map(() => 1),
      1,
    );
  }
  expect(solver.solve([], { conflicts: 10, work: 100_000 }, nothingMore).kind).toBe('gaveUp');
});
