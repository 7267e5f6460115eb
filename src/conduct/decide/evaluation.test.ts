// Observations, ratings, procedures, findings and what is to be done about them.
import { expect, test } from 'vitest';
import { aJointExercise, minutes, TestConduct, told } from '../a-conduct.ts';
import { derivedRating } from './rating.ts';

const seen = { observation: 'o-1', serial: 'SER-1', task: 'SEARCH', criticalTask: 'brief', rating: 'P' } as const;

test('an observation stays with its party until its serial is done, and is then released without its maker', () => {
  const play = new TestConduct().started().running('SER-1');
  expect(told(play.give('EVAL-CHN', 'MakeObservation', seen))).toEqual(['ObservationMade → party:CHN']);
  const done = play.give('CHIEF', 'FinishSerial', { serial: 'SER-1' });
  expect(told(done)).toEqual(['SerialDone → everyone:', 'ObservationReleased → everyone:']);
  expect(JSON.stringify(done)).not.toContain('EVAL-CHN');
  expect(told(play.give('EVAL-BLR', 'MakeObservation', { ...seen, observation: 'o-2' }))).toEqual([
    'ObservationMade → party:BLR',
    'ObservationReleased → everyone:',
  ]);
  const late = play.log.filter(({ event }) => event.type === 'ObservationReleased').map(({ author }) => author);
  expect(late).toEqual(['CHIEF', null]);
});

test('the rating follows from the answers', () => {
  expect(derivedRating({ met: false, negativeImpact: true })).toBe('U');
  expect(derivedRating({ met: true, improvement: true, negativeImpact: true })).toBe('M');
  expect(derivedRating({ met: true, improvement: true })).toBe('S');
  expect(derivedRating({ met: true })).toBe('P');
  expect(derivedRating({ improvement: true })).toBeUndefined();
});

test('a rating is derived where it is not given, must be on the scale, and must not contradict the answers; not observed is not rated', () => {
  const play = new TestConduct().started().running('SER-1');
  const rate = (observation: string, more: object) => play.give('EVAL-BLR', 'MakeObservation', { ...seen, observation, ...more });
  const rating = (decision: ReturnType<typeof rate>) => {
    const event = decision.change[0]?.event;
    return event?.type === 'ObservationMade' ? event.payload.rating : told(decision);
  };
  expect(rating(rate('a', { rating: null, met: true, improvement: true }))).toBe('S');
  expect(rating(rate('b', { rating: null }))).toBeNull();
  expect(rating(rate('c', { rating: '5' }))).toEqual(['conduct.ratingNotOnScale']);
  expect(rating(rate('d', { rating: 'P', met: false }))).toEqual(['conduct.ratingContradictsAnswers']);
  expect(told(play.give('EVAL-CHN', 'MakeObservation', { ...seen, observation: 'e', partyRating: 'fair' }))).toEqual([
    'ObservationMade → party:CHN',
  ]);
  expect(rating(rate('f', { partyRating: 'fair' }))).toEqual(['conduct.ratingNotOnScale']);
});

test('only what is under way can be observed, by an evaluator, on a critical task that exists', () => {
  const play = new TestConduct().started();
  expect(told(play.give('EVAL-BLR', 'MakeObservation', seen))).toEqual(['conduct.serialNotObservable']);
  play.running('SER-1');
  expect(told(play.give('HQ-BLR', 'MakeObservation', seen))).toEqual(['conduct.notYourOrder']);
  expect(told(play.give('EVAL-BLR', 'MakeObservation', { ...seen, criticalTask: 'none' }))).toEqual(['conduct.noSuchCriticalTask']);
});

test('a withdrawn observation is withdrawn wherever it was released', () => {
  const play = new TestConduct().started().running('SER-1');
  play.give('EVAL-CHN', 'MakeObservation', seen);
  play.give('CHIEF', 'FinishSerial', { serial: 'SER-1' });
  expect(told(play.give('EVAL-BLR', 'WithdrawObservation', { observation: 'o-1', reason: 'mine?' }))).toEqual([
    'conduct.noSuchObservation',
  ]);
  expect(told(play.give('EVAL-CHN', 'WithdrawObservation', { observation: 'o-1', reason: 'mistaken' }))).toEqual([
    'ObservationWithdrawn → everyone:',
    'ObservationWithdrawn → party:CHN',
  ]);
  expect(play.log.filter(({ event }) => event.type === 'ObservationWithdrawn').map(({ author }) => author)).toEqual([null, 'EVAL-CHN']);
});

test('how a procedure went is recorded once', () => {
  const play = new TestConduct().started().running('SER-1');
  const record = {
    record: 'p-1',
    procedure: 'REQUEST',
    serial: 'SER-1',
    from: 'BLR',
    to: 'CHN',
    startedAt: play.now,
    finishedAt: play.now + minutes(4),
  };
  expect(told(play.give('EVAL-BLR', 'RecordProcedure', record))).toEqual(['ProcedureRecorded → party:BLR']);
  expect(told(play.give('EVAL-BLR', 'RecordProcedure', record))).toEqual([]);
  expect(told(play.give('EVAL-BLR', 'RecordProcedure', { ...record, record: 'p-2', finishedAt: play.now - minutes(4) }))).toEqual([
    'conduct.endsBeforeItStarts',
  ]);
});

const finding = {
  finding: 'f-1',
  title: 'Interpreters',
  text: 'Too few at night',
  language: 'en',
  strength: false,
  serials: ['SER-1'],
  shownBy: [],
  joint: true,
};

test('a joint finding is proposed to all, commented, and agreed with a national view', () => {
  const play = new TestConduct().started();
  expect(told(play.give('EVAL-BLR', 'ProposeFinding', finding))).toEqual(['FindingProposed → everyone:']);
  expect(told(play.give('SNR-CHN', 'CommentFinding', { finding: 'f-1', text: 'Yes', language: 'en' }))).toEqual([
    'FindingCommented → everyone:',
  ]);
  expect(told(play.give('CODIR-BLR', 'AgreeFinding', { finding: 'f-1', nationalView: 'CHN' }))).toEqual(['FindingAgreed → everyone:']);
  expect(told(play.give('SNR-CHN', 'CommentFinding', { finding: 'f-1', text: 'No', language: 'en' }))).toEqual([
    'conduct.findingIsSettled',
  ]);
  const action = {
    action: 'a-1',
    finding: 'f-1',
    text: 'Train two more',
    owner: 'CODIR-BLR',
    due: 29_000_000,
    element: 'training',
    done: false,
  } as const;
  expect(told(play.give('CODIR-BLR', 'SetCorrectiveAction', action))).toEqual(['CorrectiveActionSet → everyone:']);
  expect(told(play.give('CODIR-BLR', 'SetCorrectiveAction', action))).toEqual([]);
  play.give('EVAL-BLR', 'ProposeFinding', { ...finding, finding: 'f-2' });
  expect(told(play.give('CODIR-BLR', 'SupersedeFinding', { finding: 'f-1', by: 'f-2' }))).toEqual(['FindingSuperseded → everyone:']);
});

test('consent is asked on a joint finding, and never on a national one, which the other party must not hear of', () => {
  const agreements = [
    { id: 'LESSONS', on: 'finding' as const, consents: [{ role: 'coDirector' as const }], within: '1h', silenceMeans: 'no' as const },
  ];
  const play = new TestConduct(aJointExercise({ agreements })).started().running('SER-1');
  play.give('EVAL-BLR', 'MakeObservation', seen);
  play.give('EVAL-BLR', 'ProposeFinding', { ...finding, joint: false, shownBy: ['o-1'] });
  play.give('EVAL-BLR', 'ProposeFinding', { ...finding, finding: 'f-2', shownBy: ['o-1'] });
  const ask = (subject: string) => told(play.give('CODIR-BLR', 'AskConsent', { case: subject, on: 'finding', subject }));
  expect(ask('f-1')).toEqual(['conduct.findingIsNational']);
  expect(ask('f-2')).toEqual(['ConsentAsked → everyone:']);
});

test('a national finding is not known to the other party, nor agreed, and shows nothing that its readers may not read', () => {
  const play = new TestConduct().started().running('SER-1');
  play.give('EVAL-BLR', 'MakeObservation', seen);
  const proposed = play.give('EVAL-BLR', 'ProposeFinding', {
    ...finding,
    joint: false,
    shownBy: ['o-1', 'o-9'],
    serials: ['SER-1', 'SER-OWN'],
  });
  expect(told(proposed)).toEqual(['FindingProposed → party:BLR']);
  expect(proposed.change[0]?.event.payload).toMatchObject({ shownBy: ['o-1'], serials: ['SER-1', 'SER-OWN'] });
  expect(told(play.give('CODIR-CHN', 'AgreeFinding', { finding: 'f-1' }))).toEqual(['conduct.noSuchFinding']);
  expect(told(play.give('CODIR-BLR', 'AgreeFinding', { finding: 'f-1' }))).toEqual(['conduct.findingIsNational']);
  expect(told(play.give('SNR-BLR', 'KeepFindingNational', { finding: 'f-1' }))).toEqual(['FindingKeptNational → party:BLR']);
  const joint = play.give('EVAL-BLR', 'ProposeFinding', { ...finding, finding: 'f-2', shownBy: ['o-1'], serials: ['SER-1', 'SER-OWN'] });
  expect(joint.change[0]?.event.payload).toMatchObject({ shownBy: [], serials: ['SER-1'] });
});
