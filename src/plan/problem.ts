// The planning problem as the search sees it: everything that §7 of the design gives, in arrays by index, with windows, hours, light and
// closures already turned into the starts that each serial may have at each site.
import type { Exercise, ObjectiveKind } from '../exercise/index.ts';
import { localDay, type MinuteInstant, minuteFromLocal } from '../kernel/index.ts';
import { type BodyClosure, bodyClosuresOf } from './problem/closures.ts';
import type { Interval, Intervals } from './problem/intervals.ts';
import { type Body, bodiesOf, type DutyFacts } from './problem/people.ts';
import { type PoolFacts, placesOf, type SiteFacts } from './problem/places.ts';
import { type ScenarioFacts, scenariosOf } from './problem/scenarios.ts';
import { type SerialFacts, serialsOf, startsAt } from './problem/serials.ts';
import { type StatementFacts, statementsOf } from './problem/statements.ts';

/** One meeting on one day: which bodies it holds, and how many posts of a kind must stay free to support it. */
export type OccurrenceFacts = {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly site: number;
  readonly price: number | null;
  readonly posts: readonly number[];
  readonly support: readonly { readonly eligible: readonly number[]; readonly count: number }[];
};

export type PlanProblem = StatementFacts & {
  readonly exercise: Exercise;
  /** The exercise from its first to its last minute, and what calendars are laid over: a few days more at both ends. */
  readonly whole: Interval;
  readonly horizon: Interval;
  readonly grid: number;
  /** Local midnight of the first day, from which the grid counts. */
  readonly origin: number;
  readonly objectives: readonly ObjectiveKind[];
  readonly together: { readonly times: number; readonly minutes: number };
  readonly parties: readonly string[];
  readonly participating: readonly number[];
  /** Leaf units first, then posts; both are bodies that are in one place at a time. */
  readonly bodies: readonly Body[];
  readonly unitCount: number;
  readonly sites: readonly SiteFacts[];
  /** Minutes from site to site. */
  readonly travel: readonly (readonly number[])[];
  /** The most of them. */
  readonly mostTravel: number;
  readonly pools: readonly PoolFacts[];
  readonly serials: readonly SerialFacts[];
  readonly occurrences: readonly OccurrenceFacts[];
  readonly bodyClosures: readonly BodyClosure[];
  readonly scenarios: readonly ScenarioFacts[];
  /** Local days by the minute, counted from noon for nights. */
  dayOf(minute: number): number;
  nightOf(minute: number): number;
};

export type { Body, BodyClosure, DutyFacts, Interval, Intervals, PoolFacts, ScenarioFacts, SerialFacts, SiteFacts };

/** What problems are built on: the document, its calendar and its indexes. */
export type Basis = {
  readonly exercise: Exercise;
  readonly whole: Interval;
  readonly horizon: Interval;
  readonly grid: number;
  readonly origin: number;
  readonly parties: readonly string[];
  readonly bodies: readonly Body[];
  readonly unitCount: number;
  readonly sites: readonly SiteFacts[];
  readonly siteIndex: ReadonlyMap<string, number>;
  readonly serialIndex: ReadonlyMap<string, number>;
  /** The indexes of the leaf units that unit identifiers stand for, and of posts. */
  leaves(units: readonly string[]): readonly number[];
  post(id: string): number | undefined;
};

/** Indexes a document for the search. The same document gives the same problem. */
export function problemFrom(exercise: Exercise): PlanProblem {
  const { setting, zone } = exercise;
  const whole: Interval = [setting.from.at, setting.to.at];
  const horizon: Interval = [whole[0] - 2 * 1440, whole[1] + 2 * 1440];
  const origin = minuteFromLocal(localDay(setting.from.at, zone), 0, zone);
  const parties = exercise.parties.list.map((party) => party.id as string);
  const { sites, travel, pools, siteIndex } = placesOf(exercise, horizon);
  const { bodies, unitCount, leaves, post } = bodiesOf(exercise, parties, siteIndex);
  const serialIndex = new Map(exercise.serials.list.map((serial, index) => [serial.id as string, index]));
  const grid = setting.gridMinutes;
  const basis: Basis = { exercise, whole, horizon, grid, origin, parties, bodies, unitCount, sites, siteIndex, serialIndex, leaves, post };
  const bare = serialsOf(basis);
  const statements = statementsOf(basis, bare);
  const serials = bare.map((serial) => ({ ...serial, starts: startsAt(basis, serial, statements, pools) }));
  return {
    ...statements,
    exercise,
    whole,
    horizon,
    grid,
    origin,
    objectives: setting.objectives,
    together: setting.together,
    parties,
    participating: setting.participating.map((party) => parties.indexOf(party)),
    bodies,
    unitCount,
    sites,
    travel,
    mostTravel: travel.reduce((most, row) => Math.max(most, ...row), 0),
    pools,
    serials,
    occurrences: occurrencesOf(basis),
    bodyClosures: bodyClosuresOf(basis, bare),
    scenarios: scenariosOf(basis, serials, statements, pools),
    dayOf: (minute) => localDay(minute as MinuteInstant, zone),
    nightOf: (minute) => localDay((minute - 720) as MinuteInstant, zone),
  };
}

function occurrencesOf({ exercise, whole, bodies, siteIndex, post }: Basis): readonly OccurrenceFacts[] {
  const { zone } = exercise;
  return exercise.meetings.list.flatMap((meeting) => {
    const [from, to] = [meeting.from?.at ?? whole[0], meeting.to?.at ?? whole[1]];
    const [hours = 0, minutes = 0] = meeting.at.split(':').map(Number);
    const found: OccurrenceFacts[] = [];
    for (let day = localDay(from as MinuteInstant, zone); day <= localDay(to as MinuteInstant, zone); day++) {
      const start = minuteFromLocal(day, hours * 60 + minutes, zone);
      const end = start + meeting.minutes;
      if (start < from || end > to) continue;
      const isThere = (body: number) => bodies[body]?.presence.some((period) => period[0] <= start && end <= period[1]) ?? false;
      const posts = meeting.posts.flatMap((id) => post(id) ?? []).filter(isThere);
      const support = meeting.support.map(({ role, languages, count }) => ({
        count,
        eligible: bodies.flatMap((body, index) => {
          const fits = body.role === role && languages.every((language) => body.languages.includes(language));
          return fits && isThere(index) && !posts.includes(index) ? [index] : [];
        }),
      }));
      const site = meeting.site === undefined ? -1 : (siteIndex.get(meeting.site) ?? -1);
      found.push({ id: meeting.id, from: start, to: end, site, price: meeting.price ?? null, posts, support });
    }
    return found;
  });
}
