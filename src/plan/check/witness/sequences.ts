// Whether the facts of continuity hold: every share as the checker counts it, and for each sequence no order that adds up to more.
import type { Serial } from '../../../exercise/index.ts';
import type { WitnessFact } from '../../plan.ts';
import type { Room } from './room.ts';
import { largestShare, type Share, type Team, teamsOf } from './seats.ts';

/** Sequences up to so many serials are ordered exactly. */
const longest = 11;

/** The first fact that does not hold or is missing; undefined where all is as stated. */
export function faultOfContinuity(room: Room, stated: readonly WitnessFact[]): string | undefined {
  const teams = teamsOf(room);
  const left = new Set(stated);
  for (const [of, members] of sequencesOf(room.facts.exercise.serials.list, teams)) {
    const facts = stated.filter(({ values }) => `${values.kind} ${values.of}` === of);
    for (const fact of facts) left.delete(fact);
    const fault = members.length <= longest ? faultOfOrder(room, of, members, facts) : faultOfPassing(room, of, members, facts);
    if (fault !== undefined) return fault;
  }
  const [rest, ...others] = left;
  if (rest === undefined) return stated.length === 0 ? 'plan.witness.noTeamFollows' : undefined;
  // That no team follows another is said where there is nothing else to say.
  const isAlone = rest.key === 'plan.witness.noTeamFollows' && rest.amount === 0 && others.length === 0 && stated.length === 1;
  return isAlone ? undefined : rest.key;
}

function sequencesOf(serials: readonly Serial[], teams: readonly Team[]): ReadonlyMap<string, readonly Team[]> {
  const found = new Map<string, Team[]>();
  for (const serial of serials) {
    const names = [
      ...(serial.chain === undefined ? [] : [`chain ${serial.chain}`]),
      ...(serial.team?.taskGroup === undefined ? [] : [`group ${serial.team.taskGroup.group}`]),
    ];
    const own = teams.filter((team) => team.serial === serial);
    for (const name of names) found.set(name, [...(found.get(name) ?? []), ...own]);
  }
  return found;
}

const amountOf = ({ units, team }: Share): number => units / team;
const isSame = (one: number, other: number): boolean => Math.abs(one - other) < 1e-9;

function faultOfOrder(room: Room, of: string, members: readonly Team[], facts: readonly WitnessFact[]): string | undefined {
  for (const { key, values, amount } of facts) {
    const [first, second] = [values.first, values.second].map((id) => members.find(({ serial }) => serial.id === id));
    if (key !== 'plan.witness.teamIsKept' || first === undefined || second === undefined || first === second) return key;
    const share = largestShare(room, first, second);
    if (share.units !== values.units || share.team !== values.team || !isSame(amount, amountOf(share))) return key;
  }
  const sum = facts.reduce((total, { amount }) => total + amount, 0);
  return isSame(sum, best(room, members)) ? undefined : `plan.witness.teamIsKept ${of}`;
}

/** The most that any order of a sequence adds up to, put together from its end. */
function best(room: Room, members: readonly Team[]): number {
  const isHeld = members.map(({ serial }) => room.isHeld(serial));
  const firstAt = members.map(({ serial }) => room.starts(serial)[0] ?? 0);
  const lastAt = members.map(({ serial }) => room.starts(serial).at(-1) ?? 0);
  const amounts = members.map((first) => members.map((second) => (first === second ? 0 : amountOf(largestShare(room, first, second)))));
  // What may no longer come after a serial that is placed: those surely held that surely start before it.
  const before = members.map((_, index) =>
    members.flatMap((__, other) => (isHeld[other] && (lastAt[other] ?? 0) < (firstAt[index] ?? 0) ? [other] : [])),
  );
  const known = new Map<number, number>();
  const most = (placed: number, last: number): number => {
    const key = placed * members.length + last;
    const found = known.get(key);
    if (found !== undefined) return found;
    let sum = members.every((_, index) => !isHeld[index] || (placed & (1 << index)) !== 0) ? 0 : Number.NEGATIVE_INFINITY;
    for (let next = 0; next < members.length; next++) {
      if ((placed & (1 << next)) !== 0 || (before[next] ?? []).some((other) => (placed & (1 << other)) === 0)) continue;
      sum = Math.max(sum, (amounts[last]?.[next] ?? 0) + most(placed | (1 << next), next));
    }
    known.set(key, sum);
    return sum;
  };
  const begins = members.flatMap((_, first) => ((before[first] ?? []).length > 0 ? [] : [most(1 << first, first)]));
  return Math.max(0, ...begins);
}

/** In a long sequence each serial but one passes on the most it can. */
function faultOfPassing(room: Room, of: string, members: readonly Team[], facts: readonly WitnessFact[]): string | undefined {
  const most = members.map((first) =>
    members
      .filter((second) => second !== first)
      .map((second) => largestShare(room, first, second))
      .reduce((a, b) => (amountOf(b) > amountOf(a) ? b : a), { units: 0, team: 1 }),
  );
  const seen = new Set<number>();
  for (const { key, values, amount } of facts) {
    const at = members.findIndex(({ serial }) => serial.id === values.serial);
    const share = most[at];
    if (key !== 'plan.witness.teamIsPassedOn' || share === undefined || seen.has(at)) return key;
    if (share.units !== values.units || share.team !== values.team || !isSame(amount, amountOf(share))) return key;
    seen.add(at);
  }
  const smallest = Math.min(...most.map(amountOf));
  const missing = most.filter((_, index) => !seen.has(index));
  const isWhole = missing.length === 1 && missing.every((share) => isSame(amountOf(share), smallest));
  return isWhole ? undefined : `plan.witness.teamIsPassedOn ${of}`;
}
