// The door of release: labels, classes, readers, the join, the policy and the marking text. It knows no exercise.
export { checkClass, type KnownNames } from './check-class.ts';
export { type Audience, type Class, canonicalClass } from './class.ts';
export { audienceText, type ClassKey, classKey, labelKey, readAudience, readClass, readClassKey } from './class-key.ts';
export { type Blocked, type Floor, isBlocked, type Joined, join, whyBlocked, withFloor } from './join.ts';
export { atMost, canonicalLabel, compareClassifications, type Label, publicLabel, type Scale, sameLabel } from './label.ts';
export { type Equivalents, type Marking, type MarkingLanguage, marking } from './marking.ts';
export {
  type AudiencePattern,
  type Author,
  type ClassPattern,
  classFor,
  consentsMissing,
  type ReleasePolicy,
  type ReleaseRule,
  readAudiencePattern,
  standingReleases,
  type Thing,
  type Trigger,
} from './policy.ts';
export { narrows, readersWithin, widens } from './reach.ts';
export {
  asSeenBy,
  type BothReader,
  classesReadBy,
  gateFor,
  type JointReader,
  mayRead,
  type PartyReader,
  type PersonReader,
  type Reader,
  restrict,
} from './reader.ts';
export { type ReaderDirectory, readerText, resolveReader } from './resolve-reader.ts';
