/** Now and then a unit does not appear for a serial: its liaison officer says so, and says when it can be had. */
import { type Company, micros, type Reactions } from '../company.ts';

const toldBeforeMinutes = 45;
const missingMinutes = { least: 20, mode: 40, most: 120 } as const;

export function availabilityAct(company: Company): Reactions {
  const { stage, agenda, world } = company;
  return {
    BookingAdopted: (booking, { stream }) => {
      const part = stage.partOf(booking);
      if (part === undefined || !part.held) return;
      for (const unit of booking.team) {
        const name = `${booking.serial}/${unit}`;
        if (company.draw('noShow', undefined, name, part.kinds) !== 1) continue;
        const party = stage.exercise.units.byId.get(unit)?.party;
        const liaison =
          stage.posts.find((post) => post.role === 'liaisonOfficer' && post.party === party) ??
          stage.posts.find((post) => post.role === 'seniorNationalRepresentative' && post.party === party);
        if (liaison === undefined || !company.hears(liaison.index, stream)) continue;
        const { least, mode, most } = missingMinutes;
        const backAt = part.start + micros(company.chance(`${name}/missing`).triangular(least, mode, most));
        world.bringIn(unit, backAt, part.start - micros(toldBeforeMinutes));
        agenda.at(part.start - micros(toldBeforeMinutes), () =>
          company.work(liaison.index, 2, () => company.order(liaison.index, 'ReportAvailability', { unit, available: false })),
        );
        agenda.at(backAt, () =>
          company.work(liaison.index, 2, () => company.order(liaison.index, 'ReportAvailability', { unit, available: true })),
        );
      }
    },
  };
}
