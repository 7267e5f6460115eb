// What ties serials to each other in the whole problem, as far as the document alone says it: order, lags, same time, exclusions.
import { type Whole, whereHeld } from './whole.ts';
import { addDays } from './whole-days.ts';

export function addOrders(whole: Whole): void {
  const { problem } = whole;
  for (const [second, { after }] of problem.serials.entries())
    for (const first of after) atLeast(whole, first, second, problem.serials[first]?.total ?? 0);
  addLags(whole);
  for (const { between, and, price } of problem.exclusions) {
    if (price !== null || !between.isOfTheDocument || !and.isOfTheDocument) continue;
    for (const one of problem.serials.keys())
      for (const other of problem.serials.keys())
        if (one < other && ((between.couldMatch(one) && and.couldMatch(other)) || (between.couldMatch(other) && and.couldMatch(one))))
          apart(whole, one, other);
  }
}

/** Between starts, in minutes. */
function atLeast(whole: Whole, first: number, second: number, minutes: number): void {
  const { model, starts, up } = whole;
  const [one, other] = [starts[first], starts[second]];
  if (one === undefined || other === undefined) return;
  const where = whereHeld(whole, first, second);
  const terms = [
    [1, one],
    [-1, other],
  ] as const;
  if (where.length < 2) model.atMost(terms, -up(minutes), where[0]);
  else {
    const isSo = model.bool();
    model.atMost(terms, -up(minutes), isSo);
    model.clause([isSo], where);
  }
}

function addLags(whole: Whole): void {
  const { problem } = whole;
  const { serials, lags } = problem;
  for (const lag of lags) {
    const { first, second, relation, least, most, fromEnd, toStart, sameUnitsOnly, price } = lag;
    if (price !== null || sameUnitsOnly || !first.isOfTheDocument || !second.isOfTheDocument) continue;
    for (const [one, before] of serials.entries()) {
      if (!first.couldMatch(one)) continue;
      for (const [other, after] of serials.entries()) {
        if (one === other || !second.couldMatch(other) || (first.couldMatch(other) && second.couldMatch(one))) continue;
        if (relation === 'lag') {
          const shift = (fromEnd ? before.total : 0) - (toStart ? 0 : after.total);
          atLeast(whole, one, other, least + shift);
          if (Number.isFinite(most)) atLeast(whole, other, one, -(most + shift));
        } else if (relation === 'together') {
          atLeast(whole, one, other, before.toRun - after.toRun);
          atLeast(whole, other, one, after.toRun - before.toRun);
        } else addDays(whole, one, other, relation, []);
      }
    }
  }
}

/** One ends before the other starts. */
function apart(whole: Whole, one: number, other: number): void {
  const { model, problem, starts, up } = whole;
  const [first, second] = [starts[one], starts[other]];
  if (first === undefined || second === undefined) return;
  const [isFirst, isSecond] = [model.bool(), model.bool()];
  model.atMost(
    [
      [1, first],
      [-1, second],
    ],
    -up(problem.serials[one]?.total ?? 0),
    isFirst,
  );
  model.atMost(
    [
      [1, second],
      [-1, first],
    ],
    -up(problem.serials[other]?.total ?? 0),
    isSecond,
  );
  model.clause([isFirst, isSecond], whereHeld(whole, one, other));
}
