// The hidden plan as bookings: the witness that a generated exercise has a plan.
import type { MinuteInstant } from '../../kernel/index.ts';
import { type Booking, notHeld } from '../plan.ts';
import type { Held } from './held.ts';
import type { Shape } from './shape.ts';

export function witnessOf(shape: Shape, order: readonly string[]): readonly Booking[] {
  return order.map((serial) => {
    const held = shape.hidden.byId.get(serial);
    return held === undefined ? notHeld(serial) : bookingOf(shape, held);
  });
}

function bookingOf({ world, idOf }: Shape, { draft, start, end, site, team, lead, support }: Held): Booking {
  return {
    serial: draft.id,
    held: true,
    start: start as MinuteInstant,
    end: end as MinuteInstant,
    site: world.sites[site]?.id ?? null,
    team: team.map(idOf).sort(),
    lead: lead < 0 ? null : idOf(lead),
    support: support.map(({ demand, party, body }) => ({
      demand: party < 0 ? demand : `${demand}/${world.mould.parties[party]?.id}`,
      by: idOf(body),
    })),
  };
}
