import fc from 'fast-check';
import { expect, test } from 'vitest';
import { standardNormalQuantile } from './normal-quantile.ts';
import { Random, randomFor, Streams } from './random.ts';

test('the generator is xoshiro128** of its authors', () => {
  const random = new Random([1, 2, 3, 4]);
  const drawn = Array.from({ length: 10 }, () => random.uint32());
  expect(drawn).toEqual([11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804]);
});

test('the numbers of an entity never change', () => {
  const r = randomFor('7', 'unit BLR-1/1');
  const trace = [r.uint32(), r.uint32(), r.uniform(), r.below(6), r.between(5, 9), r.happens(0.5), r.exponential(10), r.normal()];
  const more = [r.lognormal(30, 0.5), r.triangular(1, 2, 4), r.pick(['a', 'b', 'c']), r.shuffled([1, 2, 3, 4, 5])];
  expect([...trace, ...more]).toEqual([
    1424817742,
    2800577848,
    0.22297661504511257,
    4,
    6.665157778093587,
    false,
    1.0610472405391924,
    -0.22392088247257189,
    35.84400007909413,
    1.5349839583040632,
    'b',
    [4, 2, 5, 3, 1],
  ]);
});

test('streams opened after a common beginning are those of the whole name', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (seed, beginning, entity, purpose) => {
      const streams = new Streams(seed, beginning);
      const whole = randomFor(seed, `${beginning}${entity}`).uniform();
      expect([streams.of(entity).uniform(), streams.passing(entity).uniform()]).toEqual([whole, whole]);
      expect(streams.passing(entity, purpose).uniform()).toBe(randomFor(seed, `${beginning}${entity}/${purpose}`).uniform());
    }),
  );
});

test('other entities and other seeds have other numbers, and the border between the two texts counts', () => {
  const first = (seed: string, entity: string) => randomFor(seed, entity).uint32();
  const all = [first('1', 'a'), first('1', 'b'), first('2', 'a'), first('1a', ''), first('', '1a'), first('1', '1a'), first('11', 'a')];
  expect(new Set(all).size).toBe(all.length);
});

test('streams of entities numbered in order are even and unrelated', () => {
  const buckets = new Array<number>(16).fill(0);
  let together = 0;
  let before = 0;
  const entities = 16_000;
  for (let entity = 0; entity < entities; entity++) {
    const u = randomFor('1', `inject-${entity}`).uniform();
    buckets[Math.floor(u * 16)] = (buckets[Math.floor(u * 16)] ?? 0) + 1;
    together += (u - 0.5) * (before - 0.5);
    before = u;
  }
  const chiSquare = buckets.reduce((sum, count) => sum + (count - entities / 16) ** 2 / (entities / 16), 0);
  expect(chiSquare).toBeLessThan(37.7); // 15 degrees of freedom, one in a thousand
  expect(Math.abs((together / entities) * 12)).toBeLessThan(0.03);
});

test('below stays below and gives every number its turn', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 4_294_967_296 }), (entity, n) => {
      const drawn = randomFor('seed', entity).below(n);
      return Number.isInteger(drawn) && drawn >= 0 && drawn < n;
    }),
  );
  const random = randomFor('1', 'die');
  const counts = new Map<number, number>();
  for (let roll = 0; roll < 6000; roll++) {
    const face = random.below(6);
    counts.set(face, (counts.get(face) ?? 0) + 1);
  }
  for (let face = 0; face < 6; face++) expect(Math.abs((counts.get(face) ?? 0) - 1000)).toBeLessThan(120);
  expect(() => random.below(0)).toThrow();
  expect(() => random.below(1.5)).toThrow();
});

test('a shuffle keeps all things, and leaves the list it was given alone', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.integer()), (entity, things) => {
      const before = things.slice();
      const after = randomFor('seed', entity).shuffled(things);
      expect(things).toEqual(before);
      expect(after.slice().sort((a, b) => a - b)).toEqual(before.sort((a, b) => a - b));
    }),
  );
});

test('the distributions have the mean and spread they promise', () => {
  const random = randomFor('3', 'moments');
  const draws = 40_000;
  const meanOf = (draw: () => number) => {
    let sum = 0;
    for (let index = 0; index < draws; index++) sum += draw();
    return sum / draws;
  };
  expect(meanOf(() => random.exponential(10))).toBeCloseTo(10, 0);
  expect(meanOf(() => random.normal())).toBeCloseTo(0, 1);
  expect(meanOf(() => random.normal() ** 2)).toBeCloseTo(1, 1);
  expect(meanOf(() => (random.lognormal(30, 0.8) < 30 ? 1 : 0))).toBeCloseTo(0.5, 1);
  expect(meanOf(() => random.triangular(1, 2, 6))).toBeCloseTo(3, 1);
  expect(meanOf(() => random.between(-4, 2))).toBeCloseTo(-1, 1);
});

test('the triangle is a point when its ends meet', () => {
  expect(randomFor('1', 'a').triangular(5, 5, 5)).toBe(5);
});

test('a distribution draws one uniform number, so that two runs stay comparable', () => {
  for (const draw of [
    (r: Random) => r.exponential(2),
    (r: Random) => r.normal(),
    (r: Random) => r.lognormal(2, 1),
    (r: Random) => r.triangular(0, 1, 3),
  ]) {
    const [one, other] = [randomFor('1', 'pair'), randomFor('1', 'pair')];
    draw(one);
    other.uniform();
    expect(one.uint32()).toBe(other.uint32());
  }
});

test('the normal quantile is the one in the tables', () => {
  expect(standardNormalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14);
  expect(standardNormalQuantile(0.25)).toBeCloseTo(-0.6744897501960817, 14);
  expect(standardNormalQuantile(1e-10)).toBeCloseTo(-6.361340902404056, 12);
});
