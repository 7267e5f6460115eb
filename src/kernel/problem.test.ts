import { expect, test } from 'vitest';
import { Bug, isProblem, Malformed, problem, problemAt, Refused, unreachable } from './problem.ts';

const found = problem('kernel.notADate', { text: 'soon' }, { key: 'kernel.writeDateAs', values: { example: '2024-07-08' } });

test('a problem is told from the value that might have been read', () => {
  expect(isProblem(found)).toBe(true);
  for (const value of [12, 'key', null, undefined, [], { key: 'a' }, { minute: 1, zoneLetter: 'Z' }]) expect(isProblem(value)).toBe(false);
});

test('the errors show what they carry, to whoever reads a trace', () => {
  const cause = new Error('below');
  expect(new Malformed([problemAt(found, { file: 'shared/plan.yaml', line: 3, column: 7 }), found], { cause }).message).toBe(
    'shared/plan.yaml:3:7 kernel.notADate {"text":"soon"}\nkernel.notADate {"text":"soon"}',
  );
  expect(new Refused(found).problem).toBe(found);
  expect(new Bug('ours', { cause }).cause).toBe(cause);
});

test('a case that cannot be is a bug', () => {
  expect(() => unreachable('surprise' as never)).toThrow('no case for "surprise"');
});
