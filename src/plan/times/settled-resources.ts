// The sites for several, the people at them, the pools and the posts that meetings must be left, as capacities by slot beside what does not move.
import type { PlanProblem } from '../problem.ts';
import { peopleOf } from '../search/state.ts';
import type { Settled } from './relations.ts';
import type { Slots } from './settled-starts.ts';
import type { Resource, ResourceUse } from './times-problem.ts';

/** What one serial uses of a resource, in minutes after its start. */
type Use = { readonly amount: number; readonly from: number; readonly to: number };

type Stated = {
  readonly capacity: number;
  readonly less: readonly { readonly from: number; readonly to: number; readonly count: number }[];
  useOf(settled: Settled): readonly Use[];
  /** What else takes of it, at its times. */
  readonly taken?: readonly { readonly amount: number; readonly from: number; readonly to: number }[];
};

/** `moving` by activity; `scenes` are what does not move, as booked and, for each scenario, where it then stands. */
export function resourcesOf(
  problem: PlanProblem,
  slots: Slots,
  moving: readonly Settled[],
  scenes: readonly (readonly Settled[])[],
): readonly Resource[] {
  return [...sitesOf(problem), ...poolsOf(problem), ...meetingsOf(problem)].flatMap((stated) => {
    const uses = moving.flatMap((settled, activity) =>
      stated.useOf(settled).map(({ amount, from, to }): ResourceUse => {
        const offset = Math.floor(from / slots.grid);
        return { activity, amount, offset, length: Math.ceil(to / slots.grid) - offset };
      }),
    );
    const demand = uses.reduce((sum, { amount }) => sum + amount, 0);
    const least = stated.less.reduce((count, { count: left }) => Math.min(count, left), stated.capacity);
    if (uses.length === 0) return [];
    const inUse = new Int32Array(slots.slots);
    for (const standing of scenes) {
      const taken = standing.flatMap((settled) =>
        stated
          .useOf(settled)
          .map(({ amount, from, to }) => ({ amount, from: settled.placement.start + from, to: settled.placement.start + to })),
      );
      for (const [slot, amount] of usage(slots, [...(stated.taken ?? []), ...taken]).entries())
        inUse[slot] = Math.max(inUse[slot] ?? 0, amount);
    }
    if (demand + inUse.reduce((most, amount) => Math.max(most, amount), 0) <= least) return [];
    return [{ capacity: inUse.map((amount, slot) => capacityAt(slots, stated, slot) - amount), uses }];
  });
}

function capacityAt({ origin, grid }: Slots, { capacity, less }: Stated, slot: number): number {
  const from = origin + slot * grid;
  let left = Math.min(capacity, 1 << 20);
  for (const one of less) if (one.from < from + grid && from < one.to) left = Math.min(left, one.count);
  return left;
}

/** The most in use by slot. Within a slot the amounts that touch it are added up, unless one ends where the other begins. */
function usage(
  { origin, grid, slots }: Slots,
  taken: readonly { readonly amount: number; readonly from: number; readonly to: number }[],
): Int32Array {
  const inUse = new Int32Array(slots);
  for (const { amount, from, to } of taken) {
    const last = Math.min(slots, Math.ceil((to - origin) / grid));
    for (let slot = Math.max(0, Math.floor((from - origin) / grid)); slot < last; slot++) inUse[slot] = (inUse[slot] ?? 0) + amount;
  }
  return inUse;
}

function sitesOf(problem: PlanProblem): readonly Stated[] {
  const totals = (serial: number) => problem.serials[serial] ?? { total: 0, reset: 0 };
  return problem.sites.flatMap((site, index): Stated[] => {
    const isHere = ({ placement }: Settled) => placement.site === index;
    const meetings = problem.occurrences.filter((one) => one.price === null && one.site === index);
    const bySerials: Stated = {
      capacity: site.serials,
      less: [],
      taken: meetings.map(({ from, to }) => ({ amount: 1, from, to })),
      useOf: (settled) => {
        const { total, reset } = totals(settled.placement.serial);
        return isHere(settled) ? [{ amount: 1, from: 0, to: total + reset }] : [];
      },
    };
    const byPeople: Stated = {
      capacity: site.people,
      less: [],
      useOf: (settled) =>
        isHere(settled) ? [{ amount: peopleOf(problem, settled.placement), from: 0, to: totals(settled.placement.serial).total }] : [],
    };
    return [...(site.serials > 1 ? [bySerials] : []), ...(site.people < Number.POSITIVE_INFINITY ? [byPeople] : [])];
  });
}

function poolsOf(problem: PlanProblem): readonly Stated[] {
  return problem.pools.map(
    (pool, index): Stated => ({
      capacity: pool.count,
      less: pool.lessDuring,
      useOf: ({ placement }) => {
        const facts = problem.serials[placement.serial];
        const amount = (facts?.pools ?? []).reduce((sum, [one, count]) => sum + (one === index ? count : 0), 0);
        return amount === 0 ? [] : [{ amount, from: 0, to: (facts?.total ?? 0) + pool.turnaround }];
      },
    }),
  );
}

/** While a meeting lasts, so many posts of a kind must stay free for it. */
function meetingsOf(problem: PlanProblem): readonly Stated[] {
  return problem.occurrences.flatMap(({ price, from, to, support }) =>
    price !== null
      ? []
      : support.map(
          ({ eligible, count }): Stated => ({
            capacity: Number.POSITIVE_INFINITY,
            less: [{ from, to, count: eligible.length - count }],
            useOf: ({ stretches }) =>
              stretches.flatMap((stretch) => (eligible.includes(stretch.body) ? [{ amount: 1, from: stretch.from, to: stretch.to }] : [])),
          }),
        ),
  );
}
