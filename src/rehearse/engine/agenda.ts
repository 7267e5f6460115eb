/** The agenda of virtual time: what happens next, at the same instant in the order in which it was put down. */

/** A thing to do; it gets the instant at which it is done. */
export type Action = (now: number) => void;

/**
 * A binary heap of times and actions. Times are whole microseconds. Equal times keep their order of entry, so a run is the same on every machine.
 * Three parallel arrays instead of an object an entry: a dry run of a fortnight puts down tens of thousands.
 */
export class Agenda {
  #times = new Float64Array(1024);
  #orders = new Float64Array(1024);
  readonly #actions: Action[] = [];
  #length = 0;
  #entered = 0;
  #now = Number.NEGATIVE_INFINITY;

  get now(): number {
    return this.#now;
  }

  get length(): number {
    return this.#length;
  }

  /** When the next thing happens; Infinity when nothing does. */
  get nextAt(): number {
    return this.#length === 0 ? Number.POSITIVE_INFINITY : (this.#times[0] ?? Number.POSITIVE_INFINITY);
  }

  /** Puts down an action; a time already past means now. */
  at(time: number, action: Action): void {
    if (this.#length === this.#times.length) this.#grow();
    this.#place(this.#length++, Math.max(time, this.#now), this.#entered++, action);
  }

  /** Does the next thing; false when there is none. */
  step(): boolean {
    const action = this.#actions[0];
    if (this.#length === 0 || action === undefined) return false;
    const time = this.#times[0] ?? 0;
    this.#now = time;
    this.#removeFirst();
    action(time);
    return true;
  }

  /** Does everything up to and including an instant. */
  runUntil(time: number): void {
    while (this.#length > 0 && this.nextAt <= time) this.step();
    this.#now = Math.max(this.#now, time);
  }

  #place(from: number, time: number, order: number, action: Action): void {
    const [times, orders, actions] = [this.#times, this.#orders, this.#actions];
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = times[parent] ?? 0;
      // What is put down later comes later at the same time, so that only an earlier time rises.
      if (above <= time) break;
      times[at] = above;
      orders[at] = orders[parent] ?? 0;
      actions[at] = actions[parent] as Action;
      at = parent;
    }
    times[at] = time;
    orders[at] = order;
    actions[at] = action;
  }

  #removeFirst(): void {
    const [times, orders, actions] = [this.#times, this.#orders, this.#actions];
    const last = --this.#length;
    const time = times[last] ?? 0;
    const order = orders[last] ?? 0;
    const action = actions.pop();
    if (last === 0 || action === undefined) return;
    let at = 0;
    for (let child = 1; child < last; child = 2 * at + 1) {
      let below = times[child] ?? 0;
      const other = times[child + 1] ?? 0;
      if (child + 1 < last && (other < below || (other === below && (orders[child + 1] ?? 0) < (orders[child] ?? 0)))) {
        child++;
        below = other;
      }
      if (time < below || (time === below && order < (orders[child] ?? 0))) break;
      times[at] = below;
      orders[at] = orders[child] ?? 0;
      actions[at] = actions[child] as Action;
      at = child;
    }
    times[at] = time;
    orders[at] = order;
    actions[at] = action;
  }

  #grow(): void {
    const [times, orders] = [this.#times, this.#orders];
    this.#times = new Float64Array(times.length * 2);
    this.#orders = new Float64Array(times.length * 2);
    this.#times.set(times);
    this.#orders.set(orders);
  }
}
