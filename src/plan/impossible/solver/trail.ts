// What has been decided and what followed from it, in order, with the reason of each: what every other part of the solver reads and writes.
import { Liveliness } from './liveliness.ts';

/** A choice or its opposite: twice the number of the choice, plus one where it is negated. */
export type Literal = number;
export const not = (literal: Literal): Literal => literal ^ 1;

export const unset = 0;

export class Trail {
  /** By literal: 1 where it is true, -1 where it is false. */
  value = new Int8Array(1024);
  /** By choice: how many decisions had been made when it was set. */
  level = new Int32Array(512);
  /** By choice: the time it belongs to, -1 where it is no time's. */
  owner = new Int32Array(512);
  private position = new Int32Array(512);
  private chain = new Int32Array(512);
  private phase = new Int8Array(512);
  /** By choice: marked while a conflict is read; nothing stays marked. */
  seen = new Uint8Array(512);
  private readonly reason: (readonly number[] | undefined)[] = [];
  private readonly order = new Liveliness();
  readonly literals: Literal[] = [];
  /** Where in the trail each decision was made. */
  readonly limits: number[] = [];
  /** What lies before it has been heeded. */
  head = 0;
  count = 0;
  /** Literals set, for budgets that do not depend on the machine. */
  work = 0;

  /** A new choice, of a time or by itself. Only those by themselves are decided unless they have part in a conflict. */
  choice(owner: number, isLikely = false): number {
    const made = this.count++;
    if (made >= this.level.length) this.grow();
    this.owner[made] = owner;
    this.chain[made] = -1;
    this.phase[made] = isLikely ? 1 : 0;
    if (owner < 0) this.order.push(made);
    return made;
  }

  /** Makes a literal true: for a reason (itself and what it follows from, negated), or as `chain` alone asks it; a decision has neither. */
  set(literal: Literal, reason: readonly number[] | undefined, chain: Literal): void {
    const made = literal >> 1;
    this.work++;
    this.value[literal] = 1;
    this.value[literal ^ 1] = -1;
    this.level[made] = this.limits.length;
    this.position[made] = this.literals.length;
    this.reason[made] = reason;
    this.chain[made] = chain;
    this.literals.push(literal);
  }

  decide(literal: Literal): void {
    this.limits.push(this.literals.length);
    this.set(literal, undefined, -1);
  }

  /** The open choice that had most to do with late conflicts, as it was last; undefined where none is open. */
  nextChoice(): Literal | undefined {
    for (let made = this.order.pop(); made >= 0; made = this.order.pop()) {
      if (this.value[made * 2] === unset) return made * 2 + (this.phase[made] === 1 ? 0 : 1);
    }
    return undefined;
  }

  /** Had a part in a conflict. */
  raise(made: number): void {
    this.order.raise(made);
  }

  /** What comes later counts more. */
  age(): void {
    this.order.age();
  }

  isHeeded(literal: Literal): boolean {
    return this.value[literal] === 1 && (this.position[literal >> 1] ?? 0) < this.head;
  }

  hasReason(made: number): boolean {
    return this.reason[made] !== undefined || (this.chain[made] ?? -1) >= 0;
  }

  reasonOf(literal: Literal): readonly number[] {
    const made = literal >> 1;
    const chain = this.chain[made] ?? -1;
    return chain >= 0 ? [literal, not(chain)] : (this.reason[made] ?? []);
  }

  /** Takes one literal back; the trail itself is cut by `cutTo`. */
  release(literal: Literal): void {
    const made = literal >> 1;
    if ((this.owner[made] ?? -1) < 0 || this.order.isLively(made)) this.order.push(made);
    this.phase[made] = (literal & 1) === 0 ? 1 : 0;
    this.value[literal] = 0;
    this.value[literal ^ 1] = 0;
    this.reason[made] = undefined;
  }

  cutTo(level: number): void {
    const until = this.limits[level] ?? 0;
    this.literals.length = until;
    this.limits.length = level;
    this.head = Math.min(this.head, until);
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
