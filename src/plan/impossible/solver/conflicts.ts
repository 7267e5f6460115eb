// What a conflict teaches: the clause that would have foreseen it, and which assumptions one that cannot be made true rests on.
import { type Literal, not, type Trail } from './trail.ts';

/** The highest level at which something in a conflict was set. */
export function topLevel({ level }: Trail, conflict: readonly number[]): number {
  return conflict.reduce((most, literal) => Math.max(most, level[literal >> 1] ?? 0), 0);
}

/** The clause to learn from a conflict at the level of the last decision; its first literal alone was set at that level. */
export function lessonOf(trail: Trail, conflict: readonly number[]): number[] {
  const { seen, level, literals } = trail;
  const top = trail.limits.length;
  const learnt: number[] = [];
  const touched: number[] = [];
  let open = 0;
  let at = literals.length - 1;
  let why: readonly number[] = conflict;
  let pivot = -1;
  for (;;) {
    for (const literal of why) {
      const made = literal >> 1;
      if (literal === pivot || seen[made] === 1 || level[made] === 0) continue;
      seen[made] = 1;
      touched.push(made);
      trail.raise(made);
      if (level[made] === top) open++;
      else learnt.push(literal);
    }
    while (seen[(literals[at] ?? 0) >> 1] !== 1) at--;
    pivot = literals[at] ?? 0;
    at--;
    open--;
    if (open === 0) break;
    why = trail.reasonOf(pivot);
  }
  trail.age();
  const isNeedless = (literal: Literal): boolean =>
    trail.hasReason(literal >> 1) &&
    trail.reasonOf(not(literal)).every((other) => other === not(literal) || seen[other >> 1] === 1 || level[other >> 1] === 0);
  const lesson = [not(pivot), ...learnt.filter((literal) => !isNeedless(literal))];
  for (const made of touched) seen[made] = 0;
  return lesson;
}

/** The assumptions that made one of them false, itself among them. */
export function assumptionsAgainst(trail: Trail, failed: Literal): readonly Literal[] {
  const core = [failed];
  const open = [not(failed)];
  const seen = new Set<number>([failed >> 1]);
  for (let literal = open.pop(); literal !== undefined; literal = open.pop()) {
    if ((trail.level[literal >> 1] ?? 0) === 0) continue;
    const why = trail.reasonOf(literal);
    if (why.length === 0) {
      core.push(literal);
      continue;
    }
    for (const other of why) {
      if (other === literal || seen.has(other >> 1)) continue;
      seen.add(other >> 1);
      open.push(not(other));
    }
  }
  return core;
}
