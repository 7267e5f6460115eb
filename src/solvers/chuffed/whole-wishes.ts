// What is wished in the whole problem, each wish with its price where it is not fulfilled: serials held, closed periods, lags and days,
// times exercised, qualifications, pairs, shorter days. What the model does not see costs nothing in it, so that its least price is never above the truth.
import type { BoolVar, IntVar, Term } from './flatzinc.ts';
import { type Whole, whereHeld } from './whole.ts';
import { addDays } from './whole-days.ts';
import { dutyWithin } from './whole-duty.ts';
import type { Members } from './whole-qualified.ts';
import { requirementTerms } from './whole-required.ts';

/** What is paid: prices times counts, and what is paid whatever happens. */
export type Paid = { readonly terms: Term[]; fixed: number };

export function addWishes(whole: Whole, teams: Members, members: Members): Paid {
  const paid: Paid = { terms: [], fixed: 0 };
  serialsHeld(whole, paid);
  closedPeriods(whole, paid);
  lagsKept(whole, paid);
  timesExercised(whole, teams, paid);
  pairsTogether(whole, teams, paid);
  qualified(whole, members, paid);
  shorterDays(whole, members, paid);
  return paid;
}

function serialsHeld({ model, problem, held }: Whole, paid: Paid): void {
  for (const [serial, { optional }] of problem.serials.entries()) {
    const truth = held[serial];
    if (optional === null || optional === 0 || truth === undefined) continue;
    paid.fixed += optional;
    paid.terms.push([-optional, model.numberOf(truth)]);
  }
}

/** A truth that something is not as wished, which costs its price. */
export function broken({ model }: Whole, paid: Paid, price: number): BoolVar {
  const truth = model.bool();
  paid.terms.push([price, model.numberOf(truth)]);
  return truth;
}

function closedPeriods(whole: Whole, paid: Paid): void {
  const { problem, at } = whole;
  for (const { price, periods, untilReset, matches } of problem.closures) {
    if (price === null || price === 0) continue;
    for (const [serial, facts] of problem.serials.entries()) {
      const places = facts.needsSite ? facts.sites : [-1];
      const lasts = facts.total + (untilReset ? facts.reset : 0);
      let truth: BoolVar | undefined;
      for (const [index, site] of places.entries()) {
        if (!matches(serial, site)) continue;
        const isClosed = (start: number) => periods.some(([from, to]) => start < to && from < start + lasts);
        if (!(facts.starts[index] ?? new Int32Array()).some(isClosed)) continue;
        truth ??= broken(whole, paid, price);
        const there = at[serial]?.[index];
        whole.unlessBetween(serial, isClosed, [truth], there === undefined ? [] : [there]);
      }
    }
  }
}

function lagsKept(whole: Whole, paid: Paid): void {
  const { model, problem, starts, up } = whole;
  for (const lag of problem.lags) {
    const { first, second, relation, least, most, fromEnd, toStart, sameUnitsOnly, price } = lag;
    if (price === null || price === 0 || sameUnitsOnly || !first.isOfTheDocument || !second.isOfTheDocument) continue;
    for (const [one, before] of problem.serials.entries()) {
      if (!first.couldMatch(one)) continue;
      for (const [other, after] of problem.serials.entries()) {
        if (one === other || !second.couldMatch(other) || (first.couldMatch(other) && second.couldMatch(one))) continue;
        const [start, later] = [starts[one], starts[other]];
        if (start === undefined || later === undefined) continue;
        const [isKept, isBroken] = [model.bool(), broken(whole, paid, price)];
        model.clause([isKept, isBroken], whereHeld(whole, one, other));
        const apart = (from: IntVar, to: IntVar, minutes: number) =>
          model.atMost(
            [
              [1, from],
              [-1, to],
            ],
            -up(minutes),
            isKept,
          );
        if (relation === 'lag') {
          const shift = (fromEnd ? before.total : 0) - (toStart ? 0 : after.total);
          apart(start, later, least + shift);
          if (Number.isFinite(most)) apart(later, start, -(most + shift));
        } else if (relation === 'together') {
          apart(start, later, before.toRun - after.toRun);
          apart(later, start, after.toRun - before.toRun);
        } else addDays(whole, one, other, relation, [isKept]);
      }
    }
  }
}

function timesExercised(whole: Whole, teams: Members, paid: Paid): void {
  const { model, problem } = whole;
  for (const requirement of problem.requirements) {
    const { price } = requirement;
    if (price === null || price === 0) continue;
    const { least, terms } = requirementTerms(whole, teams, requirement);
    if (least <= 0) continue;
    const missing = model.int([[0, least]]);
    paid.terms.push([price, missing]);
    model.atMost([...terms, [-1, missing]], -least);
  }
}

function pairsTogether(whole: Whole, teams: Members, paid: Paid): void {
  const { model, problem } = whole;
  for (const { pairs, times, price } of problem.pairDemands) {
    for (const [one, other] of pairs) {
      const terms: Term[] = [];
      let surely = 0;
      for (const [serial, team] of teams.entries()) {
        const [a, b] = [team.get(one), team.get(other)];
        if (a === undefined || b === undefined) continue;
        const [isHeld] = whereHeld(whole, serial);
        if (a === true && b === true && isHeld === undefined) {
          surely++;
          continue;
        }
        const both = model.bool();
        for (const truth of [a, b, isHeld]) if (truth !== true && truth !== undefined) model.clause([truth], [both]);
        terms.push([-1, model.numberOf(both)]);
      }
      const least = times - surely;
      if (least <= 0) continue;
      if (price === null) model.atMost(terms, -least);
      else model.atMost([...terms, [-least, model.numberOf(broken(whole, paid, price))]], -least);
    }
  }
}

/** Where more serials than this qualify a unit, it is taken to be qualified. */
const mostAsked = 6;

function qualified(whole: Whole, members: Members, paid: Paid): void {
  const { model, problem } = whole;
  for (const { before, needs, each, bodies, price } of problem.qualifications) {
    if (price === null || price === 0 || each === 'exercise' || !before.isOfTheDocument || !needs.isOfTheDocument) continue;
    for (const serial of problem.serials.keys()) {
      if (!before.couldMatch(serial) || needs.couldMatch(serial)) continue;
      for (const [unit, truth] of members[serial] ?? []) {
        if (bodies[unit] !== 1) continue;
        const open = [...problem.serials.keys()].filter(
          (one) => needs.couldMatch(one) && (members[one]?.has(unit) === true || problem.serials[one]?.attendAll === true),
        );
        if (open.length > mostAsked) continue;
        const ways = open.map((one) => {
          const isQualified = model.bool();
          const takesPart = members[one]?.get(unit) ?? true;
          if (takesPart !== true) model.clause([takesPart], [isQualified]);
          const isHeld = whole.held[one];
          if (isHeld !== undefined) model.clause([isHeld], [isQualified]);
          const [start, later] = [whole.starts[one], whole.starts[serial]];
          if (start !== undefined && later !== undefined)
            model.atMost(
              [
                [1, start],
                [-1, later],
              ],
              -whole.up(problem.serials[one]?.total ?? 0),
              isQualified,
            );
          return isQualified;
        });
        const isBroken = broken(whole, paid, price);
        model.clause([...ways, isBroken], [...(truth === true ? [] : [truth]), ...whereHeld(whole, serial)]);
      }
    }
  }
}

function shorterDays(whole: Whole, members: Members, paid: Paid): void {
  const { problem } = whole;
  for (let unit = 0; unit < problem.unitCount; unit++)
    for (const rule of problem.bodies[unit]?.duty ?? [])
      if (rule.price !== null && rule.price > 0 && rule.during === null && Number.isFinite(rule.most))
        dutyWithin(whole, members, unit, rule.most, () => broken(whole, paid, rule.price ?? 0));
}
