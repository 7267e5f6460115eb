/** Orders about serials: planned → called → ready (go/no-go signed) → running ⇄ stopped → done, curtailed, cancelled or moved. */
import { unreachable } from '../../kernel/index.ts';
import type { Command } from '../commands/commands.ts';
import type { ReadonlyConduct } from '../conduct.ts';
import { accepted, type Decision, type Fact, fact, nothingToDo, refused } from '../decision.ts';
import type { SerialStatus } from '../state/running.ts';
import { withdrawalKey } from '../state/safety.ts';
import { bookingOf, clockOf, partiesIn, serialNamed, serialRun, slice, statusOf } from './asking.ts';
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

const ended: readonly SerialStatus[] = ['done', 'curtailed', 'cancelled'];

export function decideSerial(command: SerialCommand, conduct: ReadonlyConduct): Decision {
  const id = command.type === 'ChangeBooking' ? command.order.booking.serial : command.order.serial;
  const serial = serialNamed(conduct, id);
  if (serial === undefined) return refused('noSuchSerial', { serial: id });
  const status = statusOf(conduct, id);
  const run = serialRun(conduct, id);
  if (command.expected !== undefined && command.expected !== (run?.version ?? 0))
    return refused('serialChangedMeanwhile', { serial: id, status });
  const stream = conduct.routes.ofSerial(id);
  switch (command.type) {
    case 'CallSerial':
      if (status === 'called' || status === 'ready') return nothingToDo;
      if (status !== 'planned') return refused('serialNotPlanned', { serial: id, status });
      if (bookingOf(conduct, id)?.held !== true) return refused('serialNotInPlan', { serial: id });
      return accepted(fact(stream, { type: 'SerialCalled', payload: { serial: id } }));
    case 'SignGoNoGo':
      return signGoNoGo(command, conduct, status);
    case 'StartSerial':
      if (status === 'running') return nothingToDo;
      return startSerial(command, conduct, status);
    case 'ResumeSerial': {
      if (status === 'running') return nothingToDo;
      if (status !== 'stopped') return refused('serialNotStopped', { serial: id, status });
      const halts = standingStillAt(conduct, id);
      if (halts.length > 0) return refused('serialStandsStill', { serial: id, for: halts });
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

function signGoNoGo(command: Extract<Command, { type: 'SignGoNoGo' }>, conduct: ReadonlyConduct, status: SerialStatus): Decision {
  const { serial: id, item, party = null, go } = command.order;
  if (status === 'planned') return refused('serialNotCalled', { serial: id });
  if (status !== 'called' && status !== 'ready') return refused('serialPastGoNoGo', { serial: id, status });
  const signed = serialRun(conduct, id)?.signatures ?? [];
  if (signed.some((one) => one.item === item && one.party === party && one.go === go)) return nothingToDo;
  const facts: Fact[] = [fact(conduct.routes.ofSerial(id), { type: 'GoNoGoSigned', payload: command.order })];
  if (status === 'called' && go && missingSignatures(conduct, id, { item, party }).length === 0) {
    facts.push(fact(conduct.routes.ofSerial(id), { type: 'SerialReady', payload: { serial: id } }));
  }
  return accepted(...facts);
}

function startSerial(command: Extract<Command, { type: 'StartSerial' }>, conduct: ReadonlyConduct, status: SerialStatus): Decision {
  const id = command.order.serial;
  if (status === 'planned' || status === 'called')
    return refused('serialNotReady', { serial: id, missing: missingSignatures(conduct, id) });
  if (status !== 'ready') return refused('serialHasEnded', { serial: id, status });
  const missing = missingSignatures(conduct, id);
  if (missing.length > 0) return refused('serialNotReady', { serial: id, missing });
  const clock = clockOf(conduct)?.state;
  if (clock === 'paused') return refused('exerciseIsPaused');
  const halts = standingStillAt(conduct, id);
  if (halts.length > 0) return refused('serialStandsStill', { serial: id, for: halts });
  const withdrawn = slice(conduct, conduct.routes.everyone)?.safety.withdrawn;
  const out = partiesIn(conduct, id).filter((party) => withdrawn?.has(party) === true || withdrawn?.has(withdrawalKey(party, id)) === true);
  if (out.length > 0) return refused('partyIsWithdrawn', { serial: id, parties: out });
  return accepted(fact(conduct.routes.ofSerial(id), { type: 'SerialStarted', payload: command.order }));
}

/** What of the go/no-go list still lacks a "go": an item, or `party:BLR` for a party's own. `about` counts as signed. */
export function missingSignatures(
  conduct: ReadonlyConduct,
  id: string,
  about?: { readonly item: string; readonly party: string | null },
): readonly string[] {
  const serial = serialNamed(conduct, id);
  const signed = (serialRun(conduct, id)?.signatures ?? [])
    .filter((one) => one.go)
    .map(({ item, party }) => (item === 'party' ? `party:${party}` : item));
  if (about !== undefined) signed.push((about.item === 'party' ? `party:${about.party}` : about.item) as (typeof signed)[number]);
  const needed = (serial?.goNoGo ?? []).flatMap((item) =>
    item === 'parties' ? partiesIn(conduct, id).map((party) => `party:${party}`) : [item],
  );
  return needed.filter((item) => !signed.includes(item as (typeof signed)[number]));
}

function changeBooking(command: Extract<Command, { type: 'ChangeBooking' }>, conduct: ReadonlyConduct, status: SerialStatus): Decision {
  const { booking, reason } = command.order;
  if (ended.includes(status) || status === 'running' || status === 'stopped')
    return refused('serialPastMoving', { serial: booking.serial, status });
  const before = bookingOf(conduct, booking.serial);
  const what = [
    ...(before?.start === booking.start && before?.end === booking.end ? [] : (['time'] as const)),
    ...(before?.site === booking.site ? [] : (['site'] as const)),
    ...(sameList(before?.team, booking.team) ? [] : (['team'] as const)),
    ...(before?.lead === booking.lead ? [] : (['lead'] as const)),
    ...(JSON.stringify(before?.support) === JSON.stringify(booking.support) ? [] : (['support'] as const)),
  ];
  if (what.length === 0) return nothingToDo;
  const notices = noticesFor(conduct, booking.serial, what, reason, command.id);
  const first = notices[0]?.event;
  const notice = first?.type === 'ChangeNoticeIssued' ? { notice: first.payload.notice } : {};
  return accepted(
    fact(conduct.routes.ofSerial(booking.serial), { type: 'BookingChanged', payload: { booking, reason, ...notice } }),
    ...notices,
  );
}

const sameList = (a: readonly string[] | undefined, b: readonly string[]): boolean =>
  a !== undefined && a.length === b.length && a.every((value, index) => value === b[index]);
