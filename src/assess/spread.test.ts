import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ratioOf, shareOf, spreadOf } from './spread.ts';

const ended = (seconds: number) => ({ seconds, ended: true });
const open = (seconds: number) => ({ seconds, ended: false });

test('quartiles of what all ended are the times by which that share had ended', () => {
  expect(spreadOf([4, 2, 1, 3].map(ended))).toEqual({ n: 4, censored: 0, q1: 1, median: 2, q3: 3 });
});

test('what is still open pushes the quartiles back, as worked out by hand', () => {
  // 6, 9+, 10, 15, 20 are at risk 5, -, 3, 2, 1: still open after 6 are 4/5, after 10 4/5 × 2/3 = 8/15, after 15 8/15 × 1/2 = 4/15, after 20 none.
  const spread = spreadOf([ended(6), open(9), ended(10), ended(15), ended(20)]);
  expect(spread).toEqual({ n: 4, censored: 1, q1: 10, median: 15, q3: 20 });
});

test('the classic example: remission of 21 patients, median 23', () => {
  // Freireich et al. 1963, the 6-MP arm, as in Kaplan–Meier textbooks; S first reaches 0.5 or less at 23 (0.448), 0.75 at 13 (0.690).
  const times = [6, 6, 6, 7, 10, 13, 16, 22, 23].map(ended);
  const openTimes = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map(open);
  expect(spreadOf([...openTimes, ...times])).toEqual({ n: 9, censored: 12, q1: 13, median: 23, q3: null });
});

test('what nobody ended has no quartile, and nothing at all has none either', () => {
  expect(spreadOf([open(5), open(7)])).toEqual({ n: 0, censored: 2, q1: null, median: null, q3: null });
  expect(spreadOf([])).toEqual({ n: 0, censored: 0, q1: null, median: null, q3: null });
});

test('at one time what ended comes before what was left open', () => {
  expect(spreadOf([open(5), ended(5)])).toEqual({ n: 1, censored: 1, q1: 5, median: 5, q3: null });
});

test('leaving something open never makes a quartile earlier', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ seconds: fc.nat(100), ended: fc.boolean() }), { maxLength: 30 }), (lasted) => {
      const all = spreadOf(lasted.map(({ seconds }) => ended(seconds)));
      const some = spreadOf(lasted);
      expect(some.n + some.censored).toBe(lasted.length);
      if (some.median !== null) expect(some.median).toBeGreaterThanOrEqual(all.median ?? Number.NaN);
    }),
  );
});

test('a share of 8 in 10 lies between 49 % and 94 %', () => {
  // Wilson by hand: p 0.8, n 10, z² 3.8415: middle 0.99207, half 0.31288 (both before ÷ 1.38415).
  const share = shareOf(8, 10);
  expect(share.low).toBeCloseTo(0.4902, 4);
  expect(share.high).toBeCloseTo(0.9433, 4);
  expect(ratioOf(share)).toBe(0.8);
});

test('a share of none is not a share of nothing', () => {
  expect(shareOf(0, 0)).toEqual({ hits: 0, of: 0, low: null, high: null });
  expect(ratioOf(shareOf(0, 0))).toBeNull();
  expect(shareOf(0, 3).low).toBe(0);
  expect(shareOf(3, 3).high).toBe(1);
});
