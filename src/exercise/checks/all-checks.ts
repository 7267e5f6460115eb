/** Every check of the document, in the order in which they run. */
import type { Check } from './check.ts';
import {
  noInjectTriggersItself,
  noSerialWaitsForItself,
  noTaskIsAboveItself,
  noTeamIsTakenFromItself,
  noUnitIsAboveItself,
} from './circles.ts';
import { bothPartiesEvaluate, collectedWhereItIsDone, evaluatorsCanEvaluate, everyCriticalTaskIsCollected } from './collecting.ts';
import { everyObjectiveIsTouched, everyRequirementCanBeMet, everyTaskIsTrained } from './coverage.ts';
import {
  communiquesAreEquallyAuthentic,
  everyTextHasItsSource,
  namesStandInEveryLanguage,
  nothingIsSaidThatIsNeverSaid,
  receiversCanRead,
  textsStandInEveryLanguage,
} from './languages.ts';
import { everyPartyKeyExists, everyRoleExists, everyTravelSiteExists, everyZoneExists } from './names-in-text.ts';
import {
  interpretersSpeakTwoLanguages,
  personsFitThePolicy,
  personsStandWithTheirParty,
  postsAreHeldByTheirParty,
  somebodyHoldsEveryPost,
  symbolsSayExercise,
  unitsBelongTogether,
} from './people.ts';
import { everySerialHasATime, listedSitesHaveTheFacilities, poolsSuffice, someSiteHasRoom, someSiteHasTheFacilities } from './places.ts';
import { alertsCanSayWhere, controllersReadWhatTheyRelease, goNoGoListsAreReadByAll, zonesAndAnchorsAreReadToo } from './reading.ts';
import { everyCriticalTaskExists, everyReferenceExists, nobodyReadsAReferenceInVain } from './references.ts';
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
import {
  enoughPartiesExist,
  groupsAreLargeEnough,
  someoneMeetsEveryDemand,
  teamBoundsAgree,
  theLeadCanLead,
  theTeamOfAnotherSerialExists,
  trainingHasATeam,
} from './teams.ts';
import {
  everyPeriodHasLength,
  everySerialFitsItsWindow,
  everythingLiesInTheExercise,
  fixedSerialsFollowTheirOrder,
  theExerciseHasStartAndEnd,
  timesFollowEachOther,
} from './times.ts';
import { namedUnitsCanBeThere, receptionLiesInTheStay, unitsAreThereWithTheirContingent } from './who-is-there.ts';
import { itemsAreWholeForTheirReaders } from './wholeness.ts';

// biome-ignore format: grouped by what they are about
export const allChecks: readonly Check[] = [
  itemsAreWholeForTheirReaders, everyReferenceExists, everyCriticalTaskExists, nobodyReadsAReferenceInVain, zonesAndAnchorsAreReadToo,
  alertsCanSayWhere, goNoGoListsAreReadByAll,
  everyPartyKeyExists, everyTravelSiteExists, everyZoneExists, everyRoleExists,
  foldersAreListed, partiesTakePartOnce, classesNameWhatExists, thePolicyNamesWhatExists,
  noUnitIsAboveItself, noTaskIsAboveItself, noSerialWaitsForItself, noTeamIsTakenFromItself, noInjectTriggersItself,
  everyPeriodHasLength, timesFollowEachOther, everythingLiesInTheExercise, everySerialFitsItsWindow, fixedSerialsFollowTheirOrder, theExerciseHasStartAndEnd,
  unitsAreThereWithTheirContingent, receptionLiesInTheStay, namedUnitsCanBeThere,
  unitsBelongTogether, symbolsSayExercise, personsStandWithTheirParty, personsFitThePolicy, postsAreHeldByTheirParty, somebodyHoldsEveryPost,
  interpretersSpeakTwoLanguages,
  listedSitesHaveTheFacilities, someSiteHasTheFacilities, someSiteHasRoom, poolsSuffice, everySerialHasATime,
  teamBoundsAgree, theTeamOfAnotherSerialExists, groupsAreLargeEnough, enoughPartiesExist, someoneMeetsEveryDemand, theLeadCanLead, trainingHasATeam,
  everyObjectiveIsTouched, everyRequirementCanBeMet, everyTaskIsTrained,
  everyCriticalTaskIsCollected, bothPartiesEvaluate, evaluatorsCanEvaluate, collectedWhereItIsDone,
  everyInjectReachesAPlayer, everyInjectIsInPlay, everyTriggerCanHappen, everyNumberIsUsedOnce, noInjectCriesNoDuff, scenarioFitsTogether, controllersControl, controllersReadWhatTheyRelease,
  receiversCanRead, textsStandInEveryLanguage, everyTextHasItsSource, communiquesAreEquallyAuthentic, namesStandInEveryLanguage, nothingIsSaidThatIsNeverSaid,
  statementsSaySomething, lagsAgree, alternatesAreDecidedInTime, milestonesComeBeforeWhatTheyGate, agreementsAreMade, supportCanBeGiven, assumptionsAreDistributions,
];

/** What is checked, as a person reads it: `ofAbsence` ones conclude from what is not there, and run only with every owner's folder. */
export const documentChecks: readonly Pick<Check, 'name' | 'sentence' | 'ofAbsence'>[] = allChecks.map(({ name, sentence, ofAbsence }) => ({
  name,
  sentence,
  ofAbsence,
}));
