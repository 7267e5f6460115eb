import { expect, test } from 'vitest';
import { languages, mustSay } from '../../words/index.ts';
import { aDocument, aFile, anInject, aPost, aSerial, aTask, aUnit } from '../a-document.ts';
import { readExercise } from '../read-exercise.ts';
import { allChecks } from './all-checks.ts';
import { bothPartiesEvaluate, collectedWhereItIsDone, evaluatorsCanEvaluate, everyCriticalTaskIsCollected } from './collecting.ts';
import { everyObjectiveIsTouched, everyRequirementCanBeMet, everyTaskIsTrained } from './coverage.ts';
import { collected, found, named, objective, requirement, sound, text } from './found.ts';
import {
  communiquesAreEquallyAuthentic,
  everyTextHasItsSource,
  namesStandInEveryLanguage,
  nothingIsSaidThatIsNeverSaid,
  receiversCanRead,
  textsStandInEveryLanguage,
} from './languages.ts';
import {
  interpretersSpeakTwoLanguages,
  personsFitThePolicy,
  personsStandWithTheirParty,
  postsAreHeldByTheirParty,
  somebodyHoldsEveryPost,
  symbolsSayExercise,
  unitsBelongTogether,
} from './people.ts';
import { classesNameWhatExists, foldersAreListed, partiesTakePartOnce, thePolicyNamesWhatExists } from './release.ts';
import {
  controllersControl,
  everyInjectIsInPlay,
  everyInjectReachesAPlayer,
  everyNumberIsUsedOnce,
  everyTriggerCanHappen,
  noInjectCriesNoDuff,
  scenarioFitsTogether,
} from './scenario.ts';
import {
  agreementsAreMade,
  alternatesAreDecidedInTime,
  assumptionsAreDistributions,
  lagsAgree,
  milestonesComeBeforeWhatTheyGate,
  statementsSaySomething,
  supportCanBeGiven,
} from './statements.ts';
import { itemsAreWholeForTheirReaders } from './wholeness.ts';

const withInject = (inject: object) => ({ injects: [...sound.injects, anInject({ id: 'I3', ...inject })] });

test(everyObjectiveIsTouched.sentence, () => {
  const tasks = [...sound.tasks, aTask({ id: 'search' })];
  const objectives = [...sound.objectives, { ...objective, id: 'O2', task: 'search' }];
  expect(found({ tasks, objectives, serials: sound.serials })).toEqual(['exercise.objectiveUntouched', 'exercise.taskUntrained']);
});

test(everyTaskIsTrained.sentence, () => {
  expect(found({ tasks: [...sound.tasks, aTask({ id: 'search', parent: 'spectrum' })] })).toEqual(['exercise.taskUntrained']);
});

test(everyRequirementCanBeMet.sentence, () => {
  expect(found({ requirements: [{ ...requirement, times: 2 }] })).toEqual([]);
  expect(found({ requirements: [{ ...requirement, times: 3 }] })).toEqual(['exercise.requirementCannotBeMet']);
  const day = sound.serials.map((serial) => ({ ...serial, light: 'day' as const }));
  expect(found({ serials: day, requirements: [{ ...requirement, light: 'night' as const }] })).toEqual(['exercise.requirementCannotBeMet']);
});

test('what is absent is concluded only when every owner is there', () => {
  const { faults, notChecked } = readExercise(
    aDocument({ ...sound, setting: { owners: ['CHN'] }, requirements: [{ ...requirement, times: 9 }] }),
  );
  expect(faults).toEqual([]);
  expect(notChecked.find(({ check }) => check === everyRequirementCanBeMet.name)?.absent).toEqual(['CHN']);
});

test(everyCriticalTaskIsCollected.sentence, () => {
  expect(found({ collection: [] })).toEqual(['exercise.notCollected']);
});

test(bothPartiesEvaluate.sentence, () => {
  expect(found({ collection: [{ ...collected, evaluators: ['eval-b'] }] })).toEqual(['exercise.onePartyEvaluates']);
  expect(found({ collection: [{ ...collected, evaluators: ['eval-b'], serials: ['S2'] }] })).toEqual([]);
});

test(evaluatorsCanEvaluate.sentence, () => {
  expect(found({ collection: [{ ...collected, evaluators: ['eval-c', 'controller'] }] })).toEqual(['exercise.notAnEvaluator']);
  const { party, ...nobodys } = aPost({ id: 'eval-x', role: 'evaluator', cell: 'support', languages: [] });
  expect(party).toBe('BLR');
  expect(found({ posts: [...sound.posts, nobodys] })).toEqual(['exercise.postLacks']);
});

test(collectedWhereItIsDone.sentence, () => {
  expect(
    found({ serials: [...sound.serials, aSerial({ id: 'S3', kind: 'brief' })], collection: [{ ...collected, serials: ['S1', 'S3'] }] }),
  ).toEqual(['exercise.collectedElsewhere']);
});

test(everyInjectReachesAPlayer.sentence, () => {
  expect(found(withInject({ to: ['player', 'controller'] }))).toEqual(['exercise.notPlaying']);
});

test(everyInjectIsInPlay.sentence, () => {
  expect(found(withInject({ trigger: { kind: 'time', at: 'D 05:00' } }))).toEqual(['exercise.beforeStartex']);
  expect(found(withInject({ trigger: { kind: 'time', at: 'D+10 20:01' } }))).toEqual(['exercise.afterEndex']);
});

test(everyTriggerCanHappen.sentence, () => {
  expect(found(withInject({ trigger: { kind: 'absence', inject: 'I2', within: '5min' } }))).toEqual(['exercise.noAnswerExpected']);
  expect(found(withInject({ trigger: { kind: 'after', happening: 'done' } }))).toEqual(['exercise.triggerOfOne']);
  expect(found(withInject({ trigger: { kind: 'after', inject: 'I1', happening: 'done' } }))).toEqual(['exercise.triggerMismatch']);
  expect(found(withInject({ trigger: { kind: 'after', serial: 'S1', happening: 'done' } }))).toEqual([]);
});

test(everyNumberIsUsedOnce.sentence, () => {
  expect(found(withInject({ number: 'I1' }))).toEqual(['exercise.numberTwice']);
});

test(noInjectCriesNoDuff.sentence, () => {
  expect(found(withInject({ text: text('This is NO-DUFF, a fire') }))).toEqual(['exercise.criesNoDuff']);
});

test(scenarioFitsTogether.sentence, () => {
  const storylines = [...sound.storylines, { id: 'other', name: named('Other') }];
  const events = [{ id: 'E', name: named('E'), storyline: 'other' }];
  const incidents = [{ id: 'N', name: named('N'), event: 'E' }];
  expect(found({ storylines, events, incidents, ...withInject({ event: 'E' }) })).toEqual(['exercise.otherParent']);
  expect(found({ storylines, events, incidents, ...withInject({ incident: 'N', storyline: 'other' }) })).toEqual([]);
});

test(controllersControl.sentence, () => {
  expect(found(withInject({ controller: 'player' }))).toEqual(['exercise.controllerPlays']);
});

test(receiversCanRead.sentence, () => {
  const draft = { source: 'en', texts: { en: 'Hello', ru: { text: 'Здравствуйте', state: 'draft' } } };
  expect(found(withInject({ text: { source: 'en', texts: { en: 'Hello' } } }))).toEqual(['exercise.cannotRead']);
  expect(found(withInject({ text: draft }))).toEqual(['exercise.cannotReadYet']);
  expect(found(withInject({ text: draft, status: 'synchronized' }))).toEqual(['exercise.cannotRead']);
  expect(found(withInject({ text: draft, status: 'draft' }))).toEqual([]);
});

test('a translation of an older version of its source is stale', () => {
  const stale = { source: 'en', version: 2, texts: { en: 'Hello', ru: { text: 'Привет', state: 'checked', ofVersion: 1 } } };
  expect(found(withInject({ text: stale }))).toEqual(['exercise.cannotReadYet']);
});

test(everyTextHasItsSource.sentence, () => {
  expect(found(withInject({ text: { source: 'fr', texts: { ru: 'Да' } } }))).toEqual(['exercise.noSource']);
  expect(found(withInject({ text: { source: 'en', texts: { en: 'Yes', ru: { text: 'Да', state: 'checked', ofVersion: 2 } } } }))).toEqual([
    'exercise.laterVersion',
  ]);
});

test(communiquesAreEquallyAuthentic.sentence, () => {
  const communique = {
    id: 'C',
    kind: 'text' as const,
    at: 'closing' as const,
    title: text('T'),
    body: [text('B')],
    authentic: ['en', 'fr'],
  };
  expect(found({ communiques: [communique] })).toEqual(['exercise.notAuthentic']);
});

test(namesStandInEveryLanguage.sentence, () => {
  expect(found({ units: [...sound.units, aUnit({ id: 'B2', name: { en: 'B2' } })] })).toEqual([
    'exercise.namesMissing',
    'exercise.namesMissing',
  ]);
});

test(textsStandInEveryLanguage.sentence, () => {
  const english = { source: 'en', texts: { en: 'In time' } };
  expect(found({ objectives: [{ ...objective, standard: english }] })).toEqual(['exercise.textsMissing', 'exercise.textsMissing']);
});

test(itemsAreWholeForTheirReaders.sentence, () => {
  const files = (shared: object, own: object) => [
    ...aDocument({ ...sound, setting: { owners: ['CHN'] } }),
    aFile('shared/x.yaml', { units: { C2: shared } }),
    aFile('parties/CHN/x.yaml', { units: { C2: own } }),
  ];
  const notes = (shared: object, own: object) => readExercise(files(shared, own)).notes.map(({ key, values }) => [key, values.fields]);
  expect(notes({ party: 'CHN' }, { name: named('C2') })).toEqual([['exercise.notWhole', ['name']]]);
  expect(notes({ party: 'CHN', name: named('C2') }, { remarks: 'tall' })).toEqual([]);
});

test(nothingIsSaidThatIsNeverSaid.sentence, () => {
  const terms = [{ id: 'T', terms: named('search team'), neverSay: { en: ['Hunters'] } }];
  expect(found({ terms, ...withInject({ text: text('The hunters leave') }) })).toEqual(['exercise.neverSay']);
});

test(personsStandWithTheirParty.sentence, () => {
  const persons = [{ id: 'p1', party: 'BLR', name: 'A' }];
  expect(found({ persons })).toContain('exercise.personElsewhere');
  expect(found({ ofParty: { CHN: { persons } } })).toContain('exercise.personElsewhere');
  expect(found({ ofParty: { BLR: { persons } } })).toEqual(['exercise.heldByNobody']);
});

const holding = (post: string, more: object = {}) => ({
  ofParty: { BLR: { persons: [{ id: 'p1', party: 'BLR', name: 'A', holds: [{ post }], ...more }] } },
});

test(personsFitThePolicy.sentence, () => {
  const keys = found(holding('player', { clearance: 'SECRET', caveats: ['CRYPTO'] }));
  expect(keys).toEqual(expect.arrayContaining(['document.classificationNotInPolicy', 'document.caveatNotInPolicy']));
});

test(postsAreHeldByTheirParty.sentence, () => {
  expect(found(holding('eval-c'))).toContain('exercise.postOfOtherParty');
});

test(somebodyHoldsEveryPost.sentence, () => {
  expect(found(holding('player'))).toEqual(['exercise.heldByNobody']);
});

test(interpretersSpeakTwoLanguages.sentence, () => {
  expect(found({ posts: [...sound.posts, aPost({ id: 'int', role: 'interpreter', cell: 'support' })] })).toEqual(['exercise.oneLanguage']);
});

test(symbolsSayExercise.sentence, () => {
  expect(found({ units: [...sound.units, aUnit({ id: 'B2', symbol: '10031000001211000000' })] })).toEqual(['exercise.symbolNotExercise']);
  expect(found({ units: [...sound.units, aUnit({ id: 'B2', symbol: '10131000001211000000' })] })).toEqual([]);
});

test(unitsBelongTogether.sentence, () => {
  expect(found({ units: [...sound.units, aUnit({ id: 'B2', parent: 'C3' }), aUnit({ id: 'C3', party: 'CHN' })] })).toEqual([
    'exercise.otherParty',
  ]);
});

test(foldersAreListed.sentence, () => {
  expect(found({ ofParty: { BLR: {} }, setting: { owners: [] } })).toEqual(['exercise.folderNotListed']);
  expect(found({ setting: { owners: ['excon', 'POL'] } })).toContain('exercise.ownerUnknown');
});

test(partiesTakePartOnce.sentence, () => {
  expect(found({ setting: { observing: ['CHN'] } })).toEqual(['exercise.partyTwice']);
});

test(classesNameWhatExists.sentence, () => {
  const extra = (classKey: string) =>
    readExercise([...aDocument(sound), aFile('shared/x.yaml', { facilities: { f: { name: named('F') } } }, classKey)]).faults;
  expect(extra('RESTRICTED/BLR,POL//party:CNH').map(({ values }) => values.name)).toEqual(['CNH', 'POL']);
  expect(extra('SECRET/BLR//everyone:').map(({ key }) => key)).toEqual(['document.classificationNotInPolicy']);
  expect(extra('RESTRICTED').map(({ key }) => key)).toEqual(['release.classMalformed']);
});

test(thePolicyNamesWhatExists.sentence, () => {
  const rule = { thing: 'finding', classification: 'RESTRICTED', releasableTo: 'participating', audience: 'everyone:' };
  expect(found({ policy: { defaults: [{ ...rule, classification: 'SECRET' }] } })).toEqual(['document.classificationNotInPolicy']);
  expect(found({ policy: { defaults: [{ ...rule, audience: 'party:POL' }] } })).toEqual(['exercise.noSuchName']);
  expect(found({ policy: { defaults: [{ ...rule, audience: 'author:' }, rule] } })).toEqual([]);
});

const stated = { id: 'X', reason: 'agreed' };

test(statementsSaySomething.sentence, () => {
  expect(found({ closures: [stated] })).toEqual(['exercise.saysNothing']);
  expect(found({ dutyRules: [stated] })).toEqual(['exercise.saysNothing']);
  expect(found({ closures: [{ ...stated, weekdays: ['Sun'] }], dutyRules: [{ ...stated, leastRest: '8h' }] })).toEqual([]);
});

test(lagsAgree.sentence, () => {
  expect(found({ lags: [{ ...stated, first: {}, second: {}, least: '3h', most: '2h' }] })).toEqual(['exercise.moreThanMost']);
});

test(alternatesAreDecidedInTime.sentence, () => {
  const alternate = { ...stated, serials: ['S2'], trigger: 'weather' as const, start: 'D+6 09:00' };
  expect(found({ alternates: [{ ...alternate, decideBy: 'D+6 10:00' }] })).toEqual(['exercise.decidedTooLate']);
  expect(found({ alternates: [{ ...alternate, decideBy: 'D+5 09:00' }] })).toEqual([]);
});

test(milestonesComeBeforeWhatTheyGate.sentence, () => {
  const milestone = { ...stated, name: named('Range certificate'), gates: { serials: ['S2'] } };
  expect(found({ milestones: [{ ...milestone, due: 'D+6 09:00' }] })).toEqual(['exercise.dueTooLate']);
  expect(found({ milestones: [{ ...milestone, due: 'D+4 09:00' }] })).toEqual([]);
});

test(agreementsAreMade.sentence, () => {
  expect(found({ agreements: sound.agreements.slice(1) })).toEqual(['exercise.noAgreementOn']);
  const consents = [{ role: 'safetyOfficer' }];
  expect(
    found({
      agreements: [...sound.agreements, { ...sound.agreements[0], id: 'X', on: 'plan', consents, within: '1h', silenceMeans: 'no' }],
    }),
  ).toEqual(['exercise.nobodyConsents']);
});

test(supportCanBeGiven.sentence, () => {
  const demand = { ...stated, role: 'evaluator' as const, eachParty: true };
  expect(found({ supportDemands: [demand] })).toEqual([]);
  expect(found({ supportDemands: [{ ...demand, count: 2 }] })).toEqual(['exercise.noSupport', 'exercise.noSupport']);
});

test(assumptionsAreDistributions.sentence, () => {
  const assumption = { id: 'A', kind: 'readMinutes' as const, source: 'assumed' };
  expect(found({ assumptions: [{ ...assumption, distribution: { shape: 'triangular', least: 3, mode: 2, most: 5 } }] })).toEqual([
    'exercise.notTriangular',
  ]);
  expect(found({ assumptions: [{ ...assumption, distribution: { shape: 'weights', weights: { P: 0 } } }] })).toEqual([
    'exercise.noWeights',
  ]);
});

test('every check has a name and a sentence of its own', () => {
  expect(new Set(allChecks.map(({ name }) => name)).size).toBe(allChecks.length);
  expect(new Set(allChecks.map(({ sentence }) => sentence)).size).toBe(allChecks.length);
});

test('what was not checked can be said in every language', () => {
  const { notChecked } = readExercise(aDocument({ ...sound, setting: { owners: ['CHN'] } }));
  expect(notChecked.map(({ key, absent }) => mustSay({ key, values: { absent } }, 'en'))).toContain(
    'Not checked without CHN: every task of the spectrum is trained.',
  );
  for (const { key, absent } of notChecked) for (const language of languages) mustSay({ key, values: { absent } }, language);
});
