/** What the dry run found weak, in words: key and values for the catalogue, the worst first. Severity is in minutes that people wait in a run. */
import { isoDateOfDay } from '../../kernel/index.ts';
import type { InjectForecast, LatencyForecast, ScarceLoad, SerialForecast, Weakness } from '../rehearsal.ts';
import type { Resource } from '../stage/resources.ts';
import type { Stage } from '../stage/stage.ts';
import { rounded } from './over-runs.ts';

type Found = {
  readonly stage: Stage;
  readonly serials: readonly SerialForecast[];
  readonly injects: readonly InjectForecast[];
  readonly loads: readonly ScarceLoad[];
  readonly requests: LatencyForecast;
  readonly requestsOnTime: number | null;
  /** Resource × hour: seconds waited over all runs. */
  readonly hours: Float64Array;
  readonly runs: number;
};

/** Below so many minutes of waiting in a run nothing is said. */
const worthSaying = 15;
const serialsShown = 6;
const injectsShown = 6;
/** A queue is described by the block of this many hours that holds most of it. */
const blockHours = 5;

const byVoice: readonly string[] = ['interpreter', 'translator'];

export function weaknessesOf(found: Found): readonly Weakness[] {
  return [...resourceWeaknesses(found), ...serialWeaknesses(found), ...injectWeaknesses(found), ...requestWeaknesses(found)].toSorted(
    (a, b) => b.severity - a.severity || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
  );
}

function resourceWeaknesses(found: Found): readonly Weakness[] {
  return found.loads.flatMap(({ resource: id, waitMinutes }): Weakness[] => {
    const resource = found.stage.resources.find((one) => one.id === id);
    const minutes = Math.round(waitMinutes.mean);
    if (resource === undefined || minutes < worthSaying) return [];
    const severity = rounded(waitMinutes.mean, 2);
    if (resource.kind === 'pool') {
      const { serials } = found;
      const heldUp = serials
        .filter(({ waitsFor }) => waitsFor.some(({ cause, minutes: waited }) => cause === id && waited.mean >= 1))
        .map(({ serial }) => serial);
      const pool = found.stage.exercise.pools.list[resource.pool];
      const values = { pool: pool?.id ?? id, count: pool?.count ?? 0, minutes, serials: heldUp };
      return [{ key: heldUp.length > 0 ? 'rehearsal.weakness.poolHoldsUp' : 'rehearsal.weakness.pool', values, severity }];
    }
    const peak = peakOf(found, resource);
    const at = { date: isoDateOfDay(peak.day), from: `${peak.from}:00`, to: `${peak.to}:00`, peakMinutes: Math.round(peak.minutes) };
    if (byVoice.includes(resource.role ?? '') && resource.languages.length > 0) {
      const night = nightOf(found, resource);
      const values = {
        languages: resource.languages.join('–'),
        posts: resource.posts.length,
        minutes,
        nightMinutes: Math.round(night.minutes),
        ...at,
      };
      const isNight = night.minutes >= worthSaying && night.perHour > 1.25 * night.perDayHour;
      const kind = resource.role === 'interpreter' ? 'interpreters' : 'translators';
      return [{ key: `rehearsal.weakness.${kind}${isNight ? 'AtNight' : ''}`, values, severity: isNight ? severity + 1 : severity }];
    }
    if (resource.role === 'releaseOfficer') {
      return [
        {
          key: 'rehearsal.weakness.releaseQueue',
          values: { party: resource.party ?? '', posts: resource.posts.length, minutes, ...at },
          severity,
        },
      ];
    }
    const parties = [
      ...new Set(resource.posts.flatMap((post) => found.stage.posts[post]?.party ?? found.stage.exercise.setting.participating)),
    ].toSorted();
    return [
      { key: `rehearsal.weakness.role.${resource.role}`, values: { parties, posts: resource.posts.length, minutes, ...at }, severity },
    ];
  });
}

/** The block of hours in which most is waited for a resource; minutes a run. */
function peakOf({ stage, hours, runs }: Found, { index }: Resource) {
  const length = stage.days * 24;
  const own = hours.subarray(index * length, (index + 1) * length);
  let best = 0;
  let most = -1;
  let sum = 0;
  for (let hour = 0; hour < length; hour++) {
    sum += (own[hour] ?? 0) - (hour >= blockHours ? (own[hour - blockHours] ?? 0) : 0);
    if (sum > most) [best, most] = [hour, sum];
  }
  // Hours at the ends of the block in which nobody waits are not part of it.
  let [from, to] = [Math.max(0, best - blockHours + 1), best + 1];
  while (from < to - 1 && (own[from] ?? 0) < most * 0.05) from++;
  while (to > from + 1 && (own[to - 1] ?? 0) < most * 0.05) to--;
  return { day: stage.firstDay + Math.floor(from / 24), from: from % 24, to: ((to - 1) % 24) + 1, minutes: most / 60 / Math.max(1, runs) };
}

/** Waiting at night and by day, in minutes a run, whole and for each hour of it between STARTEX and ENDEX. */
function nightOf({ stage, hours, runs }: Found, { index }: Resource) {
  const length = stage.days * 24;
  const own = hours.subarray(index * length, (index + 1) * length);
  const found = { night: 0, day: 0, nightHours: 0, dayHours: 0 };
  for (let time = stage.startex; time < stage.endex; time += 3_600_000_000) {
    const waited = own[stage.hourOf(time)] ?? 0;
    if (stage.lightAt(time) === 'day') {
      found.day += waited;
      found.dayHours++;
    } else {
      found.night += waited;
      found.nightHours++;
    }
  }
  const inMinutes = 60 * Math.max(1, runs);
  return {
    minutes: found.night / inMinutes,
    perHour: found.night / inMinutes / Math.max(1, found.nightHours),
    perDayHour: found.day / inMinutes / Math.max(1, found.dayHours),
  };
}

function serialWeaknesses({ serials }: Found): readonly Weakness[] {
  const lost = serials
    .filter(({ curtailed, cancelled }) => curtailed + cancelled >= 0.05)
    .map(({ serial, curtailed, cancelled }) => ({
      key: 'rehearsal.weakness.serialLost',
      values: { serial, curtailedPercent: Math.round(curtailed * 100), cancelledPercent: Math.round(cancelled * 100) },
      severity: rounded(60 * (curtailed + 2 * cancelled), 2),
    }));
  const late = serials
    .filter(({ startsLate }) => startsLate >= 0.2)
    .map(({ serial, startsLate, waitsFor }) => ({
      serial,
      startsLate,
      minutes: waitsFor.reduce((sum, { minutes }) => sum + minutes.mean, 0),
      cause: waitsFor[0]?.cause ?? '',
    }))
    .filter(({ minutes }) => minutes >= 5)
    .toSorted((a, b) => b.minutes - a.minutes || (a.serial < b.serial ? -1 : 1))
    .slice(0, serialsShown)
    .map(({ serial, startsLate, minutes, cause }) => ({
      key: 'rehearsal.weakness.serialStartsLate',
      values: { serial, percent: Math.round(startsLate * 100), minutes: Math.round(minutes), cause },
      severity: rounded(minutes, 2),
    }));
  return [...lost, ...late];
}

function injectWeaknesses({ injects, stage }: Found): readonly Weakness[] {
  const wanting = new Set(stage.injects.filter(({ answerWithin }) => answerWithin !== undefined).map(({ id }) => id as string));
  return injects
    .filter(({ inject, released, answeredInTime }) => wanting.has(inject) && released >= 0.5 && answeredInTime < 0.5)
    .toSorted((a, b) => a.answeredInTime - b.answeredInTime || (a.number < b.number ? -1 : 1))
    .slice(0, injectsShown)
    .map(({ number, answeredInTime, unanswered }) => ({
      key: 'rehearsal.weakness.injectLate',
      values: { number, inTimePercent: Math.round(answeredInTime * 100), unansweredPercent: Math.round(unanswered * 100) },
      severity: rounded(10 * (1 - answeredInTime), 2),
    }));
}

function requestWeaknesses({ requests, requestsOnTime }: Found): readonly Weakness[] {
  if (requestsOnTime === null || requestsOnTime >= 0.8) return [];
  const parts = [
    ['Decide', requests.decide.mean],
    ['Translate', requests.translate.mean],
    ['Review', requests.review.mean],
    ['Deliver', requests.deliver.mean],
  ] as const;
  const [part, minutes] = parts.toSorted((a, b) => b[1] - a[1])[0] ?? ['Decide', 0];
  return [
    {
      key: `rehearsal.weakness.requestsLate${part}`,
      values: { percent: Math.round(requestsOnTime * 100), minutes: Math.round(minutes), whole: Math.round(requests.whole.mean) },
      severity: rounded(100 * (1 - requestsOnTime), 2),
    },
  ];
}
