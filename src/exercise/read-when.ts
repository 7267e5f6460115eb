/** Reads the forms in which a document states time: absolute, as a date-time group, or relative to anchors that may depend on each other. */
import {
  isProblem,
  localDay,
  type MinuteInstant,
  minuteFromLocal,
  minuteInstant,
  minutesPerDay,
  nearest,
  offsetAt,
  type Problem,
  problem,
  readDateTimeGroup,
  readDurationMinutes,
  readIsoDate,
  readIsoMinute,
  readTimeOfDay,
  timeOfDayText,
  type Zone,
  zoneOfLetter,
} from '../kernel/index.ts';
import type { Setting } from './nouns/setting.ts';

/** An anchor's instant, or what is wrong with it. */
export type AnchorOf = (name: string) => MinuteInstant | Problem;

const forms = '2024-07-08T09:00+03:00, 080900CJUL24, D+1 09:00, H1+40min';
const anchored = /^([DH]\d*)(?:-(?:day|hour))?(?:\s*([+-])\s*([0-9][0-9a-zA-Z]*))?(?:\s+(\d{1,2}:\d{2}))?$/;

/**
 * Reads `2024-07-08T09:00+03:00`, `080900CJUL24` (J is the exercise's zone), `D-day`, `D+1 09:00` (local), `H1+40min`.
 * A bare number, and a day without a time of day, are faults.
 */
export function readWhen(written: string, zone: Zone, anchorOf: AnchorOf): MinuteInstant | Problem {
  const text = written.trim();
  if (/^[+-]?\d+([.,]\d+)?$/.test(text)) return problem('document.bareTime', { text }, writeLike(forms));
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return problem('document.dayWithoutTime', { text }, writeLike(`${text}T09:00+03:00`));
  if (/^\d{4}-/.test(text)) return withZone(readIsoMinute(text), text, zone);
  if (/^\d{6}/.test(text)) {
    const group = readDateTimeGroup(text, zone);
    return isProblem(group) ? group : group.minute;
  }
  const match = anchored.exec(text);
  if (match === null) return problem('document.notATime', { text: text.slice(0, 60) }, writeLike(forms));
  const [, name = '', sign, amount, timeOfDay] = match;
  const anchor = anchorOf(name);
  if (isProblem(anchor)) return anchor;
  const factor = sign === '-' ? -1 : 1;
  if (amount === undefined) return timeOfDay === undefined ? anchor : onDay(anchor, 0, timeOfDay, zone);
  if (/^\d+$/.test(amount)) {
    if (timeOfDay !== undefined) return onDay(anchor, factor * Number(amount), timeOfDay, zone);
    if (name === 'D') return problem('document.dayWithoutTime', { text }, writeLike(`${text} 09:00`));
    return problem('document.bareOffset', { text }, writeLike(`${text}min`));
  }
  const minutes = readDurationMinutes(amount);
  if (isProblem(minutes)) return minutes;
  if (timeOfDay === undefined) return minuteInstant(anchor + factor * minutes);
  if (minutes % minutesPerDay !== 0) return problem('document.notATime', { text }, writeLike(forms));
  return onDay(anchor, (factor * minutes) / minutesPerDay, timeOfDay, zone);
}

// Who leaves the zone out means the exercise's; it must be written all the same, for whoever reads the file elsewhere.
function withZone(found: MinuteInstant | Problem, text: string, zone: Zone): MinuteInstant | Problem {
  const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{1,2}:\d{2})(?::00)?$/.exec(text);
  if (!isProblem(found) || match === null) return found;
  const [, date = '', time = ''] = match;
  const day = readIsoDate(date);
  if (isProblem(day)) return found;
  const offset = offsetAt(zone, minuteFromLocal(day, 0, zone));
  const sign = offset < 0 ? '-' : '+';
  return { ...found, maybe: writeLike(`${date}T${time.padStart(5, '0')}${sign}${timeOfDayText(Math.abs(offset))}`) };
}

/** The anchor that a time as written hangs on; none where it is absolute or no time. */
export function anchorIn(written: string): string | undefined {
  return anchored.exec(written.trim())?.[1];
}

/** The anchors of a setting, each read once; an anchor may be relative to another, but not to itself by any way round. */
export function anchorsOf(anchors: Setting['anchors'], zone: Zone): AnchorOf {
  const known = new Map<string, MinuteInstant | Problem>();
  const underWay: string[] = [];
  const anchorOf: AnchorOf = (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const written = Object.hasOwn(anchors, name) ? anchors[name] : undefined;
    if (written === undefined) return noSuchAnchor(name, Object.keys(anchors));
    if (underWay.includes(name)) return problem('document.anchorsInCircle', { anchors: [...underWay.slice(underWay.indexOf(name)), name] });
    underWay.push(name);
    const day = name === 'D' ? readIsoDate(written.trim()) : undefined;
    const at = typeof day === 'number' ? minuteFromLocal(day, 0, zone) : readWhen(written, zone, anchorOf);
    underWay.pop();
    known.set(name, at);
    return at;
  };
  return anchorOf;
}

/** The exercise's zone: a letter, or an offset with its changes. */
export function readZone(zone: Setting['zone']): Zone | Problem {
  if (typeof zone === 'string') return zoneOfLetter(zone) ?? problem('document.noSuchZone', { text: zone }, writeLike('C'));
  const offset = readOffset(zone.offset);
  if (isProblem(offset)) return offset;
  const changes: { at: MinuteInstant; offsetMinutes: number }[] = [];
  for (const change of zone.changes ?? []) {
    const at = readIsoMinute(change.at);
    const offsetMinutes = readOffset(change.offset);
    if (isProblem(at)) return at;
    if (isProblem(offsetMinutes)) return offsetMinutes;
    const last = changes.at(-1);
    if (last !== undefined && at - last.at < 2 * minutesPerDay) return problem('document.zoneChangesTooNear', { text: change.at });
    changes.push({ at, offsetMinutes });
  }
  return { name: zone.name, offsetMinutes: offset, changes };
}

function readOffset(text: string): number | Problem {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(text.trim());
  const minutes = Number(match?.[2] ?? 99) * 60 + Number(match?.[3] ?? 0);
  if (text.trim() === 'Z') return 0;
  if (match === null || minutes > 18 * 60 || Number(match[3]) > 59) return problem('document.noSuchZone', { text }, writeLike('+03:00'));
  return match[1] === '-' ? -minutes : minutes;
}

function onDay(anchor: MinuteInstant, days: number, timeOfDay: string, zone: Zone): MinuteInstant | Problem {
  const minutes = readTimeOfDay(timeOfDay.padStart(5, '0'));
  if (isProblem(minutes)) return minutes;
  if (Math.abs(days) > 36_500) return problem('document.notATime', { text: `${days}` }, writeLike(forms));
  return minuteFromLocal(localDay(anchor, zone) + days, minutes, zone);
}

function noSuchAnchor(name: string, names: readonly string[]): Problem {
  const meant = names.length === 1 ? names[0] : nearest(name, names);
  if (meant !== undefined) return problem('document.noSuchAnchor', { name }, { key: 'kernel.meant', values: { name: meant } });
  return problem(
    'document.noSuchAnchor',
    { name },
    names.length === 0 ? undefined : { key: 'document.allowedValues', values: { values: names } },
  );
}

function writeLike(example: string) {
  return { key: 'document.writeLike', values: { example } };
}
