import { expect, test } from 'vitest';
import { anExercise, aPost } from '../../exercise/index.ts';
import { aLog, type Told, told } from '../a-log.ts';
import { assess } from '../assess.ts';
import { crossPartyReach, partyBetweenness } from './paths.ts';

const exercise = anExercise({
  posts: [
    ...['b1', 'b2', 'b3'].map((id) => aPost({ id })),
    ...['c1', 'c2'].map((id) => aPost({ id, party: 'CHN' })),
    aPost({ id: 'played', party: 'CHN', simulated: true }),
  ],
});
let next = 0;
const contact = (from: string, to: string) => told(++next, 'ContactMarked', { contact: `k${next}`, from, to, means: 'radio' });
const analyst = (...events: Told[]) => assess(exercise, aLog(...events), { reader: 'all', analyst: true }).coordination.analyst;

test('the analyst’s view is off unless asked for', () => {
  expect(assess(exercise, [], { reader: 'all' }).coordination.analyst).toBeNull();
});

test('without a tie the index is undefined, and not nought', () => {
  expect(analyst()).toEqual({
    eiIndex: null,
    // Of ten pairs of three and two posts six cross and four do not: (6 − 4) / 10.
    eiExpected: 0.2,
    reach: { hits: 0, of: 6, low: 0, high: expect.closeTo(0.3903, 4) },
    brokers: [],
    singlePoints: [],
  });
});

test('with fewer than two posts nothing is expected of chance', () => {
  const alone = anExercise({ posts: [aPost({ id: 'b1' })] });
  expect(assess(alone, [], { reader: 'all', analyst: true }).coordination.analyst).toMatchObject({
    eiExpected: null,
    reach: { of: 0, low: null },
  });
});

test('ties are pairs of posts, however often they spoke: one across and two within make −1/3', () => {
  expect(analyst(contact('b1', 'b2'), contact('b2', 'b1'), contact('b2', 'b3'), contact('b1', 'c1'))?.eiIndex).toBeCloseTo(-1 / 3, 12);
});

test('who stands between the parties is found, and that nothing joins them without it', () => {
  // b2 – b1 – c1 – c2, and b3 speaks with nobody. Ways across: b1c1, b1c2, b2c1, b2c2; through b1 two of them, through c1 two.
  const found = analyst(contact('b2', 'b1'), contact('b1', 'c1'), contact('c1', 'c2'));
  expect(found?.reach).toMatchObject({ hits: 4, of: 6 });
  expect(found?.brokers).toEqual([
    { post: 'b1', betweenness: 0.5 },
    { post: 'c1', betweenness: 0.5 },
  ]);
  expect(found?.singlePoints).toEqual(['b1', 'c1']);
});

test('a second way round leaves no single point', () => {
  // A square b1 – c1 – b2 – c2: opposite corners are of one party, neighbours are joined directly.
  const found = analyst(contact('b1', 'c1'), contact('c1', 'b2'), contact('b2', 'c2'), contact('c2', 'b1'));
  expect(found?.singlePoints).toEqual([]);
  expect(found?.brokers).toEqual([]);
});

test('posts that are only played do not count', () => {
  expect(analyst(contact('b1', 'played'))?.eiIndex).toBeNull();
});

test('betweenness shares equal ways equally', () => {
  // a – x – c and a – y – c; x and y of a third party, which also end ways of their own.
  const network = {
    posts: ['a', 'x', 'y', 'c'],
    parties: ['A', 'X', 'X', 'C'],
    neighbours: [
      [1, 2],
      [0, 3],
      [0, 3],
      [1, 2],
    ],
  };
  expect(crossPartyReach(network)).toBe(5);
  // Of a–c one half goes through each of x and y; x–y are of one party.
  expect(partyBetweenness(network)).toEqual([0, 0.1, 0.1, 0]);
});
