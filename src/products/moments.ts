/** Instants and lengths of time of a log as a product writes them. */
import { dateTimeGroup, localDay, type MicroInstant, minuteOfMicros } from '../kernel/index.ts';
import { sayShortDay, sayTime } from '../words/index.ts';
import type { Pen } from './pen.ts';

const minuteOf = (micros: number) => minuteOfMicros(micros as MicroInstant);

/** `Mon 8 July 10:30`. */
export function momentOf(pen: Pen, micros: number): string {
  const minute = minuteOf(micros);
  return `${sayShortDay(localDay(minute, pen.zone), pen.language)} ${sayTime(minute, pen.zone)}`;
}

export function groupOf(pen: Pen, micros: number): string {
  return dateTimeGroup(minuteOf(micros), pen.zone);
}

/** `Mon 8 July 10:30 (081030CJUL24)`; a dash for what has not come. */
export function moment(pen: Pen, micros: number | null): string {
  return micros === null ? '–' : `${momentOf(pen, micros)} (${groupOf(pen, micros)})`;
}

/** Seconds as people say them: `45 s`, `12.5 min`, `3.2 h`; a dash for what is not known. */
export function secondsText(pen: Pen, seconds: number | null): string {
  if (seconds === null) return '–';
  if (seconds < 60) return pen.say('seconds', { n: Math.round(seconds) });
  return seconds < 7200 ? pen.say('minutes', { n: tenth(seconds / 60) }) : pen.say('hours', { n: tenth(seconds / 3600) });
}

export const tenth = (value: number): number => Math.round(value * 10) / 10;
