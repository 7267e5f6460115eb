// Who leads in the whole problem, by party: each party about as often as the others, where the document asks for it.
import type { BoolVar, Term } from './flatzinc.ts';
import { type Whole, whereHeld } from './whole.ts';
import type { Members } from './whole-qualified.ts';
import type { Paid } from './whole-wishes.ts';

export function addLeads(whole: Whole, teams: Members, paid: Paid | undefined): void {
  const { model, problem } = whole;
  if (problem.parities.length === 0) return;
  const leads = problem.serials.map((_, serial) => leadsOf(whole, teams, serial));
  for (const { scope, by, within, parties, price } of problem.parities) {
    if (!scope.isOfTheDocument || (price !== null && paid === undefined)) continue;
    const groups = new Map<string, number[]>();
    for (const [serial, { phase, ownTasks }] of problem.serials.entries()) {
      if (!scope.couldMatch(serial)) continue;
      for (const group of by === 'overall' ? [''] : by === 'phase' ? [phase] : ownTasks)
        groups.set(group, [...(groups.get(group) ?? []), serial]);
    }
    for (const members of groups.values()) {
      const counts = parties.map((party) => members.flatMap((serial) => leads[serial]?.get(party) ?? []));
      const most = Math.max(0, ...counts.map((some) => some.length));
      if (most <= within) continue;
      const over = price === null ? undefined : model.int([[0, most]]);
      if (over !== undefined && price !== null) paid?.terms.push([price, over]);
      for (const [index, some] of counts.entries())
        for (const [at, others] of counts.entries())
          if (at !== index)
            model.atMost(
              [
                ...some.map((truth): Term => [1, model.numberOf(truth)]),
                ...others.map((truth): Term => [-1, model.numberOf(truth)]),
                ...(over === undefined ? [] : [[-1, over] as const]),
              ],
              within,
            );
    }
  }
}

/** By party the truth that it leads a serial that counts; a team that may be of one party counts as it likes. */
function leadsOf(whole: Whole, teams: Members, serial: number): ReadonlyMap<number, BoolVar> {
  const { model, problem } = whole;
  const team = problem.serials[serial]?.team ?? null;
  const found = new Map<number, BoolVar>();
  if (team === null) return found;
  for (const party of problem.parties.keys()) {
    const own = [...(teams[serial] ?? [])].filter(([unit]) => problem.bodies[unit]?.party === party && team.lead[unit] === 1);
    if (own.length === 0) continue;
    const truth = model.bool(`l${serial}_${party}`);
    found.set(party, truth);
    const isSure = own.some(([, one]) => one === true);
    if (!isSure)
      model.clause(
        own.flatMap(([, one]) => (one === true ? [] : [one])),
        [truth],
      );
    for (const isHeld of whereHeld(whole, serial)) model.clause([isHeld], [truth]);
  }
  const all = [...found.values()];
  if (team.leastParties > 1) model.clause(all, whereHeld(whole, serial));
  for (const [index, one] of all.entries()) for (const other of all.slice(index + 1)) model.clause([], [one, other]);
  return found;
}
