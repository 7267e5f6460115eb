// What has happened since a plan was made, put into its document: someone or something is lost, a place is late, a decision is pinned, the
// past is past. The changed document is planned and checked like any other, so that every reason found is one of its statements.
import {
  anchorsOf,
  type Exercise,
  leavesOf,
  type Period,
  presenceOf,
  readWhen,
  type Serial,
  type SerialId,
  type SiteId,
  serialMinutes,
  type UnitId,
  type When,
} from '../../exercise/index.ts';
import {
  isoDateOfDay,
  isoFromMinute,
  isProblem,
  localDay,
  type MinuteInstant,
  minuteFromLocal,
  nearest,
  type Problem,
  problem,
  readDurationMinutes,
  readIsoDate,
} from '../../kernel/index.ts';
import { type Language, mustSay } from '../../words/index.ts';
import type { Booking, Plan } from '../plan.ts';

/** What is asked of a re-planning, as it is written on a command line. */
export type Request = {
  /** Units, posts, sites or local days that are lost. */
  readonly without?: readonly string[];
  /** `SITE=2h`: what was to begin there begins at least so much later. */
  readonly delay?: readonly string[];
  /** `S-07` as it is, `S-07@D+3 09:00` from a start of set-up, `S-07:team`, `S-07:site`, `S-07:time` or `S-07:lead` as in the plan. */
  readonly pin?: readonly string[];
  /** What begins before this instant stays, and nothing is moved to before it. */
  readonly freezeUntil?: string;
};

export type Disturbed = {
  readonly exercise: Exercise;
  /** Bookings that stay as they are. */
  readonly fixed: readonly Booking[];
  /** When the changes are told: the end of what is frozen. */
  readonly now: MinuteInstant | null;
};

/** The document as changed by what happened, or all that is wrong with the request. */
export function disturbed(exercise: Exercise, plan: Plan, request: Request): Disturbed | { readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const kept = <T>(found: T | Problem): T | undefined => {
    if (!isProblem(found)) return found;
    problems.push(found);
    return undefined;
  };
  const now = request.freezeUntil === undefined ? null : (kept(instantOf(exercise, request.freezeUntil)) ?? null);
  const frozen = plan.bookings.filter(({ start }) => now !== null && start !== null && start < now);
  let changed = exercise;
  if (now !== null)
    changed = withClosure(changed, 'frozen', 'Frozen', { serials: others(exercise, frozen) }, exercise.setting.from.at, now);
  for (const text of request.delay ?? []) changed = kept(delayed(changed, plan, text, frozen)) ?? changed;
  for (const id of request.without ?? []) changed = kept(without(changed, id, now, frozen)) ?? changed;
  const fixed = [...frozen];
  for (const text of request.pin ?? []) {
    const pinned = kept(pin(changed, plan, text));
    if (pinned === undefined) continue;
    changed = pinned.exercise;
    if (pinned.booking !== undefined && !fixed.includes(pinned.booking)) fixed.push(pinned.booking);
  }
  return problems.length > 0 ? { problems } : { exercise: changed, fixed, now };
}

/** An instant as documents write it. */
export function instantOf({ setting, zone }: Exercise, text: string): MinuteInstant | Problem {
  return readWhen(text, zone, anchorsOf(setting.anchors, zone));
}

const others = ({ serials }: Exercise, frozen: readonly Booking[]): SerialId[] =>
  serials.list.filter(({ id, at }) => at === undefined && !frozen.some(({ serial }) => serial === id)).map(({ id }) => id as SerialId);

const whenAt = (at: MinuteInstant): When => ({ written: isoFromMinute(at), at });
const periodOf = (from: MinuteInstant, to: MinuteInstant): Period => ({ from: whenAt(from), to: whenAt(to) });

function tableOf<T extends { readonly id: string }>(list: readonly T[]) {
  return { list, byId: new Map(list.map((item) => [item.id, item])) };
}

type Scope = Exercise['closures']['list'][number]['scope'];

type Why = 'Lost' | 'Late' | 'Frozen';

/** A closure that stands for what happened; its identifier says what. */
function withClosure(exercise: Exercise, id: string, why: Why, scope: Scope, from: MinuteInstant, to: MinuteInstant): Exercise {
  if (from >= to) return exercise;
  const said = (language: Language) => mustSay({ key: `plan.living.reason${why}`, values: {} }, language);
  const reasonIn = { fr: said('fr'), zh: said('zh'), ru: said('ru') };
  const closure = { id, reason: said('en'), reasonIn, scope, periods: [periodOf(from, to)], weekdays: [], except: [] };
  return { ...exercise, closures: tableOf([...exercise.closures.list, closure]) };
}

/** `SITE=2h`: every serial that was to begin at the site, and is not frozen, begins there so much later at the earliest. */
function delayed(exercise: Exercise, plan: Plan, text: string, frozen: readonly Booking[]): Exercise | Problem {
  const [name = '', span = ''] = text.split('=');
  const site = exercise.sites.byId.get(name);
  if (site === undefined) return unknown('site', name, exercise.sites.byId.keys());
  const minutes = readDurationMinutes(span);
  if (isProblem(minutes)) return minutes;
  const late = plan.bookings.filter((booking) => booking.site === name && !frozen.includes(booking));
  return late.reduce(
    (changed, { serial, start }) =>
      start === null
        ? changed
        : withClosure(
            changed,
            `${name}+${span} ${serial}`,
            'Late',
            { serials: [serial as SerialId], sites: [name as SiteId] },
            exercise.setting.from.at,
            (start + minutes) as MinuteInstant,
          ),
    exercise,
  );
}

/** From now on, or all through where there is no now. */
function without(exercise: Exercise, id: string, now: MinuteInstant | null, frozen: readonly Booking[]): Exercise | Problem {
  const from = now ?? exercise.setting.from.at;
  if (exercise.units.byId.has(id)) {
    const leaves = new Set(leavesOf(exercise, id));
    const lost = exercise.units.list.map((unit) =>
      leaves.has(unit.id as UnitId) ? { ...unit, presence: until(exercise, unit.id, from, frozen) } : unit,
    );
    return { ...exercise, units: tableOf(lost) };
  }
  if (exercise.posts.byId.has(id)) {
    const lost = exercise.posts.list.map((post) => (post.id === id ? { ...post, presence: until(exercise, id, from, frozen) } : post));
    return { ...exercise, posts: tableOf(lost) };
  }
  const rest = others(exercise, frozen);
  if (exercise.sites.byId.has(id))
    return withClosure(exercise, id, 'Lost', { sites: [id as SiteId], serials: [...rest] }, from, exercise.setting.to.at);
  const day = readIsoDate(id);
  if (typeof day === 'number') {
    const [start, end] = [minuteFromLocal(day, 0, exercise.zone), minuteFromLocal(day + 1, 0, exercise.zone)];
    return withClosure(exercise, id, 'Lost', { serials: rest }, Math.max(start, from) as MinuteInstant, end);
  }
  const first = localDay(exercise.setting.from.at, exercise.zone);
  return unknown('unit, post, site, day', id, [
    ...exercise.units.byId.keys(),
    ...exercise.posts.byId.keys(),
    ...exercise.sites.byId.keys(),
    isoDateOfDay(first),
  ]);
}

/** When a body is still there: as stated until the loss, and to the end of what it is in the middle of. */
function until(exercise: Exercise, id: string, from: MinuteInstant, frozen: readonly Booking[]): Period[] {
  const busy = frozen.filter(({ team, support }) => team.includes(id) || support.some(({ by }) => by === id));
  const end = busy.reduce<number>((latest, booking) => Math.max(latest, booking.end ?? 0), from) as MinuteInstant;
  const left = presenceOf(exercise, id).flatMap((period) => {
    const to = Math.min(period.to, end) as MinuteInstant;
    return period.from < to ? [periodOf(period.from, to)] : [];
  });
  // No period at all would mean the whole exercise.
  return left.length > 0 ? left : [periodOf(exercise.setting.from.at, exercise.setting.from.at)];
}

type Pinned = { readonly exercise: Exercise; readonly booking?: Booking };
const parts = ['time', 'site', 'team', 'lead'] as const;

function pin(exercise: Exercise, plan: Plan, text: string): Pinned | Problem {
  const [head = '', at] = text.split('@').map((part) => part.trim());
  const [id = '', part] = head.split(':');
  const serial = exercise.serials.byId.get(id);
  const booking = plan.bookings.find((one) => one.serial === id);
  if (serial === undefined || booking === undefined) return unknown('serial', id, exercise.serials.byId.keys());
  if (at !== undefined) {
    const start = instantOf(exercise, at);
    return isProblem(start) ? start : { exercise: withSerial(exercise, startingAt(serial, start)) };
  }
  if (part === undefined) return { exercise, booking };
  if (!booking.held || booking.start === null) return problem('plan.living.notHeld', { serial: id });
  switch (parts.find((one) => one === part)) {
    case 'time':
      return { exercise: withSerial(exercise, startingAt(serial, booking.start)) };
    case 'site':
      return { exercise: withSerial(exercise, booking.site === null ? serial : { ...serial, sites: [booking.site as SiteId] }) };
    case 'team':
      return { exercise: withSerial(exercise, withTeam(serial, booking.team)) };
    case 'lead':
      return { exercise: withSerial(exercise, withLead(serial, booking.lead)) };
    default:
      return problem('plan.living.noSuchPart', { text, parts: [...parts] });
  }
}

function withSerial(exercise: Exercise, serial: Serial): Exercise {
  return { ...exercise, serials: tableOf(exercise.serials.list.map((one) => (one.id === serial.id ? serial : one))) };
}

/** From the start of set-up on for as long as it takes. */
function startingAt(serial: Serial, start: MinuteInstant): Serial {
  const end = (start + serialMinutes(serial).total) as MinuteInstant;
  return { ...serial, startsFrom: whenAt(start), endsBy: whenAt(end) };
}

function withTeam(serial: Serial, team: readonly string[]): Serial {
  if (serial.team === undefined) return serial;
  const units = team as readonly UnitId[];
  return { ...serial, team: { ...serial.team, named: [...units], from: [...units], units: { least: units.length, most: units.length } } };
}

function withLead(serial: Serial, lead: string | null): Serial {
  return serial.team === undefined || lead === null ? serial : { ...serial, team: { ...serial.team, lead: { unit: lead as UnitId } } };
}

function unknown(kind: string, name: string, names: Iterable<string>): Problem {
  const meant = nearest(name, [...names]);
  return problem('plan.living.unknown', { kind, name }, meant === undefined ? undefined : { key: 'kernel.meant', values: { name: meant } });
}
