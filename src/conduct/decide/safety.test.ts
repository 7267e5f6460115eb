import { expect, test } from 'vitest';
import { aJointExercise, jointItems, TestConduct, told } from '../a-conduct.ts';
import { statusOf } from './asking.ts';
import { resumeStillNeeds } from './resume.ts';

test('STOP by anyone halts the serial at that place and no other', () => {
  const play = new TestConduct().started().running('SER-1').running('SER-2');
  expect(told(play.give('HQ-CHN', 'CallStop', { stop: 's-1', site: 'NORTH' }))).toEqual([
    'StopCalled → everyone:',
    'SerialStopped → everyone:',
  ]);
  expect([statusOf(play.conduct, 'SER-1'), statusOf(play.conduct, 'SER-2')]).toEqual(['stopped', 'running']);
  expect(told(play.give('CHIEF', 'ResumeSerial', { serial: 'SER-1' }))).toEqual(['conduct.serialStandsStill']);
  play.give('SAFETY', 'LiftStop', { stop: 's-1' });
  expect(told(play.give('CHIEF', 'ResumeSerial', { serial: 'SER-1' }))).toEqual(['SerialResumed → everyone:']);
});

test('a NO DUFF also stops every serial that depends on the same medical asset', () => {
  const play = new TestConduct().started().running('SER-1').running('SER-2').running('SER-3');
  const raised = play.give('ROLE', 'RaiseNoDuff', { alert: 'n-1', site: 'NORTH', kind: 'casualty', drill: false });
  expect(raised.change[0]?.event.payload).toEqual({
    alert: 'n-1',
    site: 'NORTH',
    kind: 'casualty',
    drill: false,
    serials: ['SER-1', 'SER-2'],
    channel: 'SAFETY 1',
  });
  expect(statusOf(play.conduct, 'SER-3')).toBe('running');
  expect(told(play.give('CODIR-CHN', 'ExtendNoDuff', { alert: 'n-1' }))).toEqual([
    'NoDuffExtended → everyone:',
    'SerialStopped → everyone:',
  ]);
});

test('a serial that depends on the asset of a NO DUFF does not start elsewhere', () => {
  const play = new TestConduct().started();
  play.give('ROLE', 'RaiseNoDuff', { alert: 'n-1', site: 'NORTH', kind: 'casualty', drill: false });
  play.running('SER-2');
  expect(statusOf(play.conduct, 'SER-2')).toBe('ready');
});

test('a NO DUFF that nobody can place stands everywhere', () => {
  const play = new TestConduct().started().running('SER-3');
  play.give('HQ-BLR', 'RaiseNoDuff', { alert: 'n-1', site: null, kind: 'missingPerson', drill: false });
  expect(statusOf(play.conduct, 'SER-3')).toBe('stopped');
});

test('resuming needs the safety officer of the place, the senior representative of each party there, and the co-directors', () => {
  const play = new TestConduct().started().running('SER-1');
  play.give('HQ-BLR', 'RaiseNoDuff', { alert: 'n-1', site: 'NORTH', kind: 'vehicle', drill: false });
  expect(resumeStillNeeds(play.conduct, 'n-1')).toEqual([
    'safetyOfficer',
    'seniorNationalRepresentative:BLR',
    'seniorNationalRepresentative:CHN',
    'coDirector:BLR',
    'coDirector:CHN',
  ]);
  expect(told(play.give('SAFETY-SOUTH', 'SignResume', { alert: 'n-1', role: 'safetyOfficer' }))).toEqual(['conduct.notYoursToSign']);
  play.give('SAFETY', 'SignResume', { alert: 'n-1', role: 'safetyOfficer' });
  play.give('SNR-BLR', 'SignResume', { alert: 'n-1', role: 'seniorNationalRepresentative' });
  play.give('SNR-CHN', 'SignResume', { alert: 'n-1', role: 'seniorNationalRepresentative' });
  play.give('CODIR-BLR', 'SignResume', { alert: 'n-1', role: 'coDirector' });
  expect(told(play.give('CHIEF', 'ResumeSerial', { serial: 'SER-1' }))).toEqual(['conduct.serialStandsStill']);
  expect(told(play.give('CODIR-CHN', 'SignResume', { alert: 'n-1', role: 'coDirector' }))).toEqual([
    'ResumeSigned → everyone:',
    'NoDuffResumed → everyone:',
  ]);
  expect(told(play.give('CHIEF', 'ResumeSerial', { serial: 'SER-1' }))).toEqual(['SerialResumed → everyone:']);
});

test('an alert that was withdrawn stands until play is resumed', () => {
  const play = new TestConduct().started().running('SER-1');
  play.give('HQ-BLR', 'RaiseNoDuff', { alert: 'n-1', site: 'NORTH', kind: 'fire', drill: false });
  expect(told(play.give('HQ-BLR', 'WithdrawNoDuff', { alert: 'n-1' }))).toEqual(['NoDuffWithdrawn → everyone:']);
  expect(told(play.give('CHIEF', 'ResumeSerial', { serial: 'SER-1' }))).toEqual(['conduct.serialStandsStill']);
});

test('an identifier that was used before does not swallow another alert', () => {
  const play = new TestConduct().started();
  const order = { alert: 'n-1', site: 'NORTH', kind: 'fire', drill: false } as const;
  play.give('HQ-BLR', 'RaiseNoDuff', order);
  expect(told(play.give('HQ-BLR', 'RaiseNoDuff', order))).toEqual([]);
  expect(told(play.give('HQ-CHN', 'RaiseNoDuff', { ...order, site: 'SOUTH' }))).toEqual(['NoDuffRaised → everyone:']);
});

test('names and injuries go to the medical stream of the party concerned', () => {
  const play = new TestConduct().started();
  play.give('HQ-BLR', 'RaiseNoDuff', { alert: 'n-1', site: 'NORTH', kind: 'casualty', drill: false });
  const recorded = play.give('MEDIC', 'RecordNoDuffDetails', { alert: 'n-1', party: 'CHN', text: 'Ankle' });
  expect(recorded.change.map(({ stream }) => stream)).toEqual(['RESTRICTED/CHN/MEDICAL/party:CHN']);
});

test('a senior representative takes the own people out at any time, and the serial does not go on without them', () => {
  const play = new TestConduct().started().running('SER-1');
  expect(told(play.give('SNR-CHN', 'WithdrawParty', { serial: 'SER-1' }))).toEqual([
    'PartyWithdrawn → everyone:',
    'SerialStopped → everyone:',
  ]);
  expect(told(play.give('CHIEF', 'ResumeSerial', { serial: 'SER-1' }))).toEqual(['conduct.partyIsWithdrawn']);
  play.give('SNR-CHN', 'ReturnParty', { serial: 'SER-1' });
  expect(told(play.give('CHIEF', 'ResumeSerial', { serial: 'SER-1' }))).toEqual(['SerialResumed → everyone:']);
});

test('a serial that only one party knows is halted too, and not named to everyone', () => {
  const play = new TestConduct().started();
  play.give('CHIEF', 'CallSerial', { serial: 'SER-OWN' });
  play.give('CHIEF', 'StartSerial', { serial: 'SER-OWN' });
  const stop = play.give('HQ-CHN', 'CallStop', { stop: 's-1', site: 'HALL' });
  expect(told(stop)).toEqual(['StopCalled → everyone:', 'SerialStopped → party:BLR']);
  expect(JSON.stringify(stop.change[0])).not.toContain('SER-OWN');
});

test('who told of an emergency is kept in medical confidence, and a place that is none is no text in the alert', () => {
  const play = new TestConduct().started().running('SER-3');
  const onBehalf = { of: 'HQ-CHN', toldBy: 'A. Person, by voice', madeAt: play.now };
  const raised = play.give('ROLE', 'RaiseNoDuff', {
    alert: 'n-1',
    site: 'behind A. Person’s tent',
    kind: 'casualty',
    drill: false,
    onBehalf,
  });
  expect(told(raised)).toEqual(['NoDuffRaised → everyone:', 'SerialStopped → everyone:', 'NoDuffDetailsRecorded → party:CHN']);
  const open = raised.change.filter(({ stream }) => stream === play.conduct.routes.everyone);
  expect(JSON.stringify(open)).not.toContain('Person');
  expect(open[0]?.event.payload).toMatchObject({ site: null, onBehalf: { of: 'HQ-CHN', toldBy: '' } });
});

test('a serial elsewhere whose place shares the asset is stopped too', () => {
  const sites = jointItems.sites.map((site) => (site.id === 'HALL' ? { ...site, medical: { assets: ['AMBULANCE'] } } : site));
  const play = new TestConduct(aJointExercise({ sites })).started().running('SER-3');
  play.give('ROLE', 'RaiseNoDuff', { alert: 'n-1', site: 'NORTH', kind: 'casualty', drill: true });
  expect(statusOf(play.conduct, 'SER-3')).toBe('stopped');
});

test('a party whose people are called together at the place signs too', () => {
  const play = new TestConduct().started();
  play.give('CHIEF', 'CallSerial', { serial: 'SER-1' });
  play.give('HQ-BLR', 'RaiseNoDuff', { alert: 'n-1', site: 'NORTH', kind: 'fire', drill: false });
  expect(resumeStillNeeds(play.conduct, 'n-1')).toContain('seniorNationalRepresentative:CHN');
});

test('where no safety officer serves at the place, another may sign', () => {
  const posts = jointItems.posts.map((post) => (post.id === 'SAFETY' ? { ...post, sites: ['NORTH'] } : post));
  const play = new TestConduct(aJointExercise({ posts })).started();
  play.give('HQ-BLR', 'RaiseNoDuff', { alert: 'n-1', site: 'HALL', kind: 'fire', drill: false });
  play.give('HQ-BLR', 'RaiseNoDuff', { alert: 'n-2', site: 'NORTH', kind: 'fire', drill: false });
  expect(told(play.give('SAFETY-SOUTH', 'SignResume', { alert: 'n-1', role: 'safetyOfficer' }))).toEqual(['ResumeSigned → everyone:']);
  expect(told(play.give('SAFETY-SOUTH', 'SignResume', { alert: 'n-2', role: 'safetyOfficer' }))).toEqual(['conduct.notYoursToSign']);
});
