/** The door of exercise: the document, its nouns, its checks, and what others read off it. */
export {
  type AnExercise,
  aDocument,
  aFile,
  anExercise,
  anInject,
  aPolicy,
  aPost,
  aSerial,
  aSetting,
  aSite,
  aStoryline,
  aTask,
  aUnit,
  type Written,
  type WrittenItems,
} from './a-document.ts';
export { documentChecks } from './checks/all-checks.ts';
export type { NotChecked } from './checks/run-checks.ts';
export { classOf, coversReadersOf, itemsReadableBy, portionsOf, portionsReadableBy } from './class-of.ts';
export { type Counts, countsOf } from './counts.ts';
export { isExconPost } from './excon-post.ts';
export type * from './exercise.ts';
export { type ClassFacts, classFactsOf, fileClasses, isReadFirst } from './file-class.ts';
export { restrictFiles } from './for-reader.ts';
export { documentJsonSchema, type JsonSchema } from './json-schema.ts';
export { lightAtSite, lightPeriodsAtSite } from './light-at-site.ts';
export { assumptionKinds } from './nouns/after.ts';
export { type CollectionName, collectionNames, type ItemOf, statementNames } from './nouns/collections.ts';
export {
  type IdOf,
  type InjectId,
  type Names,
  type NounKind,
  type PartyId,
  type Period,
  type PhaseId,
  type PoolId,
  type Position,
  type PostId,
  type SerialId,
  type SiteId,
  type Span,
  type TaskId,
  type Translated,
  type Translation,
  type TranslationState,
  translationStates,
  type UnitId,
  type When,
} from './nouns/field.ts';
export { type Role, roles } from './nouns/people.ts';
export type { ReleasePolicyNoun } from './nouns/policy.ts';
export { injectStatuses, meansOfDelivery, type Trigger } from './nouns/scenario.ts';
export { type ObjectiveKind, objectiveKinds, type Programme, type Setting } from './nouns/setting.ts';
export { lagRelations, type Scope } from './nouns/statements.ts';
export { type SerialKind, serialKinds } from './nouns/training.ts';
export { inReadingOrder, type Owner, ownerName, ownerOf, type ParsedFile, type Path } from './parsed-file.ts';
export { type Collection, isSingletonName, singletonNames } from './portions.ts';
export { isPresent, type MinutePeriod, presenceOf } from './presence.ts';
export { type Reading, type ReadOptions, readExercise } from './read-exercise.ts';
export { type AnchorOf, anchorsOf, readWhen } from './read-when.ts';
export { type SerialMinutes, serialMinutes } from './serial-minutes.ts';
export { itemOf, type PartEdit, withStaleTexts } from './stale-texts.ts';
export { ancestorsOfTask, leafTasks, trains } from './tasks.ts';
export { isChecked, languagesOfPost, receiversLanguages, type ShownText, textFor } from './texts.ts';
export { leafUnits, leavesOf, partyOf } from './units.ts';
