// What a plan is worth, recomputed from document and plan alone, objective by objective.
import type { ObjectiveKind, Scope, Serial } from '../../exercise/index.ts';
import { unreachable } from '../../kernel/index.ts';
import type { Violation } from '../plan.ts';
import { dutyOf } from './duty.ts';
import type { Ground, Held } from './ground.ts';
import { concerns } from './scope.ts';
import { timesTogether } from './training.ts';

/** `violations` are all that were found, the soft ones with their prices. */
export function objectiveValue(objective: ObjectiveKind, ground: Ground, violations: readonly Violation[]): number {
  switch (objective) {
    case 'price':
      return violations.reduce((sum, { price }) => sum + (price ?? 0), 0);
    case 'slack':
      return slackOf(ground);
    case 'continuity':
      return continuityOf(ground);
    case 'pairs':
      return pairsOf(ground);
    case 'load':
      return loadOf(ground);
    case 'end':
      return endOf(ground);
    default:
      return unreachable(objective);
  }
}

/** The least minutes from the last training serial that must precede a fixed point to its start; 0 where no fixed point waits for training. */
function slackOf(ground: Ground): number {
  const slacks = ground.held
    .filter((held) => held.serial.at !== undefined)
    .flatMap((point) => {
      const ends = [...mustPrecede(point.serial, ground)].flatMap((id) => {
        const held = ground.heldBySerial.get(id);
        return held?.serial.kind === 'training' ? [held.end] : [];
      });
      return ends.length === 0 ? [] : [point.start - Math.max(...ends)];
    });
  return slacks.length === 0 ? 0 : Math.min(...slacks);
}

/** All that must have ended before a serial: its predecessors, those that hard lags put before it, and theirs. */
function mustPrecede(serial: Serial, ground: Ground, found: Set<string> = new Set()): ReadonlySet<string> {
  const held = ground.heldBySerial.get(serial.id);
  const lagged = ground.exercise.lags.list
    .filter((lag) => lag.relation === 'lag' && lag.price === undefined && !lag.sameUnitsOnly && lag.measured === 'endToStart')
    .filter((lag) => (lag.least?.minutes ?? 0) >= 0 && isOfTheDocument(lag.first) && isOfTheDocument(lag.second))
    .filter((lag) => held !== undefined && concerns(lag.second, held, ground) && !concerns(lag.first, held, ground))
    .flatMap((lag) => ground.held.filter((other) => concerns(lag.first, other, ground) && !concerns(lag.second, other, ground)))
    .map((other) => other.serial.id);
  for (const id of [...serial.after, ...lagged]) {
    const before = ground.exercise.serials.byId.get(id);
    if (before === undefined || found.has(id)) continue;
    found.add(id);
    mustPrecede(before, ground, found);
  }
  return found;
}

/** Whether a scope speaks only of what the document fixes, not of who and where the plan puts it. */
const isOfTheDocument = ({ parties, units, posts, roles, sites, zones }: Scope): boolean =>
  [parties, units, posts, roles, sites, zones].every((field) => field === undefined);

function continuityOf(ground: Ground): number {
  const sequences = new Map<string, Held[]>();
  for (const held of ground.held) {
    const { chain, team } = held.serial;
    const names = [
      ...(chain === undefined ? [] : [`chain ${chain}`]),
      ...(team?.taskGroup === undefined ? [] : [`group ${team.taskGroup.group}`]),
    ];
    for (const name of names) sequences.set(name, [...(sequences.get(name) ?? []), held]);
  }
  let sum = 0;
  for (const sequence of sequences.values()) {
    sequence.sort((a, b) => a.start - b.start || (a.serial.id < b.serial.id ? -1 : 1));
    sequence.forEach((held, index) => {
      const before = sequence[index - 1];
      const smaller = Math.min(before?.team.length ?? 0, held.team.length);
      if (before !== undefined && smaller > 0) sum += held.team.filter((unit) => before.team.includes(unit)).length / smaller;
    });
  }
  return Math.round(sum * 1e6) / 1e6;
}

function pairsOf(ground: Ground): number {
  const { times, minutes } = ground.exercise.setting.together;
  const partyOf = (unit: string) => ground.exercise.units.byId.get(unit)?.party;
  let count = 0;
  for (const [pair, together] of timesTogether(ground)) {
    const [one = '', other = ''] = pair.split(' ');
    if (partyOf(one) !== partyOf(other) && together.times >= times && together.minutes >= minutes) count++;
  }
  return count;
}

/** Minutes from the start of the exercise to the end of its last serial. */
function endOf({ held, exercise }: Ground): number {
  const from: number = exercise.setting.from.at;
  return held.reduce((latest, { end }) => Math.max(latest, end), from) - from;
}

/** Squared duty minutes above the mean of the party's leaf units, summed, in whole square minutes. */
function loadOf(ground: Ground): number {
  const byParty = new Map<string, number[]>();
  for (const body of ground.bodies) {
    if (body.kind !== 'unit') continue;
    const minutes = dutyOf(body, ground).reduce((sum, { from, to }) => sum + to - from, 0);
    byParty.set(body.party, [...(byParty.get(body.party) ?? []), minutes]);
  }
  let sum = 0;
  for (const loads of byParty.values()) {
    const mean = loads.reduce((total, load) => total + load, 0) / loads.length;
    for (const load of loads) if (load > mean) sum += (load - mean) * (load - mean);
  }
  return Math.round(sum);
}
