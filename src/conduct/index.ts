// The door of conduct: the log of an exercise, what may happen in it, and what follows from it.
export {
  aBooking,
  aJointExercise,
  jointItems,
  minutes as minutesInMicros,
  morning,
  someBookings,
  TestConduct,
  told,
} from './a-conduct.ts';
export { type Command, type CommandType, commandSchemas, type OrderOf } from './commands/commands.ts';
export {
  type Conduct,
  type HomeConduct,
  type LoggedEvent,
  noConduct,
  type ReadonlyConduct,
  type ReadonlySlice,
  type Slice,
  sliceOf,
  visible,
} from './conduct.ts';
export { mayActFor, readsLanguage, translatorsFor } from './decide/acting.ts';
export { answerNeedsReview, answerWaitsFor } from './decide/answers.ts';
export {
  agreed,
  bookingOf,
  clockOf,
  exerciseNow,
  injectRun,
  partiesIn,
  serialRun,
  serialsUnderWay,
  slice,
  statusOf,
  systemAuthor,
} from './decide/asking.ts';
export { authorIn, authorNamed, homeOf } from './decide/author.ts';
export { consentNeeded, partiesAgreeing } from './decide/consent.ts';
export { languagesMissing } from './decide/delivery.ts';
export { happenedWithout, portionVersion } from './decide/edits.ts';
export { missingSignatures } from './decide/go-no-go.ts';
export { standingStillAt } from './decide/halts.ts';
export { injectStatus } from './decide/injects.ts';
export { type Answers, derivedRating } from './decide/rating.ts';
export { timedId } from './decide/request-times.ts';
export { requestNeedsReview, requestWaitsFor } from './decide/requests.ts';
export { resumeStillNeeds } from './decide/resume.ts';
export { bookingSubject, editSubject, filesSubject, planSubject } from './decide/subjects.ts';
export { nextDueAt } from './decide/time.ts';
export { decide, exerciseTimeOf, stampOf } from './decide.ts';
export { type Decision, type Fact, fact, refused, type VersionedEvent } from './decision.ts';
export { type ConductEvent, type EventType, eventSchemas, type PayloadOf } from './events/events.ts';
export { type EntityKind, entityKindOf } from './events/field.ts';
export { means } from './events/play.ts';
export { goNoGoItems } from './events/running.ts';
export { alertKinds } from './events/safety.ts';
export { evolve, fold } from './evolve.ts';
export { type Head, type Sealing, type Signer, Tails, zeroHash } from './log/chain.ts';
export {
  type Addressed,
  type Batch,
  bodyDigest,
  type Change,
  type CommandMark,
  commandIdReused,
  inOrder,
  loggedChange,
  type Outcome,
  repeatedOutcome,
  type Stamp,
  type StoredOutcome,
} from './log/change.ts';
export {
  type Envelope,
  type ErasedEvent,
  type EventId,
  type EventShape,
  type Header,
  type Logged,
  loggedOf,
  opened,
  readHeader,
  type Sealed,
  type StreamKey,
} from './log/envelope.ts';
export { erasedBy, erasuresIn, type PayloadErasure, payloadErasedType } from './log/erasure.ts';
export { type HashText, plainHashText } from './log/hash-text.ts';
export { linesOf } from './log/lines.ts';
export { type EventLine, eventLine, isSalt, logFileLines, parseEventLine, readEventLine } from './log/log-file.ts';
export { logFileJsonSchema } from './log/log-file-schema.ts';
export { type KeyReport, type LogReport, type StreamReport, statementsOf } from './log/log-report.ts';
export { type Manifest, manifestLine, manifestOf, readManifestLine } from './log/manifest.ts';
export { clockAfterImport, compareOrder, merged, mostAdvanceMicros, nextTime, type Placed } from './log/order.ts';
export { LogVerifier, type VerifyOptions, verifyLog } from './log/verify.ts';
export type { CheckSignature } from './log/verify-stream.ts';
export { policyOf } from './policy.ts';
export { readerDirectoryOf } from './reader-directory.ts';
export { type Routes, routesOf } from './routes.ts';
export type { AnswerFacts } from './state/answers.ts';
export type { ConsentFacts, FindingFacts, FindingState, ObservationFacts, ProcedureFacts } from './state/evaluation.ts';
export type { ContactFacts, DeliveryFacts, InjectFacts, MessageFacts, RequestFacts, ReviewFacts } from './state/play.ts';
export { type ClockFacts, exerciseTimeAt, type SerialFacts, type SerialStatus } from './state/running.ts';
export type { AlertFacts, StopFacts } from './state/safety.ts';
export { upgrade, versionOf } from './upgrade.ts';
export { actsOn, type PossibleAct } from './views/acts-view.ts';
export { alertsView, emergencyTelephone, type StandingAlert } from './views/alerts-view.ts';
export { type ClockView, clockView, dDayOf } from './views/clock-view.ts';
export { type Naming, namingIn } from './views/naming.ts';
export { rowsBySite, rowsByUnit, type ScheduleRow } from './views/schedule-rows.ts';
export { countByStatus, type ScheduledSerial, scheduleView } from './views/schedule-view.ts';
export { type GoNoGoLine, type SerialView, serialView } from './views/serial-view.ts';
export { subjectOf, type Telling, tell } from './views/telling.ts';
export { type FeedSubject, feedSubjects } from './views/telling-of.ts';
export { underWayAt, type Whereabouts, whereaboutsView } from './views/whereabouts-view.ts';
