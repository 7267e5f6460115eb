import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { apart, type Box } from './apart.ts';

const frame = { width: 2000, height: 2000 };
const aBox = (x: number, y: number): Box => ({ x, y, width: 100, height: 40 });

function covers(boxes: readonly Box[], middles: ReturnType<typeof apart>): boolean {
  return middles.some((a, first) =>
    middles.some((b, second) => {
      const [one, other] = [boxes[first], boxes[second]];
      if (first >= second || one === undefined || other === undefined) return false;
      return Math.abs(a.x - b.x) < (one.width + other.width) / 2 - 0.5 && Math.abs(a.y - b.y) < (one.height + other.height) / 2 - 0.5;
    }),
  );
}

test('what does not cover anything stays where it belongs', () => {
  expect(apart([aBox(200, 200), aBox(600, 200)], frame)).toEqual([
    { x: 200, y: 200 },
    { x: 600, y: 200 },
  ]);
});

test('two at the same place come to lie beside each other', () => {
  const boxes = [aBox(300, 300), aBox(300, 300)];
  expect(covers(boxes, apart(boxes, frame))).toBe(false);
});

test('a few boxes in a wide frame never cover each other and stay inside it', () => {
  const place = fc.integer({ min: 800, max: 1200 });
  fc.assert(
    fc.property(fc.array(fc.tuple(place, place), { minLength: 2, maxLength: 6 }), (places) => {
      const boxes = places.map(([x, y]) => aBox(x, y));
      const middles = apart(boxes, frame);
      expect(covers(boxes, middles)).toBe(false);
      for (const { x, y } of middles) expect(x >= 0 && y >= 0 && x <= frame.width && y <= frame.height).toBe(true);
    }),
  );
});
