// Who takes part in the whole problem: teams as their demands ask, units in one place at a time and not longer on duty than they may be,
// requirements by the parties in the teams.
import type { BoolVar, IntVar, Term } from './flatzinc.ts';
import { type Whole, whereHeld } from './whole.ts';
import { addQualifications, type Members } from './whole-qualified.ts';

const day = 1440;

export function addPeople(whole: Whole): void {
  const { problem } = whole;
  const teams = problem.serials.map((_, serial) => teamOf(whole, serial));
  for (const serial of problem.serials.keys()) addTeam(whole, teams, serial);
  // Who attends is engaged like who is in the team, and counts in no team.
  const members = problem.serials.map(
    ({ attendUnits }, serial) =>
      new Map<number, BoolVar | true>([
        ...(teams[serial] ?? []),
        ...attendUnits.filter((unit) => unit < problem.unitCount).map((unit) => [unit, true] as const),
      ]),
  );
  for (const [serial, units] of members.entries()) for (const [unit, truth] of units) addPresence(whole, serial, unit, truth);
  addOnePlace(whole, members, teams);
  addQualifications(whole, members);
  for (let unit = 0; unit < problem.unitCount; unit++) addDuty(whole, members, unit);
  addRequirements(whole, teams);
}

function teamOf({ model, problem, minutes }: Whole, serial: number): ReadonlyMap<number, BoolVar | true> {
  const facts = problem.serials[serial];
  const found = new Map<number, BoolVar | true>();
  if (facts === undefined) return found;
  const { team } = facts;
  if (team === null) return found;
  for (let unit = 0; unit < problem.unitCount; unit++) {
    const isThere = (minutes[serial] ?? new Int32Array()).some((start) =>
      problem.bodies[unit]?.presence.some(([from, to]) => from <= start && start + facts.total <= to),
    );
    if (team.named.includes(unit)) found.set(unit, true);
    else if (team.from[unit] === 1 && isThere) found.set(unit, model.bool(`m${serial}_${unit}`));
  }
  return found;
}

/** Σ factor × taking part ≥ least, where the serial is held. */
function atLeast(
  whole: Whole,
  serial: number,
  members: ReadonlyMap<number, BoolVar | true>,
  factor: (unit: number) => number,
  least: number,
) {
  sumOver(whole, serial, members, (unit) => -factor(unit), -least);
}

function sumOver(
  { model, held }: Whole,
  serial: number,
  members: ReadonlyMap<number, BoolVar | true>,
  factor: (unit: number) => number,
  most: number,
): void {
  let bound = most;
  const terms: Term[] = [];
  for (const [unit, truth] of members) {
    const one = factor(unit);
    if (one === 0) continue;
    if (truth === true) bound -= one;
    else terms.push([one, model.numberOf(truth)]);
  }
  // Where no choice can break it, it is not said.
  if (terms.reduce((sum, [one]) => sum + Math.max(0, one), 0) > bound) model.atMost(terms, bound, held[serial]);
}

function addTeam(whole: Whole, members: Members, serial: number): void {
  const { model, problem } = whole;
  const team = problem.serials[serial]?.team ?? null;
  const own = members[serial];
  if (team === null || own === undefined) return;
  const bodies = problem.bodies;
  const strength = (unit: number) => bodies[unit]?.strength ?? 0;
  atLeast(whole, serial, own, () => 1, Math.max(1, team.units[0]));
  if (Number.isFinite(team.units[1])) sumOver(whole, serial, own, () => 1, team.units[1]);
  atLeast(whole, serial, own, strength, team.people[0]);
  if (Number.isFinite(team.people[1])) sumOver(whole, serial, own, strength, team.people[1]);
  for (const { count, eligible } of team.demands) atLeast(whole, serial, own, (unit) => eligible[unit] ?? 0, count);
  const distinct = team.demands.filter((demand) => demand.distinct);
  if (distinct.length > 1) {
    const fits = (unit: number) => (distinct.some(({ eligible }) => eligible[unit] === 1) ? 1 : 0);
    atLeast(
      whole,
      serial,
      own,
      fits,
      distinct.reduce((sum, { count }) => sum + count, 0),
    );
  }
  for (const [party, least] of team.perParty) atLeast(whole, serial, own, (unit) => (bodies[unit]?.party === party ? 1 : 0), least);
  if (team.group !== null) {
    const { units, least } = team.group;
    atLeast(whole, serial, own, (unit) => (units.includes(unit) ? 1 : 0), least);
  }
  atLeast(whole, serial, own, (unit) => team.lead[unit] ?? 0, 1);
  if (team.leastParties > 1) {
    const truths = problem.parties.map((_, party) => hasParty(whole, own, party)).filter((truth) => truth !== null);
    const surely = truths.filter((truth) => truth === true).length;
    const open = truths.flatMap((truth): Term[] => (truth === true ? [] : [[-1, model.numberOf(truth)]]));
    model.atMost(open, surely - team.leastParties, whole.held[serial]);
  }
  const same = members[team.sameTeamAs];
  if (same !== undefined) addSameTeam(whole, serial, team.sameTeamAs, own, same);
}

/** Whether a party has a unit in it: surely, never (null), or a truth that is false where it has none. */
function hasParty({ model, problem }: Whole, members: ReadonlyMap<number, BoolVar | true>, party: number): BoolVar | true | null {
  const own = [...members].filter(([unit]) => problem.bodies[unit]?.party === party).map(([, truth]) => truth);
  if (own.includes(true)) return true;
  if (own.length === 0) return null;
  const truth = model.bool();
  model.clause(
    own.flatMap((one) => (one === true ? [] : [one])),
    [truth],
  );
  return truth;
}

function addSameTeam(
  whole: Whole,
  serial: number,
  other: number,
  own: ReadonlyMap<number, BoolVar | true>,
  theirs: ReadonlyMap<number, BoolVar | true>,
): void {
  const where = whereHeld(whole, serial, other);
  for (const unit of new Set([...own.keys(), ...theirs.keys()])) {
    for (const [one, two] of [
      [own.get(unit), theirs.get(unit)],
      [theirs.get(unit), own.get(unit)],
    ] as const) {
      if (one === undefined || two === true) continue;
      whole.model.clause(two === undefined ? [] : [two], [...where, ...(one === true ? [] : [one])]);
    }
  }
}

const truthsOf = (...truths: readonly (BoolVar | true)[]): readonly BoolVar[] => truths.flatMap((truth) => (truth === true ? [] : [truth]));

/** Who takes part is there from set-up to debrief. */
function addPresence(whole: Whole, serial: number, unit: number, truth: BoolVar | true): void {
  const { problem } = whole;
  const total = problem.serials[serial]?.total ?? 0;
  const where = [...truthsOf(truth), ...whereHeld(whole, serial)];
  let after = Number.NEGATIVE_INFINITY;
  for (const [from, to] of [...(problem.bodies[unit]?.presence ?? []), [Number.POSITIVE_INFINITY, 0] as const]) {
    whole.keepOut(serial, after, from, where);
    after = to - total;
  }
}

/** The pause that hard statements ask for between two serials of one unit, where the first comes before the second. */
function pauseBetween({ problem }: Whole, one: number, other: number): number {
  return problem.lags
    .filter(
      ({ relation, sameUnitsOnly, price, fromEnd, toStart, first, second }) =>
        relation === 'lag' &&
        sameUnitsOnly &&
        price === null &&
        fromEnd &&
        toStart &&
        first.isOfTheDocument &&
        second.isOfTheDocument &&
        first.couldMatch(one) &&
        second.couldMatch(other),
    )
    .reduce((longest, { least }) => Math.max(longest, least), 0);
}

/** Two serials with a unit in common are one after the other; the way between their sites, and the pause of a unit, lie between them. */
function addOnePlace(whole: Whole, members: Members, teams: Members): void {
  const { model, problem, starts, up } = whole;
  const wayBetween = (one: number, other: number): number => {
    const [from, to] = [problem.serials[one]?.sites ?? [], problem.serials[other]?.sites ?? []];
    if (from.length === 0 || to.length === 0) return 0;
    return Math.min(...from.flatMap((a) => to.map((b) => problem.travel[a]?.[b] ?? 0)));
  };
  for (const [one, first] of members.entries()) {
    for (const [other, second] of members.entries()) {
      if (other <= one) continue;
      const shared = [...first].flatMap(([unit, truth]) => {
        const theirs = second.get(unit);
        return theirs === undefined ? [] : [truthsOf(truth, theirs)];
      });
      const [start, later] = [starts[one], starts[other]];
      if (shared.length === 0 || start === undefined || later === undefined) continue;
      // A pause is of those who are in both teams.
      const isOfTeams = [...first.keys()].every((unit) => !second.has(unit) || (teams[one]?.has(unit) && teams[other]?.has(unit)));
      const gapBetween = (from: number, to: number) => Math.max(wayBetween(from, to), isOfTeams ? pauseBetween(whole, from, to) : 0);
      const [isFirst, isSecond] = [model.bool(), model.bool()];
      model.atMost(
        [
          [1, start],
          [-1, later],
        ],
        -up((problem.serials[one]?.total ?? 0) + gapBetween(one, other)),
        isFirst,
      );
      model.atMost(
        [
          [1, later],
          [-1, start],
        ],
        -up((problem.serials[other]?.total ?? 0) + gapBetween(other, one)),
        isSecond,
      );
      for (const truths of shared) model.clause([isFirst, isSecond], [...truths, ...whereHeld(whole, one, other)]);
    }
  }
}

/** The most minutes on duty in any 24 hours, counting what lies in them whole. */
function addDuty(whole: Whole, members: Members, unit: number): void {
  const { model, problem, starts, step, held } = whole;
  const rules = problem.bodies[unit]?.duty.filter(({ price, during }) => price === null && during === null) ?? [];
  const most = rules.reduce((least, rule) => Math.min(least, rule.most, day - rule.rest), Number.POSITIVE_INFINITY);
  const window = Math.floor(day / step);
  const tasks = problem.serials.flatMap((facts, serial) => {
    const truth = members[serial]?.get(unit);
    const start = starts[serial];
    if (truth === undefined || start === undefined || facts.kind === 'rest' || held[serial] !== undefined) return [];
    const ends = Math.ceil(facts.total / step);
    return [{ start, ends, length: window - ends + 1, truth, minutes: facts.total }];
  });
  if (tasks.reduce((sum, { minutes }) => sum + minutes, 0) <= most) return;
  const amounts = tasks.map(({ truth, minutes }): IntVar | number => {
    if (truth === true) return minutes;
    const amount = model.int([[0, minutes]]);
    model.equal(
      [
        [1, amount],
        [-minutes, model.numberOf(truth)],
      ],
      0,
    );
    return amount;
  });
  // Counted from the end of each: all are moved by as much as they last.
  const ends = tasks.map(({ start, ends: length }) => {
    const end = model.int([[0, Math.ceil((problem.horizon[1] - whole.from) / step) + length]]);
    model.equal(
      [
        [1, end],
        [-1, start],
      ],
      length,
    );
    return end;
  });
  model.cumulativeVars(
    ends,
    tasks.map(({ length }) => length),
    amounts,
    most,
  );
}

/** A party exercises a task so often, whatever the light and the company. */
function addRequirements(whole: Whole, members: Members): void {
  const { model, problem, held } = whole;
  for (const { party, task, times, phase, price } of problem.requirements) {
    if (price !== null) continue;
    let least = times;
    const terms: Term[] = [];
    for (const [serial, facts] of problem.serials.entries()) {
      if (facts.team === null || !facts.tasks.has(task) || (phase !== undefined && facts.phase !== phase)) continue;
      const truth = hasParty(whole, members[serial] ?? new Map(), party);
      const isHeld = held[serial];
      if (truth === null) continue;
      if (truth === true && isHeld === undefined) least--;
      else if (truth === true) terms.push([-1, model.numberOf(isHeld as BoolVar)]);
      else {
        if (isHeld !== undefined) model.clause([isHeld], [truth]);
        terms.push([-1, model.numberOf(truth)]);
      }
    }
    if (least > 0) model.atMost(terms, -least);
  }
}
