/** What a stream's events have made of stops and alerts. */
import type { MicroInstant } from '../../kernel/index.ts';
import type { VersionedEvent } from '../decision.ts';
import type { PayloadOf } from '../events/events.ts';
import type { ErasedEvent, Logged } from '../log/envelope.ts';

export type StopFacts = { called: PayloadOf<'StopCalled'> | null; calledAt: MicroInstant; liftedAt: MicroInstant | null };
export type AlertFacts = {
  raised: PayloadOf<'NoDuffRaised'> | null;
  raisedAt: MicroInstant;
  site: string | null;
  kind: PayloadOf<'NoDuffRaised'>['kind'] | null;
  /** Serials that stand still for it. */
  serials: Set<string>;
  everywhere: boolean;
  withdrawnAt: MicroInstant | null;
  resumedAt: MicroInstant | null;
  signatures: PayloadOf<'ResumeSigned'>[];
  details: PayloadOf<'NoDuffDetailsRecorded'>[];
};

export type SafetyFacts = {
  /** Stops not lifted and alerts not resumed. */
  standingStops: Set<string>;
  standingAlerts: Set<string>;
  stops: Map<string, StopFacts>;
  alerts: Map<string, AlertFacts>;
  /** `party` or `party/serial` taken out by the senior national representative. */
  withdrawn: Set<string>;
};

export const noSafety = (): SafetyFacts => ({
  standingStops: new Set(),
  standingAlerts: new Set(),
  stops: new Map(),
  alerts: new Map(),
  withdrawn: new Set(),
});

/** The key under which a party's withdrawal stands. */
export const withdrawalKey = (party: string, serial: string | undefined): string => (serial === undefined ? party : `${party}/${serial}`);

function alertFacts(facts: SafetyFacts, alert: string, at: MicroInstant): AlertFacts {
  const found = facts.alerts.get(alert);
  if (found !== undefined) return found;
  const made: AlertFacts = {
    raised: null,
    raisedAt: at,
    site: null,
    kind: null,
    serials: new Set(),
    everywhere: false,
    withdrawnAt: null,
    resumedAt: null,
    signatures: [],
    details: [],
  };
  facts.alerts.set(alert, made);
  return made;
}

function stopFacts(facts: SafetyFacts, stop: string, at: MicroInstant): StopFacts {
  const found = facts.stops.get(stop);
  if (found !== undefined) return found;
  const made: StopFacts = { called: null, calledAt: at, liftedAt: null };
  facts.stops.set(stop, made);
  return made;
}

type Told = Exclude<Logged<VersionedEvent>['event'], ErasedEvent>;

/** Folds one event; false when it belongs to another subject. */
export function evolveSafety(facts: SafetyFacts, event: Told, time: MicroInstant): boolean {
  switch (event.type) {
    case 'StopCalled':
      if (stopFacts(facts, event.payload.stop, time).liftedAt === null) facts.standingStops.add(event.payload.stop);
      stopFacts(facts, event.payload.stop, time).called = event.payload;
      return true;
    case 'StopLifted':
      stopFacts(facts, event.payload.stop, time).liftedAt = time;
      facts.standingStops.delete(event.payload.stop);
      return true;
    case 'NoDuffRaised': {
      const alert = alertFacts(facts, event.payload.alert, time);
      alert.raised = event.payload;
      if (alert.resumedAt === null) facts.standingAlerts.add(event.payload.alert);
      alert.raisedAt = time;
      alert.site = event.payload.site;
      alert.kind = event.payload.kind;
      for (const serial of event.payload.serials) alert.serials.add(serial);
      return true;
    }
    case 'NoDuffExtended': {
      const alert = alertFacts(facts, event.payload.alert, time);
      alert.everywhere ||= event.payload.everywhere;
      for (const serial of event.payload.serials) alert.serials.add(serial);
      return true;
    }
    case 'NoDuffCorrected': {
      const alert = alertFacts(facts, event.payload.alert, time);
      alert.site = event.payload.site;
      alert.kind = event.payload.kind;
      for (const serial of event.payload.serials) alert.serials.add(serial);
      return true;
    }
    case 'NoDuffWithdrawn':
      alertFacts(facts, event.payload.alert, time).withdrawnAt = time;
      return true;
    case 'NoDuffDetailsRecorded':
      alertFacts(facts, event.payload.alert, time).details.push(event.payload);
      return true;
    case 'ResumeSigned':
      alertFacts(facts, event.payload.alert, time).signatures.push(event.payload);
      return true;
    case 'NoDuffResumed':
      alertFacts(facts, event.payload.alert, time).resumedAt = time;
      facts.standingAlerts.delete(event.payload.alert);
      return true;
    case 'PartyWithdrawn':
      facts.withdrawn.add(withdrawalKey(event.payload.party, event.payload.serial));
      return true;
    case 'PartyReturned':
      facts.withdrawn.delete(withdrawalKey(event.payload.party, event.payload.serial));
      return true;
    default:
      return false;
  }
}
