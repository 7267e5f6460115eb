// Bonds between serials that neither places nor people decide: what goes before what, and pairs of which one decides when the other may start.
import type { Exercise, Serial } from '../../../exercise/index.ts';
import { leavesOfAll, travelMinutes } from '../ground.ts';
import { type Asked, type Facts, isFirm, isOfDocument, liesIn } from './possible.ts';

/** What, if held, has ended before a serial that surely is: predecessors, what hard lags put before it, and theirs. */
export function mustGoBefore(serial: Serial, exercise: Exercise, isHeld: (serial: Serial) => boolean): ReadonlySet<string> {
  const orders = exercise.lags.list.filter(
    ({ relation, price, sameUnitsOnly, measured, least, first, second }) =>
      relation === 'lag' &&
      price === undefined &&
      !sameUnitsOnly &&
      measured === 'endToStart' &&
      (least?.minutes ?? 0) >= 0 &&
      isOfDocument(first) &&
      isOfDocument(second),
  );
  const found = new Set<string>();
  const follow = (from: Serial): void => {
    const lagged = orders
      .filter(({ first, second }) => isHeld(from) && liesIn(second, from, undefined, exercise) && !liesIn(first, from, undefined, exercise))
      .flatMap(({ first, second }) =>
        exercise.serials.list.filter(
          (other) => isHeld(other) && liesIn(first, other, undefined, exercise) && !liesIn(second, other, undefined, exercise),
        ),
      );
    for (const other of [...from.after.flatMap((id) => exercise.serials.byId.get(id) ?? []), ...lagged]) {
      if (found.has(other.id)) continue;
      found.add(other.id);
      follow(other);
    }
  };
  follow(serial);
  return found;
}

type Span = readonly [number, number];

/** Two serials of which one decides when the other may start, whoever takes part. */
export type Bond = {
  readonly first: Serial;
  readonly second: Serial;
  /** Whether one of them may start then if the other starts at some time of a span. */
  allows(start: number, isFirst: boolean, span: Span): boolean;
};

export function bondsOf(facts: Facts, asked: Asked): readonly Bond[] {
  const { exercise, times } = facts;
  const total = (serial: Serial) => times.get(serial.id)?.total ?? 0;
  const ordered = exercise.serials.list.flatMap((second) =>
    second.after
      .flatMap((id) => exercise.serials.byId.get(id) ?? [])
      .map((first): Bond => {
        const apart = total(first) + wayBetween(first, second, facts);
        return { first, second, allows: (start, isFirst, [from, to]) => (isFirst ? start + apart <= to : from + apart <= start) };
      }),
  );
  return [...ordered, ...exercise.lags.list.filter(({ price }) => isFirm(price, asked)).flatMap((lag) => bondsOfLag(lag, facts))];
}

/** Minutes of the shortest way, over other sites where that is shorter, that a unit which must be in both serials has to go. */
function wayBetween(first: Serial, second: Serial, { exercise, stands }: Facts): number {
  const must = ({ team, attend }: Serial) =>
    leavesOfAll(exercise, [...(team?.named ?? []), ...(attend === undefined || attend.units === 'all' ? [] : attend.units)]);
  const own = must(first);
  const isShared =
    second.team?.sameTeamAs === first.id || first.team?.sameTeamAs === second.id || must(second).some((unit) => own.includes(unit));
  const [starts, goals] = [first, second].map(({ id }) => (stands.get(id) ?? []).flatMap(({ site }) => site?.id ?? []));
  if (!isShared || starts === undefined || goals === undefined || starts.length === 0 || goals.length === 0) return 0;
  const reached = new Map<string, number>(starts.map((site) => [site, 0]));
  const open = new Set<string>(starts);
  for (const here of open) {
    open.delete(here);
    for (const { id } of exercise.sites.list) {
      const minutes = (reached.get(here) ?? 0) + travelMinutes(exercise, here, id);
      if (minutes >= (reached.get(id) ?? Number.POSITIVE_INFINITY)) continue;
      reached.set(id, minutes);
      open.add(id);
    }
  }
  return Math.min(...goals.map((site) => reached.get(site) ?? 0));
}

type Lag = Exercise['lags']['list'][number];

export function bondsOfLag(lag: Lag, facts: Facts): readonly Bond[] {
  const { exercise } = facts;
  if (lag.sameUnitsOnly || !isOfDocument(lag.first) || !isOfDocument(lag.second)) return [];
  const isIn = (scope: Lag['first'], serial: Serial) => liesIn(scope, serial, undefined, exercise);
  const [firsts, seconds] = [lag.first, lag.second].map((scope) => exercise.serials.list.filter((serial) => isIn(scope, serial)));
  return (firsts ?? []).flatMap((first) =>
    (seconds ?? [])
      .filter((second) => second !== first && !(isIn(lag.first, second) && isIn(lag.second, first)))
      .map((second): Bond => ({ first, second, allows: allowing(lag, first, second, facts) })),
  );
}

function allowing(lag: Lag, first: Serial, second: Serial, { times, calendar }: Facts): Bond['allows'] {
  const [one, other] = [times.get(first.id), times.get(second.id)];
  if (one === undefined || other === undefined) return () => true;
  // In every case: some pair of starts, one of them given, the other anywhere between two, keeps the lag.
  const apart = (start: number, isFirst: boolean, [from, to]: Span): Span =>
    isFirst ? [from - start, to - start] : [start - to, start - from];
  if (lag.relation === 'lag') {
    const shift = (lag.measured.endsWith('End') ? other.total : 0) - (lag.measured.startsWith('end') ? one.total : 0);
    const [least, most] = [lag.least?.minutes ?? 0, lag.most?.minutes ?? Number.POSITIVE_INFINITY];
    return (start, isFirst, span) => {
      const [low, high] = apart(start, isFirst, span);
      return high + shift >= least && low + shift <= most;
    };
  }
  if (lag.relation === 'together') {
    const shift = other.setUp + other.brief - one.setUp - one.brief;
    return (start, isFirst, span) => {
      const [low, high] = apart(start, isFirst, span);
      return low + shift <= 0 && 0 <= high + shift;
    };
  }
  return (start, isFirst, [from, to]) => {
    const [low, high] = apart(calendar.dayOf(start), isFirst, [calendar.dayOf(from), calendar.dayOf(to)]);
    if (lag.relation === 'sameDay') return low <= 0 && 0 <= high;
    if (lag.relation === 'consecutive') return low <= 1 && 1 <= high;
    return low !== 0 || high !== 0;
  };
}
