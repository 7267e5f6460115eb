// Clauses: at least one of some literals holds. Of each two are watched, so that only those are looked at that may have come down to one.
import { type Literal, type Trail, unset } from './trail.ts';

export class Clauses {
  private readonly trail: Trail;
  private readonly clauses: number[][] = [];
  private readonly watches: number[][] = [];

  constructor(trail: Trail) {
    this.trail = trail;
  }

  /** Another choice exists. */
  addChoice(): void {
    this.watches.push([], []);
  }

  /**
   * Puts first the two literals that fall last, to be watched, and tells how far must be gone back so that one is open again; undefined where
   * none ever is.
   */
  levelFor(literals: number[]): number | undefined {
    if (literals.length === 0) return undefined;
    const { value, level, limits } = this.trail;
    const depth = (literal: Literal) => (value[literal] === -1 ? (level[literal >> 1] ?? 0) : Number.POSITIVE_INFINITY);
    literals.sort((a, b) => depth(b) - depth(a));
    const [first = 0, second] = literals;
    const top = depth(first);
    if (top === Number.POSITIVE_INFINITY) return second === undefined ? 0 : limits.length;
    if (top === 0) return undefined;
    return second === undefined ? 0 : depth(second) === top ? top - 1 : depth(second);
  }

  /** Adds a clause whose first two literals are to be watched, and heeds it. */
  add(literals: number[]): void {
    const { value } = this.trail;
    const [first = 0, second] = literals;
    if (second === undefined) {
      if (value[first] === unset) this.trail.set(first, literals, -1);
      return;
    }
    const index = this.clauses.length;
    this.clauses.push(literals);
    this.watches[first]?.push(index);
    this.watches[second]?.push(index);
    if (value[first] === unset && value[second] === -1) this.trail.set(first, literals, -1);
  }

  /** What follows from a literal having become true; the clause that cannot hold any more, where there is one. */
  heed(literal: Literal): readonly number[] | undefined {
    const { trail } = this;
    const { value } = trail;
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
      if (value[first] === 1) {
        list[kept++] = index;
        continue;
      }
      let isMoved = false;
      for (let other = 2; other < clause.length; other++) {
        const literalThere = clause[other] ?? 0;
        if (value[literalThere] === -1) continue;
        clause[1] = literalThere;
        clause[other] = fallen;
        this.watches[literalThere]?.push(index);
        isMoved = true;
        break;
      }
      if (isMoved) continue;
      list[kept++] = index;
      if (value[first] === -1) {
        for (let rest = at + 1; rest < list.length; rest++) list[kept++] = list[rest] ?? 0;
        list.length = kept;
        return clause;
      }
      trail.set(first, clause, -1);
    }
    list.length = kept;
    return undefined;
  }
}
