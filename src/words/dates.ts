// Days and times as each language writes them, by the clock of a zone given.
import {
  type CivilDate,
  civilFromDay,
  letterOfOffset,
  localDay,
  type MinuteInstant,
  minuteOfLocalDay,
  offsetAt,
  timeOfDayText,
  unreachable,
  weekdayOfDay,
  type Zone,
} from '../kernel/index.ts';
import type { Language } from './language.ts';

type Names = Readonly<Record<Language, readonly string[]>>;

const weekdays: Names = {
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  zh: ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'],
  ru: ['понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье'],
};

const shortWeekdays: Names = {
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  fr: ['lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.', 'dim.'],
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  ru: ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'],
};

// In Russian in the genitive, as a date needs it; Chinese numbers its months.
const months: Names = {
  en: 'January February March April May June July August September October November December'.split(' '),
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  zh: Array.from({ length: 12 }, (_, index) => `${index + 1}月`),
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
};

/** `Monday 8 July 2024` of a day since 1970-01-01. */
export function sayDay(day: number, language: Language): string {
  const date = civilFromDay(day);
  const weekday = weekdays[language][weekdayOfDay(day) - 1] ?? '';
  switch (language) {
    case 'en':
    case 'fr':
      return `${weekday} ${dayAndMonth(date, language)} ${date.year}`;
    case 'zh':
      return `${date.year}年${dayAndMonth(date, language)}${weekday}`;
    case 'ru':
      return `${weekday}, ${dayAndMonth(date, language)} ${date.year}\u00a0г.`;
    default:
      return unreachable(language);
  }
}

/** `Mon 8 July` of a day since 1970-01-01, for schedules. */
export function sayShortDay(day: number, language: Language): string {
  const weekday = shortWeekdays[language][weekdayOfDay(day) - 1] ?? '';
  const date = dayAndMonth(civilFromDay(day), language);
  return language === 'zh' ? `${date}${weekday}` : `${weekday}${language === 'ru' ? ',' : ''} ${date}`;
}

/** `Monday 8 July 2024`: the zone's day of an instant. */
export function sayDate(minute: MinuteInstant, zone: Zone, language: Language): string {
  return sayDay(localDay(minute, zone), language);
}

/** `10:30` by the zone's clock; the same in every language. */
export function sayTime(minute: MinuteInstant, zone: Zone): string {
  return timeOfDayText(minuteOfLocalDay(minute, zone));
}

/** `Monday 8 July 2024, 10:30 (C)`. */
export function sayDateTime(minute: MinuteInstant, zone: Zone, language: Language): string {
  const joint = language === 'zh' ? ' ' : language === 'fr' ? ' à ' : ', ';
  return `${sayDate(minute, zone, language)}${joint}${sayTime(minute, zone)} (${zoneText(minute, zone)})`;
}

/** `Mon 8 July, 22:00 – Tue 9 July, 02:00 (C)`; the second day only where it is another. */
export function saySerialTime(start: MinuteInstant, end: MinuteInstant, zone: Zone, language: Language): string {
  const [firstDay, lastDay] = [localDay(start, zone), localDay(end, zone)];
  const joint = language === 'zh' ? ' ' : ', ';
  const from = `${sayShortDay(firstDay, language)}${joint}${sayTime(start, zone)}`;
  const to = firstDay === lastDay ? `–${sayTime(end, zone)}` : ` – ${sayShortDay(lastDay, language)}${joint}${sayTime(end, zone)}`;
  return `${from}${to} (${zoneText(start, zone)})`;
}

function dayAndMonth(date: CivilDate, language: Language): string {
  const month = months[language][date.month - 1] ?? '';
  if (language === 'zh') return `${month}${date.day}日`;
  return `${language === 'fr' && date.day === 1 ? '1er' : date.day} ${month}`;
}

function zoneText(minute: MinuteInstant, zone: Zone): string {
  const offset = offsetAt(zone, minute);
  return letterOfOffset(offset) ?? `UTC${offset < 0 ? '−' : '+'}${timeOfDayText(Math.abs(offset))}`;
}
