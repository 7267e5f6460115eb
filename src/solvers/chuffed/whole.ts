// What the parts of the whole problem's model share: the variables of times, sites and being held, and how times are counted.
import type { PlanProblem } from '../../plan/index.ts';
import type { BoolVar, IntVar, ModelWriter } from './flatzinc.ts';

/** All times are steps after `from`. */
export type Whole = {
  readonly model: ModelWriter;
  readonly problem: PlanProblem;
  readonly from: number;
  readonly step: number;
  readonly starts: readonly IntVar[];
  /** By serial: whether it is held; undefined where it must be. */
  readonly held: readonly (BoolVar | undefined)[];
  /** By serial: a truth for each of its sites, in their order; none where it needs no site or has only one. */
  readonly at: readonly (readonly BoolVar[])[];
  /** By serial: every minute at which it may start, at any site. */
  readonly minutes: readonly Int32Array[];
  /** Minutes as steps, rounded up. */
  up(minutes: number): number;
  /** Truths of a variable's being at least so much, made once. */
  isAtLeast(variable: IntVar, value: number): BoolVar;
  /** Where the serial starts at one of the minutes meant, one of some truths holds, if the others do. */
  unlessBetween(serial: number, isMeant: (start: number) => boolean, some: readonly BoolVar[], others: readonly BoolVar[]): void;
  /** The serial does not start after one minute and before another, where the truths hold. */
  keepOut(serial: number, after: number, before: number, where: readonly BoolVar[]): void;
};

/** What must hold for these serials to be there at all, as the other side of a clause. */
export const whereHeld = ({ held }: Whole, ...serials: readonly number[]): readonly BoolVar[] =>
  serials.flatMap((serial) => held[serial] ?? []);

/** Those that are not sure anyhow. */
export const truthsOf = (...truths: readonly (BoolVar | true)[]): readonly BoolVar[] =>
  truths.flatMap((truth) => (truth === true ? [] : [truth]));
