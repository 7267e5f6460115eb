/** Contingents arrive, are received step by step, report ready, and leave; their units are not in the field before. */
import { leafUnits } from '../../../exercise/index.ts';
import { microsPerMinute } from '../../../kernel/index.ts';
import { type Company, micros, type Reactions } from '../company.ts';

const receptionKinds = ['brief'];

export function receiving(company: Company): Reactions {
  const { stage, agenda, world } = company;
  const { exercise, routes } = stage;
  const reporterOf = new Map<string, number>();
  for (const contingent of exercise.contingents.list) {
    const able = (['liaisonOfficer', 'seniorNationalRepresentative', 'coDirector', 'hostNationSupport'] as const).flatMap((role) =>
      stage.posts.filter((post) => post.role === role && (post.party === contingent.party || role === 'hostNationSupport')),
    );
    const [reporter] = able;
    if (reporter === undefined) continue;
    reporterOf.set(contingent.id, reporter.index);
    const { arrival, departure } = contingent;
    if (arrival !== undefined) {
      // A journey of four hours, as late as journeys are.
      const late = micros(240 * (company.draw('travelDelay', undefined, contingent.id) - 1));
      agenda.at(arrival.at * microsPerMinute + late, () =>
        company.work(reporter.index, 2, () =>
          company.order(reporter.index, 'ReportArrival', { contingent: contingent.id, strength: contingent.strength }),
        ),
      );
    }
    if (departure !== undefined) {
      agenda.at(departure.at * microsPerMinute - micros(15), () =>
        company.work(reporter.index, 2, () => company.order(reporter.index, 'ReportDeparture', { contingent: contingent.id })),
      );
    }
  }
  return {
    ContingentArrived: ({ contingent: id }, { stream, time }) => {
      const reporter = reporterOf.get(id) ?? -1;
      const contingent = exercise.contingents.byId.get(id);
      if (contingent === undefined || !company.hears(reporter, stream)) return;
      contingent.reception.forEach(({ from, to }, step) => {
        const took = (to.at - from.at) * microsPerMinute * company.draw('overrun', undefined, `${id}/reception/${step}`, receptionKinds);
        agenda.at(Math.round(Math.max(time + micros(30), from.at * microsPerMinute + took)), () =>
          company.work(reporter, 1, () => company.order(reporter, 'FinishReceptionStep', { contingent: id, step, short: 0 })),
        );
      });
      if (contingent.reception.length === 0)
        company.work(reporter, 10, () => company.order(reporter, 'ReportContingentReady', { contingent: id }));
    },
    ReceptionStepDone: ({ contingent: id }, { stream }) => {
      const reporter = reporterOf.get(id) ?? -1;
      const known = company.knows(reporter, routes.ofContingent(id))?.running.contingents.get(id);
      const steps = exercise.contingents.byId.get(id)?.reception.length ?? 0;
      if (!company.hears(reporter, stream) || known === undefined || known.steps.length < steps) return;
      company.work(reporter, 5, () => company.order(reporter, 'ReportContingentReady', { contingent: id }));
    },
    ContingentReady: ({ contingent: id }, { time }) => {
      for (const unit of leafUnits(exercise)) if (unit.contingent === id) world.bringIn(unit.id, time);
    },
  };
}
