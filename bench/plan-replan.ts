// Re-planning after a unit is lost: what is changed against the plan there was, beside the least that must be. The plan there was is the one
// a generated exercise hides. The least is a bound: each serial that the unit was in has at least to lose it, and to take whoever its team
// then lacks, out of the serial where they were meanwhile; or else it moves with all who are in it.
import type { Booking, Plan, PlanProblem } from '../src/plan/index.ts';
import {
  exerciseFrom,
  generate,
  isAdoptable,
  plainMould,
  planExercise,
  problemFrom,
  replanned,
  replanning,
  startPlanning,
  whyImpossible,
} from '../src/plan/index.ts';
import type { Measured } from './plan-measures.ts';
import { cpuSeconds, median } from './plan-run.ts';

export type ReplanOptions = {
  readonly serials: number;
  readonly units: number;
  readonly tightness: number;
  readonly seeds: readonly number[];
  readonly seconds: number;
};

export function measureReplanning({ seeds, seconds, ...size }: ReplanOptions): Measured {
  const rows = seeds.map((seed) => {
    const { files, hidden } = generate(plainMould, { ...size, seed: String(seed) });
    const exercise = exerciseFrom(files);
    const before: Plan = { ...planExercise(exercise, { seed: '1', iterations: 0, lanes: 1 }).plan, bookings: hidden };
    const lost = lostUnit(problemFrom(exercise), hidden, seed);
    const began = cpuSeconds();
    const asked = replanning(exercise, before, { without: [lost] });
    if ('problems' in asked) throw new Error(JSON.stringify(asked.problems));
    const planning = startPlanning(asked.exercise, { seed: '1', iterations: Number.MAX_SAFE_INTEGER, lanes: 1, ...asked.options });
    let first: number | null = null;
    while (cpuSeconds() - began < seconds) if (planning.step().isComplete) first ??= cpuSeconds() - began;
    const found = replanned(before, asked, planning.result());
    const isFound = isAdoptable(found.planned.check);
    const least = leastChange(problemFrom(asked.exercise), before, lost);
    return {
      seed,
      lost,
      found: isFound ? 1 : 0,
      'proved impossible': !isFound && whyImpossible(asked.exercise, 'thorough').length > 0 ? 1 : 0,
      first: first === null ? null : Math.round(100 * first) / 100,
      'serials it was in': hidden.filter(({ team }) => team.includes(lost)).length,
      notices: found.notices.length,
      change: isFound ? found.change : null,
      least,
      ratio: isFound && least > 0 ? Math.round((100 * found.change) / least) / 100 : null,
    };
  });
  const ratios = rows.flatMap(({ ratio }) => ratio ?? []);
  return {
    rows,
    summary: [
      {
        exercises: rows.length,
        found: rows.filter(({ found }) => found === 1).length,
        'proved impossible': rows.filter((row) => row['proved impossible'] === 1).length,
        'median first': median(rows.map(({ first }) => first ?? Number.POSITIVE_INFINITY)),
        'median found / least': ratios.length === 0 ? null : median(ratios),
        'at most 1.2': ratios.filter((ratio) => ratio <= 1.2).length,
        'proved least': ratios.filter((ratio) => ratio === 1).length,
      },
    ],
  };
}

/** One that takes part in something, and that no statement names. */
function lostUnit({ serials, bodies, unitCount }: PlanProblem, hidden: readonly Booking[], seed: number): string {
  const named = new Set(
    serials.flatMap(({ team, attendUnits }) => [...attendUnits, ...(team?.named ?? []), ...(team?.group?.units ?? [])]),
  );
  const able = bodies.slice(0, unitCount).flatMap(({ id }, unit) => {
    return named.has(unit) || !hidden.some(({ team }) => team.includes(id)) ? [] : [id];
  });
  return able[seed % Math.max(1, able.length)] ?? '';
}

/** `problem` is that of the document without the unit. */
export function leastChange(problem: PlanProblem, before: Plan, lost: string): number {
  const hit = before.bookings.filter(({ team }) => team.includes(lost));
  /** What taking a unit away from where it is meanwhile costs there; shared by all of the hit serials for which it could be taken away. */
  const elsewhere = (unit: string, booking: Booking): number =>
    before.bookings
      .filter((other) => other.team.includes(unit) && doOverlap(other, booking))
      .reduce((sum, other) => sum + 1 / hit.filter((one) => doOverlap(one, other)).length, 0);
  const sum = hit.reduce((total, booking) => total + leastOf(problem, booking, lost, elsewhere), 0);
  return Math.ceil(sum - 1e-6);
}

const doOverlap = (one: Booking, other: Booking): boolean =>
  one.start !== null && other.start !== null && one.end !== null && other.end !== null && one.start < other.end && other.start < one.end;

function leastOf(problem: PlanProblem, booking: Booking, lost: string, elsewhere: (unit: string, booking: Booking) => number): number {
  const { serials, bodies, unitCount } = problem;
  const facts = serials.find(({ id }) => id === booking.serial);
  const team = facts?.team;
  const { start, end } = booking;
  if (facts === undefined || team == null || start === null || end === null) return 0;
  const indexOf = (id: string) => bodies.findIndex((body) => body.id === id);
  const strength = (units: readonly number[]) => units.reduce((sum, unit) => sum + (bodies[unit]?.strength ?? 0), 0);
  const had = booking.team.map(indexOf);
  const left = had.filter((unit) => unit !== indexOf(lost));
  const isThere = (unit: number) => bodies[unit]?.presence.some(([from, to]) => from <= start && end <= to) ?? false;
  const others = Array.from({ length: unitCount }, (_, unit) => unit).filter(
    (unit) => !had.includes(unit) && team.from[unit] === 1 && isThere(unit),
  );
  const isEnough = (units: readonly number[]) => {
    const of = (party: number) => units.filter((unit) => bodies[unit]?.party === party).length;
    return (
      units.length >= Math.max(1, team.units[0]) &&
      strength(units) >= team.people[0] &&
      team.demands.every(({ eligible, count }) => units.filter((unit) => eligible[unit] === 1).length >= count) &&
      team.perParty.every(([party, least]) => of(party) >= least) &&
      new Set(units.map((unit) => bodies[unit]?.party)).size >= team.leastParties
    );
  };
  const known = new Map(others.map((unit) => [unit, strength([unit]) * (1 + elsewhere(bodies[unit]?.id ?? '', booking))]));
  const costOf = (units: readonly number[]) =>
    units.reduce((sum, unit) => sum + (known.get(unit) ?? 0), 0) + postsThatChange(problem, booking, [...left, ...units]);
  // Nobody, one or two who join; of three all that is counted is that they join.
  const joining = Math.min(
    isEnough(left) ? costOf([]) : Number.POSITIVE_INFINITY,
    ...others.filter((one) => isEnough([...left, one])).map((one) => costOf([one])),
    ...others.flatMap((one, index) =>
      others.slice(index + 1).flatMap((other) => (isEnough([...left, one, other]) ? [costOf([one, other])] : [])),
    ),
    [...others]
      .map((unit) => known.get(unit) ?? 0)
      .sort((a, b) => a - b)
      .slice(0, 3)
      .reduce((sum, one) => sum + one, 0),
  );
  const stays = strength([indexOf(lost)]) + joining + (booking.lead === lost ? 1 : 0);
  const engaged = [...had, ...booking.support.map(({ by }) => indexOf(by)), ...facts.attendUnits, ...facts.attendPosts];
  const moves = strength([...new Set(engaged)]) + 10 * ((facts.needsSite ? 1 : 0) + facts.pools.length);
  const isEvent = facts.visitors > 0 || facts.kind === 'ceremony' || facts.kind === 'visit' || facts.kind === 'final';
  return Math.min(stays, moves) * (isEvent ? 5 : 1);
}

/** Posts that support nothing else and go with a party that is no longer in the team. */
function postsThatChange({ bodies, supports }: PlanProblem, { support }: Booking, team: readonly number[]): number {
  const there = new Set(team.map((unit) => bodies[unit]?.party));
  return support.filter(({ demand, by }) => {
    const [id] = demand.split('/');
    const post = bodies.findIndex((body) => body.id === by);
    const facts = supports.find((one) => one.id === id);
    const isElse = supports.some((one) => one.id !== id && one.eligible.includes(post));
    return facts?.eachParty === true && !isElse && !there.has(bodies[post]?.party);
  }).length;
}
