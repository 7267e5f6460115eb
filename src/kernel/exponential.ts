// Exponential functions from + − × ÷ alone, which IEEE 754 fixes to the last bit. The language leaves the results of Math.exp and its
// kin to the host; ours are the same bytes in each, within 1e-15 of the result.
//
// Derived from fdlibm 5.3: Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed at SunSoft, a Sun Microsystems,
// Inc. business. Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice is preserved.

const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;

/** e to the power x. */
export function exp(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > 709.782712893384) return Number.POSITIVE_INFINITY;
  if (x < -745.1332191019412) return 0;
  const twos = Math.floor(x * Math.LOG2E + 0.5);
  const high = x - twos * ln2High;
  const low = twos * ln2Low;
  const rest = high - low;
  const square = rest * rest;
  const c =
    rest -
    square *
      (0.16666666666666602 +
        square *
          (-0.0027777777777015593 +
            square * (0.00006613756321437934 + square * (-0.0000016533902205465252 + square * 4.1381367970572385e-8))));
  return timesPowerOfTwo(1 - (low - (rest * c) / (2 - c) - high), twos);
}

/** The natural logarithm; −∞ at 0, NaN below. */
export function log(x: number): number {
  if (!(x > 0) || x === Number.POSITIVE_INFINITY) return x === 0 ? Number.NEGATIVE_INFINITY : x > 0 ? x : Number.NaN;
  const twos = exponentOf(x);
  const f = timesPowerOfTwo(x, -twos) - 1;
  const s = f / (2 + f);
  const half = 0.5 * f * f;
  return twos * ln2High - (half - (s * (half + logTail(s * s)) + twos * ln2Low) - f);
}

// log(1+f) = f − f²/2 + s·(f²/2 + tail(s²)), s = f/(2+f).
function logTail(z: number): number {
  const w = z * z;
  const even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const odd = z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  return even + odd;
}

/** x to the power y, as IEEE 754 `pow` for ordinary numbers; NaN for a negative x and a broken y. */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (x < 0) {
    if (x === Number.NEGATIVE_INFINITY && !Number.isInteger(y)) return pow(-x, y);
    if (!Number.isInteger(y)) return Number.NaN;
    return y % 2 === 0 ? pow(-x, y) : -pow(-x, y);
  }
  if (x === 0) return y > 0 ? 0 : Number.POSITIVE_INFINITY;
  if (x === 1) return 1;
  if (x === Number.POSITIVE_INFINITY || !Number.isFinite(y)) return x > 1 === y > 0 ? Number.POSITIVE_INFINITY : 0;
  const [logHigh, logLow] = doubledLog(x);
  const high = y * logHigh;
  if (high > 710 || high < -746) return exp(high);
  return exp(high) * (1 + (productError(y, logHigh, high) + y * logLow));
}

// The logarithm as an unrounded sum of two numbers (Dekker 1971), so that a large exponent does not magnify its rounding.
function doubledLog(x: number): readonly [high: number, low: number] {
  const twos = exponentOf(x);
  const f = timesPowerOfTwo(x, -twos) - 1;
  const below = 2 + f;
  const belowLow = f - (below - 2);
  const s = f / below;
  const check = s * below;
  const sLow = (f - check - productError(s, below, check) - s * belowLow) / below;
  const z = s * s;
  const series =
    s * z * (2 / 3 + z * (2 / 5 + z * (2 / 7 + z * (2 / 9 + z * (2 / 11 + z * (2 / 13 + z * (2 / 15 + z * (2 / 17 + z * (2 / 19)))))))));
  const whole = twos * ln2High;
  const first = whole + 2 * s;
  const firstLow = Math.abs(whole) >= Math.abs(2 * s) ? 2 * s - (first - whole) : whole - (first - 2 * s);
  const low = firstLow + (2 * sLow + twos * ln2Low + series);
  const high = first + low;
  return [high, low - (high - first)];
}

// What rounding took from a product: a·b = product + error, exactly.
function productError(a: number, b: number, product: number): number {
  const aHigh = upperHalf(a);
  const bHigh = upperHalf(b);
  const aLow = a - aHigh;
  const bLow = b - bHigh;
  return aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow;
}

function upperHalf(x: number): number {
  const spread = 134_217_729 * x;
  return spread - (spread - x);
}

/** The square root: IEEE 754 rounds it exactly, so the host's is the same everywhere. */
export function sqrt(x: number): number {
  return Math.sqrt(x);
}

// 2^-1074 … 2^1023, each exact.
const powersOfTwo = Float64Array.from({ length: 2098 });
powersOfTwo[1074] = 1;
for (let above = 1075; above < 2098; above++) powersOfTwo[above] = (powersOfTwo[above - 1] ?? 0) * 2;
for (let below = 1073; below >= 0; below--) powersOfTwo[below] = (powersOfTwo[below + 1] ?? 0) / 2;

// In two steps where one would leave the range of doubles on the way.
function timesPowerOfTwo(x: number, power: number): number {
  if (power > 1000) return x * (powersOfTwo[2074] ?? 0) * (powersOfTwo[1074 + power - 1000] ?? 0);
  if (power < -1000) return x * (powersOfTwo[1074 + power + 1000] ?? 0) * (powersOfTwo[74] ?? 0);
  return x * (powersOfTwo[1074 + power] ?? 0);
}

const bits = new DataView(new ArrayBuffer(8));

// The power of two that brings x > 0 between √½ and √2.
function exponentOf(x: number): number {
  if (x < 2.2250738585072014e-308) return exponentOf(x * 18_014_398_509_481_984) - 54;
  bits.setFloat64(0, x);
  const power = (bits.getUint32(0) >>> 20) - 1023;
  return timesPowerOfTwo(x, -power) > Math.SQRT2 ? power + 1 : power;
}
