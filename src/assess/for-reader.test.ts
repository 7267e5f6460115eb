import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LoggedEvent } from '../conduct/index.ts';
import type { Reader } from '../release/index.ts';
import { aLog, excon, ofParty, ofPost, type Told, told } from './a-log.ts';
import { assess } from './assess.ts';
import { assessmentJson } from './assessment-json.ts';
import { assessFor, eventsFor } from './for-reader.ts';
import { sampleExercise, sampleLog } from './sample-log.ts';

const outside = sampleExercise({ excon: false });
const { scale } = outside.policy;
const blr: Reader = { kind: 'party', party: 'BLR', excon: false, posts: ['b-lead', 'b-liaison'] };
const chn: Reader = { kind: 'party', party: 'CHN', excon: false, posts: ['c-lead'] };
const joint: Reader = { kind: 'joint', parties: [blr, chn].flatMap((reader) => (reader.kind === 'party' ? [reader] : [])) };
const readers: readonly Reader[] = [blr, chn, joint, { kind: 'public' }, { kind: 'all' }];

/** What CHN alone, or EXCON alone, might have said at any minute. */
const hidden: fc.Arbitrary<Told> = fc
  .tuple(fc.integer({ min: -200, max: 6000 }), fc.nat(9), fc.constantFrom(ofParty('CHN'), ofPost('c-lead', 'CHN'), excon))
  .chain(([minutes, n, stream]) =>
    fc.constantFrom(
      told(minutes, 'SerialDone', { serial: `s${n}` }, stream),
      told(
        minutes,
        'ObservationMade',
        { observation: `h${n}`, serial: 's1', task: 'cordon', criticalTask: 'report', evaluator: 'c-eval', party: 'CHN', rating: 'U' },
        stream,
      ),
      told(
        minutes,
        'InjectReceived',
        { delivery: `d${n}`, number: n, to: 'c-lead', from: {}, means: 'radio', texts: {}, answerWithinMinutes: 5 },
        stream,
      ),
      told(minutes, 'MessageSent', { message: `m${n}`, from: 'c-lead', to: ['b-lead'], language: 'zh', means: 'radio', text: '…' }, stream),
      told(minutes, 'ClockPaused', { reason: 'Nobody else is to know' }, stream),
      told(minutes, 'EndexDeclared', {}, stream),
      told(minutes, 'FindingAgreed', { finding: 'f1', nationalView: 'CHN' }, stream),
      told(minutes, 'ObservationWithdrawn', { observation: 'o1', reason: '…' }, stream),
      told(minutes, 'StopCalled', { stop: `x${n}`, site: 'range', serials: [] }, stream),
    ),
  );

test('nothing that is hidden from a reader changes a byte of the reader’s assessment', () => {
  fc.assert(
    fc.property(fc.array(hidden, { maxLength: 20 }), (events) => {
      const before = assessmentJson(assessFor(blr, outside, sampleLog(), { analyst: true }));
      const after = assessmentJson(assessFor(blr, outside, aLog(...sampleLog(), ...events), { analyst: true }));
      expect(after).toBe(before);
    }),
    { numRuns: 60 },
  );
});

test('assessing for a reader is assessing what is left when the log is restricted', () => {
  for (const reader of readers) {
    const restricted = [...eventsFor(reader, sampleLog(), scale)];
    const named = assessFor(reader, outside, sampleLog());
    expect(named).toEqual(assess(outside, restricted, { reader: named.reader }));
    expect(named).toEqual(assessFor(reader, outside, restricted));
    expect(named.basis.events).toBe(restricted.length);
  }
});

test('joint figures are made from what every party may read, and so are the same for each', () => {
  const forJoint = assessFor(joint, outside, sampleLog());
  expect(forJoint.findings.map(({ id }) => id)).not.toContain('f2');
  expect(forJoint.ratings.tasks.filter(({ rating }) => rating !== null)).toMatchObject([{ party: 'BLR', rating: 'S' }]);
  const fromBlr = assess(outside, eventsFor(joint, eventsFor(blr, sampleLog(), scale), scale), { reader: 'joint' });
  const fromChn = assess(outside, eventsFor(joint, eventsFor(chn, sampleLog(), scale), scale), { reader: 'joint' });
  expect(assessmentJson(fromBlr)).toBe(assessmentJson(forJoint));
  expect(assessmentJson(fromChn)).toBe(assessmentJson(forJoint));
});

test('a party’s own is in its own assessment', () => {
  expect(assessFor(chn, outside, sampleLog()).findings.map(({ id }) => id)).toContain('f2');
  expect(assessFor(blr, outside, sampleLog()).findings.map(({ id }) => id)).not.toContain('f2');
  expect(assessmentJson(assessFor(blr, outside, sampleLog()))).not.toContain('party:CHN');
});

test('the public reads nothing of the exercise and is told so', () => {
  expect(assessFor({ kind: 'public' }, outside, sampleLog()).basis).toEqual({ streams: 0, events: 0, from: null, to: null });
});

test('any part of a log, in any order of streams, can be assessed; what is erased counts and tells nothing', () => {
  const log = sampleLog();
  const erased = (event: LoggedEvent): LoggedEvent => ({ ...event, event: { ...event.event, payload: null } });
  fc.assert(
    fc.property(fc.subarray([...log]), fc.nat(7), (events, every) => {
      const some = events.map((event, index) => (index % 8 === every ? erased(event) : event));
      const found = assess(sampleExercise(), some, { reader: 'all', analyst: true });
      expect(found.basis.events).toBe(events.length);
      expect(() => assessmentJson(found)).not.toThrow();
    }),
  );
});
