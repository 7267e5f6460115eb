import { expect, test } from 'vitest';
import { type AnExercise, aDocument, anExercise, aSerial, aSite, aTask, aUnit, readExercise } from '../exercise/index.ts';
import type { Reader } from '../release/index.ts';
import { aPlan } from './a-plan.ts';
import { planForReader } from './for-reader.ts';

const given = {
  setting: {},
  sites: [aSite({ id: 'A', capacity: { serials: 3 } })],
  units: [aUnit({ id: 'b1' })],
  serials: [aSerial({ id: 'JOINT', sites: ['A'], team: {} })],
  excon: { serials: [aSerial({ id: 'CONTROL', sites: ['A'] })] },
  ofParty: { CHN: { units: [aUnit({ id: 'c9', party: 'CHN' })], serials: [aSerial({ id: 'NATIONAL', sites: ['A'], team: {} })] } },
} satisfies AnExercise;
const exercise = anExercise(given);
const plan = aPlan(exercise, [
  { serial: 'JOINT', start: '091000CJUL24', site: 'A', team: ['b1', 'c9'], lead: 'c9' },
  { serial: 'CONTROL', start: '091000CJUL24', site: 'A' },
  { serial: 'NATIONAL', start: '091400CJUL24', site: 'A', team: ['c9'] },
]);
const blr: Reader = { kind: 'party', party: 'BLR', excon: false, posts: [] };
const chn: Reader = { kind: 'party', party: 'CHN', excon: false, posts: [] };
const excon: Reader = { kind: 'party', party: 'BLR', excon: true, posts: [] };

test('a reader sees the bookings of the serials the reader reads, and in them only units the reader reads', () => {
  expect(planForReader(exercise, plan, blr).bookings.map(({ serial, team, lead }) => [serial, team, lead])).toEqual([
    ['JOINT', ['b1'], null],
  ]);
  expect(planForReader(exercise, plan, chn).bookings.map(({ serial, team }) => [serial, team])).toEqual([
    ['JOINT', ['b1', 'c9']],
    ['NATIONAL', ['c9']],
  ]);
});

test("values, certificate and what is unmet are EXCON's", () => {
  expect(planForReader(exercise, plan, blr)).toMatchObject({ objectives: [], unmet: [] });
  expect(planForReader(exercise, plan, excon).objectives).toEqual(plan.objectives);
  expect(planForReader(exercise, plan, { kind: 'all' })).toBe(plan);
});

test('restricting the document first changes nothing', () => {
  for (const reader of [blr, chn, excon]) {
    const own = readExercise(aDocument(given), { reader }).exercise;
    expect(own).toBeDefined();
    expect(own === undefined ? undefined : planForReader(own, plan, reader)).toEqual(planForReader(exercise, plan, reader));
  }
});

test('what is unmet is told of requirements that the reader reads', () => {
  const requirement = { party: 'CHN', task: 'T', times: 1 } as const;
  const stated = anExercise({
    ...given,
    tasks: [aTask({ id: 'T' })],
    requirements: [{ id: 'OURS', ...requirement }],
    ofParty: { CHN: { requirements: [{ id: 'THEIRS', ...requirement }] } },
  });
  const unmet = ['OURS', 'THEIRS'].map((id) => ({ requirement: id, party: 'CHN', times: 1, got: 0 }));
  const seen = (reader: Reader) => planForReader(stated, { ...plan, unmet }, reader).unmet.map(({ requirement: id }) => id);
  expect([seen({ kind: 'all' }), seen(excon), seen(blr)]).toEqual([['OURS', 'THEIRS'], ['OURS'], []]);
});
