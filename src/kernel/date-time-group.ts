// Date-time groups as staffs write them (ACP 121): day, hour, minute, zone letter, month, year: 081030CJUL24.
import { civilFromDay, dayFromCivil, isCivilDate } from './calendar.ts';
import { type MinuteInstant, minuteInstant, minutesPerDay } from './instant.ts';
import { nearest } from './nearest.ts';
import { type Problem, problem } from './problem.ts';
import { letterOfOffset, minuteFromLocal, offsetAt, type Zone, zoneOfLetter } from './zone.ts';

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const pattern = /^(\d{2})(\d{2})(\d{2})\s?([A-Z])\s?([A-Z]{3})\s?(\d{2})$/;

/** Whether a text means to be a date-time group, well or badly written. */
export function looksLikeDateTimeGroup(text: string): boolean {
  return /^\d{6}\s?[A-Za-z]\s?[A-Za-z]{3,}\s?\d{2,4}$/.test(text.trim());
}

/**
 * Reads `081030CJUL24` (also `081030C JUL 24`); the year is of 2000–2099. The letter J means local time and needs `local`.
 * A time that clocks show twice is the first of the two, as for `minuteFromLocal`.
 */
export function readDateTimeGroup(text: string, local?: Zone): { readonly minute: MinuteInstant; readonly zoneLetter: string } | Problem {
  const match = pattern.exec(text.trim().toUpperCase());
  if (match === null)
    return problem('kernel.notADateTimeGroup', { text }, { key: 'kernel.writeGroupAs', values: { example: '081030CJUL24' } });
  const [, dayText = '', hourText = '', minuteText = '', zoneLetter = '', monthText = '', yearText = ''] = match;
  const month = months.indexOf(monthText) + 1;
  if (month === 0) return noSuchMonth(text, monthText);
  const [day, hour, minute, year] = [Number(dayText), Number(hourText), Number(minuteText), 2000 + Number(yearText)];
  if (!isCivilDate(year, month, day)) return problem('kernel.noSuchDate', { text });
  if (hour > 23 || minute > 59) return problem('kernel.noSuchTimeOfDay', { text });
  const zone = zoneLetter === 'J' ? local : zoneOfLetter(zoneLetter);
  if (zone === undefined) return problem('kernel.noLocalZone', { text });
  return { minute: minuteFromLocal(dayFromCivil(year, month, day), hour * 60 + minute, zone), zoneLetter };
}

/** Writes `081030CJUL24` by the zone's clock; in Z where the zone's offset has no letter (half hours, thirteen hours). */
export function dateTimeGroup(minute: MinuteInstant, zone: Zone): string {
  const letter = letterOfOffset(offsetAt(zone, minute));
  const local = minuteInstant(minute + (letter === undefined ? 0 : offsetAt(zone, minute)));
  const localDays = Math.floor(local / minutesPerDay);
  const date = civilFromDay(localDays);
  const minuteOfDay = local - localDays * minutesPerDay;
  return `${two(date.day)}${two(Math.floor(minuteOfDay / 60))}${two(minuteOfDay % 60)}${letter ?? 'Z'}${months[date.month - 1]}${two(date.year % 100)}`;
}

function noSuchMonth(text: string, month: string): Problem {
  const meant = nearest(month, months);
  return problem('kernel.noSuchMonth', { text, month }, meant === undefined ? undefined : { key: 'kernel.meant', values: { name: meant } });
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
