import { expect, test } from 'vitest';
import { anExercise, aSerial, aSite } from '../exercise/index.ts';
import { aFeedEvent } from './a-wire.ts';
import { foldOf } from './fold.ts';

const exercise = anExercise({ sites: [aSite({ id: 'TOWN' })], serials: [aSerial({ id: 'S-1', sites: ['TOWN'] })] });
const started = aFeedEvent(1, 'SerialStarted', { serial: 'S-1' });
const done = aFeedEvent(2, 'SerialDone', { serial: 'S-1' });

const statusOf = (fold: ReturnType<typeof foldOf>) =>
  [...fold.conduct().slices.values()].map(({ running }) => running.serials.get('S-1')?.status).join();

test('events become state as they come', () => {
  const fold = foldOf(exercise, 'all');
  expect(fold.take([started])).toBe(true);
  expect(statusOf(fold)).toBe('running');
  fold.take([done]);
  expect(statusOf(fold)).toBe('done');
  expect(fold.assess().own.basis.events).toBe(2);
});

test('what was taken before is stepped over, so that a feed may begin again', () => {
  const fold = foldOf(exercise, 'all');
  fold.take([started, done]);
  fold.take([started, done]);
  expect(fold.events()).toHaveLength(2);
});

test('an event of another origin that lies before what is folded comes into its place', () => {
  const late = aFeedEvent(1, 'SerialCancelled', { serial: 'S-1', reason: 'weather' }, { origin: 'elsewhere', time: 1_500_000 });
  const inOrder = foldOf(exercise, 'all');
  inOrder.take([started, late, done]);
  const outOfOrder = foldOf(exercise, 'all');
  outOfOrder.take([started, done]);
  outOfOrder.take([late]);
  expect(outOfOrder.events()).toEqual(inOrder.events());
  expect(statusOf(outOfOrder)).toBe(statusOf(inOrder));
});

test('an erasure of what is held asks for the whole anew, and one of what is already gone does not', () => {
  const erased = (stream: string) =>
    aFeedEvent(3, 'PayloadErased', { stream, origin: 'test', sequence: 1, orderedBy: ['first', 'second'], reason: 'spill' });
  const holding = foldOf(exercise, 'all');
  holding.take([started]);
  expect(holding.take([erased(started.stream)])).toBe(false);
  const gone = foldOf(exercise, 'all');
  gone.take([{ ...started, payload: null }]);
  expect(gone.take([erased(started.stream)])).toBe(true);
});
