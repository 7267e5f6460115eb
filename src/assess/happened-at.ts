/** When a thing happened, as against when it was entered. */

type Entered = {
  readonly onBehalf?: { readonly madeAt: number } | undefined;
  readonly madeAt?: { readonly at: number; readonly skew: number } | undefined;
};

const microsPerDay = 86_400_000_000;

/**
 * What the one who entered it states, else what the device says less the error of its clock, else the log's own time. Devices' times are data:
 * one after the log's, or a day and more before it, is not believed.
 */
export function happenedAt({ onBehalf, madeAt }: Entered, time: number): number {
  const stated = onBehalf?.madeAt ?? (madeAt === undefined ? time : madeAt.at - madeAt.skew);
  return stated <= time && time - stated < microsPerDay ? stated : time;
}
