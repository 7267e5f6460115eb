// The exercise minute by minute: for every stretch of time, how many of its minutes are wrong for something. What the checker needs to see
// for itself when a serial could be held at all.
import { type Exercise, lightPeriodsAtSite, type Serial, type Site } from '../../../exercise/bare/index.ts';
import { localDay, localWeekday, type MinuteInstant, minuteFromLocal } from '../../../kernel/index.ts';
import { within } from '../sky.ts';

type Hours = { readonly from: string; readonly to: string };
type Closure = Exercise['closures']['list'][number];

/** Counts the minutes from one instant to another that are wrong for something. */
export type Counter = (from: number, to: number) => number;

export type Calendar = {
  outsideHours(hours: readonly Hours[]): Counter;
  outsideDates(site: Site): Counter;
  outsideLight(site: Site, light: NonNullable<Serial['light']>): Counter;
  insideClosure(closure: Closure): Counter;
  dayOf(minute: number): number;
};

const margin = 3 * 1440;
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

export function calendarOf(exercise: Exercise): Calendar {
  const { setting, zone } = exercise;
  const first = setting.from.at - margin;
  const length = setting.to.at + margin - first;
  const days = new Int32Array(length);
  const minutes = new Int16Array(length);
  for (let day = localDay(first as MinuteInstant, zone); ; day++) {
    // Local days are counted by their minutes, so that a change of the clocks shows.
    const [from, to] = [minuteFromLocal(day, 0, zone) - first, minuteFromLocal(day + 1, 0, zone) - first];
    if (from >= length) break;
    const isPlain = to - from === 1440;
    for (let at = Math.max(0, from); at < Math.min(to, length); at++) {
      days[at] = day;
      minutes[at] = isPlain ? at - from : -1;
    }
    if (isPlain) continue;
    for (let minute = 0; minute < 1440; minute++) {
      const at = minuteFromLocal(day, minute, zone) - first;
      if (at >= 0 && at < length) minutes[at] = minute;
    }
    for (let at = Math.max(1, from); at < Math.min(to, length); at++) if (minutes[at] === -1) minutes[at] = minutes[at - 1] ?? 0;
  }
  const counters = new Map<string, Counter>();
  /** `mark` tells at which minutes, counted from the first, something is wrong. */
  const counter = (key: string, mark: () => (at: number) => boolean): Counter => {
    const known = counters.get(key);
    if (known !== undefined) return known;
    const isWrong = mark();
    const sums = new Int32Array(length + 1);
    for (let at = 0; at < length; at++) sums[at + 1] = (sums[at] ?? 0) + (isWrong(at) ? 1 : 0);
    const clip = (minute: number) => Math.min(length, Math.max(0, minute - first));
    const found: Counter = (from, to) => (sums[clip(to)] ?? 0) - (sums[clip(from)] ?? 0);
    counters.set(key, found);
    return found;
  };
  return {
    outsideHours: (hours) =>
      hours.length === 0
        ? nothing
        : counter(`hours ${hours.map((one) => `${one.from}-${one.to}`).join()}`, () => {
            const inside = hours.map(within);
            const isOut = Uint8Array.from({ length: 1440 }, (_, minute) => (inside.some((isIn) => isIn(minute)) ? 0 : 1));
            return (at) => isOut[minutes[at] ?? 0] === 1;
          }),
    outsideDates: ({ id, openPeriods }) =>
      openPeriods.length === 0
        ? nothing
        : counter(`dates ${id}`, () => (at) => !openPeriods.some(({ from, to }) => from.at <= first + at && first + at < to.at)),
    outsideLight: (site, light) =>
      counter(`light ${site.id} ${light}`, () => {
        const right = new Uint8Array(length);
        for (const period of lightPeriodsAtSite(exercise, site, first as MinuteInstant, (first + length) as MinuteInstant))
          if (period.light === light) right.fill(1, period.from - first, period.to - first);
        return (at) => right[at] === 0;
      }),
    insideClosure: (closure) =>
      counter(`closure ${closure.id}`, () => {
        const isIn = inClosure(closure, exercise);
        return (at) => isIn(first + at, days[at] ?? 0, minutes[at] ?? 0);
      }),
    dayOf: (minute) => days[minute - first] ?? localDay(minute as MinuteInstant, zone),
  };
}

const nothing: Counter = () => 0;

/** Hours and weekdays recur inside the periods, or, without any, all through; hours over midnight belong to the day they begin on. */
function inClosure({ periods, daily, weekdays: only }: Closure, { setting, zone }: Exercise) {
  const isWeekday = (day: number) => {
    const weekday = weekdays[localWeekday(minuteFromLocal(day, 720, zone), zone) - 1];
    return only.length === 0 || (weekday !== undefined && only.includes(weekday));
  };
  const known = new Map<number, boolean>();
  const isDay = (day: number) => {
    const is = known.get(day) ?? isWeekday(day);
    known.set(day, is);
    return is;
  };
  const isRecurring = daily !== undefined || only.length > 0;
  const frames = periods.length > 0 || !isRecurring ? periods : [{ from: setting.from, to: setting.to }];
  const [from, to] = [daily?.from ?? '00:00', daily?.to ?? '24:00'];
  const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const [opens, closes] = [minuteOf(from), minuteOf(to)];
  return (minute: number, day: number, ofDay: number): boolean => {
    if (!frames.some((frame) => frame.from.at <= minute && minute < frame.to.at)) return false;
    if (!isRecurring) return true;
    if (closes > opens) return opens <= ofDay && ofDay < closes && isDay(day);
    return (ofDay >= opens && isDay(day)) || (ofDay < closes && isDay(day - 1));
  };
}
