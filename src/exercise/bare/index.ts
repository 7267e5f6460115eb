/**
 * The bare door of exercise: the document as a value, and what is read off it. Nothing behind it reads files or holds a schema, so that a thread
 * that is handed a document does not load what read it.
 */
export type * from '../exercise.ts';
export { lightPeriodsAtSite } from '../light-at-site.ts';
export type { CollectionName, ItemOf } from '../nouns/collections.ts';
export type { Period, Span, When } from '../nouns/field.ts';
export type { ObjectiveKind } from '../nouns/setting.ts';
export type { Scope } from '../nouns/statements.ts';
export { isPresent, type MinutePeriod, presenceOf } from '../presence.ts';
export { type SerialMinutes, serialMinutes } from '../serial-minutes.ts';
export { ancestorsOfTask, leafTasks, trains } from '../tasks.ts';
export { leafUnits, leavesOf, partyOf } from '../units.ts';
