// Teams in the whole problem, as their serials ask for them: size, people, demands, parties, groups, and units of other teams.
import type { BoolVar, Term } from './flatzinc.ts';
import { truthsOf, type Whole, whereHeld } from './whole.ts';
import type { Members } from './whole-qualified.ts';

/** By unit that may be in it: the truth that it is; `true` where it must be. */
export function teamOf({ model, problem, minutes }: Whole, serial: number): ReadonlyMap<number, BoolVar | true> {
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

/** The team as its serial asks for it. */
export function addTeam(whole: Whole, members: Members, serial: number): void {
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
  const wanted = distinct.reduce((sum, { count }) => sum + count, 0);
  for (const { count, eligible, distinct: isAlone } of distinct.length === 0 ? [] : team.demands) {
    const fits = (unit: number) => (eligible[unit] === 1 || distinct.some((one) => one.eligible[unit] === 1) ? 1 : 0);
    if (!isAlone) atLeast(whole, serial, own, fits, wanted + count);
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
  const part = team.unitsOf === null ? undefined : members[team.unitsOf.serial];
  if (team.unitsOf !== null && part !== undefined) addUnitsOf(whole, serial, team.unitsOf, own, part);
}

/** At least so many units of another serial's team. */
function addUnitsOf(
  whole: Whole,
  serial: number,
  { serial: other, least }: { readonly serial: number; readonly least: number },
  own: ReadonlyMap<number, BoolVar | true>,
  theirs: ReadonlyMap<number, BoolVar | true>,
): void {
  const { model } = whole;
  const terms = [...own].flatMap(([unit, truth]): Term[] => {
    const their = theirs.get(unit);
    if (their === undefined) return [];
    const both = model.bool();
    for (const one of truthsOf(truth, their)) model.clause([one], [both]);
    return [[-1, model.numberOf(both)]];
  });
  const where = whereHeld(whole, serial, other);
  if (where.length === 0) {
    model.atMost(terms, -least);
    return;
  }
  const isSo = model.bool();
  model.clause([isSo], where);
  model.atMost(terms, -least, isSo);
}

/** Whether a party has a unit in it: surely, never (null), or a truth that is false where it has none. */
export function hasParty({ model, problem }: Whole, members: ReadonlyMap<number, BoolVar | true>, party: number): BoolVar | true | null {
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
