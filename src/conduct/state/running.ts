/** What a stream's events have made of the clock, of serials and of contingents. */
import type { MicroInstant } from '../../kernel/index.ts';
import type { VersionedEvent } from '../decision.ts';
import type { goNoGoItems } from '../events/running.ts';
import type { ErasedEvent, Logged } from '../log/envelope.ts';

/** Exercise time = `exerciseAt` + speed × (real − `realAt`) while it runs, `exerciseAt` while it does not. */
export type ClockFacts = {
  state: 'before' | 'running' | 'paused' | 'ended';
  speed: number;
  realAt: MicroInstant;
  exerciseAt: MicroInstant;
  startexAt: MicroInstant | null;
  endexAt: MicroInstant | null;
  pauseReason: string | null;
};

export type SerialStatus = 'planned' | 'called' | 'ready' | 'running' | 'stopped' | 'done' | 'curtailed' | 'cancelled';
export type Signature = {
  readonly item: (typeof goNoGoItems)[number];
  readonly party: string | null;
  readonly go: boolean;
  readonly by: string | null;
  readonly at: MicroInstant;
};

export type SerialFacts = {
  status: SerialStatus;
  /** How often anything was said of it here: what `expected` is compared with. */
  version: number;
  signatures: Signature[];
  calledAt: MicroInstant | null;
  readyAt: MicroInstant | null;
  startedAt: MicroInstant | null;
  endedAt: MicroInstant | null;
  /** Microseconds it stood stopped, and since when it stands. */
  stoppedFor: number;
  stoppedSince: MicroInstant | null;
};

export type ContingentFacts = {
  arrivedAt: MicroInstant | null;
  strength: number;
  steps: number[];
  readyAt: MicroInstant | null;
  departedAt: MicroInstant | null;
};
export type PositionFacts = { latitude: number; longitude: number; metres: number; at: MicroInstant };

export type RunningFacts = {
  clock: ClockFacts | null;
  anchors: Map<string, number>;
  serials: Map<string, SerialFacts>;
  contingents: Map<string, ContingentFacts>;
  /** Units and posts that cannot take part now. */
  unavailable: Set<string>;
  positions: Map<string, PositionFacts>;
};

export const noRunning = (): RunningFacts => ({
  clock: null,
  anchors: new Map(),
  serials: new Map(),
  contingents: new Map(),
  unavailable: new Set(),
  positions: new Map(),
});

type Running = Logged<VersionedEvent>;
type Told = Exclude<Running['event'], ErasedEvent>;

/** The facts of a serial, made on first mention. */
export function serialFacts(facts: RunningFacts, serial: string): SerialFacts {
  const found = facts.serials.get(serial);
  if (found !== undefined) return found;
  const made: SerialFacts = {
    status: 'planned',
    version: 0,
    signatures: [],
    calledAt: null,
    readyAt: null,
    startedAt: null,
    endedAt: null,
    stoppedFor: 0,
    stoppedSince: null,
  };
  facts.serials.set(serial, made);
  return made;
}

function contingentFacts(facts: RunningFacts, contingent: string): ContingentFacts {
  const found = facts.contingents.get(contingent);
  if (found !== undefined) return found;
  const made: ContingentFacts = { arrivedAt: null, strength: 0, steps: [], readyAt: null, departedAt: null };
  facts.contingents.set(contingent, made);
  return made;
}

function clockFacts(facts: RunningFacts, time: MicroInstant): ClockFacts {
  facts.clock ??= { state: 'before', speed: 1, realAt: time, exerciseAt: time, startexAt: null, endexAt: null, pauseReason: null };
  return facts.clock;
}

/** Exercise time at a real time. */
export function exerciseTimeAt(clock: Readonly<ClockFacts>, time: MicroInstant): MicroInstant {
  if (clock.state !== 'running') return clock.exerciseAt;
  return Math.round(clock.exerciseAt + clock.speed * (time - clock.realAt)) as MicroInstant;
}

function setClock(clock: ClockFacts, time: MicroInstant, to: Partial<ClockFacts>): void {
  const exerciseAt = exerciseTimeAt(clock, time);
  Object.assign(clock, { realAt: time, exerciseAt }, to);
}

function stand(serial: SerialFacts, time: MicroInstant): void {
  if (serial.status !== 'running') return;
  serial.status = 'stopped';
  serial.stoppedSince = time;
  serial.version++;
}

function goOn(serial: SerialFacts, time: MicroInstant): void {
  if (serial.status !== 'stopped') return;
  serial.status = 'running';
  serial.stoppedFor += serial.stoppedSince === null ? 0 : time - serial.stoppedSince;
  serial.stoppedSince = null;
  serial.version++;
}

function end(serial: SerialFacts, status: 'done' | 'curtailed' | 'cancelled', time: MicroInstant): void {
  if (serial.status === 'stopped') goOn(serial, time);
  serial.status = status;
  serial.endedAt = time;
  serial.version++;
}

/** Folds one event; what it does not know it leaves alone. Returns false when the event belongs to another subject. */
export function evolveRunning(facts: RunningFacts, event: Told, time: MicroInstant, by: string | null): boolean {
  switch (event.type) {
    case 'StartexDeclared':
      setClock(clockFacts(facts, time), time, {
        state: 'running',
        exerciseAt: event.payload.exerciseTime as MicroInstant,
        startexAt: time,
      });
      return true;
    case 'EndexDeclared':
      setClock(clockFacts(facts, time), time, { state: 'ended', endexAt: time });
      return true;
    case 'ClockPaused':
      setClock(clockFacts(facts, time), time, { state: 'paused', pauseReason: event.payload.reason });
      return true;
    case 'ClockResumed':
      setClock(clockFacts(facts, time), time, { state: 'running', pauseReason: null });
      return true;
    case 'ClockJumped':
      setClock(clockFacts(facts, time), time, { exerciseAt: event.payload.to as MicroInstant });
      return true;
    case 'ClockSpeedSet':
      setClock(clockFacts(facts, time), time, { speed: event.payload.speed });
      return true;
    case 'AnchorSet':
      facts.anchors.set(event.payload.anchor, event.payload.at);
      return true;
    case 'SerialCalled': {
      const serial = serialFacts(facts, event.payload.serial);
      serial.status = 'called';
      serial.calledAt = time;
      serial.version++;
      return true;
    }
    case 'GoNoGoSigned': {
      const { item, party = null, go } = event.payload;
      const serial = serialFacts(facts, event.payload.serial);
      const before = serial.signatures.findIndex((signed) => signed.item === item && signed.party === party);
      if (before >= 0) serial.signatures.splice(before, 1);
      serial.signatures.push({ item, party, go, by, at: time });
      serial.version++;
      return true;
    }
    case 'SerialReady': {
      const serial = serialFacts(facts, event.payload.serial);
      serial.status = 'ready';
      serial.readyAt = time;
      serial.version++;
      return true;
    }
    case 'SerialStarted': {
      const serial = serialFacts(facts, event.payload.serial);
      serial.status = 'running';
      serial.startedAt = time;
      serial.version++;
      return true;
    }
    case 'SerialStopped':
      stand(serialFacts(facts, event.payload.serial), time);
      return true;
    case 'SerialResumed':
      goOn(serialFacts(facts, event.payload.serial), time);
      return true;
    case 'SerialDone':
      end(serialFacts(facts, event.payload.serial), 'done', time);
      return true;
    case 'SerialCurtailed':
      end(serialFacts(facts, event.payload.serial), 'curtailed', time);
      return true;
    case 'SerialCancelled':
      end(serialFacts(facts, event.payload.serial), 'cancelled', time);
      return true;
    case 'ContingentArrived': {
      const contingent = contingentFacts(facts, event.payload.contingent);
      contingent.arrivedAt = time;
      contingent.strength = event.payload.strength;
      return true;
    }
    case 'ReceptionStepDone':
      contingentFacts(facts, event.payload.contingent).steps.push(event.payload.step);
      return true;
    case 'ContingentReady':
      contingentFacts(facts, event.payload.contingent).readyAt = time;
      return true;
    case 'ContingentDeparted':
      contingentFacts(facts, event.payload.contingent).departedAt = time;
      return true;
    case 'AvailabilityChanged':
      for (const who of [event.payload.unit, event.payload.post]) {
        if (who === undefined) continue;
        if (event.payload.available) facts.unavailable.delete(who);
        else facts.unavailable.add(who);
      }
      return true;
    case 'PositionReported': {
      const { unit, latitude, longitude, metres } = event.payload;
      facts.positions.set(unit, { latitude, longitude, metres, at: time });
      return true;
    }
    default:
      return false;
  }
}
