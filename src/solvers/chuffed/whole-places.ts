// Where serials are in the whole problem: one of their sites, at its hours; as many at a site, and of a pool, as there is room for.

import type { BoolVar, IntVar } from './flatzinc.ts';
import { type Whole, whereHeld } from './whole.ts';

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
