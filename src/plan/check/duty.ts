// Rules of duty: preparation, travel, meetings and debrief are duty; rest serials are not. Counted in any 24 hours.
import type { Exercise } from '../../exercise/index.ts';
import { localDay, type MinuteInstant } from '../../kernel/index.ts';
import { type Body, type Engagement, type Ground, type Held, travelMinutes } from './ground.ts';
import { type Breach, rule } from './rule.ts';
import { concernsBody } from './scope.ts';

type DutyRule = Exercise['dutyRules']['list'][number];
export type Duty = { readonly from: number; readonly to: number };

/**
 * When a body is on duty, in order of time and without overlaps. It travels straight from one place to the next and leaves as late
 * as it can; where the break is long enough for both ways it goes home in between.
 */
export function dutyOf(body: Body, ground: Ground): readonly Duty[] {
  const engagements = ground.engagementsOf(body);
  if (engagements.length === 0) return [];
  const known = duties.get(engagements);
  if (known !== undefined) return known;
  const duty = reckoned(body, ground);
  duties.set(engagements, duty);
  return duty;
}

/** By a body's list of engagements, which is its own. */
const duties = new WeakMap<readonly Engagement[], readonly Duty[]>();

function reckoned(body: Body, ground: Ground): readonly Duty[] {
  const engagements = ground.engagementsOf(body);
  const spells: Duty[] = [];
  for (const engagement of engagements) if (isDuty(engagement)) spells.push({ from: engagement.start, to: engagement.end });
  const home = body.kind === 'unit' ? body.unit.home : body.post.home;
  const minutes = (from: string | undefined, to: string | undefined) => travelMinutes(ground.exercise, from, to);
  const placed = engagements.filter((engagement) => engagement.site !== undefined);
  for (let index = 0; index <= placed.length; index++) {
    const before = placed[index - 1];
    const after = placed[index];
    const [back, out] = [minutes(before?.site, home), minutes(home, after?.site)];
    const goesHome = home !== undefined && (before === undefined || after === undefined || after.start - before.end >= back + out);
    if (goesHome && before !== undefined) spells.push({ from: before.end, to: before.end + back });
    if (after !== undefined) spells.push({ from: after.start - (goesHome ? out : minutes(before?.site, after.site)), to: after.start });
  }
  return merged(spells);
}

const isDuty = (engagement: Engagement): boolean => engagement.held?.serial.kind !== 'rest';

function merged(spells: readonly Duty[]): readonly Duty[] {
  const found: { from: number; to: number }[] = [];
  for (const spell of spells.filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (last !== undefined && spell.from <= last.to) last.to = Math.max(last.to, spell.to);
    else found.push({ ...spell });
  }
  return found;
}

/** Whether any minute of an engagement's run lies in the night outside. */
export function isNightWork(engagement: Engagement, ground: Ground): boolean {
  const { held } = engagement;
  if (!isDuty(engagement) || held === undefined) return false;
  const known = nightRuns.get(held);
  if (known !== undefined) return known;
  const isNight = ground.sky.minutesOutside(held.site, 'night', held.runStart, held.runEnd) > 0;
  nightRuns.set(held, isNight);
  return isNight;
}

const nightRuns = new WeakMap<Held, boolean>();

/** Nights are counted from noon to noon, by the local day on which they begin. */
const nightOf = (minute: number, { exercise }: Ground): number => localDay((minute - 720) as MinuteInstant, exercise.zone);

type Concerned = { readonly stated: DutyRule; readonly body: Body; readonly counts: (minute: number) => boolean };

function concerned(ground: Ground): readonly Concerned[] {
  const all = boundBy(ground);
  if (ground.bodiesLookedAt === ground.bodies) return all;
  const known = concernedOn.get(ground);
  if (known !== undefined) return known;
  const lookedAt = new Set(ground.bodiesLookedAt);
  const found = all.filter(({ body }) => lookedAt.has(body));
  concernedOn.set(ground, found);
  return found;
}

const concernedOn = new WeakMap<Ground, readonly Concerned[]>();

function boundBy({ exercise, bodies }: Ground): readonly Concerned[] {
  const known = bound.get(exercise);
  if (known !== undefined) return known;
  const all = exercise.dutyRules.list.flatMap((stated) => {
    const phases = stated.scope.phases?.flatMap((id) => exercise.phases.byId.get(id) ?? []);
    const counts = (minute: number) => phases === undefined || phases.some(({ from, to }) => from.at <= minute && minute < to.at);
    return bodies.filter((body) => concernsBody(stated.scope, body, exercise)).map((body) => ({ stated, body, counts }));
  });
  bound.set(exercise, all);
  return all;
}

const bound = new WeakMap<Exercise, readonly Concerned[]>();

/** The windows that matter are those that begin with a spell of duty. */
export const nobodyIsOnDutyTooLong = rule(
  'nobodyIsOnDutyTooLong',
  'Nobody is on duty for more than so many hours in any 24.',
  3,
  (ground) =>
    concerned(ground).flatMap(({ stated, body, counts }): Breach[] => {
      const most = stated.mostPer24h?.minutes;
      if (most === undefined) return [];
      const duty = dutyOf(body, ground);
      const worst = duty.map(({ from }, index) => (counts(from) ? minutesWithinADay(duty, index) : 0)).reduce((a, b) => Math.max(a, b), 0);
      const over = worst - most;
      return over > 0 ? [{ values: { who: body.id, minutes: worst, most, rule: stated.id }, amount: over, price: stated.price }] : [];
    }),
);

/** The duty of the 24 hours that begin with a spell. */
function minutesWithinADay(duty: readonly Duty[], first: number): number {
  const until = (duty[first]?.from ?? 0) + 1440;
  let minutes = 0;
  for (let at = first; at < duty.length; at++) {
    const { from, to } = duty[at] ?? { from: until, to: until };
    if (from >= until) break;
    minutes += Math.min(to, until) - from;
  }
  return minutes;
}

/** An unbroken rest lies in each 24 hours that begin with a spell of duty. */
export const everybodyRests = rule(
  'everybodyRests',
  'In any 24 hours from the start of duty everybody has an unbroken rest.',
  3,
  (ground) =>
    concerned(ground).flatMap(({ stated, body, counts }): Breach[] => {
      const least = stated.leastRest?.minutes;
      if (least === undefined) return [];
      const duty = dutyOf(body, ground);
      let shortest = least;
      duty.forEach(({ from }, index) => {
        if (!counts(from)) return;
        let longest = 0;
        for (let at = index; at < duty.length; at++) {
          const begin = duty[at]?.to ?? 0;
          if (begin >= from + 1440) break;
          longest = Math.max(longest, Math.min(duty[at + 1]?.from ?? Number.POSITIVE_INFINITY, from + 1440) - begin);
        }
        shortest = Math.min(shortest, longest);
      });
      return shortest < least
        ? [{ values: { who: body.id, minutes: shortest, least, rule: stated.id }, amount: least - shortest, price: stated.price }]
        : [];
    }),
);

export const nobodyWorksTooManyNights = rule('nobodyWorksTooManyNights', 'Nobody works more than so many nights running.', 3, (ground) =>
  concerned(ground).flatMap(({ stated, body, counts }): Breach[] => {
    const most = stated.mostNightsRunning;
    if (most === undefined) return [];
    const nights = new Set<number>();
    for (const engagement of ground.engagementsOf(body)) {
      const run = engagement.held?.runStart ?? 0;
      if (counts(run) && isNightWork(engagement, ground)) nights.add(nightOf(run, ground));
    }
    let [longest, running] = [0, 0];
    for (const night of [...nights].sort((a, b) => a - b)) {
      running = nights.has(night - 1) ? running + 1 : 1;
      longest = Math.max(longest, running);
    }
    return longest > most
      ? [{ values: { who: body.id, nights: longest, most, rule: stated.id }, amount: longest - most, price: stated.price }]
      : [];
  }),
);

/** Before the first night work of a night; the way there is no rest. */
export const restGoesBeforeNightWork = rule('restGoesBeforeNightWork', 'Before night work everybody has so much rest.', 3, (ground) =>
  concerned(ground).flatMap(({ stated, body, counts }): Breach[] => {
    const least = stated.restBeforeNight?.minutes;
    if (least === undefined) return [];
    const duty = dutyOf(body, ground);
    const works = ground.engagementsOf(body).filter((engagement) => isNightWork(engagement, ground));
    return works.flatMap((work, index): Breach[] => {
      const earlier = works[index - 1];
      const night = nightOf(work.held?.runStart ?? work.start, ground);
      const isFirst = earlier === undefined || nightOf(earlier.held?.runStart ?? earlier.start, ground) !== night;
      if (!isFirst || !counts(work.start)) return [];
      const at = duty.findIndex(({ from, to }) => from <= work.start && work.start < to);
      const rest = (duty[at]?.from ?? work.start) - (duty[at - 1]?.to ?? Number.NEGATIVE_INFINITY);
      return rest < least
        ? [
            {
              values: { who: body.id, serial: work.what, minutes: rest, least, rule: stated.id },
              amount: least - rest,
              price: stated.price,
            },
          ]
        : [];
    });
  }),
);

export const rulesOfDuty = [nobodyIsOnDutyTooLong, everybodyRests, nobodyWorksTooManyNights, restGoesBeforeNightWork];
