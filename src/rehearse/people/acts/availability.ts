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
      for (const { unit, name, reporter } of part.members) {
        if (company.draw('noShow', undefined, name, part.kinds) !== 1 || !company.hears(reporter, stream)) continue;
        const { least, mode, most } = missingMinutes;
        const backAt = part.start + micros(company.chance(name, 'missing').triangular(least, mode, most));
        world.bringIn(unit, backAt, part.start - micros(toldBeforeMinutes));
        agenda.at(part.start - micros(toldBeforeMinutes), () =>
          company.work(reporter, 2, () => company.order(reporter, 'ReportAvailability', { unit, available: false })),
        );
        agenda.at(backAt, () => company.work(reporter, 2, () => company.order(reporter, 'ReportAvailability', { unit, available: true })));
      }
    },
  };
}
