// Durations and times of day as people write them, in whole minutes.
import { minutesPerDay } from './instant.ts';
import { type Problem, problem } from './problem.ts';

const written = /^(?:(\d{1,5})w)?(?:(\d{1,5})d)?(?:(\d{1,5})h)?(?:(\d{1,7})(min)?)?$/;
const iso = /^P(?:(\d{1,5})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,7})M)?)?$/;

/** Reads `90min`, `1h30`, `2h`, `1d`, `1d12h`, `1w`, `PT1H30M` as minutes. A bare number is a fault: its unit is not known. */
export function readDurationMinutes(text: string): number | Problem {
  const trimmed = text.trim();
  if (/^\d{1,7}$/.test(trimmed)) {
    return problem('kernel.durationWithoutUnit', { text }, { key: 'kernel.writeDurationAs', values: { example: `${Number(trimmed)}min` } });
  }
  const match = readWritten(trimmed.toLowerCase()) ?? iso.exec(trimmed);
  if (match === null || trimmed === '' || /[PT]$/.test(trimmed)) {
    return problem(
      'kernel.notADuration',
      { text },
      { key: 'kernel.writeDurationAs', values: { example: meantDuration(trimmed) ?? '1h30' } },
    );
  }
  const [weeks = 0, days = 0, hours = 0, minutes = 0] = match.slice(1, 5).map((part) => Number(part ?? 0));
  return (weeks * 7 + days) * minutesPerDay + hours * 60 + minutes;
}

const inWords = /^(\d{1,4}(?:[.,]\d{1,2})?)\s*(w|d|h|m|weeks?|days?|hours?|hrs?|minutes?|mins?)$/i;
const minutesOf: Readonly<Record<string, number>> = { w: 7 * minutesPerDay, d: minutesPerDay, h: 60, m: 1 };

// What `90 minutes`, `1.5h` and `1:30` must mean.
function meantDuration(text: string): string | undefined {
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(text);
  if (clock !== null) return durationText(Number(clock[1]) * 60 + Number(clock[2]));
  const [, amount = '', unit = ''] = inWords.exec(text) ?? [];
  const minutes = Math.round(Number(amount.replace(',', '.')) * (minutesOf[unit.slice(0, 1).toLowerCase()] ?? 0));
  return minutes > 0 ? durationText(minutes) : undefined;
}

// A number without `min` may only follow hours, and then has two digits: `1h30`, not `1h3` and not `1d30`.
function readWritten(text: string): RegExpExecArray | null {
  const match = written.exec(text.replace(/ /g, ''));
  if (match === null) return null;
  const [, , , hours, minutes, unit] = match;
  if (minutes === undefined || unit !== undefined) return match;
  return hours !== undefined && minutes.length === 2 && Number(minutes) < 60 ? match : null;
}

/** `1d`, `1h30min`, `45min`: what `readDurationMinutes` reads back. */
export function durationText(minutes: number): string {
  const days = Math.floor(minutes / minutesPerDay);
  const hours = Math.floor((minutes % minutesPerDay) / 60);
  const rest = minutes % 60;
  const text = `${days > 0 ? `${days}d` : ''}${hours > 0 ? `${hours}h` : ''}${rest > 0 ? `${rest}min` : ''}`;
  return text === '' ? '0min' : text;
}

/** Reads `07:30` as minutes since midnight; `24:00` is the day's end. */
export function readTimeOfDay(text: string): number | Problem {
  const match = /^(\d{2}):(\d{2})$/.exec(text.trim());
  if (match === null) return problem('kernel.notATimeOfDay', { text }, { key: 'kernel.writeTimeOfDayAs', values: { example: '07:30' } });
  const minutes = Number(match[1]) * 60 + Number(match[2]);
  return Number(match[2]) > 59 || minutes > minutesPerDay ? problem('kernel.noSuchTimeOfDay', { text }) : minutes;
}

/** `07:30` of minutes since midnight. */
export function timeOfDayText(minuteOfDay: number): string {
  return `${String(Math.floor(minuteOfDay / 60)).padStart(2, '0')}:${String(minuteOfDay % 60).padStart(2, '0')}`;
}
