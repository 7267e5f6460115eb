import { expect, test } from 'vitest';
import { anExercise, aSerial, aSite, aUnit } from '../exercise/index.ts';
import { missingMost } from './missing-most.ts';
import { planExercise } from './planning.ts';

const day = (date: number, hours: string) => `${String(date).padStart(2, '0')}${hours}CJUL24`;
const window = { startsFrom: day(13, '0800'), endsBy: day(13, '1300') };
const three = anExercise({
  sites: [aSite({ id: 'A', capacity: { serials: 1 } })],
  units: [aUnit({ id: 'b1' })],
  serials: ['S', 'T', 'U'].map((id) => aSerial({ id, sites: ['A'], run: '2h', team: { named: ['b1'] }, ...window })),
});

test('a serial without a place is missing most, and what is in its way is told with how often it was', () => {
  const drafts = ['1', '2'].map((seed) => planExercise(three, { seed, iterations: 20, lanes: 1 }).plan.bookings);
  const [first, ...others] = missingMost(three, drafts, 5);
  expect(first?.violation.values.serial).toBeDefined();
  expect(first?.times).toBeGreaterThan(0);
  expect(others.every(({ times }) => times <= (first?.times ?? 0))).toBe(true);
  const told = [first, ...others].find((one) => (one?.places ?? 0) > 0);
  expect(told?.inTheWay.length).toBeGreaterThan(0);
  expect(told?.inTheWay[0]?.times).toBeLessThanOrEqual(told?.places ?? 0);
});

test('where nothing is missing, nothing is told', () => {
  const one = { ...three, serials: { list: three.serials.list.slice(0, 1), byId: three.serials.byId } };
  expect(missingMost(one, [planExercise(one, { seed: '1', iterations: 20, lanes: 1 }).plan.bookings], 5)).toEqual([]);
});
