// Chance that is the same on every machine: one stream of numbers per entity, so that what one does never shifts another's luck.
// Every draw of a distribution takes one uniform number and inverts the distribution's curve, so that two runs which differ in one
// respect stay comparable draw by draw (common random numbers).
import { exp, log } from './exponential.ts';
import { standardNormalQuantile } from './normal-quantile.ts';
import { Bug } from './problem.ts';

/** The stream of an entity under a seed: the same two texts give the same numbers for ever. */
export function randomFor(seed: string, entity: string): Random {
  return new Streams(seed).of(entity);
}

/** xoshiro128** 1.1 (Blackman and Vigna, public domain): 32 bits a step, period 2^128 − 1. */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private d: number;

  /** Four words of 32 bits, not all of them 0. Others than tests take `randomFor`. */
  constructor(state: readonly [number, number, number, number]) {
    [this.a, this.b, this.c, this.d] = [state[0] | 0, state[1] | 0, state[2] | 0, state[3] | 0];
    if ((this.a | this.b | this.c | this.d) === 0) throw new Bug('a random stream cannot start from zero');
  }

  /** Goes on as the stream of another state. */
  restart(a: number, b: number, c: number, d: number): this {
    this.a = a;
    this.b = b;
    this.c = c;
    this.d = d;
    return this;
  }

  /** 0 … 2³² − 1. */
  uint32(): number {
    const product = Math.imul(this.b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9);
    const shifted = this.b << 9;
    this.c ^= this.a;
    this.d ^= this.b;
    this.b ^= this.c;
    this.a ^= this.d;
    this.c ^= shifted;
    this.d = (this.d << 11) | (this.d >>> 21);
    return result >>> 0;
  }

  /** A real number from 0 on and below 1, of 53 bits. */
  uniform(): number {
    const high = this.uint32() >>> 5;
    return (high * 67_108_864 + (this.uint32() >>> 6)) / 9_007_199_254_740_992;
  }

  /** A whole number from 0 on and below n ≤ 2³², each equally likely. */
  below(n: number): number {
    if (!Number.isInteger(n) || n < 1 || n > 4_294_967_296) throw new Bug(`no whole number below ${n}`);
    const fair = 4_294_967_296 - (4_294_967_296 % n);
    for (;;) {
      const drawn = this.uint32();
      if (drawn < fair) return drawn % n;
    }
  }

  /** A real number from a on and below b. */
  between(a: number, b: number): number {
    return a + (b - a) * this.uniform();
  }

  /** Whether something of that probability happens. */
  happens(probability: number): boolean {
    return this.uniform() < probability;
  }

  /** Waiting times with that mean and no memory. */
  exponential(mean: number): number {
    return -mean * log(1 - this.uniform());
  }

  /** The standard normal: mean 0, standard deviation 1. */
  normal(): number {
    // In the middle of its step, so that 0 is never drawn.
    return standardNormalQuantile(this.uniform() + 5.551115123125783e-17);
  }

  /** Service times: half of them under the median; sigma is the standard deviation of the logarithm. */
  lognormal(median: number, sigma: number): number {
    return median * exp(sigma * this.normal());
  }

  /** From least to most, most often near the mode. */
  triangular(least: number, mode: number, most: number): number {
    const u = this.uniform();
    const width = most - least;
    if (width === 0) return least;
    if (u * width < mode - least) return least + Math.sqrt(u * width * (mode - least));
    return most - Math.sqrt((1 - u) * width * (most - mode));
  }

  pick<T>(from: readonly T[]): T {
    if (from.length === 0) throw new Bug('nothing to pick from');
    return from[this.below(from.length)] as T;
  }

  /** The same things in another order, each order equally likely. */
  shuffled<T>(things: readonly T[]): T[] {
    const order = things.slice();
    for (let last = order.length - 1; last > 0; last--) {
      const other = this.below(last + 1);
      [order[last], order[other]] = [order[other] as T, order[last] as T];
    }
    return order;
  }
}

/** The streams of entities whose names begin alike, for who opens thousands: seed and beginning are scattered once. */
export class Streams {
  readonly #lanes: Lanes;
  readonly #passing = new Random([1, 2, 3, 4]);

  constructor(seed: string, beginning = '') {
    this.#lanes = new Lanes();
    this.#lanes.take(`${seed.length}:${seed}${beginning}`);
  }

  /** The stream that `randomFor` gives for `beginning + entity`, or for `beginning + entity/purpose`. */
  of(entity: string, purpose?: string): Random {
    return this.#start(new Random([1, 2, 3, 4]), entity, purpose);
  }

  /** The same numbers, from a stream that the next call of `passing` takes away: for a draw or two, at once. */
  passing(entity: string, purpose?: string): Random {
    return this.#start(this.#passing, entity, purpose);
  }

  #start(random: Random, entity: string, purpose: string | undefined): Random {
    going.from(this.#lanes);
    going.take(entity);
    if (purpose !== undefined) {
      going.take('/');
      going.take(purpose);
    }
    return going.starts(random);
  }
}

// Four FNV-1a lanes over the text's code units, then each mixed with all (finaliser of MurmurHash3). Cheap, because runs open a stream
// for every entity; it has to scatter, not to withstand attack.
class Lanes {
  private a = 0x811c9dc5 | 0;
  private b = 0x9e3779b9 | 0;
  private c = 0x85ebca6b | 0;
  private d = 0xc2b2ae35 | 0;

  from(other: Lanes): void {
    this.a = other.a;
    this.b = other.b;
    this.c = other.c;
    this.d = other.d;
  }

  take(text: string): void {
    let { a, b, c, d } = this;
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      a = Math.imul(a ^ unit, 0x01000193);
      b = Math.imul(b ^ unit ^ (a >>> 15), 0x85ebca77);
      c = Math.imul(c ^ unit ^ (b >>> 13), 0xc2b2ae3d);
      d = Math.imul(d ^ unit ^ (c >>> 16), 0x27d4eb2f);
    }
    this.a = a;
    this.b = b;
    this.c = c;
    this.d = d;
  }

  starts(random: Random): Random {
    const all = mixed(this.a ^ mixed(this.b ^ mixed(this.c ^ mixed(this.d))));
    const a = mixed(this.a + all);
    const b = mixed(this.b + Math.imul(all, 3));
    const c = mixed(this.c + Math.imul(all, 5));
    const d = mixed(this.d + Math.imul(all, 7));
    return (a | b | c | d) === 0 ? random.restart(1, 2, 3, 4) : random.restart(a, b, c, d);
  }
}

const going = new Lanes();

function mixed(word: number): number {
  let value = word | 0;
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return value ^ (value >>> 16);
}
