import { expect, test } from 'vitest';
import { anExercise, aSerial, aUnit } from '../../exercise/index.ts';
import { aBooking, aLog, aSerialDone } from '../a-log.ts';
import { assess } from '../assess.ts';

const given = {
  units: [
    aUnit({ id: 'b' }),
    aUnit({ id: 'b1', parent: 'b' }),
    aUnit({ id: 'b2', parent: 'b' }),
    aUnit({ id: 'c1', party: 'CHN' }),
    aUnit({ id: 'c2', party: 'CHN' }),
    aUnit({ id: 'c3', party: 'CHN' }),
  ],
  serials: [aSerial({ id: 's1' }), aSerial({ id: 's2' })],
};
const log = aLog(aBooking('s1', 600, ['b1', 'b2', 'c1']), aBooking('s2', 800, ['b1', 'c1', 'c2']), ...aSerialDone('s2', 800, 900));
const pairs = (setting = {}) => assess(anExercise({ ...given, setting }), log, { reader: 'all' }).coordination.pairs;

test('pairs of different parties are counted once; two and three leaf units make six', () => {
  // Planned b1-c1, b2-c1, b1-c2; worked together b1-c1, b1-c2.
  expect(pairs()).toEqual({ planned: 3, achieved: 2, possible: 6 });
});

test('a pair counts once it has served together as often, and as long, as the document asks', () => {
  expect(pairs({ together: { times: 2 } })).toEqual({ planned: 1, achieved: 0, possible: 6 });
  expect(pairs({ together: { minutes: 121 } })).toEqual({ planned: 1, achieved: 0, possible: 6 });
});
