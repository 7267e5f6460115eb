import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { isProblem } from '../../kernel/index.ts';
import { aMatter, type Calendar, calendarOf } from '../../products/index.ts';
import { icalOf } from './index.ts';

const calendar = (language: 'en' | 'zh' = 'en'): Calendar => {
  const made = calendarOf('schedule', aMatter('BLR'), language);
  if (isProblem(made)) throw new Error(made.key);
  return made;
};

const entries = (text: string) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));

test('a calendar reads back as what was written', () => {
  const given = calendar();
  const read = entries(icalOf(given));
  expect(read.map(({ uid, summary, location, sequence }) => ({ uid, summary, location: location ?? '', sequence }))).toEqual(
    given.entries.map(({ uid, title, place, sequence }) => ({ uid, summary: title, location: place, sequence })),
  );
  expect(read.map(({ startDate, endDate }) => [startDate.toUnixTime() / 60, endDate.toUnixTime() / 60])).toEqual(
    given.entries.map(({ from, to }) => [from, to]),
  );
});

test('commas, semicolons, backslashes and line breaks come back as they were', () => {
  const given = calendar();
  const title = 'One, two; three \\ four\nfive';
  const [first, ...rest] = given.entries;
  if (first === undefined) throw new Error('no entry');
  expect(entries(icalOf({ ...given, entries: [{ ...first, title }, ...rest] }))[0]?.summary).toBe(title);
});

test('every line ends with CRLF and is at most 75 octets, whatever the script', () => {
  const text = icalOf(calendar('zh'));
  const lines = text.split('\r\n');
  expect(text.endsWith('\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(Math.max(...lines.map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75);
});

test('every entry opens and closes with the exercise marking and the label', () => {
  const { marking } = calendar();
  for (const { description } of entries(icalOf(calendar()))) {
    expect(description.startsWith(`${marking.exercise}\n${marking.label}\n`)).toBe(true);
    expect(description.endsWith(`\n${marking.label}\n${marking.exercise}`)).toBe(true);
  }
});

test('a cancelled entry says so, and the same calendar gives the same bytes', () => {
  const given = calendar();
  const cancelled = { ...given, entries: given.entries.map((entry) => ({ ...entry, cancelled: true })) };
  expect(icalOf(cancelled).match(/STATUS:CANCELLED/g)).toHaveLength(given.entries.length);
  expect(icalOf(given)).toBe(icalOf(calendar()));
});
