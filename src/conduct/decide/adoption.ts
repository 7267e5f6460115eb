/** Adoption: the document's files, each in its own class, and the plan: as a whole EXCON's, each booking with its serial. */
import { isProblem, minuteOfMicros, sha256Hex, unreachable } from '../../kernel/index.ts';
import { readClassKey } from '../../release/index.ts';
import type { Command } from '../commands/commands.ts';
import type { ReadonlyConduct } from '../conduct.ts';
import { accepted, type Decision, type Fact, fact, nothingToDo, refused, telling } from '../decision.ts';
import type { PayloadOf } from '../events/events.ts';
import type { StreamKey } from '../log/envelope.ts';
import { agreed, bookingOf, serialNamed, slice, statusOf, systemAuthor } from './asking.ts';
import { changesIn, isFrozen } from './bookings.ts';
import { whoseFile } from './edits.ts';
import { firstNotice, noticesFor, numbered } from './notices.ts';
import { bookingSubject, filesSubject, planSubject } from './subjects.ts';

export type AdoptionCommand = Extract<Command, { type: 'AdoptDocument' | 'AdoptPlan' }>;

export function decideAdoption(command: AdoptionCommand, conduct: ReadonlyConduct): Decision {
  switch (command.type) {
    case 'AdoptDocument':
      return adoptDocument(command, conduct);
    case 'AdoptPlan':
      return adoptPlan(command, conduct);
    default:
      return unreachable(command);
  }
}

/** A file without text leaves the document. That what results is a document without fault, each file in its class, is seen to by the origin. */
function adoptDocument(command: Extract<Command, { type: 'AdoptDocument' }>, conduct: ReadonlyConduct): Decision {
  const { files } = command.order;
  const { routes, exercise } = conduct;
  const facts: Fact[] = [];
  for (const { file, class: classText, text, hash } of files) {
    const found = readClassKey(classText);
    if (isProblem(found)) return { outcome: { kind: 'refused', problem: found }, change: [] };
    if (sha256Hex(text) !== hash) return refused('hashOfAnother', { file });
    if (whoseFile(command, file, conduct) === 'others') return refused('notYourFile', { file });
    const stream = classText as StreamKey;
    const before = slice(conduct, stream)?.adoption.files.get(file);
    if (before === undefined ? text === '' : before.hash === hash && before.edits.length === 0) continue;
    facts.push(fact(stream, { type: 'DocumentAdopted', payload: { file, text, hash } }));
  }
  // A subject hashes no more than those read who are asked.
  const joint = files.filter((one) => whoseFile(command, one.file, conduct) === 'joint');
  const shown = joint.filter((one) => routes.covers(routes.excon, one.class as StreamKey));
  const subject = filesSubject(exercise.setting.code, shown);
  if (facts.length === 0) return nothingToDo;
  if (joint.length > 0 && !agreed(conduct, 'document', subject)) return refused('consentMissing', { subject });
  return accepted(...facts);
}

/** A plan that changes bookings which stand gives notice of each change; inside the frozen hours each takes the agreement on changes. */
function adoptPlan(command: Extract<Command, { type: 'AdoptPlan' }>, conduct: ReadonlyConduct): Decision {
  const { seed, iterations, lanes, objectives, unmet, bookings, reason = '' } = command.order;
  const { routes, exercise } = conduct;
  const isOrdered = command.by !== systemAuthor;
  const facts: Fact[] = [];
  const notices: Fact[] = [];
  const past: string[] = [];
  const frozen: string[] = [];
  for (const booking of bookings) {
    const { serial } = booking;
    if (serialNamed(conduct, serial) === undefined) return refused('noSuchSerial', { serial });
    const before = bookingOf(conduct, serial);
    if (before !== undefined && sameBooking(before, booking)) continue;
    const stream = routes.ofSerial(serial);
    if (before === undefined) {
      facts.push(fact(stream, { type: 'BookingAdopted', payload: booking }));
      continue;
    }
    const status = statusOf(conduct, serial);
    if (status !== 'planned' && status !== 'called' && status !== 'ready') past.push(serial);
    const isNear = isFrozen(minuteOfMicros(command.at), exercise, before, booking);
    if (isOrdered && isNear && !agreed(conduct, 'change', bookingSubject(booking))) frozen.push(serial);
    const own = noticesFor(conduct, serial, changesIn(before, booking), reason, `${command.id}/${serial}`);
    facts.push(fact(stream, { type: 'BookingChanged', payload: { booking, reason, ...firstNotice(own) } }));
    notices.push(...own);
  }
  const streamsOf = (serials: readonly string[]) => serials.map((serial) => routes.ofSerial(serial));
  if (past.length > 0) return telling(refused('planChangesThePast', { serials: past }), ...streamsOf(past));
  if (frozen.length > 0) return telling(refused('planChangesFrozen', { serials: frozen }), ...streamsOf(frozen));
  const plan = { seed, iterations, lanes, objectives, unmet };
  const adopted = slice(conduct, routes.excon)?.adoption.plan;
  const isNew = adopted == null || JSON.stringify(adopted) !== JSON.stringify(plan);
  if (!isNew && facts.length === 0) return nothingToDo;
  if (isOrdered) {
    const shown = bookings.filter(({ serial }) => routes.covers(routes.excon, routes.ofSerial(serial)));
    const subject = planSubject(exercise.setting.code, shown);
    if (!agreed(conduct, 'plan', subject)) return refused('consentMissing', { subject });
  }
  return accepted(fact(routes.excon, { type: 'PlanAdopted', payload: plan }), ...facts, ...numbered(notices));
}

function sameBooking(one: PayloadOf<'BookingAdopted'>, other: PayloadOf<'BookingAdopted'>): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
