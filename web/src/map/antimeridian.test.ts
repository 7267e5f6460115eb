import { expect, test } from 'vitest';
import { cutPolygon, type Ring } from './antimeridian.ts';

const box = (west: number, east: number): Ring => [
  [west, 10],
  [east, 10],
  [east, 20],
  [west, 20],
  [west, 10],
];
const longitudes = (polygons: readonly (readonly Ring[])[]) => polygons.map(([outer = []]) => outer.map(([longitude]) => longitude));
const jumps = (ring: Ring) => ring.slice(1).filter(([longitude], index) => Math.abs(longitude - (ring[index]?.[0] ?? 0)) > 180);

test('a polygon away from the antimeridian stays as it is', () => {
  const polygon = [box(20, 30)];
  expect(cutPolygon(polygon)).toEqual([polygon]);
});

test('a polygon across the antimeridian becomes one on each side', () => {
  const cut = cutPolygon([box(170, -170)]);
  expect(cut).toHaveLength(2);
  for (const own of longitudes(cut)) {
    expect(Math.max(...own.map(Math.abs))).toBe(180);
    expect(new Set(own.map(Math.sign)).size).toBe(1);
  }
});

test('no edge of what is cut goes around the world', () => {
  for (const [outer = []] of cutPolygon([box(175, -100)])) expect(jumps(outer)).toEqual([]);
});

test('a hole goes with the part that it lies in', () => {
  const hole: Ring = [
    [175, 12],
    [178, 12],
    [178, 14],
    [175, 12],
  ];
  const cut = cutPolygon([box(170, -170), hole]);
  expect(cut.map((rings) => rings.length).sort()).toEqual([1, 2]);
});

test('a ring around a pole is led over the pole', () => {
  const around: Ring = [-170, -90, 0, 90, 170, -170].map((longitude) => [longitude, -70] as const);
  const [outer = []] = cutPolygon([around])[0] ?? [];
  expect(outer.some(([, latitude]) => latitude === -90)).toBe(true);
  expect(jumps(outer).filter(([, latitude]) => latitude !== -90)).toEqual([]);
});
