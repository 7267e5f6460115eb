import { expect, test } from 'vitest';
import type { PayloadOf } from '../../conduct/index.ts';
import { anExercise, aTask } from '../../exercise/index.ts';
import { aLog, everyone, ofParty, type Told, told } from '../a-log.ts';
import { assess } from '../assess.ts';
import { worstOf } from './ratings.ts';

const scale = ['P', 'S', 'M', 'U'];
const standard = { source: 'en', texts: { en: 'Within ten minutes.' } };
const exercise = anExercise({
  setting: { partyScales: { CHN: ['优', '良', '中', '差'] } },
  tasks: [
    aTask({
      id: 'search',
      criticalTasks: {
        brief: { name: { en: 'Brief' }, standard },
        report: { name: { en: 'Report' }, standard },
        rest: { name: { en: 'Rest' }, standard, collected: false },
      },
    }),
    aTask({ id: 'cordon' }),
  ],
});

let next = 0;
const observation = (more: Partial<PayloadOf<'ObservationMade'>>, stream = everyone) => {
  const base = {
    observation: `o${++next}`,
    serial: 's1',
    task: 'search',
    criticalTask: 'brief',
    evaluator: 'eval',
    party: 'BLR',
    rating: 'P',
  };
  return told(next, 'ObservationMade', { ...base, ...more }, stream);
};
const ratings = (...events: Told[]) => assess(exercise, aLog(...events), { reader: 'all' }).ratings;

test('the worst is taken on the scale, and nothing off the scale decides', () => {
  expect(worstOf(['S', 'P'], scale)).toBe('S');
  expect(worstOf(['P', '差'], scale)).toBe('P');
  expect(worstOf([], scale)).toBeNull();
});

test('of a critical task the worst observation counts, of a task its worst critical task, for each party by itself', () => {
  const found = ratings(
    observation({}),
    observation({ rating: 'M' }),
    observation({ criticalTask: 'search/report', rating: 'S' }),
    observation({ party: 'CHN', rating: 'S', partyRating: '差' }),
    observation({ party: 'CHN', rating: null, partyRating: '优' }),
  );
  const brief = found.criticalTasks.filter(({ criticalTask }) => criticalTask === 'brief');
  expect(brief).toEqual([
    { task: 'search', criticalTask: 'brief', party: 'BLR', counts: { P: 1, M: 1 }, notRated: 0, rating: 'M' },
    {
      task: 'search',
      criticalTask: 'brief',
      party: 'CHN',
      counts: { S: 1 },
      notRated: 1,
      rating: 'S',
      own: { counts: { 优: 1, 差: 1 }, rating: '差' },
    },
  ]);
  expect(found.tasks).toEqual([
    { task: 'search', party: 'BLR', rating: 'M', rated: 2, collected: 2 },
    { task: 'search', party: 'CHN', rating: 'S', rated: 1, collected: 2, own: '差' },
  ]);
});

test('not observed is not rated, and never the best; answers without a rating are rated by HSEEP’s rule', () => {
  const found = ratings(observation({ rating: null }), observation({ rating: null, met: true, improvement: true }));
  expect(found.criticalTasks[0]).toMatchObject({ counts: { S: 1 }, notRated: 1, rating: 'S' });
  expect(ratings(observation({ rating: null })).tasks[0]).toEqual({ task: 'search', party: 'BLR', rating: null, rated: 0, collected: 2 });
});

test('an observation that was released counts once, and one that was withdrawn not at all', () => {
  const released = { observation: 'x', serial: 's1', task: 'search', criticalTask: 'brief', party: 'BLR', rating: 'U' };
  const made = observation({ observation: 'x', rating: 'U' }, ofParty('BLR'));
  expect(ratings(made, told(100, 'ObservationReleased', released)).criticalTasks[0]?.counts).toEqual({ U: 1 });
  expect(ratings(told(100, 'ObservationReleased', released)).criticalTasks[0]?.counts).toEqual({ U: 1 });
  expect(ratings(made, told(200, 'ObservationWithdrawn', { observation: 'x', reason: 'Wrong serial' })).criticalTasks[0]?.counts).toEqual(
    {},
  );
});

test('what was observed of a task that this reader does not read stands behind those of the document', () => {
  const found = ratings(observation({ task: 'unknown', criticalTask: 'any', rating: 'S' }));
  expect(found.tasks.map(({ task, party, rating }) => [task, party, rating])).toEqual([
    ['search', 'BLR', null],
    ['search', 'CHN', null],
    ['unknown', 'BLR', 'S'],
    ['unknown', 'CHN', null],
  ]);
});
