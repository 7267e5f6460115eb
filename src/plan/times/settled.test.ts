import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomFor } from '../../kernel/index.ts';
import { exerciseFrom, generate } from '../generate/generate.ts';
import { plainMould } from '../generate/mould.ts';
import type { Plan } from '../plan.ts';
import { finished } from '../planning.ts';
import { problemFrom } from '../problem.ts';
import { bookingsOf } from '../search/bookings.ts';
import { startLane } from '../search/lane.ts';
import type { Engagement } from '../search/placement.ts';
import { dutyAllows } from '../search/timeline.ts';
import { brokenIn } from './a-times-problem.ts';
import { dutyLedgerOf } from './duty-ledger.ts';
import { shortenedTimes, slackerTimes } from './retimed.ts';
import { timesOf, timesProblemOf } from './settled.ts';

const { files } = generate(plainMould, { serials: 24, units: 12, tightness: 0.6, seed: 'times' });
const exercise = exerciseFrom(files);
const problem = problemFrom(exercise);
const lane = startLane({ ...problem, objectives: ['pairs'] }, 'settled', 0);
lane.step(60);
const { placed } = lane.best;
const bare: Plan = {
  format: 'entente-plan',
  version: 1,
  exercise: exercise.setting.code,
  seed: 'settled',
  iterations: 60,
  lanes: 1,
  objectives: [],
  bookings: [],
  unmet: [],
};
const checked = (placements: typeof placed) => {
  const { plan, check } = finished(exercise, { ...bare, bookings: bookingsOf(problem, placements) });
  return {
    values: Object.fromEntries(plan.objectives.map(({ id, value }) => [id, value])),
    hard: check.violations.filter(({ price }) => price === null),
  };
};
const endOf = (placements: typeof placed) =>
  placements.reduce((latest, one) => Math.max(latest, one === null ? 0 : one.start + (problem.serials[one.serial]?.total ?? 0)), 0);

test('a plan that holds is a schedule of the times that are taken out of it', () => {
  const times = timesProblemOf(problem, placed);
  expect(times.serials.length).toBeGreaterThan(12);
  expect(brokenIn(times, timesOf(times, placed))).toEqual([]);
});

test('other times of settled teams pass the checker', () => {
  expect(checked(placed).hard).toEqual([]);
  for (const seed of ['a', 'b', 'c']) {
    const points = problem.serials.flatMap(({ fixed }, serial) =>
      fixed === null ? [] : [{ serial, before: problem.serials.flatMap(({ kind }, other) => (kind === 'training' ? [other] : [])) }],
    );
    const slacker = slackerTimes(problem, placed, points.slice(-1), randomFor(seed, 'slacker'), { tries: 300 });
    const shorter = shortenedTimes(problem, placed, randomFor(seed, 'shorter'), { tries: 300 });
    for (const moved of [slacker, shorter]) if (moved !== undefined) expect(checked(moved).hard).toEqual([]);
    if (shorter !== undefined) expect(endOf(shorter)).toBeLessThanOrEqual(endOf(placed));
    if (slacker !== undefined) expect(slacker.some((one, serial) => one?.start !== placed[serial]?.start)).toBe(true);
  }
});

test('serials that may not move stay where they are', () => {
  const even = (serial: number) => serial % 2 === 0;
  const moved = shortenedTimes(problem, placed, randomFor('some', 'times'), { tries: 300, mayMove: even });
  for (const [serial, one] of (moved ?? placed).entries()) if (!even(serial)) expect(one?.start).toBe(placed[serial]?.start);
});

test('the ledger of duty allows what the rules of the search allow', () => {
  const times = timesProblemOf(problem, placed);
  const [bound] = times.duty.filter(({ engagements }) => engagements.length > 3);
  if (bound === undefined) throw new Error('nobody is bound by a duty rule');
  const own = { ...times, duty: [bound] };
  fc.assert(
    fc.property(
      fc.array(fc.nat(times.slots - 1), { minLength: bound.engagements.length, maxLength: bound.engagements.length }),
      (slots) => {
        const [forward, backward] = [dutyLedgerOf(own, false), dutyLedgerOf(own, true)];
        const list: Engagement[] = bound.fixed.map((one) => ({ serial: -1, ...one }));
        forward?.clear();
        backward?.clear();
        for (const [index, { activity, offset, minutes, site, isRest }] of bound.engagements.entries()) {
          const slot = slots[index] ?? 0;
          const start = times.origin + slot * times.grid + offset;
          const night = isRest ? -1 : (times.nights[activity]?.[slot] ?? -1);
          const wanted: Engagement = { serial: index, start, end: start + minutes, site, isRest, night };
          if (list.some((one) => one.start < wanted.end && wanted.start < one.end)) continue;
          const may = dutyAllows(problem, bound.body, list, wanted);
          const turned = times.slots - (times.duration[activity] ?? 0) - slot;
          expect(forward?.allows(activity, slot)).toBe(may);
          expect(backward?.allows(activity, turned)).toBe(may);
          if (!may) continue;
          forward?.take(activity, slot);
          backward?.take(activity, turned);
          list.push(wanted);
          list.sort((a, b) => a.start - b.start);
        }
      },
    ),
  );
});
