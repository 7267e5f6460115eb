// What is told of a plan that was made: its text, what it breaks, and its certificate.
import type { Zone } from '../kernel/index.ts';
import { isAdoptable, type Planned, planToJson } from '../plan/bare/index.ts';
import type { Message } from '../words/index.ts';
import { certificateLines } from './plan-certificate.ts';
import { violationProblem } from './violation.ts';

/** What is told of a plan that was made. */
export function reportOf(planned: Planned, zone: Zone) {
  const { plan, check } = planned;
  const broken = check.violations.filter(({ price }) => price === null).map(violationProblem);
  const outcome = isAdoptable(check) ? ('planned' as const) : ('incomplete' as const);
  return {
    outcome,
    plan,
    file: planToJson(plan),
    broken,
    summary: summaryOf(planned),
    certificate: { lines: certificateLines(plan), zone },
  };
}

function summaryOf({ plan, check }: Planned): readonly Message[] {
  const held = plan.bookings.filter((booking) => booking.held).length;
  const soft = check.violations.filter(({ price }) => price !== null);
  return [
    { key: 'app.planned', values: { held, of: plan.bookings.length } },
    ...(soft.length === 0 ? [] : [{ key: 'app.softBroken', values: { n: soft.length } }]),
  ];
}
