// The small solver behind proofs that no plan exists: clauses, sums and differences over yes-or-no choices and times, with conflicts learnt
// as clauses. Deterministic, without chance or clock. Times are order-encoded: a choice for "at this value or later".

import { Liveliness } from './liveliness.ts';

/** A choice or its opposite: twice the number of the choice, plus one where it is negated. */
export type Literal = number;
export const not = (literal: Literal): Literal => literal ^ 1;

/** A time that is looked for: its possible values, in order. */
export type TimeVar = { readonly index: number; readonly values: ArrayLike<number> };

export type Answer =
  | { readonly kind: 'open' }
  | { readonly kind: 'gaveUp' }
  /** None of the ways to make the assumptions true is left; `core` are those of them that were needed. */
  | { readonly kind: 'impossible'; readonly core: readonly Literal[] };

type Sum = {
  readonly literals: readonly Literal[];
  readonly weights: readonly number[];
  readonly most: number;
  readonly heaviest: number;
  used: number;
};
type Difference = { readonly guard: Literal; readonly from: number; readonly to: number; readonly least: number };
type Time = { readonly base: number; readonly values: ArrayLike<number>; low: number; high: number };

const unset = 0;

export class Solver {
  private readonly clauses: number[][] = [];
  private readonly watches: number[][] = [];
  /** By literal: 1 where it is true, -1 where it is false. */
  private value = new Int8Array(1024);
  private level = new Int32Array(512);
  private position = new Int32Array(512);
  private chain = new Int32Array(512);
  private owner = new Int32Array(512);
  private phase = new Int8Array(512);
  private seen = new Uint8Array(512);
  private readonly reason: (readonly number[] | undefined)[] = [];
  private readonly order = new Liveliness();
  private readonly trail: Literal[] = [];
  private readonly limits: number[] = [];
  private readonly times: Time[] = [];
  private readonly sums: Sum[] = [];
  private readonly sumsOf: (number[] | undefined)[] = [];
  private readonly differences: Difference[] = [];
  private readonly differencesOfTime: number[][] = [];
  private readonly differencesOfGuard = new Map<Literal, number[]>();
  private readonly dirty: number[] = [];
  private head = 0;
  private isLost = false;
  private count = 0;
  conflicts = 0;
  /** Literals set, for budgets that do not depend on the machine. */
  work = 0;

  /** A new choice; the answer is its positive literal. */
  choice(isLikely = false): Literal {
    const made = this.count++;
    if (made >= this.level.length) this.grow();
    this.owner[made] = -1;
    this.chain[made] = -1;
    this.phase[made] = isLikely ? 1 : 0;
    this.watches.push([], []);
    this.order.push(made);
    return made * 2;
  }

  /** A new time; it has at least one value. */
  time(values: ArrayLike<number>): TimeVar {
    const index = this.times.length;
    const base = this.count;
    for (let at = 1; at < values.length; at++) {
      const made = this.count++;
      if (made >= this.level.length) this.grow();
      this.owner[made] = index;
      this.chain[made] = -1;
      this.watches.push([], []);
    }
    this.times.push({ base, values, low: 0, high: values.length - 1 });
    this.differencesOfTime.push([]);
    return { index, values };
  }

  /** "The time has the value at this place or a later one": undefined where that is certain, `false` where it cannot be. */
  atLeast({ index }: TimeVar, at: number): Literal | boolean {
    const time = this.times[index];
    if (time === undefined || at <= 0) return true;
    return at >= time.values.length ? false : (time.base + at - 1) * 2;
  }

  lowest({ index }: TimeVar): number {
    const time = this.times[index];
    return time?.values[time.low] ?? 0;
  }

  isTrue(literal: Literal): boolean {
    return this.value[literal] === 1;
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
    if (most < 0) {
      this.isLost = true;
      return;
    }
    const index = this.sums.length;
    const sum: Sum = { literals, weights, most, heaviest: weights.reduce((a, b) => Math.max(a, b), 0), used: 0 };
    this.sums.push(sum);
    for (const [at, literal] of literals.entries()) {
      const list = this.sumsOf[literal] ?? [];
      this.sumsOf[literal] = list;
      list.push(index, weights[at] ?? 0);
    }
    // What was settled before is counted at once.
    for (const [at, literal] of literals.entries()) if (this.isProcessed(literal)) sum.used += weights[at] ?? 0;
    if (this.spend(index) !== undefined) this.isLost = true;
  }

  /** Where the guard holds, the second time is at least so much after the first. */
  difference(guard: Literal, from: TimeVar, to: TimeVar, least: number): void {
    const index = this.differences.length;
    this.differences.push({ guard, from: from.index, to: to.index, least });
    this.differencesOfTime[from.index]?.push(index);
    this.differencesOfTime[to.index]?.push(index);
    const list = this.differencesOfGuard.get(guard) ?? [];
    this.differencesOfGuard.set(guard, list);
    list.push(index);
    this.dirty.push(index);
  }

  /**
   * Looks for a way to make all assumptions true. `more` is asked whenever everything is decided: what it adds is heeded, and when it adds
   * nothing the answer is that a way is open. Gives up after so many conflicts or so much work.
   */
  solve(assumptions: readonly Literal[], most: { readonly conflicts: number; readonly work: number }, more: () => boolean): Answer {
    this.backTo(0);
    const [lastConflict, lastWork] = [this.conflicts + most.conflicts, this.work + most.work];
    let [restart, since] = [1, 0];
    while (!this.isLost) {
      const conflict = this.propagate();
      if (conflict !== undefined) {
        this.conflicts++;
        since++;
        if (this.limits.length === 0) break;
        if (!this.learn(conflict)) break;
        continue;
      }
      if (this.conflicts > lastConflict || this.work > lastWork) {
        this.backTo(0);
        return { kind: 'gaveUp' };
      }
      if (since >= 64 * luby(restart)) {
        [restart, since] = [restart + 1, 0];
        this.backTo(Math.min(this.limits.length, assumptions.length));
      }
      const next = this.next(assumptions);
      if (typeof next !== 'number') {
        const { failed } = next;
        if (failed !== undefined) {
          const core = this.whyFalse(failed);
          this.backTo(0);
          return { kind: 'impossible', core };
        }
        if (!more()) {
          this.backTo(0);
          return { kind: 'open' };
        }
        continue;
      }
      this.limits.push(this.trail.length);
      this.set(next, undefined, -1);
    }
    this.isLost = true;
    return { kind: 'impossible', core: [] };
  }

  private next(assumptions: readonly Literal[]): Literal | { readonly failed: Literal | undefined } {
    while (this.limits.length < assumptions.length) {
      const wanted = assumptions[this.limits.length] ?? 0;
      if (this.value[wanted] === -1) return { failed: wanted };
      if (this.value[wanted] === unset) return wanted;
      this.limits.push(this.trail.length);
    }
    for (let made = this.order.pop(); made >= 0; made = this.order.pop()) {
      if (this.value[made * 2] === unset) return made * 2 + (this.phase[made] === 1 ? 0 : 1);
    }
    // The earliest time that is still open begins as early as it can.
    let best: Time | undefined;
    for (const time of this.times) {
      if (time.low < time.high && (best === undefined || (time.values[time.low] ?? 0) < (best.values[best.low] ?? 0))) best = time;
    }
    return best === undefined ? { failed: undefined } : (best.base + best.low) * 2 + 1;
  }

  private attach(literals: number[]): void {
    if (literals.length === 0) {
      this.isLost = true;
      return;
    }
    // The two that fall last are watched; where all have fallen, so much is taken back that one is open again.
    const depth = (literal: Literal) => (this.value[literal] === -1 ? (this.level[literal >> 1] ?? 0) : Number.POSITIVE_INFINITY);
    literals.sort((a, b) => depth(b) - depth(a));
    const [first = 0, second] = literals;
    if (depth(first) !== Number.POSITIVE_INFINITY) {
      const top = depth(first);
      if (top === 0) {
        this.isLost = true;
        return;
      }
      this.backTo(second === undefined ? 0 : depth(second) === top ? top - 1 : depth(second));
    } else if (second === undefined && this.limits.length > 0) this.backTo(0);
    if (second === undefined) {
      if (this.value[first] === unset) this.set(first, literals, -1);
      return;
    }
    const index = this.clauses.length;
    this.clauses.push(literals);
    this.watches[first]?.push(index);
    this.watches[second]?.push(index);
    if (this.value[first] === unset && this.value[second] === -1) this.set(first, literals, -1);
  }

  private set(literal: Literal, reason: readonly number[] | undefined, chain: Literal): void {
    const made = literal >> 1;
    this.work++;
    this.value[literal] = 1;
    this.value[literal ^ 1] = -1;
    this.level[made] = this.limits.length;
    this.position[made] = this.trail.length;
    this.reason[made] = reason;
    this.chain[made] = chain;
    this.trail.push(literal);
  }

  private isProcessed(literal: Literal): boolean {
    return this.value[literal] === 1 && (this.position[literal >> 1] ?? 0) < this.head;
  }

  private backTo(level: number): void {
    if (this.limits.length <= level) return;
    const until = this.limits[level] ?? 0;
    for (let at = this.trail.length - 1; at >= until; at--) {
      const literal = this.trail[at] ?? 0;
      const made = literal >> 1;
      if (at < this.head) {
        const sums = this.sumsOf[literal];
        if (sums !== undefined) {
          for (let one = 0; one < sums.length; one += 2) {
            const sum = this.sums[sums[one] ?? 0];
            if (sum !== undefined) sum.used -= sums[one + 1] ?? 0;
          }
        }
      }
      const owner = this.owner[made] ?? -1;
      if (owner >= 0) {
        const time = this.times[owner];
        // The trail is taken back in its order, so that the bounds before are those of the literals that stay.
        if (time !== undefined) {
          const place = made - time.base + 1;
          if ((literal & 1) === 0) time.low = Math.min(time.low, place - 1);
          else time.high = Math.max(time.high, place);
        }
        if (this.order.isLively(made)) this.order.push(made);
      } else this.order.push(made);
      this.phase[made] = (literal & 1) === 0 ? 1 : 0;
      this.value[literal] = 0;
      this.value[literal ^ 1] = 0;
      this.reason[made] = undefined;
    }
    this.trail.length = until;
    this.limits.length = level;
    this.head = Math.min(this.head, until);
  }

  private propagate(): readonly number[] | undefined {
    for (;;) {
      while (this.head < this.trail.length) {
        const literal = this.trail[this.head++] ?? 0;
        const sums = this.sumsOf[literal];
        // Every sum is counted before any is judged: what was counted is taken back as a whole.
        if (sums !== undefined) {
          for (let at = 0; at < sums.length; at += 2) {
            const sum = this.sums[sums[at] ?? 0];
            if (sum !== undefined) sum.used += sums[at + 1] ?? 0;
          }
          for (let at = 0; at < sums.length; at += 2) {
            const conflict = this.spend(sums[at] ?? 0);
            if (conflict !== undefined) return conflict;
          }
        }
        const conflict = this.orderOf(literal) ?? this.watchersOf(literal);
        if (conflict !== undefined) return conflict;
        const guarded = this.differencesOfGuard.get(literal);
        if (guarded !== undefined) this.dirty.push(...guarded);
      }
      const index = this.dirty.pop();
      if (index === undefined) return undefined;
      const conflict = this.spread(index);
      if (conflict !== undefined) return conflict;
    }
  }

  /** At this value or later is at every earlier one or later, too. */
  private orderOf(literal: Literal): readonly number[] | undefined {
    const made = literal >> 1;
    const owner = this.owner[made] ?? -1;
    const time = owner < 0 ? undefined : this.times[owner];
    if (time === undefined) return undefined;
    const place = made - time.base + 1;
    const isLower = (literal & 1) === 0;
    if (isLower) {
      for (let at = place - 1; at > time.low; at--) {
        const implied = (time.base + at - 1) * 2;
        if (this.value[implied] === -1) return [implied, not(literal)];
        if (this.value[implied] === unset) this.set(implied, undefined, literal);
      }
      if (place <= time.low) return undefined;
      time.low = place;
    } else {
      for (let at = place + 1; at <= time.high; at++) {
        const implied = (time.base + at - 1) * 2 + 1;
        if (this.value[implied] === -1) return [implied, not(literal)];
        if (this.value[implied] === unset) this.set(implied, undefined, literal);
      }
      if (place > time.high) return undefined;
      time.high = place - 1;
    }
    for (const index of this.differencesOfTime[owner] ?? []) {
      const one = this.differences[index];
      if (one !== undefined && this.value[one.guard] !== -1) this.dirty.push(index);
    }
    return undefined;
  }

  private watchersOf(literal: Literal): readonly number[] | undefined {
    const fallen = literal ^ 1;
    const list = this.watches[fallen] ?? [];
    let kept = 0;
    for (let at = 0; at < list.length; at++) {
      const index = list[at] ?? 0;
      const clause = this.clauses[index] ?? [];
      if (clause[0] === fallen) {
        clause[0] = clause[1] ?? 0;
        clause[1] = fallen;
      }
      const first = clause[0] ?? 0;
      if (this.value[first] === 1) {
        list[kept++] = index;
        continue;
      }
      let isMoved = false;
      for (let other = 2; other < clause.length; other++) {
        const literalThere = clause[other] ?? 0;
        if (this.value[literalThere] === -1) continue;
        clause[1] = literalThere;
        clause[other] = fallen;
        this.watches[literalThere]?.push(index);
        isMoved = true;
        break;
      }
      if (isMoved) continue;
      list[kept++] = index;
      if (this.value[first] === -1) {
        for (let rest = at + 1; rest < list.length; rest++) list[kept++] = list[rest] ?? 0;
        list.length = kept;
        return clause;
      }
      this.set(first, clause, -1);
    }
    list.length = kept;
    return undefined;
  }

  private spend(index: number): readonly number[] | undefined {
    const sum = this.sums[index];
    if (sum === undefined) return undefined;
    const left = sum.most - sum.used;
    const spent = () => sum.literals.filter((literal) => this.isProcessed(literal)).map(not);
    if (left < 0) return spent();
    if (sum.heaviest <= left) return undefined;
    let why: readonly number[] | undefined;
    for (const [at, literal] of sum.literals.entries()) {
      if ((sum.weights[at] ?? 0) <= left || this.value[literal] === -1 || this.isProcessed(literal)) continue;
      why ??= spent();
      if (this.value[literal] === 1) return [...why, not(literal)];
      this.set(not(literal), [not(literal), ...why], -1);
    }
    return undefined;
  }

  private spread(index: number): readonly number[] | undefined {
    const one = this.differences[index];
    const from = one === undefined ? undefined : this.times[one.from];
    const to = one === undefined ? undefined : this.times[one.to];
    if (one === undefined || from === undefined || to === undefined || this.value[one.guard] === -1) return undefined;
    const { guard, least } = one;
    const earliest = (from.values[from.low] ?? 0) + least;
    const lowLiteral = from.low === 0 ? undefined : (from.base + from.low - 1) * 2;
    const highLiteral = to.high === to.values.length - 1 ? undefined : (to.base + to.high) * 2 + 1;
    if (earliest > (to.values[to.high] ?? 0)) {
      const why = [
        not(guard),
        ...(lowLiteral === undefined ? [] : [not(lowLiteral)]),
        ...(highLiteral === undefined ? [] : [not(highLiteral)]),
      ];
      if (this.value[guard] === 1) return why;
      this.set(not(guard), why, -1);
      return undefined;
    }
    if (this.value[guard] !== 1) return undefined;
    if ((to.values[to.low] ?? 0) < earliest) {
      const literal = (to.base + firstAtLeast(to.values, earliest, to.low) - 1) * 2;
      const why = [literal, not(guard), ...(lowLiteral === undefined ? [] : [not(lowLiteral)])];
      if (this.value[literal] === -1) return why;
      if (this.value[literal] === unset) this.set(literal, why, -1);
    }
    const latest = (to.values[to.high] ?? 0) - least;
    if ((from.values[from.high] ?? 0) > latest) {
      const literal = (from.base + firstAtLeast(from.values, latest + 1, from.low) - 1) * 2 + 1;
      const why = [literal, not(guard), ...(highLiteral === undefined ? [] : [not(highLiteral)])];
      if (this.value[literal] === -1) return why;
      if (this.value[literal] === unset) this.set(literal, why, -1);
    }
    return undefined;
  }

  private reasonOf(literal: Literal): readonly number[] {
    const made = literal >> 1;
    const chain = this.chain[made] ?? -1;
    return chain >= 0 ? [literal, not(chain)] : (this.reason[made] ?? []);
  }

  /** Learns why the conflict came about and goes back to where that could have been known; false where it can never be mended. */
  private learn(conflict: readonly number[]): boolean {
    const top = conflict.reduce((most, literal) => Math.max(most, this.level[literal >> 1] ?? 0), 0);
    if (top === 0) return false;
    this.backTo(top);
    const learnt: number[] = [];
    const touched: number[] = [];
    let open = 0;
    let at = this.trail.length - 1;
    let why: readonly number[] = conflict;
    let pivot = -1;
    for (;;) {
      for (const literal of why) {
        const made = literal >> 1;
        const level = this.level[made] ?? 0;
        if (literal === pivot || this.seen[made] === 1 || level === 0) continue;
        this.seen[made] = 1;
        touched.push(made);
        this.order.raise(made);
        if (level === top) open++;
        else learnt.push(literal);
      }
      while (this.seen[(this.trail[at] ?? 0) >> 1] !== 1) at--;
      pivot = this.trail[at] ?? 0;
      at--;
      open--;
      if (open === 0) break;
      why = this.reasonOf(pivot);
    }
    const isNeedless = (literal: Literal): boolean => {
      const made = literal >> 1;
      const hasReason = this.reason[made] !== undefined || (this.chain[made] ?? -1) >= 0;
      return (
        hasReason &&
        this.reasonOf(not(literal)).every((other) => other === not(literal) || this.seen[other >> 1] === 1 || this.level[other >> 1] === 0)
      );
    };
    const shortened = [not(pivot), ...learnt.filter((literal) => !isNeedless(literal))];
    for (const made of touched) this.seen[made] = 0;
    this.order.age();
    const back = shortened.slice(1).reduce((most, literal) => Math.max(most, this.level[literal >> 1] ?? 0), 0);
    this.backTo(back);
    this.attach(shortened);
    return !this.isLost;
  }

  /** The assumptions that made one of them false, itself among them. */
  private whyFalse(failed: Literal): readonly Literal[] {
    const core = [failed];
    const open = [not(failed)];
    const seen = new Set<number>([failed >> 1]);
    for (let literal = open.pop(); literal !== undefined; literal = open.pop()) {
      if ((this.level[literal >> 1] ?? 0) === 0) continue;
      const why = this.reasonOf(literal);
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

  private grow(): void {
    const size = this.level.length * 2;
    const wider = <A extends Int8Array | Int32Array | Uint8Array>(old: A, made: A): A => {
      made.set(old);
      return made;
    };
    this.value = wider(this.value, new Int8Array(size * 2));
    this.level = wider(this.level, new Int32Array(size));
    this.position = wider(this.position, new Int32Array(size));
    this.chain = wider(this.chain, new Int32Array(size));
    this.owner = wider(this.owner, new Int32Array(size));
    this.phase = wider(this.phase, new Int8Array(size));
    this.seen = wider(this.seen, new Uint8Array(size));
  }
}

/** The first place, from one on, whose value is at least so much; the length where none is. */
export function firstAtLeast(values: ArrayLike<number>, least: number, from = 0): number {
  let [low, high] = [from, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) >= least) high = middle;
    else low = middle + 1;
  }
  return low;
}

function luby(index: number): number {
  let [size, sequence] = [1, 0];
  while (size < index + 1) {
    sequence++;
    size = 2 * size + 1;
  }
  let left = index;
  while (size - 1 !== left) {
    size = (size - 1) >> 1;
    sequence--;
    left %= size;
  }
  return 2 ** sequence;
}
