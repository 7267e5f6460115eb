// Between what the search places and what a plan books.
import type { MinuteInstant } from '../../kernel/index.ts';
import { type Booking, notHeld } from '../plan.ts';
import type { PlanProblem } from '../problem.ts';
import { attendingAt, type Placement, placementOf, type SupportGiven } from './placement.ts';

/** The bookings of all serials, in the document's order. */
export function bookingsOf(problem: PlanProblem, placed: readonly (Placement | null)[]): readonly Booking[] {
  const idOf = (body: number) => problem.bodies[body]?.id ?? '';
  return problem.serials.map((facts, serial): Booking => {
    const placement = placed[serial] ?? null;
    if (placement === null) return notHeld(facts.id);
    return {
      serial: facts.id,
      held: true,
      start: placement.start as MinuteInstant,
      end: (placement.start + facts.total) as MinuteInstant,
      site: problem.sites[placement.site]?.id ?? null,
      team: placement.team.map(idOf).sort(),
      lead: placement.lead < 0 ? null : idOf(placement.lead),
      support: placement.support.map((given) => ({ demand: nameOf(problem, given), by: idOf(given.body) })),
    };
  });
}

function nameOf(problem: PlanProblem, { demand, party }: SupportGiven): string {
  const id = problem.supports[demand]?.id ?? '';
  return party < 0 ? id : `${id}/${problem.parties[party]}`;
}

/** The placement of a held booking whose names the document knows; undefined for others. */
export function placementOfBooking(problem: PlanProblem, booking: Booking): Placement | undefined {
  const serial = problem.serials.findIndex((facts) => facts.id === booking.serial);
  if (serial < 0 || !booking.held || booking.start === null) return undefined;
  const bodyOf = (id: string) => problem.bodies.findIndex((body) => body.id === id);
  const team = booking.team
    .map(bodyOf)
    .filter((unit) => unit >= 0)
    .sort((a, b) => a - b);
  const attending = attendingAt(problem, serial, booking.start, team);
  return placementOf(problem, {
    serial,
    start: booking.start,
    site: problem.sites.findIndex((site) => site.id === booking.site),
    team,
    attending,
    lead: booking.lead === null ? -1 : bodyOf(booking.lead),
    support: booking.support.flatMap(({ demand, by }): SupportGiven[] => {
      const [id, party] = demand.split('/');
      const index = problem.supports.findIndex((support) => support.id === id);
      return index < 0 || bodyOf(by) < 0
        ? []
        : [{ demand: index, party: party === undefined ? -1 : problem.parties.indexOf(party), body: bodyOf(by) }];
    }),
    missing: { hard: 0, price: 0 },
    reserves: [],
  });
}
