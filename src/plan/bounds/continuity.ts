// How far teams can be kept over a sequence: for each two serials the largest share of the smaller team that both can have, and for each
// sequence the order of its serials in which these shares add up to the most.
import type { WitnessFact } from '../plan.ts';
import { type Bound, boundFrom } from './bound.ts';
import type { Reach } from './reach.ts';
import { type Seats, seatsOf } from './seats.ts';

/** Sequences up to so many serials are ordered exactly; in longer ones each serial passes on the most it can. */
const longestOrdered = 11;

export function continuityBound(reach: Reach): Bound {
  const { serials } = reach.problem;
  const seats = new Map(seatsOf(reach).map((one) => [one.serial, one]));
  const pauses = pausesOf(reach);
  const names = [...new Set(serials.flatMap((facts) => facts.sequences))];
  const witness = names.flatMap((of) => {
    const members = serials.flatMap((facts, serial) => (facts.sequences.includes(of) ? (seats.get(serial) ?? []) : []));
    return sequenceFacts(reach, of, members, pauses);
  });
  if (witness.length === 0) return boundFrom([{ key: 'plan.witness.noTeamFollows', values: {}, amount: 0 }]);
  const { bound } = boundFrom(witness);
  return { bound: Math.round(bound * 1e6) / 1e6, witness };
}

function sequenceFacts(reach: Reach, of: string, members: readonly Seats[], pauses: Pauses): readonly WitnessFact[] {
  const idOf = ({ serial }: Seats) => reach.problem.serials[serial]?.id ?? '';
  const shares = members.map((first) => members.map((second) => (first === second ? none : shareOf(reach, first, second, pauses))));
  const order = members.length <= longestOrdered ? bestOrder(reach, members, shares) : undefined;
  if (order !== undefined) {
    return order.slice(1).flatMap((at, index): WitnessFact[] => {
      const [before, after] = [members[order[index] ?? 0], members[at]];
      const share = shares[order[index] ?? 0]?.[at] ?? none;
      if (before === undefined || after === undefined) return [];
      const values = { ...named(of), first: idOf(before), second: idOf(after), units: share.units, team: share.team };
      return [{ key: 'plan.witness.teamIsKept', values, amount: share.units / share.team }];
    });
  }
  const best = members.map((one, index) => {
    const most = (shares[index] ?? []).reduce((a, b) => (ratio(b) > ratio(a) ? b : a), none);
    return { serial: idOf(one), share: most };
  });
  // The last of them passes nothing on.
  const last = best.reduce((a, b, index) => (ratio(b.share) < ratio(best[a]?.share ?? none) ? index : a), 0);
  return best.flatMap(({ serial, share }, index) =>
    index === last
      ? []
      : [
          {
            key: 'plan.witness.teamIsPassedOn',
            values: { ...named(of), serial, units: share.units, team: share.team },
            amount: ratio(share),
          },
        ],
  );
}

/** A sequence by its kind and its name. */
function named(sequence: string) {
  const [kind = '', ...of] = sequence.split(' ');
  return { kind, of: of.join(' ') };
}

/** Units that both teams can have, and units of the smaller team then. */
type Share = { readonly units: number; readonly team: number };
const none: Share = { units: 0, team: 1 };
const ratio = ({ units, team }: Share): number => units / team;

/** The largest share of the smaller team that is in both, when the second serial comes right after the first. */
function shareOf(reach: Reach, first: Seats, second: Seats, pauses: Pauses): Share {
  const { serials } = reach.problem;
  const [one, other] = [serials[first.serial], serials[second.serial]];
  if (one == null || other == null) return none;
  const gap = pauses.between(first.serial, second.serial);
  const both = first.able.filter((unit) => {
    const [from, to] = [reach.spanOf(unit, first.serial), reach.spanOf(unit, second.serial)];
    return from !== undefined && to !== undefined && from[0] + one.total + gap <= to[1];
  });
  const [outFirst, outSecond] = [strangers(reach, first, both), strangers(reach, second, both)];
  let best = none;
  for (let a = first.least; a <= first.most; a++) {
    for (let b = second.least; b <= second.most; b++) {
      const units = Math.max(0, Math.min(a - outFirst, b - outSecond, both.length));
      const share = { units, team: Math.min(a, b) };
      if (ratio(share) > ratio(best)) best = share;
    }
  }
  return best;
}

/** How many units a team must have that cannot be in the other. */
function strangers({ problem }: Reach, { serial }: Seats, both: readonly number[]): number {
  const team = problem.serials[serial]?.team;
  if (team == null) return 0;
  const shared = new Set(both);
  const lacking = (count: number, isOf: (unit: number) => boolean) => count - both.filter((unit) => isOf(unit)).length;
  return Math.max(
    0,
    team.named.filter((unit) => !shared.has(unit)).length,
    ...team.demands.map(({ count, eligible }) => lacking(count, (unit) => eligible[unit] === 1)),
    ...team.perParty.map(([party, least]) => lacking(least, (unit) => problem.bodies[unit]?.party === party)),
    team.group === null ? 0 : lacking(team.group.least, (unit) => team.group?.units.includes(unit) ?? false),
    team.leastParties - new Set(both.map((unit) => problem.bodies[unit]?.party)).size,
  );
}

type Pauses = { between(first: number, second: number): number };

/** The minutes that a unit must have between two serials: what hard lags for the same units ask. */
function pausesOf({ problem }: Reach): Pauses {
  const pauses = problem.lags.filter(
    (lag) =>
      lag.relation === 'lag' &&
      lag.price === null &&
      lag.sameUnitsOnly &&
      lag.fromEnd &&
      lag.toStart &&
      lag.first.isOfTheDocument &&
      lag.second.isOfTheDocument,
  );
  return {
    between: (first, second) =>
      pauses
        .filter((lag) => lag.first.couldMatch(first) && lag.second.couldMatch(second))
        .reduce((most, lag) => Math.max(most, lag.least), 0),
  };
}

/** The order with the largest sum, every serial that is surely held in it, and none before one that surely starts earlier. */
function bestOrder(
  { starts, isHeld }: Reach,
  members: readonly Seats[],
  shares: readonly (readonly Share[])[],
): readonly number[] | undefined {
  const count = members.length;
  if (count < 2) return [...members.keys()];
  const comesFirst = members.map(({ serial: later }) =>
    members.reduce((set, { serial: earlier }, index) => {
      const [last, first] = [starts[earlier]?.at(-1) ?? 0, starts[later]?.[0] ?? 0];
      return isHeld[earlier] && earlier !== later && last < first ? set | (1 << index) : set;
    }, 0),
  );
  const needed = members.reduce((set, { serial }, index) => (isHeld[serial] ? set | (1 << index) : set), 0);
  const sums = new Float64Array(count << count).fill(-1);
  const from = new Int8Array(count << count).fill(-1);
  let [best, at] = [-1, -1];
  for (let set = 1; set < 1 << count; set++) {
    for (let last = 0; last < count; last++) {
      if ((set & (1 << last)) === 0) continue;
      const rest = set & ~(1 << last);
      if (((comesFirst[last] ?? 0) & ~rest) !== 0) continue;
      const here = set * count + last;
      if (rest === 0) sums[here] = 0;
      for (let before = 0; before < count; before++) {
        const sofar = (rest & (1 << before)) === 0 ? -1 : (sums[rest * count + before] ?? -1);
        if (sofar < 0) continue;
        const sum = sofar + ratio(shares[before]?.[last] ?? none);
        if (sum <= (sums[here] ?? -1)) continue;
        sums[here] = sum;
        from[here] = before;
      }
      if ((set & needed) === needed && (sums[here] ?? -1) > best) [best, at] = [sums[here] ?? -1, here];
    }
  }
  const order: number[] = [];
  for (; at >= 0; ) {
    const last = at % count;
    order.unshift(last);
    const before = from[at] ?? -1;
    at = before < 0 ? -1 : (Math.floor(at / count) & ~(1 << last)) * count + before;
  }
  return best < 0 ? undefined : order;
}
