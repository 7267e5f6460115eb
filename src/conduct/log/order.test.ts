import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MicroInstant } from '../../kernel/index.ts';
import type { StreamKey } from './envelope.ts';
import { clockAfterImport, compareOrder, merged, nextTime, type Placed } from './order.ts';

const anEvent: fc.Arbitrary<Placed> = fc.record({
  time: fc.nat(5).map((micros) => micros as MicroInstant),
  origin: fc.constantFrom('a', 'b', 'Ω'),
  stream: fc.constantFrom('s', 't', 'é').map((key) => key as StreamKey),
  sequence: fc.integer({ min: 1, max: 4 }),
});

test('an origin’s clock rises strictly, whatever the host’s clock does', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 })), (nows) => {
      let previous: MicroInstant | null = null;
      for (const now of nows as MicroInstant[]) {
        const next: MicroInstant = nextTime(previous, now);
        expect(next).toBeGreaterThanOrEqual(now);
        if (previous !== null) expect(next).toBeGreaterThan(previous);
        previous = next;
      }
    }),
  );
});

test('the order is total: time, then origin, then stream, then sequence', () => {
  fc.assert(
    fc.property(anEvent, anEvent, anEvent, (a, b, c) => {
      expect(Math.sign(compareOrder(a, b)) + Math.sign(compareOrder(b, a))).toBe(0);
      if (compareOrder(a, b) === 0) expect(a).toEqual(b);
      if (compareOrder(a, b) <= 0 && compareOrder(b, c) <= 0) expect(compareOrder(a, c)).toBeLessThanOrEqual(0);
    }),
  );
});

test('merging sources in order gives all their events in order', () => {
  fc.assert(
    fc.property(fc.array(fc.array(anEvent)), (sources) => {
      const all = sources.flat().sort(compareOrder);
      expect([...merged(sources.map((source) => source.toSorted(compareOrder)))]).toEqual(all);
    }),
  );
});

test('an import pushes a clock forward by at most 60 seconds past now, never back, and says what lay beyond', () => {
  const at = (seconds: number) => (seconds * 1_000_000) as MicroInstant;
  expect(clockAfterImport(at(100), at(100), at(90))).toEqual({ clock: at(100), beyondMicros: 0 });
  expect(clockAfterImport(at(100), at(100), at(130))).toEqual({ clock: at(130), beyondMicros: 0 });
  expect(clockAfterImport(at(100), at(100), at(200))).toEqual({ clock: at(160), beyondMicros: 40_000_000 });
  expect(clockAfterImport(null, at(100), at(50))).toEqual({ clock: at(50), beyondMicros: 0 });
  expect(clockAfterImport(at(170), at(100), at(200))).toEqual({ clock: at(170), beyondMicros: 40_000_000 });
});
