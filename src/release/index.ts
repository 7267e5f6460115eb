// The door of release: labels, classes, readers, the join, the policy and the marking text. It knows no exercise.
export { type Audience, type Class, canonicalClass } from './class.ts';
export { audienceText, type ClassKey, classKey, labelKey, readAudience, readClass, readClassKey } from './class-key.ts';
export { type Blocked, type Floor, isBlocked, type Joined, join, withFloor } from './join.ts';
export { atMost, canonicalLabel, compareClassifications, type Label, publicLabel, type Scale, sameLabel } from './label.ts';
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
