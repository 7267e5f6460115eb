// The small solver behind proofs that no plan exists: clauses, sums and differences over yes-or-no choices and times, with conflicts learnt
// as clauses. Deterministic, without chance or clock.
import { Clauses } from './clauses.ts';
import { assumptionsAgainst, lessonOf, topLevel } from './conflicts.ts';
import { conflictsUntil } from './restarts.ts';
import { Sums } from './sums.ts';
import { Times, type TimeVar } from './times.ts';
import { type Literal, not, Trail, unset } from './trail.ts';

export type Answer =
  | { readonly kind: 'open' }
  | { readonly kind: 'gaveUp' }
  /** None of the ways to make the assumptions true is left; `core` are those of them that were needed. */
  | { readonly kind: 'impossible'; readonly core: readonly Literal[] };

export class Solver {
  private readonly trail = new Trail();
  private readonly clauses = new Clauses(this.trail);
  private readonly sums = new Sums(this.trail);
  private readonly times = new Times(this.trail);
  private isLost = false;
  private conflicts = 0;

  /** Literals set so far, for budgets that do not depend on the machine. */
  get work(): number {
    return this.trail.work;
  }

  /** A new choice; the answer is its positive literal. */
  choice(isLikely = false): Literal {
    this.clauses.addChoice();
    return this.trail.choice(-1, isLikely) * 2;
  }

  /** A new time; it has at least one value. */
  time(values: ArrayLike<number>): TimeVar {
    return this.times.add(values, (owner) => {
      this.clauses.addChoice();
      this.trail.choice(owner);
    });
  }

  /** "The time has the value at this place or a later one": `true` where that is certain, `false` where it cannot be. */
  atLeast(time: TimeVar, at: number): Literal | boolean {
    return this.times.atLeast(time, at);
  }

  lowest(time: TimeVar): number {
    return this.times.lowest(time);
  }

  isTrue(literal: Literal): boolean {
    return this.trail.value[literal] === 1;
  }

  /** At least one of the literals holds. */
  clause(literals: readonly (Literal | boolean)[]): void {
    const kept: number[] = [];
    for (const literal of literals) {
      if (literal === true) return;
      if (literal === false || kept.includes(literal)) continue;
      if (kept.includes(not(literal))) return;
      kept.push(literal);
    }
    this.attach(kept);
  }

  /** The weights of those that hold add up to at most so much. */
  atMost(literals: readonly Literal[], weights: readonly number[], most: number): void {
    this.backTo(0);
    if (most < 0 || this.sums.add(literals, weights, most) !== undefined) this.isLost = true;
  }

  /** Where the guard holds, the second time is at least so much after the first. */
  difference(guard: Literal, from: TimeVar, to: TimeVar, least: number): void {
    this.times.addDifference(guard, from, to, least);
  }

  /**
   * Looks for a way to make all assumptions true. `more` is asked whenever everything is decided: what it adds is heeded, and when it adds
   * nothing the answer is that a way is open. Gives up after so many conflicts or so much work.
   */
  solve(assumptions: readonly Literal[], most: { readonly conflicts: number; readonly work: number }, more: () => boolean): Answer {
    this.backTo(0);
    const { trail } = this;
    const [lastConflict, lastWork] = [this.conflicts + most.conflicts, trail.work + most.work];
    let [restart, since] = [1, 0];
    while (!this.isLost) {
      const conflict = this.propagate();
      if (conflict !== undefined) {
        this.conflicts++;
        since++;
        if (trail.limits.length === 0) break;
        if (!this.learn(conflict)) break;
        continue;
      }
      if (this.conflicts > lastConflict || trail.work > lastWork) {
        this.backTo(0);
        return { kind: 'gaveUp' };
      }
      if (since >= conflictsUntil(restart)) {
        [restart, since] = [restart + 1, 0];
        this.backTo(Math.min(trail.limits.length, assumptions.length));
      }
      const next = this.next(assumptions);
      if (typeof next !== 'number') {
        const { failed } = next;
        if (failed !== undefined) {
          const core = assumptionsAgainst(trail, failed);
          this.backTo(0);
          return { kind: 'impossible', core };
        }
        if (!more()) {
          this.backTo(0);
          return { kind: 'open' };
        }
        continue;
      }
      trail.decide(next);
    }
    this.isLost = true;
    return { kind: 'impossible', core: [] };
  }

  private next(assumptions: readonly Literal[]): Literal | { readonly failed: Literal | undefined } {
    const { value, limits, literals } = this.trail;
    while (limits.length < assumptions.length) {
      const wanted = assumptions[limits.length] ?? 0;
      if (value[wanted] === -1) return { failed: wanted };
      if (value[wanted] === unset) return wanted;
      limits.push(literals.length);
    }
    return this.trail.nextChoice() ?? this.times.nextChoice() ?? { failed: undefined };
  }

  private attach(literals: number[]): void {
    const level = this.clauses.levelFor(literals);
    if (level === undefined) {
      this.isLost = true;
      return;
    }
    this.backTo(level);
    this.clauses.add(literals);
  }

  private backTo(level: number): void {
    const { trail } = this;
    if (trail.limits.length <= level) return;
    const until = trail.limits[level] ?? 0;
    for (let at = trail.literals.length - 1; at >= until; at--) {
      const literal = trail.literals[at] ?? 0;
      if (at < trail.head) this.sums.takeBack(literal);
      this.times.takeBack(literal);
      trail.release(literal);
    }
    trail.cutTo(level);
  }

  /** All that follows from what was set; a conflict, where it comes to one. */
  private propagate(): readonly number[] | undefined {
    const { trail, sums, times, clauses } = this;
    for (;;) {
      while (trail.head < trail.literals.length) {
        const literal = trail.literals[trail.head++] ?? 0;
        const conflict = sums.heed(literal) ?? times.heed(literal) ?? clauses.heed(literal);
        if (conflict !== undefined) return conflict;
        times.unguard(literal);
      }
      const spread = times.spreadNext();
      if (spread === 'done') return undefined;
      if (spread !== undefined) return spread;
    }
  }

  /** Learns why the conflict came about and goes back to where that could have been known; false where it can never be mended. */
  private learn(conflict: readonly number[]): boolean {
    const top = topLevel(this.trail, conflict);
    if (top === 0) return false;
    this.backTo(top);
    const lesson = lessonOf(this.trail, conflict);
    this.backTo(topLevel(this.trail, lesson.slice(1)));
    this.attach(lesson);
    return !this.isLost;
  }
}
