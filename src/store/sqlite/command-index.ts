// Finds a command's row by its identifier. Identifiers are made by clients and may be random, and an index on disk that grows at
// random places would cost a page write for every command; so the index is in memory (24 to 48 bytes a command) and the rows are appended.

const firstSlots = 1 << 12;

/** Row numbers (from 1) by identifier, as candidates: whoever looks up compares the identifier in the row. */
export class CommandIndex {
  readonly #seed: number;
  #slots = firstSlots;
  #rows = new Uint32Array(firstSlots);
  #hashes = new Uint32Array(firstSlots);
  #tags = new Uint32Array(firstSlots);
  #count = 0;
  #last = 0;
  #id: string | undefined;
  #hashed = 0;
  #tagged = 0;

  /** A seed that clients do not know keeps them from making identifiers that all fall into one place. */
  constructor(seed: number) {
    this.#seed = seed | 0;
  }

  /** The last row that the index knows. */
  get last(): number {
    return this.#last;
  }

  add(id: string, row: number): void {
    if (this.#count * 2 >= this.#slots) this.#grow();
    this.#hash(id);
    this.#place(this.#hashed, this.#tagged, row);
    this.#last = Math.max(this.#last, row);
    this.#count += 1;
  }

  /** The rows that may hold the identifier: none, or almost always exactly the one that does. */
  candidates(id: string): readonly number[] {
    this.#hash(id);
    const mask = this.#slots - 1;
    let found: number[] | undefined;
    for (let slot = this.#hashed & mask; ; slot = (slot + 1) & mask) {
      const row = this.#rows[slot] ?? 0;
      if (row === 0) return found ?? none;
      if (this.#tags[slot] !== this.#tagged) continue;
      found ??= [];
      found.push(row);
    }
  }

  clear(): void {
    this.#slots = firstSlots;
    this.#rows = new Uint32Array(firstSlots);
    this.#hashes = new Uint32Array(firstSlots);
    this.#tags = new Uint32Array(firstSlots);
    this.#count = 0;
    this.#last = 0;
  }

  #place(hash: number, tag: number, row: number): void {
    const mask = this.#slots - 1;
    let slot = hash & mask;
    while (this.#rows[slot] !== 0) slot = (slot + 1) & mask;
    this.#rows[slot] = row;
    this.#hashes[slot] = hash;
    this.#tags[slot] = tag;
  }

  #grow(): void {
    const [rows, hashes, tags] = [this.#rows, this.#hashes, this.#tags];
    this.#slots *= 2;
    this.#rows = new Uint32Array(this.#slots);
    this.#hashes = new Uint32Array(this.#slots);
    this.#tags = new Uint32Array(this.#slots);
    for (let slot = 0; slot < rows.length; slot++) {
      const row = rows[slot] ?? 0;
      if (row !== 0) this.#place(hashes[slot] ?? 0, tags[slot] ?? 0, row);
    }
  }

  // Two hashes in one pass, each a multiply and a rotation a code unit and a mix, as in MurmurHash3. A command is looked for and
  // then added, so the last identifier's are kept.
  #hash(id: string): void {
    if (id === this.#id) return;
    let first = this.#seed;
    let second = ~this.#seed;
    for (let index = 0; index < id.length; index++) {
      const unit = id.charCodeAt(index);
      first = Math.imul(first ^ unit, 0xcc9e2d51);
      first = (first << 15) | (first >>> 17);
      second = Math.imul(second ^ unit, 0x1b873593);
      second = (second << 13) | (second >>> 19);
    }
    this.#id = id;
    this.#hashed = mixed(first);
    this.#tagged = mixed(second);
  }
}

const none: readonly number[] = [];

function mixed(bits: number): number {
  let hash = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
