// Sums: the weights of those literals that hold add up to at most so much.
import { type Literal, not, type Trail } from './trail.ts';

type Sum = {
  readonly literals: readonly Literal[];
  readonly weights: readonly number[];
  readonly most: number;
  readonly heaviest: number;
  used: number;
};

export class Sums {
  private readonly trail: Trail;
  private readonly sums: Sum[] = [];
  /** By literal: the sums it is in, each with its weight there. */
  private readonly sumsOf: (number[] | undefined)[] = [];

  constructor(trail: Trail) {
    this.trail = trail;
  }

  /** Adds a sum, counts what was settled before, and heeds it; what it conflicts with, where it does. */
  add(literals: readonly Literal[], weights: readonly number[], most: number): readonly number[] | undefined {
    const index = this.sums.length;
    const sum: Sum = { literals, weights, most, heaviest: weights.reduce((a, b) => Math.max(a, b), 0), used: 0 };
    this.sums.push(sum);
    for (const [at, literal] of literals.entries()) {
      const list = this.sumsOf[literal] ?? [];
      this.sumsOf[literal] = list;
      list.push(index, weights[at] ?? 0);
    }
    for (const [at, literal] of literals.entries()) if (this.trail.isHeeded(literal)) sum.used += weights[at] ?? 0;
    return this.spend(sum);
  }

  /** What follows from a literal having become true. Every sum is counted before any is judged: what was counted is taken back as a whole. */
  heed(literal: Literal): readonly number[] | undefined {
    const list = this.sumsOf[literal];
    if (list === undefined) return undefined;
    for (let at = 0; at < list.length; at += 2) {
      const sum = this.sums[list[at] ?? 0];
      if (sum !== undefined) sum.used += list[at + 1] ?? 0;
    }
    for (let at = 0; at < list.length; at += 2) {
      const sum = this.sums[list[at] ?? 0];
      const conflict = sum === undefined ? undefined : this.spend(sum);
      if (conflict !== undefined) return conflict;
    }
    return undefined;
  }

  /** A literal that was heeded holds no more. */
  takeBack(literal: Literal): void {
    const list = this.sumsOf[literal];
    if (list === undefined) return;
    for (let at = 0; at < list.length; at += 2) {
      const sum = this.sums[list[at] ?? 0];
      if (sum !== undefined) sum.used -= list[at + 1] ?? 0;
    }
  }

  private spend(sum: Sum): readonly number[] | undefined {
    const { trail } = this;
    const left = sum.most - sum.used;
    const spent = () => sum.literals.filter((literal) => trail.isHeeded(literal)).map(not);
    if (left < 0) return spent();
    if (sum.heaviest <= left) return undefined;
    let why: readonly number[] | undefined;
    for (const [at, literal] of sum.literals.entries()) {
      if ((sum.weights[at] ?? 0) <= left || trail.value[literal] === -1 || trail.isHeeded(literal)) continue;
      why ??= spent();
      if (trail.value[literal] === 1) return [...why, not(literal)];
      trail.set(not(literal), [not(literal), ...why], -1);
    }
    return undefined;
  }
}
