import { expect, test } from 'vitest';
import { mustSay } from '../words/index.ts';
import { aBooking, aLog, at, told } from './a-log.ts';
import { assess, assessor } from './assess.ts';
import { sampleExercise, sampleLog } from './sample-log.ts';
import { summaryOf } from './summary.ts';

const exercise = sampleExercise();

test('an exercise of which nothing is logged yet has figures of nothing, and no finding', () => {
  const found = assess(exercise, [], { reader: 'all' });
  expect(found).toMatchObject({
    basis: { streams: 0, events: 0, from: null, to: null },
    startex: null,
    endex: null,
    findings: [],
    timeline: [],
  });
  expect(found.serials.map(({ status }) => status)).toEqual(['planned', 'planned', 'planned']);
  expect(found.coordination.procedures.map(({ met }) => met.of)).toEqual([0, 0]);
});

test('the same log gives the same bytes, at once or event by event with looks in between', () => {
  const { take, result } = assessor(exercise, { reader: 'all' });
  for (const event of sampleLog()) {
    take(event);
    result();
  }
  expect(JSON.stringify(result())).toBe(JSON.stringify(assess(exercise, sampleLog(), { reader: 'all' })));
});

test('the basis says how much was read and when it began and ended', () => {
  expect(assess(exercise, sampleLog(), { reader: 'all' }).basis).toEqual({
    streams: 5,
    events: sampleLog().length,
    from: at(-120),
    to: at(5050),
  });
});

test('a serial stands in the booking as it last was, with the time it stood stopped', () => {
  const log = aLog(
    aBooking('s1', 600, ['b1']),
    told(600, 'SerialStarted', { serial: 's1' }),
    told(610, 'SerialStopped', { serial: 's1' }),
    told(614, 'SerialResumed', { serial: 's1' }),
    told(620, 'SerialStopped', { serial: 's1' }),
    told(630, 'EndexDeclared', {}),
  );
  expect(assess(exercise, log, { reader: 'all' }).serials[0]).toMatchObject({
    status: 'stopped',
    plannedStart: at(600),
    startedAt: at(600),
    endedAt: null,
    stoppedSeconds: 840,
  });
});

test('a drill is no emergency', () => {
  const raised = (alert: string, drill: boolean) =>
    told(1, 'NoDuffRaised', { alert, site: null, kind: 'fire', drill, serials: [], channel: '16' });
  expect(assess(exercise, aLog(raised('a', false), raised('b', true)), { reader: 'all' }).safety).toEqual({
    stops: 0,
    noDuff: 1,
    drills: 1,
  });
});

test('the summary says the whole in a few sentences', () => {
  const said = summaryOf(assess(exercise, sampleLog(), { reader: 'joint' })).map((message) => mustSay(message, 'en'));
  expect(said).toContain('1 of 3 serials were done, 1 cut short, 1 cancelled.');
  expect(said).toContain('1 of 4 possible pairs of units of different parties worked together (2 planned).');
});
