/** Adoption: the document's files, each in its own class, and the plan: as a whole EXCON's, each booking with its serial. */
import { isProblem, unreachable } from '../../kernel/index.ts';
import { readClassKey } from '../../release/index.ts';
import type { Command } from '../commands/commands.ts';
import type { ReadonlyConduct } from '../conduct.ts';
import { accepted, type Decision, type Fact, fact, nothingToDo, refused } from '../decision.ts';
import type { PayloadOf } from '../events/events.ts';
import type { StreamKey } from '../log/envelope.ts';
import { agreed, bookingOf, serialNamed, slice, statusOf, systemAuthor } from './asking.ts';

export type AdoptionCommand = Extract<Command, { type: 'AdoptDocument' | 'AdoptPlan' }>;

export function decideAdoption(command: AdoptionCommand, conduct: ReadonlyConduct): Decision {
  const on = command.type === 'AdoptDocument' ? 'document' : 'plan';
  if (command.by !== systemAuthor && !agreed(conduct, on, conduct.exercise.setting.code))
    return refused('consentMissing', { subject: conduct.exercise.setting.code });
  switch (command.type) {
    case 'AdoptDocument':
      return adoptDocument(command, conduct);
    case 'AdoptPlan':
      return adoptPlan(command, conduct);
    default:
      return unreachable(command);
  }
}

function adoptDocument(command: Extract<Command, { type: 'AdoptDocument' }>, conduct: ReadonlyConduct): Decision {
  const facts: Fact[] = [];
  for (const { file, class: classText, text, hash } of command.order.files) {
    const found = readClassKey(classText);
    if (isProblem(found)) return { outcome: { kind: 'refused', problem: found }, change: [] };
    const stream = classText as StreamKey;
    if (slice(conduct, stream)?.adoption.files.get(file)?.hash !== hash)
      facts.push(fact(stream, { type: 'DocumentAdopted', payload: { file, text, hash } }));
  }
  return facts.length === 0 ? nothingToDo : accepted(...facts);
}

function adoptPlan(command: Extract<Command, { type: 'AdoptPlan' }>, conduct: ReadonlyConduct): Decision {
  const { seed, iterations, lanes, objectives, unmet, bookings } = command.order;
  const { routes } = conduct;
  const facts: Fact[] = [];
  const past: string[] = [];
  for (const booking of bookings) {
    if (serialNamed(conduct, booking.serial) === undefined) return refused('noSuchSerial', { serial: booking.serial });
    const before = bookingOf(conduct, booking.serial);
    if (before !== undefined && sameBooking(before, booking)) continue;
    const status = statusOf(conduct, booking.serial);
    if (before !== undefined && status !== 'planned' && status !== 'called' && status !== 'ready') past.push(booking.serial);
    facts.push(fact(routes.ofSerial(booking.serial), { type: 'BookingAdopted', payload: booking }));
  }
  if (past.length > 0) return refused('planChangesThePast', { serials: past });
  const plan = { seed, iterations, lanes, objectives, unmet };
  const adopted = slice(conduct, routes.excon)?.adoption.plan;
  const isNew = adopted == null || JSON.stringify(adopted) !== JSON.stringify(plan);
  if (!isNew && facts.length === 0) return nothingToDo;
  return accepted(fact(routes.excon, { type: 'PlanAdopted', payload: plan }), ...facts);
}

function sameBooking(one: PayloadOf<'BookingAdopted'>, other: PayloadOf<'BookingAdopted'>): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
