// Where serials are in the whole problem: one of their sites, at its hours; as many at a site, and of a pool, as there is room for.

import type { BoolVar, IntVar, Term } from './flatzinc.ts';
import { type Whole, whereHeld } from './whole.ts';
import type { Members } from './whole-qualified.ts';

export function addPlaces(whole: Whole): void {
  const { problem } = whole;
  for (const serial of problem.serials.keys()) oneSite(whole, serial);
  for (const [site, { serials: room }] of problem.sites.entries()) siteRoom(whole, site, room);
  for (const pool of problem.pools.keys()) poolRoom(whole, pool);
}

/** One site, at which its starts there are the only ones. */
function oneSite(whole: Whole, serial: number): void {
  const { model, problem, at, minutes } = whole;
  const facts = problem.serials[serial];
  const truths = at[serial] ?? [];
  if (facts === undefined || truths.length === 0) return;
  model.clause(truths, whereHeld(whole, serial));
  for (const [index, one] of truths.entries()) for (const other of truths.slice(index + 1)) model.clause([], [one, other]);
  for (const [index, truth] of truths.entries()) {
    const own = new Set(facts.starts[index] ?? []);
    const all = minutes[serial] ?? new Int32Array();
    let before = Number.NEGATIVE_INFINITY;
    let isOpen = false;
    for (const minute of [...all, Number.POSITIVE_INFINITY]) {
      if (!own.has(minute) && minute !== Number.POSITIVE_INFINITY) {
        isOpen = true;
        continue;
      }
      if (isOpen) whole.keepOut(serial, before, minute, [truth]);
      [before, isOpen] = [minute, false];
    }
  }
}

/** The truth that a serial is held at a site; undefined where it surely is, null where it cannot be. */
function isAt({ problem, at, held }: Whole, serial: number, site: number): BoolVar | undefined | null {
  const facts = problem.serials[serial];
  const index = facts?.sites.indexOf(site) ?? -1;
  if (facts === undefined || !facts.needsSite || index < 0) return null;
  return facts.sites.length < 2 ? held[serial] : at[serial]?.[index];
}

function siteRoom(whole: Whole, site: number, room: number): void {
  const { model, problem, starts, up } = whole;
  const users = problem.serials.flatMap((facts, serial) => {
    const truth = isAt(whole, serial, site);
    const start = starts[serial];
    return truth === null || start === undefined ? [] : [{ start, truth, length: up(facts.total + facts.reset) }];
  });
  if (users.length <= room) return;
  const amounts = users.map(({ truth }): IntVar | number => (truth === undefined ? 1 : model.numberOf(truth)));
  model.cumulativeVars(
    users.map(({ start }) => start),
    users.map(({ length }) => length),
    amounts,
    room,
  );
}

/** The people of teams and attendance, and visitors, find room at a site. */
export function addPeopleAtSites(whole: Whole, members: Members): void {
  const { model, problem, starts, up, at } = whole;
  for (const [site, { people }] of problem.sites.entries()) {
    if (!Number.isFinite(people)) continue;
    const users = problem.serials.flatMap((facts, serial) => {
      const truth = isAt(whole, serial, site);
      const start = starts[serial];
      if (truth === null || start === undefined) return [];
      const strength = (unit: number) => problem.bodies[unit]?.strength ?? 0;
      const own = [...(members[serial] ?? [])];
      const sure = own.reduce((sum, [unit, one]) => sum + (one === true ? strength(unit) : 0), facts.visitors);
      const open = own.flatMap(([unit, one]): Term[] => (one === true ? [] : [[-strength(unit), model.numberOf(one)]]));
      const most = open.reduce((sum, [one]) => sum - one, sure);
      // No more than there is room for, were it alone.
      const amount = model.int([[0, Math.min(people, Math.max(0, most))]]);
      if (truth === undefined) model.atMost([...open.map(([one, variable]): Term => [-one, variable]), [-1, amount]], -sure);
      else model.atMost([...open.map(([one, variable]): Term => [-one, variable]), [-1, amount]], -sure, truth);
      return [{ start, length: up(facts.total), amount, most }];
    });
    if (users.length < 2 || at.length === 0) continue;
    model.cumulativeVars(
      users.map(({ start }) => start),
      users.map(({ length }) => length),
      users.map(({ amount }) => amount),
      people,
    );
  }
}

/** Pools at their fullest; when there is less of them is left to the check. */
function poolRoom(whole: Whole, pool: number): void {
  const { model, problem, starts, up, held } = whole;
  const facts = problem.pools[pool];
  if (facts === undefined) return;
  const users = problem.serials.flatMap(({ pools, total }, serial) => {
    const count = pools.reduce((sum, [one, amount]) => sum + (one === pool ? amount : 0), 0);
    const start = starts[serial];
    return count === 0 || start === undefined || held[serial] !== undefined ? [] : [{ start, count, length: up(total + facts.turnaround) }];
  });
  if (users.reduce((sum, { count }) => sum + count, 0) <= facts.count) return;
  model.cumulative(
    users.map(({ start }) => start),
    users.map(({ length }) => length),
    users.map(({ count }) => count),
    facts.count,
  );
}
