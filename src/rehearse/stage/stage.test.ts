import { expect, test } from 'vitest';
import { anExercise, aPost } from '../../exercise/index.ts';
import { randomFor } from '../../kernel/index.ts';
import { assumptionsOf } from './assumptions.ts';
import { dutyOf, dutyWithin, nextOn } from './duty.ts';

const at = (iso: string) => Date.parse(`2024-07-${iso}Z`) * 1000;

test('the most specific assumption that fits is taken', () => {
  const fixed = (id: string, value: number, more: object) => ({
    id,
    kind: 'translateMinutes' as const,
    distribution: { shape: 'fixed' as const, value },
    source: 'assumed',
    ...more,
  });
  const exercise = anExercise({
    assumptions: [
      fixed('any', 1, {}),
      fixed('interpreter', 2, { roles: ['interpreter'] }),
      fixed('night', 3, { roles: ['interpreter'], light: 'night' }),
    ],
  });
  const { drawOf } = assumptionsOf(exercise);
  const minutes = (context: Parameters<typeof drawOf>[1]) => drawOf('translateMinutes', context)(randomFor('1', 'x'));
  expect(minutes({ role: 'translator' })).toBe(1);
  expect(minutes({ role: 'interpreter', light: 'day' })).toBe(2);
  expect(minutes({ role: 'interpreter', light: 'night' })).toBe(3);
});

test('where the document is silent a built-in assumption speaks, and says so', () => {
  const { stated } = assumptionsOf(
    anExercise({ assumptions: [{ id: 'reads', kind: 'readMinutes', distribution: { shape: 'fixed', value: 1 }, source: 'A paper' }] }),
  );
  expect(stated[0]).toEqual({ id: 'reads', source: 'A paper' });
  expect(stated).toContainEqual({ id: 'built-in/decideMinutes', source: 'assumed' });
  expect(stated).not.toContainEqual({ id: 'built-in/readMinutes', source: 'assumed' });
});

test('a rating is drawn in the shares that its weights state', () => {
  const exercise = anExercise({
    assumptions: [{ id: 'rating', kind: 'rating', distribution: { shape: 'weights', weights: { P: 3, S: 1 } }, source: 'assumed' }],
  });
  const { drawOf, wordsOf } = assumptionsOf(exercise);
  const random = randomFor('1', 'ratings');
  const draw = drawOf('rating', {});
  const drawn = Array.from({ length: 4000 }, () => wordsOf('rating', {})[draw(random)]);
  expect(drawn.filter((word) => word === 'P').length / 4000).toBeCloseTo(0.75, 1);
});

test('a post held in shifts is manned while somebody is on', () => {
  const shift = (from: string, to: string) => ({ post: 'WATCH' as never, shift: { from, to } });
  const exercise = anExercise({
    posts: [aPost({ id: 'WATCH' }), aPost({ id: 'DAY', presence: [{ from: '080600CJUL24', to: '082100CJUL24' }] })],
    ofParty: {
      BLR: {
        persons: [
          { id: 'A', party: 'BLR' as never, name: 'A', holds: [shift('080600CJUL24', '081800CJUL24')] },
          { id: 'B', party: 'BLR' as never, name: 'B', holds: [shift('090600CJUL24', '091800CJUL24')] },
        ],
      },
    },
  });
  const watch = dutyOf(exercise, 'WATCH');
  expect(nextOn(watch, at('08T10:00:00'))).toBe(at('08T10:00:00'));
  expect(nextOn(watch, at('08T20:00:00'))).toBe(at('09T03:00:00'));
  expect(nextOn(watch, at('10T20:00:00'))).toBe(Number.POSITIVE_INFINITY);
  const day = dutyOf(exercise, 'DAY');
  expect(dutyWithin(day, at('08T00:00:00'), at('09T00:00:00'))).toBe(15 * 3_600_000_000);
});
