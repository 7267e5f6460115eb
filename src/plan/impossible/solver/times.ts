// Times, and least differences between them. A time is order-encoded: a choice for each value but the first, "at this value or later".
import { type Literal, not, type Trail, unset } from './trail.ts';

/** A time that is looked for: its possible values, in order. */
export type TimeVar = { readonly index: number; readonly values: ArrayLike<number> };

type Time = { readonly base: number; readonly values: ArrayLike<number>; low: number; high: number };
type Difference = { readonly guard: Literal; readonly from: number; readonly to: number; readonly least: number };

export class Times {
  private readonly trail: Trail;
  private readonly times: Time[] = [];
  private readonly differences: Difference[] = [];
  private readonly differencesOfTime: number[][] = [];
  private readonly differencesOfGuard = new Map<Literal, number[]>();
  /** Differences whose guard or times have changed. */
  private readonly dirty: number[] = [];

  constructor(trail: Trail) {
    this.trail = trail;
  }

  /** A new time with one choice for each value but the first, made by `addChoice`. */
  add(values: ArrayLike<number>, addChoice: (owner: number) => void): TimeVar {
    const index = this.times.length;
    const base = this.trail.count;
    for (let at = 1; at < values.length; at++) addChoice(index);
    this.times.push({ base, values, low: 0, high: values.length - 1 });
    this.differencesOfTime.push([]);
    return { index, values };
  }

  atLeast({ index }: TimeVar, at: number): Literal | boolean {
    const time = this.times[index];
    if (time === undefined || at <= 0) return true;
    return at >= time.values.length ? false : (time.base + at - 1) * 2;
  }

  lowest({ index }: TimeVar): number {
    const time = this.times[index];
    return time?.values[time.low] ?? 0;
  }

  /** That the earliest time that is still open begins as early as it can; undefined where none is open. */
  nextChoice(): Literal | undefined {
    let best: Time | undefined;
    for (const time of this.times) {
      if (time.low < time.high && (best === undefined || (time.values[time.low] ?? 0) < (best.values[best.low] ?? 0))) best = time;
    }
    return best === undefined ? undefined : (best.base + best.low) * 2 + 1;
  }

  addDifference(guard: Literal, from: TimeVar, to: TimeVar, least: number): void {
    const index = this.differences.length;
    this.differences.push({ guard, from: from.index, to: to.index, least });
    this.differencesOfTime[from.index]?.push(index);
    this.differencesOfTime[to.index]?.push(index);
    const list = this.differencesOfGuard.get(guard) ?? [];
    this.differencesOfGuard.set(guard, list);
    list.push(index);
    this.dirty.push(index);
  }

  /** The differences that a literal guards are looked at again. */
  unguard(literal: Literal): void {
    const guarded = this.differencesOfGuard.get(literal);
    if (guarded !== undefined) this.dirty.push(...guarded);
  }

  /** Looks at the differences that have changed until a literal follows from one or it conflicts. */
  spreadNext(): readonly number[] | undefined | 'done' {
    const index = this.dirty.pop();
    return index === undefined ? 'done' : this.spread(index);
  }

  /** At this value or later is at every earlier one or later, too. */
  heed(literal: Literal): readonly number[] | undefined {
    const { trail } = this;
    const made = literal >> 1;
    const owner = trail.owner[made] ?? -1;
    const time = owner < 0 ? undefined : this.times[owner];
    if (time === undefined) return undefined;
    const place = made - time.base + 1;
    const isLower = (literal & 1) === 0;
    if (isLower) {
      for (let at = place - 1; at > time.low; at--) {
        const implied = (time.base + at - 1) * 2;
        if (trail.value[implied] === -1) return [implied, not(literal)];
        if (trail.value[implied] === unset) trail.set(implied, undefined, literal);
      }
      if (place <= time.low) return undefined;
      time.low = place;
    } else {
      for (let at = place + 1; at <= time.high; at++) {
        const implied = (time.base + at - 1) * 2 + 1;
        if (trail.value[implied] === -1) return [implied, not(literal)];
        if (trail.value[implied] === unset) trail.set(implied, undefined, literal);
      }
      if (place > time.high) return undefined;
      time.high = place - 1;
    }
    for (const index of this.differencesOfTime[owner] ?? []) {
      const one = this.differences[index];
      if (one !== undefined && trail.value[one.guard] !== -1) this.dirty.push(index);
    }
    return undefined;
  }

  /** The trail is taken back in its order, so that the bounds before are those of the literals that stay. */
  takeBack(literal: Literal): void {
    const made = literal >> 1;
    const owner = this.trail.owner[made] ?? -1;
    const time = owner < 0 ? undefined : this.times[owner];
    if (time === undefined) return;
    const place = made - time.base + 1;
    if ((literal & 1) === 0) time.low = Math.min(time.low, place - 1);
    else time.high = Math.max(time.high, place);
  }

  private spread(index: number): readonly number[] | undefined {
    const { trail } = this;
    const { value } = trail;
    const one = this.differences[index];
    const from = one === undefined ? undefined : this.times[one.from];
    const to = one === undefined ? undefined : this.times[one.to];
    if (one === undefined || from === undefined || to === undefined || value[one.guard] === -1) return undefined;
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
      if (value[guard] === 1) return why;
      trail.set(not(guard), why, -1);
      return undefined;
    }
    if (value[guard] !== 1) return undefined;
    if ((to.values[to.low] ?? 0) < earliest) {
      const literal = (to.base + firstAtLeast(to.values, earliest, to.low) - 1) * 2;
      const why = [literal, not(guard), ...(lowLiteral === undefined ? [] : [not(lowLiteral)])];
      if (value[literal] === -1) return why;
      if (value[literal] === unset) trail.set(literal, why, -1);
    }
    const latest = (to.values[to.high] ?? 0) - least;
    if ((from.values[from.high] ?? 0) > latest) {
      const literal = (from.base + firstAtLeast(from.values, latest + 1, from.low) - 1) * 2 + 1;
      const why = [literal, not(guard), ...(highLiteral === undefined ? [] : [not(highLiteral)])];
      if (value[literal] === -1) return why;
      if (value[literal] === unset) trail.set(literal, why, -1);
    }
    return undefined;
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
