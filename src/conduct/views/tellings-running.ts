/** How the clock, serials and contingents are told. */
import type { PayloadOf } from '../events/events.ts';
import type { runningEvents } from '../events/running.ts';
import type { Naming } from './naming.ts';
import { minuteValue, orNone, type TellingOf } from './telling-of.ts';

const aboutSerial = ({ serial }: { readonly serial: string }, naming: Naming) => ({ serial: naming.serial(serial) });
const withReason = ({ serial, reason }: { readonly serial: string; readonly reason: string }, naming: Naming) => ({
  serial: naming.serial(serial),
  reason,
});
const contingentOf = ({ contingent }: { readonly contingent: string }, naming: Naming) => ({ contingent: naming.contingent(contingent) });

function stepName({ contingent, step }: PayloadOf<'ReceptionStepDone'>, { exercise, of }: Naming): string {
  const found = exercise.contingents.byId.get(contingent)?.reception[step];
  return found === undefined ? String(step + 1) : of(found.name);
}

export const runningTellings: { readonly [T in keyof typeof runningEvents]: TellingOf<T> } = {
  StartexDeclared: { subject: 'clock', values: ({ exerciseTime }) => ({ at: minuteValue(exerciseTime) }) },
  EndexDeclared: { subject: 'clock', values: () => ({}) },
  ClockPaused: { subject: 'clock', values: ({ reason }) => ({ reason }) },
  ClockResumed: { subject: 'clock', values: () => ({}) },
  ClockJumped: { subject: 'clock', values: ({ to, reason }) => ({ to: minuteValue(to), reason }) },
  ClockSpeedSet: { subject: 'clock', values: ({ speed }) => ({ speed }) },
  AnchorSet: { subject: 'clock', values: ({ anchor, at, reason }) => ({ anchor, at, reason }) },
  SerialCalled: { subject: 'serial', routine: true, values: aboutSerial },
  GoNoGoSigned: {
    subject: 'serial',
    routine: true,
    values: ({ serial, item, party, go, remark }, naming) => ({
      serial: naming.serial(serial),
      item,
      party: party === undefined ? 'none' : naming.party(party),
      go,
      remark: orNone(remark),
    }),
  },
  SerialReady: { subject: 'serial', routine: true, values: aboutSerial },
  SerialStarted: { subject: 'serial', values: aboutSerial },
  SerialStopped: { subject: 'serial', values: aboutSerial },
  SerialResumed: { subject: 'serial', values: aboutSerial },
  SerialDone: { subject: 'serial', values: aboutSerial },
  SerialCurtailed: { subject: 'serial', values: withReason },
  SerialCancelled: { subject: 'serial', values: withReason },
  ContingentArrived: {
    subject: 'contingent',
    values: ({ contingent, strength }, naming) => ({ contingent: naming.contingent(contingent), strength }),
  },
  ReceptionStepDone: {
    subject: 'contingent',
    values: (payload, naming) => ({
      contingent: naming.contingent(payload.contingent),
      step: stepName(payload, naming),
      short: payload.short,
    }),
  },
  ContingentReady: { subject: 'contingent', values: contingentOf },
  ContingentDeparted: { subject: 'contingent', values: contingentOf },
  AvailabilityChanged: {
    subject: 'contingent',
    values: ({ unit, post, available }, naming) => ({
      who: unit === undefined ? (post === undefined ? '–' : naming.post(post)) : naming.unit(unit),
      available,
    }),
  },
  PositionReported: { subject: 'contingent', routine: true, values: ({ unit }, naming) => ({ unit: naming.unit(unit) }) },
};
