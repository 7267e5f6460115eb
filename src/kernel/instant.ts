// Instants in UTC: whole minutes for document and plan, whole microseconds for the log; read from and written to strict ISO 8601.
import type { Brand } from './brand.ts';
import { civilFromDay, dayFromCivil, firstYear, isCivilDate, lastYear } from './calendar.ts';
import { Bug, Malformed, type Problem, problem } from './problem.ts';

/** Whole minutes since 1970-01-01T00:00Z. */
export type MinuteInstant = Brand<number, 'MinuteInstant'>;

/** Whole microseconds since 1970-01-01T00:00Z; exact in a double until the year 2255. */
export type MicroInstant = Brand<number, 'MicroInstant'>;

export const minutesPerDay = 1440;
export const microsPerMinute = 60_000_000;

const firstMinute = dayFromCivil(firstYear, 1, 1) * minutesPerDay;
const endMinute = dayFromCivil(lastYear + 1, 1, 1) * minutesPerDay;

/** Takes a number of minutes for an instant; throws a `Bug` unless it is whole. */
export function minuteInstant(minutes: number): MinuteInstant {
  if (!Number.isSafeInteger(minutes)) throw new Bug(`not a whole minute: ${minutes}`);
  return minutes as MinuteInstant;
}

/** Takes a number of microseconds for an instant; throws a `Bug` unless it is whole. */
export function microInstant(micros: number): MicroInstant {
  if (!Number.isSafeInteger(micros)) throw new Bug(`not a whole microsecond: ${micros}`);
  return micros as MicroInstant;
}

export function addMinutes(minute: MinuteInstant, minutes: number): MinuteInstant {
  return minuteInstant(minute + minutes);
}

export function microsOfMinute(minute: MinuteInstant): MicroInstant {
  return (minute * microsPerMinute) as MicroInstant;
}

/** The minute in which the microsecond lies. */
export function minuteOfMicros(micros: MicroInstant): MinuteInstant {
  return Math.floor(micros / microsPerMinute) as MinuteInstant;
}

const isoPattern = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,6}))?)?(Z|[+-]\d{2}:\d{2})$/;

/** Reads `2024-07-08T07:30Z`, `2024-07-08T07:30:00.25Z`, `2024-07-08T10:30:00+03:00`; the zone is never left out. */
export function readIsoMicros(text: string): MicroInstant | Problem {
  const match = isoPattern.exec(text);
  if (match === null)
    return problem('kernel.notAnInstant', { text }, { key: 'kernel.writeInstantAs', values: { example: '2024-07-08T07:30:00Z' } });
  const [, years, months, days, hours, minutes, seconds = '0', fraction = '', offset = 'Z'] = match;
  const [year, month, day, hour, minute, second] = [years, months, days, hours, minutes, seconds].map(Number) as Six;
  if (year < firstYear || year > lastYear) return problem('kernel.yearOutOfRange', { text, year, first: firstYear, last: lastYear });
  if (!isCivilDate(year, month, day)) return problem('kernel.noSuchDate', { text });
  if (hour > 23 || minute > 59 || second > 59) return problem('kernel.noSuchTimeOfDay', { text });
  const offsetMinutes = offset === 'Z' ? 0 : readOffset(offset);
  if (offsetMinutes === undefined) return problem('kernel.noSuchOffset', { text, offset });
  const atMinute = dayFromCivil(year, month, day) * minutesPerDay + hour * 60 + minute - offsetMinutes;
  if (atMinute < firstMinute || atMinute >= endMinute)
    return problem('kernel.yearOutOfRange', { text, year, first: firstYear, last: lastYear });
  return (atMinute * microsPerMinute + second * 1_000_000 + Number(fraction.padEnd(6, '0'))) as MicroInstant;
}

/** As `readIsoMicros`, for whole minutes only. */
export function readIsoMinute(text: string): MinuteInstant | Problem {
  const micros = readIsoMicros(text);
  if (typeof micros !== 'number') return micros;
  if (micros % microsPerMinute !== 0) return problem('kernel.notAWholeMinute', { text });
  return (micros / microsPerMinute) as MinuteInstant;
}

/** As `readIsoMinute`; throws `Malformed`. */
export function minuteFromIso(text: string): MinuteInstant {
  const minute = readIsoMinute(text);
  if (typeof minute !== 'number') throw new Malformed([minute]);
  return minute;
}

/** As `readIsoMicros`; throws `Malformed`. */
export function microsFromIso(text: string): MicroInstant {
  const micros = readIsoMicros(text);
  if (typeof micros !== 'number') throw new Malformed([micros]);
  return micros;
}

/** `2024-07-08T07:30:00Z`. */
export function isoFromMinute(minute: MinuteInstant): string {
  const day = Math.floor(minute / minutesPerDay);
  const minuteOfDay = minute - day * minutesPerDay;
  return `${isoDateOfDay(day)}T${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}:00Z`;
}

/** `2024-07-08T07:30:00.000000Z`, always with six decimals, so that text order is time order. */
export function isoFromMicros(micros: MicroInstant): string {
  const minute = minuteOfMicros(micros);
  const rest = micros - minute * microsPerMinute;
  const second = Math.floor(rest / 1_000_000);
  return `${isoFromMinute(minute).slice(0, 17)}${two(second)}.${String(rest - second * 1_000_000).padStart(6, '0')}Z`;
}

/** `2024-07-08` of a day since 1970-01-01. */
export function isoDateOfDay(day: number): string {
  const date = civilFromDay(day);
  return `${String(date.year).padStart(4, '0')}-${two(date.month)}-${two(date.day)}`;
}

/** Reads `2024-07-08` as days since 1970-01-01. */
export function readIsoDate(text: string): number | Problem {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return problem('kernel.notADate', { text }, { key: 'kernel.writeDateAs', values: { example: '2024-07-08' } });
  const [year, month, day] = [match[1], match[2], match[3]].map(Number) as Three;
  if (year < firstYear || year > lastYear) return problem('kernel.yearOutOfRange', { text, year, first: firstYear, last: lastYear });
  return isCivilDate(year, month, day) ? dayFromCivil(year, month, day) : problem('kernel.noSuchDate', { text });
}

type Three = [number, number, number];
type Six = [number, number, number, number, number, number];

function readOffset(text: string): number | undefined {
  const hours = Number(text.slice(1, 3));
  const minutes = Number(text.slice(4, 6));
  if (hours > 18 || minutes > 59) return undefined;
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
