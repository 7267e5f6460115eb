// The contract of the engine with the package it stands on: what is used of it is tried here, so that another version that differs is noticed.
import { expect, test } from 'vitest';
import { type Engine, startEngine } from './engine.ts';
import { type IntVar, type ModelWriter, modelWriter } from './flatzinc.ts';

function allDifferent(model: ModelWriter, variables: readonly IntVar[]): void {
  for (const [index, one] of variables.entries())
    for (const other of variables.slice(index + 1)) {
      const [less, more] = [model.bool(), model.bool()];
      model.atMost(
        [
          [1, one],
          [-1, other],
        ],
        -1,
        less,
      );
      model.atMost(
        [
          [-1, one],
          [1, other],
        ],
        -1,
        more,
      );
      model.clause([less, more]);
    }
}

/** So many tasks of which no two may run at once: hard to close for a solver that does not see them all together. */
function pigeons(count: number, places: number): string {
  const model = modelWriter();
  const at = Array.from({ length: count }, (_, index) => model.int([[1, places]], `p${index}`));
  allDifferent(model, at);
  return model.text('satisfy', []) ?? '';
}

function golomb(marks: number, longest: number): string {
  const model = modelWriter();
  const at = Array.from({ length: marks }, (_, index) => model.int([[0, longest]], `m${index}`));
  const gaps = at.flatMap((one, index) =>
    at.slice(index + 1).map((other) => {
      const gap = model.int([[1, longest]]);
      model.equal(
        [
          [1, other],
          [-1, one],
          [-1, gap],
        ],
        0,
      );
      return gap;
    }),
  );
  allDifferent(model, gaps);
  const last = at.at(-1);
  if (last === undefined) return '';
  return model.text({ minimize: last }, [{ variables: at, choose: 'input_order', value: 'indomain_min' }]) ?? '';
}

const engine: Engine | undefined = await startEngine();
const withEngine = test.skipIf(engine === undefined);
const plenty = { effort: { conflicts: 100_000 } } as const;

withEngine('proves the best, and streams what it finds on the way', async () => {
  const ends: number[] = [];
  const answer = await engine?.run(golomb(6, 40), { ...plenty, onSolution: (values) => void ends.push(values.get('m5') ?? 0) });
  expect(answer).toMatchObject({ status: 'optimal', said: '' });
  expect(answer?.values?.get('m5')).toBe(17);
  expect(ends.at(-1)).toBe(17);
});

withEngine('proves that there is no solution', async () => {
  expect(await engine?.run(pigeons(5, 4), plenty)).toMatchObject({ status: 'infeasible', values: null });
});

withEngine('a limit of conflicts is kept, and the same each time', async () => {
  const limited = { effort: { conflicts: 500 }, freeSearch: true } as const;
  const [one, other] = [await engine?.run(golomb(10, 90), limited), await engine?.run(golomb(10, 90), limited)];
  expect(one?.status).not.toBe('optimal');
  expect(one?.conflicts).toBeGreaterThan(250);
  expect(one?.conflicts).toBeLessThan(1000);
  expect({ ...other, values: [...(other?.values ?? [])] }).toEqual({ ...one, values: [...(one?.values ?? [])] });
});

withEngine('a limit of time is kept', async () => {
  const answer = await engine?.run(pigeons(14, 13), { effort: { milliseconds: 300 } });
  expect(answer?.status).toBe('unknown');
});

withEngine('a cancelled run proves nothing, and the next one works', async () => {
  const stopping = new AbortController();
  const running = engine?.run(golomb(12, 120), {
    effort: { conflicts: 10_000_000 },
    signal: stopping.signal,
    onSolution: () => stopping.abort(),
  });
  expect((await running)?.status).toBe('satisfied');
  expect(await engine?.run(pigeons(4, 3), plenty)).toMatchObject({ status: 'infeasible' });
});

withEngine('a solver that breaks has no answer', async () => {
  const answer = await engine?.run('constraint no_such_constraint(1);\nsolve satisfy;\n', plenty);
  expect(answer).toMatchObject({ status: 'noAnswer', values: null });
  expect(answer?.said).not.toBe('');
});

test('where the package is not installed there is no engine', async () => {
  expect(await startEngine('file:///nowhere/module.js')).toBeUndefined();
});

withEngine('closes', async () => {
  await engine?.close();
  expect(await engine?.run(pigeons(4, 3), plenty)).toMatchObject({ status: 'noAnswer' });
});
