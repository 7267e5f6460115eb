// What a solution of the whole problem books: where serials stand, who is in their teams, who leads and who supports, by the names that the
// model's variables have. What the model does not know is left open; the search mends it.
import type { MinuteInstant } from '../../kernel/index.ts';
import { type Booking, notHeld, type PlanProblem } from '../../plan/index.ts';
import type { Values } from './engine.ts';
import type { Members } from './whole-qualified.ts';

/** Where a serial stands, by minute and site; −1 for none. */
export type Stand = { readonly serial: number; readonly start: number; readonly site: number };

export function bookingsOf(problem: PlanProblem, teams: Members, stands: readonly Stand[], values: Values): readonly Booking[] {
  const idOf = (body: number) => problem.bodies[body]?.id ?? '';
  const supporters = givenIn(problem, values);
  return problem.serials.map((facts, serial): Booking => {
    const stand = stands.find((one) => one.serial === serial);
    if (stand === undefined) return notHeld(facts.id);
    const team = [...(teams[serial] ?? [])].flatMap(([unit, truth]) =>
      truth === true || values.get(`m${serial}_${unit}`) === 1 ? [unit] : [],
    );
    const mayLead = team.filter((unit) => facts.team?.lead[unit] === 1);
    const lead = mayLead.find((unit) => values.get(`l${serial}_${problem.bodies[unit]?.party}`) === 1) ?? mayLead[0];
    return {
      serial: facts.id,
      held: true,
      start: stand.start as MinuteInstant,
      end: (stand.start + facts.total) as MinuteInstant,
      site: problem.sites[stand.site]?.id ?? null,
      team: team.map(idOf).sort(),
      lead: lead === undefined ? null : idOf(lead),
      support: supporters.get(serial) ?? [],
    };
  });
}

/** By serial who supports it. */
function givenIn(problem: PlanProblem, values: Values): ReadonlyMap<number, Booking['support']> {
  const found = new Map<number, { demand: string; by: string }[]>();
  for (const [name, value] of values) {
    const [, serial, index, post] = /^u(\d+)_(\d+)_(\d+)$/.exec(name) ?? [];
    const demand = problem.supports[Number(index)];
    const body = problem.bodies[Number(post)];
    if (value !== 1 || demand === undefined || body === undefined) continue;
    const party = demand.eachParty ? `/${problem.parties[body.party] ?? ''}` : '';
    const list = found.get(Number(serial)) ?? [];
    list.push({ demand: `${demand.id}${party}`, by: body.id });
    found.set(Number(serial), list);
  }
  return found;
}
