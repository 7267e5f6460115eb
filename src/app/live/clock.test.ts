import { expect, test } from 'vitest';
import { microInstant } from '../../kernel/index.ts';
import { virtualClock } from './clock.ts';

test('a virtual clock stands until it is given a speed, runs at it, and jumps only forward', () => {
  let wall = 0;
  const clock = virtualClock(microInstant(1_000_000), () => wall);
  wall = 5;
  expect(clock.now()).toBe(1_000_000);
  clock.setSpeed(60);
  wall = 6;
  expect(clock.now()).toBe(1_060_000);
  clock.moveTo(microInstant(1_000_000));
  expect(clock.now()).toBe(1_060_000);
  clock.moveTo(microInstant(9_000_000));
  wall = 7;
  expect(clock.now()).toBe(9_060_000);
  clock.setSpeed(0);
  wall = 100;
  expect(clock.now()).toBe(9_060_000);
});
