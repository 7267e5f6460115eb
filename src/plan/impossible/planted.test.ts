import { constantFrom, assert as holds, integer, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { languages, mustSay } from '../../words/index.ts';
import { aFortnight } from '../a-fortnight.ts';
import { exerciseFrom, generate } from '../generate/generate.ts';
import { mouldOf, plainMould } from '../generate/mould.ts';
import { problemFrom } from '../problem.ts';
import { waysOutOf, whyImpossible } from '../why-impossible.ts';
import { questionOf } from './prove.ts';
import { firstAtLeast } from './solver/times.ts';
import { type Literal, not } from './solver/trail.ts';

const moulds = [plainMould, mouldOf(aFortnight({ units: 4, partTasks: 4 }))];
const sizes = record({
  mould: constantFrom(...moulds),
  seed: integer({ min: 1, max: 1_000_000 }).map(String),
  serials: integer({ min: 8, max: 36 }),
  units: integer({ min: 4, max: 20 }),
  tightness: constantFrom(0, 0.3, 0.6, 0.9, 1),
});

test('the model is never stricter than the truth: it admits every hidden plan', () => {
  holds(
    property(sizes, ({ mould, ...size }) => {
      const { files, hidden } = generate(mould, size);
      const planning = problemFrom(exerciseFrom(files));
      const { model, ask } = questionOf(planning, new Set(planning.serials.keys()));
      const assumed: Literal[] = [...model.statements.values()].map(({ literal }) => literal);
      const assume = (literal: Literal | boolean, isTrue = true) => {
        if (typeof literal === 'boolean') expect(literal).toBe(isTrue);
        else assumed.push(isTrue ? literal : not(literal));
      };
      for (const { serial, held, start, site, team } of hidden) {
        const index = planning.serials.findIndex(({ id }) => id === serial);
        const actor = model.own.get(index);
        if (actor === undefined) continue;
        assume(actor.held, held);
        if (!held || start === null) continue;
        const at = firstAtLeast(actor.time.values, start);
        assume(model.solver.atLeast(actor.time, at));
        assume(model.solver.atLeast(actor.time, at + 1), false);
        for (const place of actor.places) assume(place.literal, planning.sites[place.site]?.id === site);
        for (const [unit, literal] of model.teams.get(index) ?? []) assume(literal, team.includes(planning.bodies[unit]?.id ?? ''));
      }
      expect(ask(assumed, { conflicts: 50_000, work: 500_000_000 }).kind).toBe('open');
    }),
    { numRuns: 9, seed: 21 },
  );
});

test('statements planted so that they cannot hold together are found: those, all of them, and no other', () => {
  holds(
    property(sizes, integer({ min: 1, max: 6 }), ({ mould, ...size }, impossible) => {
      const { files, planted } = generate(mould, { ...size, impossible });
      const [found, ...more] = whyImpossible(exerciseFrom(files));
      expect(more).toEqual([]);
      expect(found?.isMinimal).toBe(true);
      const stated = found?.statements.filter(({ collection }) => ['closures', 'lags', 'milestones', 'requirements'].includes(collection));
      expect(stated?.map(({ id }) => id).sort()).toEqual(planted.map(({ id }) => id).sort());
    }),
    { numRuns: 6, seed: 22 },
  );
});

test('every way out is one with which nothing is proved any more, and can be said', () => {
  const { files } = generate(plainMould, { seed: '12', serials: 16, units: 10, tightness: 0.3, impossible: 2 });
  const exercise = exerciseFrom(files);
  const [ways = []] = waysOutOf(exercise, whyImpossible(exercise));
  expect(ways.length).toBeGreaterThan(2);
  expect(ways.some(({ isPlanFound }) => isPlanFound)).toBe(true);
  for (const { sentence, cost } of ways) {
    expect(cost).toBeGreaterThan(0);
    for (const language of languages) expect(mustSay(sentence, language)).not.toBe('');
  }
});

test('of a document that is not whole, nothing is concluded from who is absent', () => {
  const { files } = generate(plainMould, { seed: '3', serials: 12, units: 8, tightness: 0.3 });
  const exercise = exerciseFrom(files);
  const nobody = { ...exercise, complete: false, units: { list: [], byId: new Map() }, posts: { list: [], byId: new Map() } };
  expect(whyImpossible(nobody, 'thorough')).toEqual([]);
  const circle = generate(plainMould, { seed: '22', serials: 16, units: 8, tightness: 0.3, impossible: 2 });
  const stated = exerciseFrom(circle.files);
  expect(circle.planted.map(({ collection }) => collection)).toEqual(['lags', 'lags']);
  expect(whyImpossible({ ...stated, complete: false })).toHaveLength(1);
});
