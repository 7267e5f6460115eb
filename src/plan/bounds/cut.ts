// Pairs that can meet only in few teams: each pair is given to one team it can be in, no team more than it holds. Where some cannot be given,
// the teams that are full for them, and the pairs that can meet elsewhere, are all that any plan reaches.
import type { WitnessFact } from '../plan.ts';
import { mayMeet, type Reach } from './reach.ts';
import { mostPairs, type Seats } from './seats.ts';

/** Beyond so many pairs times teams it is not tried. */
const mostWork = 20_000;

export function pairsOverTheCut(
  reach: Reach,
  seats: readonly Seats[],
  isAgain: ReadonlySet<number>,
  partners: readonly (readonly number[])[],
): readonly WitnessFact[] | undefined {
  const { serials, parties, bodies } = reach.problem;
  const pairs = partners.flatMap((others, one) => others.filter((other) => one < other).map((other) => [one, other] as const));
  if (pairs.length === 0 || pairs.length * seats.length > mostWork) return undefined;
  const teams = seats.filter(({ serial }) => !isAgain.has(serial));
  // A serial with the team of another adds its pairs to that one.
  const teamOf = (serial: number) => (isAgain.has(serial) ? (serials[serial]?.team?.sameTeamAs ?? serial) : serial);
  const index = new Map(teams.map(({ serial }, at) => [serial, at]));
  const meeting = pairs.map(([one, other]) => [
    ...new Set(
      seats.flatMap((seat) => (seat.most >= 2 && mayMeet(reach, seat.serial, one, other) ? (index.get(teamOf(seat.serial)) ?? []) : [])),
    ),
  ]);
  const room = teams.map((seat) => mostPairs(seat));
  const full = fullTeams(meeting, room);
  if (full.size === 0 || full.size === teams.length) return undefined;
  const holds = [...full].map((at): WitnessFact => {
    const { serial, most } = teams[at] ?? { serial: -1, most: 0 };
    const held = room[at] ?? 0;
    return { key: 'plan.witness.teamHolds', values: { serial: serials[serial]?.id ?? '', units: most, pairs: held }, amount: held };
  });
  const counts = new Map<string, number>();
  for (const [at, [one, other]] of pairs.entries()) {
    if (meeting[at]?.every((team) => full.has(team))) continue;
    const [a, b] = [bodies[one]?.party ?? 0, bodies[other]?.party ?? 0];
    const key = `${Math.min(a, b)} ${Math.max(a, b)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const elsewhere = [...counts].sort().map(([key, count]): WitnessFact => {
    const [party = '', other = ''] = key.split(' ').map((at) => parties[Number(at)] ?? '');
    return { key: 'plan.witness.pairsMeetElsewhere', values: { party, other, pairs: count }, amount: count };
  });
  return [...holds, ...elsewhere];
}

/** Gives as many pairs as can be to teams with room, and tells which teams are full for those that are left. */
function fullTeams(meeting: readonly (readonly number[])[], room: readonly number[]): ReadonlySet<number> {
  const given = room.map((): number[] => []);
  const give = (pair: number, seen: Set<number>): boolean => {
    for (const team of meeting[pair] ?? []) {
      if (seen.has(team)) continue;
      seen.add(team);
      const list = given[team] ?? [];
      if (list.length < (room[team] ?? 0)) {
        list.push(pair);
        return true;
      }
      const at = list.findIndex((other) => give(other, seen));
      if (at < 0) continue;
      list[at] = pair;
      return true;
    }
    return false;
  };
  const left = meeting.flatMap((_, pair) => (give(pair, new Set()) ? [] : [pair]));
  const full = new Set<number>();
  for (const pair of left) give(pair, full);
  return full;
}
