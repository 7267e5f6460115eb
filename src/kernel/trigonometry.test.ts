import fc from 'fast-check';
import { expect, test } from 'vitest';
import { acos, asin, atan, atan2, cos, sin, tan } from './trigonometry.ts';

function near(ours: number, hosts: number): boolean {
  return Object.is(ours, hosts) || Math.abs(ours - hosts) <= 1e-14 * Math.abs(hosts);
}

const reals = (size: number) => fc.double({ min: -size, max: size, noNaN: true });

test('sine, cosine and tangent agree with the host to the fourteenth digit', () => {
  for (const size of [1, 10, 799_999]) {
    fc.assert(
      fc.property(reals(size), (x) => near(sin(x), Math.sin(x)) && near(cos(x), Math.cos(x)) && near(tan(x), Math.tan(x))),
      {
        numRuns: 4000,
      },
    );
  }
});

test('close to a multiple of a right angle no digit is lost', () => {
  for (let quarters = 1; quarters < 400_000; quarters += 37) {
    const angle = (quarters * Math.PI) / 2;
    expect(near(sin(angle), Math.sin(angle)), `sin ${angle}`).toBe(true);
    expect(near(cos(angle), Math.cos(angle)), `cos ${angle}`).toBe(true);
  }
});

test('the inverse functions agree with the host', () => {
  fc.assert(fc.property(reals(1), (x) => near(asin(x), Math.asin(x)) && Math.abs(acos(x) - Math.acos(x)) < 1e-15 + 1e-14 * Math.acos(x)));
  fc.assert(
    fc.property(reals(1e6), (x) => near(atan(x), Math.atan(x))),
    { numRuns: 4000 },
  );
  fc.assert(
    fc.property(reals(1e3), reals(1e3), (y, x) => near(atan2(y, x), Math.atan2(y, x))),
    { numRuns: 4000 },
  );
});

test('the quadrants and signed zeros are as in the language', () => {
  const ends = [0, -0, 1, -1, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const y of ends) for (const x of ends) expect(near(atan2(y, x), Math.atan2(y, x)), `${y} ${x}`).toBe(true);
});

test('an angle too large to reduce is refused, not answered wrongly', () => {
  expect(() => sin(1e9)).toThrow('not reduced');
  expect(sin(Number.NaN)).toBeNaN();
});

test('the results never change', () => {
  expect([sin(1), cos(1), tan(1), atan2(1, -2), asin(0.3), acos(0.3)]).toEqual([
    0.8414709848078965, 0.5403023058681398, 1.557407724654902, 2.677945044588987, 0.3046926540153975, 1.266103672779499,
  ]);
});
