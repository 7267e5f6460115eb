// Where each row and bar of the timeline stands, top down. What is drawn and what is pointed at are read from the same layout.
import type { ScheduledSerial, ScheduleRow } from '../../../src/conduct/index.ts';
import { type Span, xOf } from './scale.ts';

/** How tall a bar is: with a second line for who is in it, or slim. */
export type BarSize = { readonly lane: number; readonly bar: number };
export const tallBars: BarSize = { lane: 38, bar: 34 };
export const slimBars: BarSize = { lane: 22, bar: 19 };
export const groupHeight = 22;
const rowPadding = 3;

export type PlacedRow = { readonly row: ScheduleRow; readonly top: number; readonly height: number };
export type Layout = { readonly rows: readonly PlacedRow[]; readonly height: number; readonly size: BarSize };

export function layoutOf(rows: readonly ScheduleRow[], size: BarSize): Layout {
  const placed: PlacedRow[] = [];
  let top = 0;
  for (const row of rows) {
    const height = row.kind === 'group' ? groupHeight : Math.max(1, row.lanes.length) * size.lane + rowPadding * 2;
    placed.push({ row, top, height });
    top += height;
  }
  return { rows: placed, height: top, size };
}

/** A bar's left, top and width; narrow ones stay wide enough to be seen and hit. */
export type PlacedBar = { readonly one: ScheduledSerial; readonly left: number; readonly top: number; readonly width: number };

export const leastBarWidth = 5;

export function barsOf({ row, top }: PlacedRow, { lane: laneHeight, bar }: BarSize, span: Span, width: number): readonly PlacedBar[] {
  return row.lanes.flatMap((lane, index) =>
    lane.flatMap((one): PlacedBar[] => {
      if (one.end < span.from || one.start > span.to) return [];
      const left = xOf(one.start, span, width);
      const right = xOf(one.end, span, width);
      return [
        {
          one,
          left,
          top: top + rowPadding + index * laneHeight + (laneHeight - bar) / 2,
          width: Math.max(leastBarWidth, right - left - 1),
        },
      ];
    }),
  );
}

/** What lies at a point of the drawing, given in the layout's own coordinates. */
export function barAt(layout: Layout, span: Span, width: number, x: number, y: number): PlacedBar | undefined {
  const placed = layout.rows.find(({ top, height }) => y >= top && y < top + height);
  if (placed === undefined) return undefined;
  const slack = 2;
  return barsOf(placed, layout.size, span, width).findLast(
    (bar) => x >= bar.left - slack && x <= bar.left + bar.width + slack && y >= bar.top && y <= bar.top + layout.size.bar,
  );
}

/** Bars in the order in which the arrow keys go through them: by row, lane by lane within time. */
export function inOrder(layout: Layout): readonly { readonly row: number; readonly one: ScheduledSerial }[] {
  return layout.rows.flatMap(({ row }, index) =>
    row.lanes
      .flat()
      .toSorted((a, b) => a.start - b.start)
      .map((one) => ({ row: index, one })),
  );
}

/** The next bar for an arrow key from a serial in a row: along the row, or the nearest in time in the row above or below. */
export function neighbour(
  layout: Layout,
  from: { readonly row: number; readonly serial: string } | null,
  key: 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown',
  /** Where to begin when nothing is chosen yet. */
  around: number,
): { readonly row: number; readonly serial: string } | null {
  const all = inOrder(layout);
  const current =
    all.find(({ row, one }) => row === from?.row && one.serial === from.serial) ?? all.find(({ one }) => one.serial === from?.serial);
  if (current === undefined) {
    const [first] = all.toSorted((a, b) => Math.abs(a.one.start - around) - Math.abs(b.one.start - around));
    return first === undefined ? null : { row: first.row, serial: first.one.serial };
  }
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const own = all.filter(({ row }) => row === current.row);
    const next = own[own.indexOf(current) + (key === 'ArrowRight' ? 1 : -1)];
    return next === undefined ? null : { row: next.row, serial: next.one.serial };
  }
  const direction = key === 'ArrowDown' ? 1 : -1;
  for (let row = current.row + direction; row >= 0 && row < layout.rows.length; row += direction) {
    const own = all.filter((entry) => entry.row === row);
    const nearest = own.toSorted((a, b) => Math.abs(a.one.start - current.one.start) - Math.abs(b.one.start - current.one.start))[0];
    if (nearest !== undefined) return { row, serial: nearest.one.serial };
  }
  return null;
}
