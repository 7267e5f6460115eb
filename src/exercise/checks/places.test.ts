import { expect, test } from 'vitest';
import { aSerial, aSite, aUnit } from '../a-document.ts';
import { found, named, sound } from './found.ts';
import { everySerialHasATime, listedSitesHaveTheFacilities, poolsSuffice, someSiteHasRoom, someSiteHasTheFacilities } from './places.ts';
import {
  enoughPartiesExist,
  groupsAreLargeEnough,
  someoneMeetsEveryDemand,
  teamBoundsAgree,
  theLeadCanLead,
  theTeamOfAnotherSerialExists,
  trainingHasATeam,
} from './teams.ts';

const withSerial = (serial: object) => ({ serials: [...sound.serials, aSerial({ id: 'S3', kind: 'brief', ...serial })] });
const withTeam = (team: object) => withSerial({ team });

test(listedSitesHaveTheFacilities.sentence, () => {
  expect(found(withSerial({ sites: ['field'], facilities: ['range'] }))).toEqual(['exercise.siteLacks']);
});

test(someSiteHasTheFacilities.sentence, () => {
  const facilities = [...sound.facilities, { id: 'pool', name: named('Pool') }];
  expect(found({ facilities, ...withSerial({ facilities: ['pool'] }) })).toEqual(['exercise.noSiteHas']);
});

test(someSiteHasRoom.sentence, () => {
  const sites = [...sound.sites, aSite({ id: 'room', capacity: { people: 20 } })];
  expect(found({ sites, ...withSerial({ sites: ['room'], visitors: 21 }) })).toEqual(['exercise.noRoom']);
  expect(found({ sites, ...withSerial({ sites: ['room'], visitors: 20 }) })).toEqual([]);
});

test(poolsSuffice.sentence, () => {
  const pools = [{ id: 'boats', name: named('Boats'), count: 2, sites: ['field'] }];
  expect(found({ pools, ...withSerial({ sites: ['field'], pools: [{ pool: 'boats', count: 3 }] }) })).toEqual(['exercise.poolTooSmall']);
  expect(found({ pools, ...withSerial({ sites: ['hall'], pools: [{ pool: 'boats', count: 1 }] }) })).toEqual(['exercise.poolElsewhere']);
});

test(everySerialHasATime.sentence, () => {
  expect(found(withSerial({ run: '3h', hours: { from: '08:00', to: '10:00' } }))).toEqual(['exercise.hoursTooShort']);
  expect(found(withSerial({ light: 'night', hours: { from: '10:00', to: '16:00' } }))).toEqual(['exercise.neverOpen']);
  expect(found(withSerial({ light: 'night', run: '12h' }))).toEqual(['exercise.lightImpossible']);
  expect(found(withSerial({ light: 'night', at: 'D+1 12:00' }))).toEqual(['exercise.lightImpossible']);
  expect(found(withSerial({ light: 'night', run: '2h', hours: { from: '22:00', to: '04:00' } }))).toEqual([]);
});

test('it is the start of set-up that lies on the grid, counted from midnight of the first day', () => {
  const early = { setUp: '20min', run: '1h', debrief: '10min' };
  expect(found(withSerial({ ...early, hours: { from: '08:00', to: '09:30' } }))).toEqual([]);
  expect(found(withSerial({ ...early, hours: { from: '08:10', to: '09:40' } }))).toEqual(['exercise.neverOpen']);
  expect(found(withSerial({ ...early, hours: { from: '08:00', to: '09:20' } }))).toEqual(['exercise.hoursTooShort']);
  const ofThirty = { setting: { gridMinutes: 30, zone: 'C', from: '080010CJUL24' } };
  const ownNight = [...sound.sites, aSite({ id: 'room', opening: [{ from: '20:30', to: '21:40' }] })];
  expect(found({ ...ofThirty, sites: ownNight, ...withSerial({ sites: ['room'], run: '65min', brief: '5min' }) })).toEqual([]);
  const statedHours = { day: { from: '08:20', to: '09:20' }, night: { from: '22:00', to: '04:00' } };
  expect(found({ setting: { statedHours }, ...withSerial({ sites: ['field'], light: 'day', brief: '20min', run: '1h' }) })).toEqual([]);
  expect(found({ setting: { statedHours }, ...withSerial({ sites: ['field'], light: 'day', brief: '15min', run: '1h' }) })).toEqual([
    'exercise.neverOpen',
  ]);
});

test('a fixed serial is exempt from the grid', () => {
  const sites = [...sound.sites, aSite({ id: 'room', opening: [{ from: '08:07', to: '09:27' }] })];
  const fixed = { sites: ['room'], brief: '20min', run: '1h' };
  expect(found({ sites, ...withSerial({ ...fixed, at: 'D+1 08:27' }) })).toEqual([]);
  expect(found({ sites, ...withSerial({ ...fixed, at: 'D+1 08:28' }) })).toEqual(['exercise.neverOpen']);
  expect(found({ sites, ...withSerial(fixed) })).toEqual(['exercise.neverOpen']);
});

test('a site stays taken for the reset, and days of opening that meet are one', () => {
  const sites = [...sound.sites, aSite({ id: 'room', opening: [{ from: '08:00', to: '10:00' }] })];
  expect(found({ sites, ...withSerial({ sites: ['room'], run: '2h' }) })).toEqual([]);
  expect(found({ sites, ...withSerial({ sites: ['room'], run: '2h', reset: '15min' }) })).toEqual(['exercise.hoursTooShort']);
  const openPeriods = [
    { from: 'D+1 10:00', to: 'D+1 11:00' },
    { from: 'D+1 11:00', to: 'D+1 12:00' },
  ];
  const onOneDay = [...sound.sites, aSite({ id: 'room', openPeriods })];
  expect(found({ sites: onOneDay, ...withSerial({ sites: ['room'], run: '2h' }) })).toEqual([]);
  expect(found({ sites: onOneDay, ...withSerial({ sites: ['room'], run: '3h' }) })).toEqual(['exercise.neverOpen']);
});

test('who needs no site is bound by none, and a phase binds all but what is fixed', () => {
  const sites = sound.sites.map((site) => ({ ...site, opening: [{ from: '08:00', to: '10:00' }] }));
  const phases = [...sound.phases, { id: 'P2', name: named('P2'), from: 'D+3 20:00', to: 'D+3 21:00' }];
  expect(found({ sites, serials: [aSerial({ id: 'S3', kind: 'brief', run: '4h' })] })).not.toContain('exercise.hoursTooShort');
  expect(found({ phases, ...withSerial({ phase: 'P2', run: '2h' }) })).toEqual(['exercise.phaseTooShort']);
  expect(found({ phases, ...withSerial({ phase: 'P2', run: '2h', at: 'D+1 08:00' }) })).toEqual([]);
  expect(found(withSerial({ run: '300h' }))).toEqual(['exercise.phaseTooShort']);
});

test('a hall with a light of its own, and stated hours, take the place of the sun', () => {
  const sites = [...sound.sites, aSite({ id: 'dark', light: 'night' })];
  expect(found({ sites, ...withSerial({ sites: ['dark'], light: 'night', at: 'D+1 12:00' }) })).toEqual([]);
  const statedHours = { day: { from: '04:00', to: '12:00' }, night: { from: '12:00', to: '04:00' } };
  expect(found({ setting: { statedHours }, ...withSerial({ light: 'night', at: 'D+1 12:00' }) })).toEqual([]);
});

test(teamBoundsAgree.sentence, () => {
  expect(found(withTeam({ units: { least: 3, most: 2 } }))).toContain('exercise.moreThanMost');
  expect(found(withTeam({ units: { most: 1 }, named: ['B1', 'C1'] }))).toEqual(['exercise.moreThanMost']);
  expect(found(withTeam({ units: { most: 1 }, parties: { least: 2 } }))).toEqual(['exercise.moreThanMost']);
  expect(found(withTeam({ people: { least: 30, most: 20 } }))).toEqual(['exercise.moreThanMost']);
  expect(found(withTeam({ named: ['B1'], from: ['C1'] }))).toEqual(['exercise.namedButNotAllowed']);
});

test(theTeamOfAnotherSerialExists.sentence, () => {
  const serials = [...sound.serials, aSerial({ id: 'S3', kind: 'brief' }), aSerial({ id: 'S4', team: { sameTeamAs: 'S3' } })];
  expect(found({ serials })).toEqual(['exercise.hasNoTeam']);
});

test(groupsAreLargeEnough.sentence, () => {
  const taskGroups = [{ id: 'G', name: named('G'), units: ['B1', 'C1'] }];
  expect(found({ taskGroups, ...withTeam({ taskGroup: { group: 'G', least: 3 } }) })).toEqual(['exercise.groupTooSmall']);
  expect(found({ taskGroups, ...withTeam({ taskGroup: { group: 'G' } }) })).toEqual([]);
});

test(enoughPartiesExist.sentence, () => {
  expect(found(withTeam({ parties: { least: 3 } }))).toEqual(['exercise.tooFewParties']);
  expect(found(withTeam({ perParty: { CHN: 2 } }))).toEqual(['exercise.tooFewUnits']);
});

test(someoneMeetsEveryDemand.sentence, () => {
  expect(found(withTeam({ demands: [{ capability: 'search', level: 3, count: 1 }] }))).toEqual([]);
  expect(found(withTeam({ demands: [{ capability: 'search', level: 3, count: 2 }] }))).toEqual(['exercise.nobodyHas']);
  expect(found(withTeam({ demands: [{ capability: 'search', language: 'en' }] }))).toEqual(['exercise.nobodyHas']);
});

test(theLeadCanLead.sentence, () => {
  expect(found(withTeam({ from: ['B1'], lead: { party: 'CHN' } }))).toEqual(['exercise.leadNotInTeam']);
});

test(trainingHasATeam.sentence, () => {
  expect(found(withSerial({ kind: 'training' }))).toEqual(['exercise.trainsNobody']);
});

test('only leaves carry capabilities: a parent stands for the units below it', () => {
  const units = [
    ...sound.units,
    aUnit({ id: 'HQ', capabilities: [{ capability: 'search', level: 5 }] }),
    aUnit({ id: 'HQ-1', parent: 'HQ' }),
  ];
  expect(found({ units, ...withTeam({ demands: [{ capability: 'search', level: 5 }] }) })).toEqual(['exercise.nobodyHas']);
});
