// Rules of what the training is for: requirements, lead parity, pairs that must serve together.
import { type Exercise, type Requirement, trains } from '../../exercise/bare/index.ts';
import { type Ground, type Held, leavesOfAll } from './ground.ts';
import { type Breach, rule } from './rule.ts';
import { concerns } from './scope.ts';

/** How often a requirement is exercised: held serials whose task is it or lies below it, with a unit of the party, under its condition. */
export function timesExercised(requirement: Requirement, ground: Ground): number {
  let times = 0;
  for (const id of trainingFor(requirement, ground.exercise)) {
    const held = ground.heldBySerial.get(id);
    if (held !== undefined && exercises(held, requirement, ground)) times++;
  }
  return times;
}

/** The serials that train a requirement's task, from the document alone. */
function trainingFor(requirement: Requirement, exercise: Exercise): readonly string[] {
  const known =
    training.get(requirement) ?? exercise.serials.list.filter((serial) => trains(exercise, serial, requirement.task)).map(({ id }) => id);
  training.set(requirement, known);
  return known;
}

const training = new WeakMap<Requirement, readonly string[]>();

/** Of what training is for, a move changes its light alone. */
const isTouchedBy = ({ light }: Requirement, { before }: Ground): boolean => before === undefined || light !== undefined;

function exercises({ serial, team, site, runStart, runEnd }: Held, { party, phase, mixed, light }: Requirement, ground: Ground): boolean {
  if (!team.some((unit) => unit.party === party)) return false;
  if (phase !== undefined && serial.phase !== phase) return false;
  if (mixed && !isMixed(team)) return false;
  return light === undefined || ground.sky.minutesAt(site, light, runStart, runEnd) === runEnd - runStart;
}

const isMixed = (team: Held['team']): boolean => team.some((unit) => unit.party !== team[0]?.party);

export const requirementsAreMet = rule('requirementsAreMet', 'Each party exercises each task as often as it requires.', 2, (ground) =>
  ground.exercise.requirements.list.flatMap((requirement): Breach[] => {
    if (!isTouchedBy(requirement, ground)) return [];
    const got = timesExercised(requirement, ground);
    const missing = requirement.times - got;
    if (missing <= 0) return [];
    const price = requirement.hard ? undefined : (requirement.price ?? 1) * missing;
    const { id, party, task, times } = requirement;
    return [{ values: { requirement: id, party, task, times, got }, amount: missing, price }];
  }),
);

/** Counted over serials with a mixed team; by task over the tasks that serials name, by phase over theirs. */
export const partiesLeadEqually = rule('partiesLeadEqually', 'Each party leads about as often as the others.', 2, (ground) =>
  ground.exercise.parities.list.flatMap((parity) => {
    const scope = withoutParties(parity.scope);
    // Who leads does not depend on where and when, unless leads are counted by place.
    if (ground.before !== undefined && scope.sites === undefined && scope.zones === undefined) return [];
    const counted = ground.held.filter((held) => isMixed(held.team) && concerns(scope, held, ground));
    const parties = ground.exercise.setting.participating.filter((party) => parity.scope.parties?.includes(party) ?? true);
    const groups = new Map<string, Held[]>();
    for (const held of counted) {
      for (const group of parity.by === 'overall' ? [''] : parity.by === 'phase' ? [held.serial.phase ?? ''] : held.serial.tasks) {
        const members = groups.get(group);
        if (members === undefined) groups.set(group, [held]);
        else members.push(held);
      }
    }
    return [...groups].sort().flatMap(([of, members]): Breach[] => {
      const leads = parties.map(
        (party) => members.filter((held) => ground.exercise.units.byId.get(held.booking.lead ?? '')?.party === party).length,
      );
      const apart = Math.max(...leads) - Math.min(...leads);
      const over = apart - parity.within;
      if (over <= 0) return [];
      const price = parity.price === undefined ? undefined : parity.price * over;
      return [{ values: { parity: parity.id, of, apart, within: parity.within }, amount: over, price }];
    });
  }),
);

function withoutParties({ parties: _, ...scope }: Exercise['parities']['list'][number]['scope']) {
  return scope;
}

/** How often, and for how many minutes of run, two units are in one team. */
export function timesTogether(ground: Ground): Together {
  const known = together.get(ground) ?? countedTogether(ground);
  together.set(ground, known);
  return known;
}

type Together = ReadonlyMap<string, { readonly times: number; readonly minutes: number }>;
const together = new WeakMap<Ground, Together>();

function countedTogether(ground: Ground): Together {
  const found = new Map<string, { times: number; minutes: number }>();
  for (const { team, runStart, runEnd } of ground.held) {
    for (const one of team) {
      for (const other of team) {
        if (one.id >= other.id) continue;
        const key = pairKey(one.id, other.id);
        const sofar = found.get(key) ?? { times: 0, minutes: 0 };
        found.set(key, { times: sofar.times + 1, minutes: sofar.minutes + runEnd - runStart });
      }
    }
  }
  return found;
}

export const pairKey = (one: string, other: string): string => (one < other ? `${one} ${other}` : `${other} ${one}`);

export const demandedPairsServeTogether = rule(
  'demandedPairsServeTogether',
  'Units that must serve together do so often enough.',
  2,
  (ground) => {
    const served = timesTogether(ground);
    return ground.exercise.pairDemands.list.flatMap((demand) => {
      const [firsts, seconds] = [leavesOfAll(ground.exercise, demand.first), leavesOfAll(ground.exercise, demand.second)];
      return firsts.flatMap((first) =>
        seconds.flatMap((second): Breach[] => {
          const got = served.get(pairKey(first, second))?.times ?? 0;
          if (first === second || got >= demand.times) return [];
          return [{ values: { first, second, times: demand.times, got }, amount: demand.times - got, price: demand.price }];
        }),
      );
    });
  },
);

export const rulesOfTraining = [requirementsAreMet, partiesLeadEqually, demandedPairsServeTogether];
