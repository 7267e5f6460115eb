import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exp, log, pow } from './exponential.ts';

// The host's own functions are within an ulp or two here; the language only does not promise which.
function near(ours: number, hosts: number, relative = 1e-14): boolean {
  return Object.is(ours, hosts) || Math.abs(ours - hosts) <= Math.max(relative * Math.abs(hosts), 5e-324);
}

const reals = (min: number, max: number) => fc.double({ min, max, noNaN: true });

test('exp agrees with the host to the fourteenth digit', () => {
  fc.assert(
    fc.property(reals(-745, 709.7), (x) => near(exp(x), Math.exp(x))),
    { numRuns: 5000 },
  );
});

test('log agrees with the host to the fourteenth digit, subnormal numbers too', () => {
  fc.assert(
    fc.property(reals(5e-324, 1.7e308), (x) => near(log(x), Math.log(x))),
    { numRuns: 5000 },
  );
  fc.assert(
    fc.property(reals(0.5, 2), (x) => near(log(x), Math.log(x))),
    { numRuns: 5000 },
  );
});

test('pow agrees with the host to the fourteenth digit, large exponents too', () => {
  const law = fc.property(reals(1e-20, 1e20), reals(-40, 40), (x, y) => {
    const hosts = x ** y;
    return !Number.isFinite(hosts) || hosts < 1e-300 || near(pow(x, y), hosts);
  });
  fc.assert(law, { numRuns: 5000 });
  expect(near(pow(1.000001, 5e8), 1.000001 ** 5e8)).toBe(true);
});

test('the ends of the range are as in the language', () => {
  for (const x of [0, -0, 1, -1, 2, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN, 710, -746]) {
    expect(near(exp(x), Math.exp(x)), `exp ${x}`).toBe(true);
    expect(near(log(x), Math.log(x)), `log ${x}`).toBe(true);
    for (const y of [0, 1, -1, 2, 3, -2.5, 0.5]) if (!Object.is(x, -0)) expect(near(pow(x, y), x ** y), `pow ${x} ${y}`).toBe(true);
  }
});

test('the results never change', () => {
  expect([exp(1.5), log(11), pow(1.07, 30.5)]).toEqual([4.4816890703380645, 2.3978952727983707, 7.874177843619679]);
});
