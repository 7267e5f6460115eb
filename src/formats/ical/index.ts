/** A calendar product as iCalendar (RFC 5545): UTC times, CRLF, lines folded at 75 octets, every entry marked as exercise. */
import { civilFromDay, type MinuteInstant, minutesPerDay } from '../../kernel/index.ts';
import type { Calendar, CalendarEntry } from '../../products/index.ts';

/** Writes a calendar. `DTSTAMP` is the calendar's own `madeAt`, so that the same input gives the same bytes. */
export function icalOf(calendar: Calendar): string {
  const opening = `${calendar.marking.exercise} — ${calendar.marking.label}`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Entente//Exercise schedule//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    property('X-WR-CALNAME', calendar.name),
    property('X-WR-CALDESC', opening),
    ...calendar.entries.flatMap((entry) => entryLines(entry, calendar)),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

function entryLines(entry: CalendarEntry, { marking, madeAt, language }: Calendar): readonly string[] {
  const marked = [marking.exercise, marking.label, entry.notes, marking.label, marking.exercise].filter((part) => part !== '').join('\n');
  return [
    'BEGIN:VEVENT',
    property('UID', entry.uid),
    `DTSTAMP:${stamp(madeAt)}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTART:${stamp(entry.from)}`,
    `DTEND:${stamp(entry.to)}`,
    property('SUMMARY', entry.title, language),
    ...(entry.place === '' ? [] : [property('LOCATION', entry.place, language)]),
    ...(entry.position === null ? [] : [`GEO:${entry.position.latitude};${entry.position.longitude}`]),
    ...(entry.categories.length === 0 ? [] : [`CATEGORIES:${entry.categories.map(escapedText).join(',')}`]),
    `STATUS:${entry.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:OPAQUE',
    property('DESCRIPTION', marked, language),
    'END:VEVENT',
  ];
}

function property(name: string, value: string, language?: string): string {
  return `${name}${language === undefined ? '' : `;LANGUAGE=${language}`}:${escapedText(value)}`;
}

function escapedText(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replace(/\r\n|\r|\n/g, '\\n');
}

function stamp(minute: number): string {
  const { year, month, day } = civilFromDay(Math.floor(minute / minutesPerDay));
  const ofDay = ((minute as MinuteInstant) % minutesPerDay) + (minute < 0 ? minutesPerDay : 0);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(year).padStart(4, '0')}${two(month)}${two(day)}T${two(Math.floor(ofDay / 60))}${two(ofDay % 60)}00Z`;
}

/** Folds at 75 octets of UTF-8, never inside a character. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > 75) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
