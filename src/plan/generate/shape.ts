// The hidden plan with its reserves as the statements are read off it: where everything stands, how often, and for whom there are gaps.
import { localDay, type MinuteInstant, minuteOfLocalDay } from '../../kernel/index.ts';
import { type Cutter, cutter } from './cut.ts';
import type { Held } from './held.ts';
import type { Hidden } from './hidden.ts';
import { bodiesOf, type Ghost } from './reserves.ts';
import type { World } from './world.ts';

/** A serial at its own place or at its reserve. */
export type Stand = { readonly held: Held; readonly start: number; readonly end: number; readonly site: number };

export type Shape = {
  readonly world: World;
  readonly hidden: Hidden;
  readonly ghosts: readonly Ghost[];
  readonly stands: readonly Stand[];
  readonly cut: Cutter;
  /** First and last minute of the exercise. */
  readonly from: number;
  readonly to: number;
  /** An instant as the document writes it. */
  when(minute: number): string;
  local(minute: number): string;
  idOf(body: number): string;
  /** Whether a serial may be bound to others: one with a reserve stays free. */
  isFree(held: Held): boolean;
  /** Stands that engage a body, meetings left out. */
  standsOf(body: number): readonly Stand[];
};

export function shapeOf(world: World, hidden: Hidden, ghosts: readonly Ghost[]): Shape {
  const { zone, grid, firstDay } = world.mould;
  const { tightness } = world.options;
  const cut = cutter(tightness, grid, world.day(0));
  const stands: readonly Stand[] = [...hidden.held.map((held) => ({ held, start: held.start, end: held.end, site: held.site })), ...ghosts];
  const ends = Math.max(...stands.map(({ end, held }) => end + held.draft.length.reset));
  const room = world.hasFixedEnd ? 1440 : Math.max(1440, 0.4 * (ends - world.day(0)));
  const local = (minute: number) => {
    const of = minuteOfLocalDay(minute as MinuteInstant, zone);
    return `${String(Math.floor(of / 60)).padStart(2, '0')}:${String(of % 60).padStart(2, '0')}`;
  };
  const late = world.units.map(({ isLate }) => isLate);
  const engages = (stand: Stand, body: number) =>
    bodiesOf(stand.held).includes(body) ||
    (body < world.units.length &&
      ((stand.held.attends === 'all' && (late[body] !== true || stand.start >= world.at(2, 6 * 60))) ||
        (stand.held.attends === 'late' && late[body] === true)));
  return {
    world,
    hidden,
    ghosts,
    stands,
    cut,
    from: world.day(0),
    to: cut.latest(ends + room, ends),
    local,
    when: (minute) => {
      const days = localDay(minute as MinuteInstant, zone) - firstDay;
      return `D${days === 0 ? '' : days > 0 ? `+${days}` : days} ${local(minute)}`;
    },
    idOf: (body) => (world.units[body] ?? world.posts[body - world.units.length])?.id ?? '',
    isFree: (held) => !ghosts.some((ghost) => ghost.held === held),
    standsOf: (body) => stands.filter((stand) => engages(stand, body)),
  };
}

/** The longest stretch between two minutes in which none of some stands lies, resets included. */
export function longestGap(stands: readonly Stand[], from: number, to: number): readonly [number, number] {
  let best: readonly [number, number] = [from, from];
  let open = from;
  const spells = stands.map(({ start, end, held }) => [start, end + held.draft.length.reset] as const).sort((a, b) => a[0] - b[0]);
  for (const [start, end] of [...spells, [to, to] as const]) {
    const until = Math.min(start, to);
    if (until - open > best[1] - best[0]) best = [open, until];
    open = Math.max(open, end);
  }
  return best;
}

/** The middle of a stretch, as much of it as tightness takes, on the grid and inside it; undefined where nothing is left. */
export function middleOf({ cut, world }: Shape, [from, to]: readonly [number, number]): readonly [number, number] | undefined {
  const { grid } = world.mould;
  const centre = (from + to) / 2;
  const half = (cut.tightness * (to - from)) / 2;
  const [first, last] = [centre - half, centre + half];
  const origin = world.day(0);
  const start = Math.max(from, origin + grid * Math.ceil((first - origin) / grid));
  const end = Math.min(to, origin + grid * Math.floor((last - origin) / grid));
  return end > start ? [start, end] : undefined;
}

/** The most in use at once of stretches with an amount each. */
export function peak(uses: readonly { readonly from: number; readonly to: number; readonly amount: number }[]): number {
  let most = 0;
  for (const { from } of uses) {
    let now = 0;
    for (const use of uses) if (use.from <= from && from < use.to) now += use.amount;
    most = Math.max(most, now);
  }
  return most;
}
