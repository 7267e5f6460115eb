import { expect, test } from 'vitest';
import { randomFor } from '../../kernel/index.ts';
import { aFortnight } from '../a-fortnight.ts';
import { problemFrom } from '../problem.ts';
import { ablest, whereAble } from './able.ts';
import { isAvailable, isRested, offeredAt } from './availability.ts';
import { hasBit, membersOf } from './bits.ts';
import { build } from './build.ts';
import { knowledgeOf } from './knowledge.ts';
import { restedStarts } from './rested.ts';
import { baseScene } from './scene.ts';
import { startQueue } from './settle.ts';
import { openStands } from './stands.ts';
import { emptyState, lift, place, type State } from './state.ts';

/** A plan in which some serials stand and others wait. */
function halfBuilt(seed: string): State {
  const problem = problemFrom(aFortnight({ units: 8, partTasks: 12 }));
  const knowledge = knowledgeOf(problem);
  const state = emptyState(knowledge);
  const random = randomFor(seed, 'half');
  build(state, startQueue(state, [...problem.serials.keys()]), random);
  for (const serial of problem.serials.keys()) if (random.happens(0.4)) lift(state, serial);
  return state;
}

const slotsIn = (bits: Int32Array): readonly number[] => {
  const into = new Int32Array(bits.length << 5);
  return [...into.subarray(0, membersOf(bits, into, 0))];
};

test('who can take a serial on without travel is never told not to be rested', () => {
  let asked = 0;
  for (const seed of ['a', 'b', 'c']) {
    const state = halfBuilt(seed);
    const { problem, knowledge } = state;
    const travel = problem.travel.map((row) => row.map(() => 0));
    const still = { ...state, problem: { ...problem, travel } };
    for (const [serial, facts] of problem.serials.entries()) {
      const open = openStands(still, serial);
      const [site = -1] = open.places;
      if (state.placed[serial] !== null || facts.team === null || open.bits[0] === undefined) continue;
      for (const slot of slotsIn(open.bits[0])) {
        const stand = { start: knowledge.slots.first + slot * knowledge.slots.step, site };
        const offered = offeredAt(still, baseScene(still), serial, stand);
        for (let unit = 0; unit < problem.unitCount; unit++) {
          if (!isAvailable(offered, unit, false, true) || !isRested(offered, unit, false)) continue;
          asked++;
          expect(hasBit(restedStarts(still, unit, facts.total), slot)).toBe(true);
        }
      }
    }
  }
  expect(asked).toBeGreaterThan(100);
});

test('what is known of a unit is forgotten as it is engaged and let go', () => {
  const state = halfBuilt('d');
  const [placement] = state.placed.flatMap((one) => (one !== null && one.team.length > 0 ? [one] : []));
  if (placement === undefined) throw new Error('nothing was placed');
  const unit = placement.team[0] ?? 0;
  const slot = (placement.start - state.knowledge.slots.first) / state.knowledge.slots.step;
  expect(hasBit(restedStarts(state, unit, 60), slot)).toBe(false);
  lift(state, placement.serial);
  expect(hasBit(restedStarts(state, unit, 60), slot)).toBe(true);
  place(state, placement);
  expect(hasBit(restedStarts(state, unit, 60), slot)).toBe(false);
});

test('stands at which a team could be had are open ones, and the ablest are some of them', () => {
  const state = halfBuilt('e');
  for (const serial of state.problem.serials.keys()) {
    const open = openStands(state, serial);
    const able = whereAble(open);
    if (able === undefined) continue;
    const best = ablest(able);
    for (const [place, set] of open.bits.entries()) {
      for (const slot of slotsIn(able.open.bits[place] ?? new Int32Array())) expect(hasBit(set, slot)).toBe(true);
      for (const slot of slotsIn(best.bits[place] ?? new Int32Array()))
        expect(hasBit(able.open.bits[place] ?? new Int32Array(), slot)).toBe(true);
    }
    expect(best.bits.some((set) => set.some((word) => word !== 0))).toBe(able.open.bits.some((set) => set.some((word) => word !== 0)));
  }
});
