// Time across and rows down: the arithmetic of the timeline's window, without a screen.
import { localDay, type MinuteInstant, minuteFromLocal, minuteInstant, type Zone } from '../../../src/kernel/index.ts';

/** Minutes shown, from the left edge to the right. */
export type Span = { readonly from: number; readonly to: number };

export const leastSpan = 120;

export const xOf = (minute: number, { from, to }: Span, width: number): number => ((minute - from) / (to - from)) * width;
export const minuteAt = (x: number, { from, to }: Span, width: number): number => from + (x / width) * (to - from);

/** Closer (factor below 1) or wider, with one minute staying where it is. */
export function zoomed(span: Span, factor: number, around: number, limits: Span): Span {
  const length = Math.min(limits.to - limits.from, Math.max(leastSpan, (span.to - span.from) * factor));
  const share = (around - span.from) / (span.to - span.from);
  return inside({ from: around - share * length, to: around + (1 - share) * length }, limits);
}

export function panned(span: Span, minutes: number, limits: Span): Span {
  return inside({ from: span.from + minutes, to: span.to + minutes }, limits);
}

/** What two fingers make of a window: what lay under each goes with it. */
export function pinched(
  span: Span,
  width: number,
  before: readonly [number, number],
  after: readonly [number, number],
  limits: Span,
): Span {
  const [apartBefore, apartAfter] = [Math.abs(before[1] - before[0]), Math.abs(after[1] - after[0])];
  const middle = minuteAt((before[0] + before[1]) / 2, span, width);
  const wider = zoomed(span, Math.max(apartBefore, 1) / Math.max(apartAfter, 1), middle, limits);
  const moved = (after[0] + after[1] - before[0] - before[1]) / 2;
  return panned(wider, (-moved / width) * (wider.to - wider.from), limits);
}

/** The same length, moved as little as needed to show a minute well inside. */
export function showing(span: Span, minute: number, limits: Span): Span {
  const margin = (span.to - span.from) * 0.1;
  if (minute >= span.from + margin && minute <= span.to - margin) return span;
  return panned(span, minute - (span.from + span.to) / 2, limits);
}

function inside({ from, to }: Span, limits: Span): Span {
  const length = Math.min(to - from, limits.to - limits.from);
  const start = Math.min(Math.max(from, limits.from), limits.to - length);
  return { from: start, to: start + length };
}

export type Tick = { readonly minute: MinuteInstant; readonly isDay: boolean };

const steps = [15, 30, 60, 120, 180, 360, 720, 1440] as const;

/** Marks at round local times, days among them, no nearer to each other than `leastPixels`. */
export function ticksOf(span: Span, width: number, zone: Zone, leastPixels = 46): readonly Tick[] {
  const perMinute = width / (span.to - span.from);
  const step = steps.find((one) => one * perMinute >= leastPixels) ?? 1440;
  const ticks: Tick[] = [];
  const lastDay = localDay(minuteInstant(Math.ceil(span.to)), zone);
  for (let day = localDay(minuteInstant(Math.floor(span.from)), zone); day <= lastDay; day++) {
    for (let ofDay = 0; ofDay < 1440; ofDay += step) {
      const minute = minuteFromLocal(day, ofDay, zone);
      if (minute >= span.from && minute <= span.to) ticks.push({ minute, isDay: ofDay === 0 });
    }
  }
  return ticks;
}
