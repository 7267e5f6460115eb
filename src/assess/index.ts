/** The door of assess: from a log to what it shows. */
export { type AssessOptions, type Assessor, assess, assessor } from './assess.ts';
export type * from './assessment.ts';
export { assessmentJson, assessmentSchema, readAssessment } from './assessment-json.ts';
export { worstOf } from './figures/ratings.ts';
export { assessFor, assessorFor, eventsFor } from './for-reader.ts';
export { type TimelineKind, timelineKinds } from './gather/timeline.ts';
export { type Lasted, ratioOf, shareOf, spreadOf } from './spread.ts';
export { summaryOf } from './summary.ts';
