// How many a team can have and must have, how many cross-party pairs it then holds, and how much of one team another can keep: as the checker
// counts them from the document.
import type { Serial, Unit } from '../../../exercise/index.ts';
import { leavesOfAll } from '../ground.ts';
import { isOfDocument, liesIn } from './possible.ts';
import { meetsDemand, type Room } from './room.ts';

export type Team = {
  readonly serial: Serial;
  readonly need: NonNullable<Serial['team']>;
  readonly able: readonly Unit[];
  readonly least: number;
  readonly most: number;
};

const known = new WeakMap<Room, readonly Team[]>();

export function teamsOf(room: Room): readonly Team[] {
  const teams = known.get(room) ?? seated(room);
  known.set(room, teams);
  return teams;
}

function seated(room: Room): readonly Team[] {
  const { exercise, units } = room.facts;
  return exercise.serials.list.flatMap((serial): Team[] => {
    const need = serial.team;
    if (need === undefined || room.starts(serial).length === 0) return [];
    // Who could serve is as in the wider room where the starts are.
    const { wider } = room;
    const same = wider?.starts(serial) === room.starts(serial) ? teamsBySerial(wider).get(serial) : undefined;
    if (same !== undefined) return [same];
    const able = units.filter((unit) => room.first(unit, serial) !== undefined);
    const strengths = able.map(({ strength }) => strength).sort((a, b) => a - b);
    return [{ serial, need, able, least: fewest(room, need, strengths), most: largest(room, serial, able, strengths) }];
  });
}

function teamsBySerial(room: Room): ReadonlyMap<Serial, Team> {
  const teams = bySerial.get(room) ?? new Map(teamsOf(room).map((team) => [team.serial, team]));
  bySerial.set(room, teams);
  return teams;
}

const bySerial = new WeakMap<Room, ReadonlyMap<Serial, Team>>();

function fewest({ facts: { exercise } }: Room, need: Team['need'], strengths: readonly number[]): number {
  const alone = need.demands.filter(({ distinct }) => distinct).reduce((sum, { count }) => sum + count, 0);
  const shared = need.demands.filter(({ distinct }) => !distinct).reduce((most, { count }) => Math.max(most, count), 0);
  const group = need.taskGroup === undefined ? undefined : exercise.taskGroups.byId.get(need.taskGroup.group);
  const wanted = [
    1,
    need.units.least ?? 0,
    need.parties.least,
    alone + shared,
    Object.values(need.perParty).reduce((sum, least) => sum + least, 0),
    leavesOfAll(exercise, need.named).length,
    group === undefined ? 0 : (need.taskGroup?.least ?? leavesOfAll(exercise, group.units).length),
  ];
  // The strongest first, until there are people enough.
  let people = 0;
  let count = 0;
  for (const strength of strengths.toReversed()) {
    if (people >= (need.people.least ?? 0)) break;
    people += strength;
    count++;
  }
  return Math.max(count, ...wanted);
}

function largest(room: Room, serial: Serial, able: readonly Unit[], strengths: readonly number[]): number {
  const { exercise, stands } = room.facts;
  const attending = serial.attend === undefined || serial.attend.units === 'all' ? [] : leavesOfAll(exercise, serial.attend.units);
  const beside = attending
    .filter((id) => !able.some((unit) => unit.id === id))
    .reduce((sum, id) => sum + (exercise.units.byId.get(id as never)?.strength ?? 0), serial.visitors);
  const widest = Math.max(0, ...(stands.get(serial.id) ?? []).map(({ site }) => site?.capacity.people ?? Number.POSITIVE_INFINITY));
  const people = Math.min(serial.team?.people.most ?? Number.POSITIVE_INFINITY, widest - beside);
  let [sum, count] = [0, 0];
  while (count < strengths.length && sum + (strengths[count] ?? 0) <= people) sum += strengths[count++] ?? 0;
  return Math.min(count, able.length, serial.team?.units.most ?? Number.POSITIVE_INFINITY);
}

/** Pairs of different parties in a team of so many: who must be in it, then always one of the party that has fewest. */
export function pairsIn(room: Room, { need, able, most }: Team): number {
  const { exercise } = room.facts;
  const parties = exercise.parties.list.map(({ id }) => {
    const named = leavesOfAll(exercise, need.named).filter((unit) => exercise.units.byId.get(unit as never)?.party === id).length;
    const there = able.filter((unit) => unit.party === id).length;
    return { there, in: Math.min(there, Math.max(named, need.perParty[id] ?? 0)) };
  });
  const size = () => parties.reduce((sum, party) => sum + party.in, 0);
  while (size() < most) {
    const open = parties.filter((party) => party.in < party.there);
    if (open.length === 0) break;
    const fewest = open.reduce((least, party) => (party.in < least.in ? party : least));
    fewest.in++;
  }
  return parties.reduce((sum, party, index) => sum + party.in * parties.slice(index + 1).reduce((rest, other) => rest + other.in, 0), 0);
}

export type Share = { readonly units: number; readonly team: number };

/** The largest share of the smaller team that can be in both, when the second serial comes right after the first. */
export function largestShare(room: Room, first: Team, second: Team): Share {
  const { exercise, times } = room.facts;
  const isIn = (scope: Parameters<typeof liesIn>[0], serial: Serial) => liesIn(scope, serial, undefined, exercise);
  const pause = exercise.lags.list
    .filter(
      (lag) =>
        lag.relation === 'lag' &&
        lag.sameUnitsOnly &&
        lag.price === undefined &&
        lag.measured === 'endToStart' &&
        isOfDocument(lag.first) &&
        isOfDocument(lag.second) &&
        isIn(lag.first, first.serial) &&
        isIn(lag.second, second.serial),
    )
    .reduce((longest, { least }) => Math.max(longest, least?.minutes ?? 0), 0);
  const lasts = times.get(first.serial.id)?.total ?? 0;
  const common = first.able.filter((unit) => {
    const begin = room.first(unit, first.serial);
    const latest = room.last(unit, second.serial);
    return begin !== undefined && latest !== undefined && begin + lasts + pause <= latest;
  });
  const [own, others] = [strangersIn(room, first, common), strangersIn(room, second, common)];
  const shares: Share[] = [{ units: 0, team: 1 }];
  for (let size = first.least; size <= first.most; size++)
    for (let next = second.least; next <= second.most; next++)
      shares.push({ units: Math.max(0, Math.min(common.length, size - own, next - others)), team: Math.min(size, next) });
  return shares.reduce((best, share) => (share.units / share.team > best.units / best.team ? share : best));
}

/** Units that a team must have although they cannot be in both. */
function strangersIn({ facts: { exercise } }: Room, { need }: Team, common: readonly Unit[]): number {
  const isCommon = (id: string) => common.some((unit) => unit.id === id);
  const group = need.taskGroup === undefined ? undefined : exercise.taskGroups.byId.get(need.taskGroup.group);
  const grouped = group === undefined ? [] : leavesOfAll(exercise, group.units);
  return Math.max(
    0,
    leavesOfAll(exercise, need.named).filter((id) => !isCommon(id)).length,
    need.parties.least - new Set(common.map(({ party }) => party)).size,
    ...need.demands.map((demand) => demand.count - common.filter((unit) => meetsDemand(unit, demand)).length),
    ...Object.entries(need.perParty).map(([party, least]) => least - common.filter((unit) => unit.party === party).length),
    group === undefined ? 0 : (need.taskGroup?.least ?? grouped.length) - grouped.filter(isCommon).length,
  );
}
