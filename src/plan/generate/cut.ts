// Tightness: how far what is generous is cut towards what the hidden plan needs. At 0 nothing is cut, at 1 nothing but the need is left;
// all rounding is towards the generous side, so that the hidden plan always stays possible.

export type Cutter = {
  readonly tightness: number;
  /** An amount that may not fall under its need. */
  most(generous: number, needed: number): number;
  /** An amount that may not rise over its need: rests, gaps, times required. */
  least(generous: number, needed: number): number;
  /** The same on a grid of minutes, from an origin. */
  latest(generous: number, needed: number): number;
  earliest(generous: number, needed: number): number;
};

export function cutter(tightness: number, grid: number, origin: number): Cutter {
  const between = (generous: number, needed: number) => generous + tightness * (needed - generous);
  const steps = (minute: number) => (minute - origin) / grid;
  return {
    tightness,
    most: (generous, needed) => Math.max(needed, Math.ceil(between(Math.max(generous, needed), needed) - 1e-9)),
    least: (generous, needed) => Math.min(needed, Math.floor(between(Math.min(generous, needed), needed) + 1e-9)),
    latest: (generous, needed) => Math.max(needed, origin + grid * Math.ceil(steps(between(Math.max(generous, needed), needed)) - 1e-9)),
    earliest: (generous, needed) => Math.min(needed, origin + grid * Math.floor(steps(between(Math.min(generous, needed), needed)) + 1e-9)),
  };
}
