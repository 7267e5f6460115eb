// Functions of angles from + − × ÷ and the square root alone, which IEEE 754 fixes to the last bit. The language leaves the results of
// Math.sin and its kin to the host; ours are the same bytes in each, within 1e-15 of the result.
//
// Derived from fdlibm 5.3: Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed at SunSoft, a Sun Microsystems,
// Inc. business. Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice is preserved.
import { Bug } from './problem.ts';

export const pi = Math.PI;

// π/2 in three parts of 33 bits, each with what is left after it.
const quarter1 = 1.5707963267341256;
const quarter1Rest = 6.077100506506192e-11;
const quarter2 = 6.077100506303966e-11;
const quarter2Rest = 2.0222662487959506e-21;
const furthestTurn = 800_000;

/** The sine of an angle in radians, up to ±800 000. */
export function sin(x: number): number {
  return sineOfQuarter(x, 0);
}

/** The cosine of an angle in radians, up to ±800 000. */
export function cos(x: number): number {
  return sineOfQuarter(x, 1);
}

/** The tangent of an angle in radians, up to ±800 000. */
export function tan(x: number): number {
  return sin(x) / cos(x);
}

function sineOfQuarter(x: number, ahead: 0 | 1): number {
  if (!Number.isFinite(x)) return Number.NaN;
  if (Math.abs(x) > furthestTurn) throw new Bug(`an angle of ${x} radians is not reduced exactly`);
  const quarters = Math.floor(x / (quarter1 + quarter1Rest) + 0.5);
  let rest = x - quarters * quarter1;
  let taken = quarters * quarter1Rest;
  if (Math.abs(rest) < 1e-3) {
    // Near a multiple of π/2 the first part cancels, and the second brings the lost digits back.
    const before = rest;
    taken = quarters * quarter2;
    rest = before - taken;
    taken = quarters * quarter2Rest - (before - rest - taken);
  }
  const angle = rest - taken;
  const low = rest - angle - taken;
  const quadrant = (((quarters + ahead) % 4) + 4) % 4;
  const size = quadrant % 2 === 0 ? smallSine(angle, low) : smallCosine(angle, low);
  return quadrant < 2 ? size : -size;
}

// Sine and cosine of angle + low for |angle| ≤ π/4.
function smallSine(angle: number, low: number): number {
  const z = angle * angle;
  const cube = z * angle;
  const tail =
    0.00833333333332249 +
    z * (-0.0001984126982985795 + z * (0.0000027557313707070068 + z * (-2.5050760253406863e-8 + z * 1.58969099521155e-10)));
  return angle - (z * (0.5 * low - cube * tail) - low - cube * -0.16666666666666632);
}

function smallCosine(angle: number, low: number): number {
  const z = angle * angle;
  const tail =
    z *
    (0.0416666666666666 +
      z *
        (-0.001388888888887411 +
          z * (0.00002480158728947673 + z * (-2.7557314351390663e-7 + z * (2.087572321298175e-9 + z * -1.1359647557788195e-11)))));
  const half = 0.5 * z;
  const first = 1 - half;
  return first + (1 - first - half + (z * tail - angle * low));
}

const arcHigh = [0.4636476090008061, 0.7853981633974483, 0.982793723247329, 1.5707963267948966] as const;
const arcLow = [2.2698777452961687e-17, 3.061616997868383e-17, 1.3903311031230998e-17, 6.123233995736766e-17] as const;

/** The angle in radians whose tangent is x. */
export function atan(x: number): number {
  const size = Math.abs(x);
  if (!(size < 1e17)) return Number.isNaN(x) ? x : x > 0 ? arcHigh[3] : -arcHigh[3];
  if (size < 0.4375) return x - x * arcTail(x);
  const [reduced, arc] = reducedTangent(size);
  const angle = arcHigh[arc] - (reduced * arcTail(reduced) - arcLow[arc] - reduced);
  return x < 0 ? -angle : angle;
}

function reducedTangent(size: number): readonly [number, 0 | 1 | 2 | 3] {
  if (size < 0.6875) return [(2 * size - 1) / (2 + size), 0];
  if (size < 1.1875) return [(size - 1) / (size + 1), 1];
  if (size < 2.4375) return [(size - 1.5) / (1 + 1.5 * size), 2];
  return [-1 / size, 3];
}

function arcTail(x: number): number {
  const z = x * x;
  const w = z * z;
  const odd =
    z *
    (0.3333333333333293 +
      w *
        (0.14285714272503466 +
          w * (0.09090887133436507 + w * (0.06661073137387531 + w * (0.049768779946159324 + w * 0.016285820115365782)))));
  const even =
    w *
    (-0.19999999999876483 +
      w * (-0.11111110405462356 + w * (-0.0769187620504483 + w * (-0.058335701337905735 + w * -0.036531572744216916))));
  return odd + even;
}

/** The angle in radians of the point (x, y), between −π and π. */
export function atan2(y: number, x: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  const below = y < 0 || Object.is(y, -0);
  const behind = x < 0 || Object.is(x, -0);
  const size = angleInFirstQuarter(Math.abs(y), Math.abs(x));
  const angle = behind ? pi - (size - 1.2246467991473532e-16) : size;
  return below ? -angle : angle;
}

function angleInFirstQuarter(y: number, x: number): number {
  if (y === 0) return 0;
  if (x === 0) return arcHigh[3];
  if (x === Number.POSITIVE_INFINITY) return y === x ? arcHigh[1] : 0;
  return atan(y / x);
}

/** The angle in radians whose sine is x. */
export function asin(x: number): number {
  return atan2(x, Math.sqrt((1 - x) * (1 + x)));
}

/** The angle in radians whose cosine is x. */
export function acos(x: number): number {
  return atan2(Math.sqrt((1 - x) * (1 + x)), x);
}
