/** Where the document turns positions on, the leader of each party reports where its people are when a serial starts. */
import { type Company, micros, type Reactions } from '../company.ts';

/** People are in their places a little after the start: assumed. */
const settledMinutes = { least: 5, most: 30 } as const;

export function positionsAct(company: Company): Reactions {
  const { stage, agenda } = company;
  const { setting, sites, units } = stage.exercise;
  if (!setting.positions.on) return {};
  return {
    SerialStarted: ({ serial }, { stream, time }) => {
      const part = stage.serialOf.get(serial);
      const site = sites.byId.get(part?.booking.site ?? '');
      if (part === undefined || site === undefined) return;
      const { latitude, longitude } = site.position;
      for (const [party, leader] of part.leaders) {
        const unit = part.booking.team.find((id) => units.byId.get(id)?.party === party);
        if (unit === undefined || leader < 0 || !company.hears(leader, stream)) continue;
        const { least, most } = settledMinutes;
        const after = micros(company.chance(`${serial}/${party}`, 'position').between(least, most));
        agenda.at(time + after, () =>
          company.work(leader, 0.5, () => company.order(leader, 'ReportPosition', { unit, latitude, longitude })),
        );
      }
    },
  };
}
