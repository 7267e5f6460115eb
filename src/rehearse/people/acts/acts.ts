/** Everything the simulated people do, in the order in which they react to one event. */
import type { Command } from '../../../conduct/index.ts';
import type { Company, Reactions } from '../company.ts';
import { availabilityAct } from './availability.ts';
import { clockKeeping } from './clock.ts';
import { concludingAct } from './concluding.ts';
import { consentAct } from './consents.ts';
import { evaluatingAct } from './evaluating.ts';
import { hHoursAct } from './h-hours.ts';
import { haltingAct } from './halting.ts';
import { injectsAct } from './injects.ts';
import { meetingsAct } from './meetings.ts';
import { messagesAct } from './messages.ts';
import { pausingAct } from './pausing.ts';
import { positionsAct } from './positions.ts';
import { receiversAct } from './receivers.ts';
import { receiving } from './receiving.ts';
import { requestsAct } from './requests.ts';
import { reviewsAct } from './reviews.ts';
import { serialsAct } from './serials.ts';
import { weatherAct } from './weather.ts';

export type Acts = { readonly reactions: readonly Reactions[]; readonly refused: (command: Command) => void };

export function actsOf(company: Company): Acts {
  const serials = serialsAct(company);
  const injects = injectsAct(company, serials);
  return {
    reactions: [
      serials.reactions,
      weatherAct(company),
      receiving(company),
      availabilityAct(company),
      clockKeeping(company),
      meetingsAct(company),
      injects.reactions,
      reviewsAct(company),
      receiversAct(company),
      requestsAct(company),
      messagesAct(company),
      evaluatingAct(company),
      haltingAct(company, serials),
      pausingAct(company),
      hHoursAct(company),
      positionsAct(company),
      consentAct(company),
      concludingAct(company),
    ],
    refused: (command) => {
      if (command.type === 'StartSerial') serials.retry(command.order.serial);
      if (command.type === 'ReleaseInject') injects.retry(command.order.inject);
    },
  };
}
