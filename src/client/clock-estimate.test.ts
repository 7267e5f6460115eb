import { expect, test } from 'vitest';
import { clockEstimate } from './clock-estimate.ts';

function aClock() {
  const wall = { ms: 0 };
  return { wall, clock: clockEstimate(() => wall.ms) };
}

test('nothing is known before the first message', () => {
  expect(aClock().clock.now()).toBeNull();
});

test('between messages time goes on at the speed that was told', () => {
  const { wall, clock } = aClock();
  clock.hear({ now: 1_000_000, speed: 60, simulated: true, ended: false });
  wall.ms = 500;
  expect(clock.now()).toBe(1_000_000 + 30_000_000);
});

test('a message that was long under way does not turn the clock back', () => {
  const { wall, clock } = aClock();
  clock.hear({ now: 0, speed: 1, simulated: true, ended: false });
  wall.ms = 1000;
  expect(clock.now()).toBe(1_000_000);
  clock.hear({ now: 900_000, speed: 1, simulated: true, ended: false });
  expect(clock.now()).toBe(1_000_000);
  wall.ms = 1200;
  expect(clock.now()).toBe(1_100_000);
});

test('at a new speed the origin’s word counts', () => {
  const { wall, clock } = aClock();
  clock.hear({ now: 0, speed: 600, simulated: true, ended: false });
  wall.ms = 1000;
  clock.now();
  clock.hear({ now: 550_000_000, speed: 0, simulated: true, ended: false });
  wall.ms = 5000;
  expect(clock.now()).toBe(550_000_000);
});
