// The kernel's door: domain-free foundations (problems, instants, zones, bytes, identifiers) that every other room stands on.
export type { Brand } from './brand.ts';
export { base64url, bytesFromBase64url, bytesFromHex, hex, utf8 } from './bytes.ts';
export {
  addMonths,
  type CivilDate,
  civilFromDay,
  dayFromCivil,
  daysInMonth,
  firstYear,
  isLeapYear,
  lastYear,
  type Weekday,
  weekdayOfDay,
} from './calendar.ts';
export { dateTimeGroup, looksLikeDateTimeGroup, readDateTimeGroup } from './date-time-group.ts';
export { derivedId } from './derived-id.ts';
export { durationText, readDurationMinutes, readTimeOfDay, timeOfDayText } from './duration.ts';
export { exp, log, pow, sqrt } from './exponential.ts';
export {
  addMinutes,
  isoDateOfDay,
  isoFromMicros,
  isoFromMinute,
  type MicroInstant,
  type MinuteInstant,
  microInstant,
  microsFromIso,
  microsOfMinute,
  microsPerMinute,
  minuteFromIso,
  minuteInstant,
  minuteOfMicros,
  minutesPerDay,
  readIsoDate,
  readIsoMicros,
  readIsoMinute,
} from './instant.ts';
export { canonicalJson, prettyStableJson, stableJson } from './json.ts';
export { editDistance, nearest } from './nearest.ts';
export { standardNormalQuantile } from './normal-quantile.ts';
export {
  Bug,
  type Hint,
  isProblem,
  Malformed,
  type Place,
  type Problem,
  type ProblemValue,
  problem,
  problemAt,
  Refused,
  unreachable,
} from './problem.ts';
export { Random, randomFor, Streams } from './random.ts';
export { sha256, sha256Hex } from './sha256.ts';
export { type Light, type LightPeriod, lightAt, lightPeriods, type Position, sunAltitudeDegrees, type Twilight } from './sun.ts';
export { acos, asin, atan, atan2, cos, pi, sin, tan } from './trigonometry.ts';
export {
  letterOfOffset,
  localDay,
  localWeekday,
  minuteFromLocal,
  minuteOfLocalDay,
  offsetAt,
  utc,
  type Zone,
  zoneOfLetter,
} from './zone.ts';
