// Which choice the solver decides next: of those that wait the one that had most to do with late conflicts, the earliest made of equals.

export class Liveliness {
  private readonly heap: number[] = [];
  private activity = new Float64Array(512);
  private heapAt = new Int32Array(512).fill(-1);
  private bump = 1;

  isLively(made: number): boolean {
    return (this.activity[made] ?? 0) !== 0;
  }

  /** What comes later counts more. */
  age(): void {
    this.bump *= 1 / 0.95;
  }

  /** It had a part in a conflict. */
  raise(made: number): void {
    this.room(made);
    this.activity[made] = (this.activity[made] ?? 0) + this.bump;
    if ((this.activity[made] ?? 0) > 1e100) {
      for (let one = 0; one < this.activity.length; one++) this.activity[one] = (this.activity[one] ?? 0) * 1e-100;
      this.bump *= 1e-100;
    }
    const at = this.heapAt[made] ?? -1;
    if (at >= 0) this.siftUp(at);
  }

  /** Waits to be decided; once is enough. */
  push(made: number): void {
    if ((this.heapAt[made] ?? -1) >= 0) return;
    this.room(made);
    this.heapAt[made] = this.heap.length;
    this.heap.push(made);
    this.siftUp(this.heap.length - 1);
  }

  /** The liveliest that waits; -1 where none does. */
  pop(): number {
    const [first] = this.heap;
    if (first === undefined) return -1;
    this.heapAt[first] = -1;
    const last = this.heap.pop() ?? 0;
    if (this.heap.length > 0) {
      this.heap[0] = last;
      this.heapAt[last] = 0;
      this.siftDown();
    }
    return first;
  }

  private isBefore(one: number, other: number): boolean {
    const [a, b] = [this.activity[one] ?? 0, this.activity[other] ?? 0];
    return a > b || (a === b && one < other);
  }

  private siftUp(from: number): void {
    let at = from;
    const made = this.heap[at] ?? 0;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const other = this.heap[above] ?? 0;
      if (!this.isBefore(made, other)) break;
      this.heap[at] = other;
      this.heapAt[other] = at;
      at = above;
    }
    this.heap[at] = made;
    this.heapAt[made] = at;
  }

  private siftDown(): void {
    let at = 0;
    const made = this.heap[0] ?? 0;
    for (;;) {
      let below = at * 2 + 1;
      if (below >= this.heap.length) break;
      if (below + 1 < this.heap.length && this.isBefore(this.heap[below + 1] ?? 0, this.heap[below] ?? 0)) below++;
      const other = this.heap[below] ?? 0;
      if (!this.isBefore(other, made)) break;
      this.heap[at] = other;
      this.heapAt[other] = at;
      at = below;
    }
    this.heap[at] = made;
    this.heapAt[made] = at;
  }

  private room(made: number): void {
    if (made < this.activity.length) return;
    const size = Math.max(made + 1, this.activity.length * 2);
    const [activity, heapAt] = [new Float64Array(size), new Int32Array(size).fill(-1)];
    activity.set(this.activity);
    heapAt.set(this.heapAt);
    this.activity = activity;
    this.heapAt = heapAt;
  }
}
