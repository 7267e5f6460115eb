import { expect, test } from 'vitest';
import { languages, mustSay } from '../../words/index.ts';
import { aLog, at, everyone, told } from '../a-log.ts';
import { assess } from '../assess.ts';
import { sampleExercise, sampleLog } from '../sample-log.ts';

const exercise = sampleExercise();

test('the timeline tells when, by both clocks, what, and which event says so', () => {
  const [entry] = assess(exercise, aLog(told(360, 'StartexDeclared', { exerciseTime: at(360) })), { reader: 'all' }).timeline;
  expect(entry).toEqual({
    at: at(360),
    exerciseAt: at(360),
    kind: 'clock',
    key: 'assess.timeline.startex',
    values: {},
    event: { stream: everyone, origin: 'brest', sequence: 1 },
  });
});

test('every entry can be said in every language', () => {
  const more = aLog(
    told(1, 'ClockPaused', { reason: 'Lunch' }),
    told(2, 'ClockResumed', {}),
    told(3, 'ClockJumped', { to: at(600), reason: 'Next day' }),
    told(4, 'ClockSpeedSet', { speed: 60 }),
    told(5, 'AnchorSet', { anchor: 'H1', at: at(700) / 60_000_000, reason: 'Ready' }),
    told(6, 'ContingentReady', { contingent: 'c-main' }),
    told(7, 'ContingentDeparted', { contingent: 'c-main' }),
    told(8, 'NoDuffRaised', { alert: 'a', site: 'range', kind: 'casualty', drill: false, serials: [], channel: '16' }),
    told(9, 'NoDuffExtended', { alert: 'a', serials: [], everywhere: true }),
    told(10, 'NoDuffCorrected', { alert: 'a', site: null, kind: 'water', serials: [] }),
    told(11, 'NoDuffWithdrawn', { alert: 'a' }),
    told(12, 'NoDuffResumed', { alert: 'a', serials: [] }),
    told(13, 'PartyWithdrawn', { party: 'BLR' }),
    told(14, 'PartyReturned', { party: 'BLR', serial: 's1' }),
    told(15, 'InjectReceived', { delivery: 'x', number: 3, to: 'b-lead', from: {}, means: 'mail', texts: {} }),
    told(16, 'FindingKeptNational', { finding: 'f', party: 'CHN' }),
    told(17, 'FindingSuperseded', { finding: 'f', by: 'g' }),
    told(18, 'ConsentAsked', { case: 'c', on: 'plan', subject: 'v2', needed: [], until: at(60), silenceMeans: 'yes' }),
    told(19, 'ConsentSettled', { case: 'c', outcome: 'agreedBySilence' }),
    told(20, 'TextReleased', { record: 'r', thing: 'notice', title: 'Opening', text: '…', language: 'en' }),
    told(21, 'Withdrawn', { record: 'r', reason: 'Wrong date' }),
  );
  const timeline = [...assess(exercise, sampleLog(), { reader: 'all' }).timeline, ...assess(exercise, more, { reader: 'all' }).timeline];
  expect(new Set(timeline.map(({ key }) => key)).size).toBeGreaterThan(30);
  for (const entry of timeline)
    for (const language of languages) expect(mustSay(entry, language, exercise.zone)).not.toMatch(/undefined|\{/);
});

test('signatures, messages, contacts and observations are counted and not told', () => {
  const kinds = assess(exercise, sampleLog(), { reader: 'all' }).timeline.map(({ key }) => key);
  expect(kinds.filter((key) => /signed|message|contact[^a-z]|observation/i.test(key))).toEqual([]);
});

test('a dry run may leave it out', () => {
  expect(assess(exercise, sampleLog(), { reader: 'all', timeline: false }).timeline).toEqual([]);
});
