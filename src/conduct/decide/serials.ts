/** Orders about serials: planned → called → ready (go/no-go signed) → running ⇄ stopped → done, curtailed, cancelled or moved. */
import { unreachable } from '../../kernel/index.ts';
import type { Command } from '../commands/commands.ts';
import type { ReadonlyConduct } from '../conduct.ts';
import { accepted, type Decision, fact, nothingToDo, refused, telling } from '../decision.ts';
import type { SerialStatus } from '../state/running.ts';
import { withdrawalKey } from '../state/safety.ts';
import { bookingOf, clockOf, partiesIn, serialNamed, slice } from './asking.ts';
import { changeBooking } from './bookings.ts';
import { missingSignatures, type SerialNow, signGoNoGo } from './go-no-go.ts';
import { standingStillAt } from './halts.ts';
import { noticesFor } from './notices.ts';
import { whenSerialEnds } from './standing.ts';

export type SerialCommand = Extract<
  Command,
  {
    type:
      | 'CallSerial'
      | 'SignGoNoGo'
      | 'StartSerial'
      | 'ResumeSerial'
      | 'FinishSerial'
      | 'CurtailSerial'
      | 'CancelSerial'
      | 'ChangeBooking';
  }
>;

export function decideSerial(command: SerialCommand, conduct: ReadonlyConduct): Decision {
  const id = command.type === 'ChangeBooking' ? command.order.booking.serial : command.order.serial;
  const serial = serialNamed(conduct, id);
  if (serial === undefined) return refused('noSuchSerial', { serial: id });
  const stream = conduct.routes.ofSerial(id);
  const held = slice(conduct, stream);
  const run = held?.running.serials.get(id);
  const status = run?.status ?? 'planned';
  const version = command.type === 'ChangeBooking' ? held?.adoption.bookings.get(id)?.version : run?.version;
  if (command.expected !== undefined && command.expected !== (version ?? 0))
    return telling(refused('serialChangedMeanwhile', { serial: id, status }), stream);
  return telling(
    aboutSerial(command, conduct, { serial, stream, status, signatures: run?.signatures ?? [] }),
    stream,
    conduct.routes.everyone,
  );
}

function aboutSerial(command: SerialCommand, conduct: ReadonlyConduct, now: SerialNow): Decision {
  const { serial, stream, status } = now;
  const { id } = serial;
  switch (command.type) {
    case 'CallSerial':
      if (status === 'called' || status === 'ready') return nothingToDo;
      if (status !== 'planned') return refused('serialNotPlanned', { serial: id, status });
      if (bookingOf(conduct, id)?.held !== true) return refused('serialNotInPlan', { serial: id });
      return accepted(
        fact(stream, { type: 'SerialCalled', payload: { serial: id } }),
        ...(missingSignatures(conduct, id).length === 0 ? [fact(stream, { type: 'SerialReady', payload: { serial: id } })] : []),
      );
    case 'SignGoNoGo':
      return signGoNoGo(command, conduct, now);
    case 'StartSerial':
      if (status === 'running') return nothingToDo;
      return startSerial(command, conduct, status);
    case 'ResumeSerial': {
      if (status === 'running') return nothingToDo;
      if (status !== 'stopped') return refused('serialNotStopped', { serial: id, status });
      const why = whyItMayNotRun(conduct, id);
      if (why !== undefined) return why;
      return accepted(fact(stream, { type: 'SerialResumed', payload: { serial: id } }));
    }
    case 'FinishSerial':
      if (status === 'done') return nothingToDo;
      if (status !== 'running') return refused('serialNotRunning', { serial: id, status });
      return accepted(fact(stream, { type: 'SerialDone', payload: command.order }), ...whenSerialEnds(conduct, id));
    case 'CurtailSerial':
      if (status === 'curtailed') return nothingToDo;
      if (status !== 'running' && status !== 'stopped') return refused('serialNotRunning', { serial: id, status });
      return accepted(fact(stream, { type: 'SerialCurtailed', payload: command.order }), ...whenSerialEnds(conduct, id));
    case 'CancelSerial':
      if (status === 'cancelled') return nothingToDo;
      if (status === 'done' || status === 'curtailed') return refused('serialHasEnded', { serial: id, status });
      if (status === 'running' || status === 'stopped') return refused('serialUnderWay', { serial: id, status });
      return accepted(
        fact(stream, { type: 'SerialCancelled', payload: command.order }),
        ...noticesFor(conduct, id, ['cancelled'], command.order.reason, command.id),
      );
    case 'ChangeBooking':
      return changeBooking(command, conduct, status);
    default:
      return unreachable(command);
  }
}

function startSerial(command: Extract<Command, { type: 'StartSerial' }>, conduct: ReadonlyConduct, status: SerialStatus): Decision {
  const id = command.order.serial;
  if (status === 'planned' || status === 'called')
    return refused('serialNotReady', { serial: id, missing: missingSignatures(conduct, id) });
  if (status === 'stopped') return refused('serialStandsStill', { serial: id, for: standingStillAt(conduct, id) });
  if (status !== 'ready') return refused('serialHasEnded', { serial: id, status });
  const missing = missingSignatures(conduct, id);
  if (missing.length > 0) return refused('serialNotReady', { serial: id, missing });
  const why = whyItMayNotRun(conduct, id);
  if (why !== undefined) return why;
  return accepted(fact(conduct.routes.ofSerial(id), { type: 'SerialStarted', payload: command.order }));
}

/** What keeps any serial from running: PAUSE, a STOP or NO DUFF that stands, or a party taken out. Undefined when nothing does. */
function whyItMayNotRun(conduct: ReadonlyConduct, id: string): Decision | undefined {
  if (clockOf(conduct)?.state === 'paused') return refused('exerciseIsPaused');
  const halts = standingStillAt(conduct, id);
  if (halts.length > 0) return refused('serialStandsStill', { serial: id, for: halts });
  const everywhere = slice(conduct, conduct.routes.everyone)?.safety.withdrawn;
  const here = slice(conduct, conduct.routes.ofSerial(id))?.safety.withdrawn;
  const out = partiesIn(conduct, id).filter((party) => everywhere?.has(party) === true || here?.has(withdrawalKey(party, id)) === true);
  return out.length > 0 ? refused('partyIsWithdrawn', { serial: id, parties: out }) : undefined;
}
