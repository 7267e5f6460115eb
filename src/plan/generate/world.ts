// The stage of a generated exercise: its days and their light, its sites and the ways between them, its units. Who supports is called
// up while the hidden plan is made.
import type { Names, ObjectiveKind, Position, Role } from '../../exercise/index.ts';
import { Bug, lightPeriods, type MinuteInstant, minuteFromLocal, type Random, randomFor } from '../../kernel/index.ts';
import { contains, daily, type Intervals, merged, overlaps } from '../problem/intervals.ts';
import { completed, namesOf } from './lexicon.ts';
import type { Mould } from './mould.ts';

export type GenerateOptions = {
  readonly seed: string;
  /** Serials of every kind, at least 8. */
  readonly serials: number;
  /** Leaf units, at least 4. */
  readonly units: number;
  /** How much of the slack over the hidden plan is gone: from 0 to 1. */
  readonly tightness: number;
  /** So many statements that cannot hold together; absent for an exercise that has a plan. */
  readonly impossible?: number;
  /** Another order of objectives; where `end` comes before `slack` the exercise has no fixed end. */
  readonly objectives?: readonly ObjectiveKind[];
};

export type WorldSite = {
  readonly id: string;
  readonly names: Names;
  readonly position: Position;
  readonly facilities: readonly string[];
  readonly hasAir: boolean;
  /** Serials that the hidden plan holds there at once at most. */
  readonly room: number;
  readonly day: Intervals;
  readonly night: Intervals;
};

export type CastUnit = {
  readonly id: string;
  readonly names: Names;
  readonly party: number;
  readonly strength: number;
  readonly capabilities: readonly { readonly capability: string; readonly level: number }[];
  readonly languages: readonly string[];
  readonly isLate: boolean;
};

export type CastPost = {
  readonly id: string;
  readonly role: Role;
  readonly party: number;
  readonly languages: readonly string[];
  readonly hasHome: boolean;
};

export type World = {
  readonly mould: Mould;
  readonly options: GenerateOptions;
  readonly objectives: readonly ObjectiveKind[];
  /** Whether the exercise ends at fixed events. */
  readonly hasFixedEnd: boolean;
  /** Whether day and night are stated hours because the sun there gives too little of one. */
  readonly hasStatedHours: boolean;
  readonly sites: readonly WorldSite[];
  readonly units: readonly CastUnit[];
  /** Grows while the hidden plan calls posts up. */
  readonly posts: CastPost[];
  readonly tasks: readonly { readonly id: string; readonly names: Names }[];
  /** The languages of the interpreters' pair. */
  readonly pair: readonly [string, string];
  /** Local midnight of a day of the exercise, counted from 0. */
  day(index: number): number;
  /** A moment of a day, by the minute of its local day. */
  at(day: number, minuteOfDay: number): number;
  /** The next minute on the grid. */
  snapped(minute: number): number;
  travel(from: number, to: number): number;
  random(entity: string): Random;
};

/** Days over which light is laid out; no hidden plan is longer. */
const mostDays = 120;
export const camp = 0;
export const dayHours = { from: '06:00', to: '20:30' };
export const nightHours = { from: '21:00', to: '05:30' };

export function worldOf(mould: Mould, options: GenerateOptions): World {
  const random = (entity: string) => randomFor(options.seed, `generate ${entity}`);
  const day = (index: number) => minuteFromLocal(mould.firstDay + index, 0, mould.zone);
  const horizon = [day(-1), day(mostDays)] as const;
  const positions = mould.sites.map(({ position }) => position);
  const hasStatedHours = positions.some((position) => !hasBoth(mould, position, horizon));
  const stated = { day: daily(dayHours, horizon, mould.zone), night: daily(nightHours, horizon, mould.zone) };
  const count = Math.min(30, Math.max(3, Math.ceil(options.units / 6) + 1));
  const places = random('sites');
  const sites = Array.from({ length: count }, (_, index): WorldSite => {
    const model = mould.sites[index % mould.sites.length];
    if (model === undefined) throw new Bug('a mould has sites');
    const round = Math.floor(index / mould.sites.length);
    const own = lightOver(mould, model.position, horizon);
    const first = mould.facilities[index % mould.facilities.length]?.id ?? '';
    const second = places.pick(mould.facilities).id;
    return {
      id: index === camp ? 'CAMP' : `SITE-${index}`,
      names:
        index === camp ? namesOf('camp', mould.languages) : completed(model.names, mould.languages, round === 0 ? '' : String(round + 1)),
      position: model.position,
      facilities: index === camp ? [] : [...new Set([first, second])],
      hasAir: index === 1 || index === 2,
      room: index === camp ? 6 : 1 + places.below(2),
      day: hasStatedHours ? stated.day : own.day,
      night: hasStatedHours ? stated.night : own.night,
    };
  });
  const ways = travelBetween(count, random('travel'));
  const objectives = options.objectives ?? mould.objectives;
  const [end, slack] = [objectives.indexOf('end'), objectives.indexOf('slack')];
  return {
    mould,
    options,
    objectives,
    hasFixedEnd: end < 0 || (slack >= 0 && slack < end),
    hasStatedHours,
    sites,
    units: unitsOf(mould, options, random('units')),
    posts: [],
    tasks: tasksOf(mould, options),
    pair: pairOf(mould),
    day,
    at: (index, minuteOfDay) => minuteFromLocal(mould.firstDay + index, minuteOfDay, mould.zone),
    snapped: (minute) => day(0) + mould.grid * Math.ceil((minute - day(0)) / mould.grid),
    travel: (from, to) => (from === to ? 0 : (ways[Math.min(from, to)]?.[Math.max(from, to)] ?? 0)),
    random,
  };
}

function lightOver(mould: Mould, position: Position, [from, to]: readonly [number, number]) {
  const periods = lightPeriods(from as MinuteInstant, to as MinuteInstant, position, mould.twilight);
  const of = (light: 'day' | 'night') =>
    merged(periods.filter((period) => period.light === light).map((one) => [one.from, one.to] as const));
  return { day: of('day'), night: of('night') };
}

/** Whether every day of the horizon has eight hours of day and five of night. */
function hasBoth(mould: Mould, position: Position, horizon: readonly [number, number]): boolean {
  const { day, night } = lightOver(mould, position, horizon);
  const each = (intervals: Intervals, least: number) => {
    const inside = intervals.filter(([from, to]) => from > horizon[0] + 1440 && to < horizon[1] - 1440);
    return inside.length >= mostDays - 5 && inside.every(([from, to]) => to - from >= least);
  };
  return each(day, 480) && each(night, 300);
}

function travelBetween(count: number, random: Random): readonly (readonly number[])[] {
  return Array.from({ length: count }, (_, from) => Array.from({ length: count }, (__, to) => (to <= from ? 0 : 10 + 5 * random.below(6))));
}

function unitsOf(mould: Mould, { units, serials }: GenerateOptions, random: Random): readonly CastUnit[] {
  const { parties, capabilities, languages } = mould;
  const counts = parties.map(() => 0);
  return Array.from({ length: units }, (_, index): CastUnit => {
    const party = index % parties.length;
    counts[party] = (counts[party] ?? 0) + 1;
    const number = String(counts[party]).padStart(2, '0');
    const own = parties[party];
    const other = random.pick(parties);
    const held = random.shuffled(capabilities.slice(0, 6)).slice(0, 2 + random.below(2));
    return {
      id: `${own?.id}-${number}`,
      names: namesOf('section', languages, `${own?.id} ${number}`),
      party,
      strength: random.pick(mould.strengths),
      capabilities: held.map(({ id }) => ({ capability: id, level: 1 + random.below(3) })),
      languages: [...new Set([own?.languages[0] ?? 'en', ...(random.happens(0.3) ? [other.languages[0] ?? 'en'] : [])])],
      isLate: serials >= 24 && party === parties.length - 1 && (counts[party] ?? 0) % 4 === 3,
    };
  });
}

function tasksOf(mould: Mould, { serials }: GenerateOptions) {
  const count = Math.min(mould.tasks.length, Math.max(2, Math.ceil(serials / 5)));
  return mould.tasks.slice(0, count).map(({ id, names }) => ({ id, names: completed(names, mould.languages) }));
}

function pairOf({ parties }: Mould): readonly [string, string] {
  const spoken = [...new Set(parties.flatMap(({ languages }) => languages))];
  const [first = 'en', second] = spoken;
  return [first, second ?? (first === 'en' ? 'fr' : 'en')];
}

/** Whether a stretch lies in a light, or touches the night. */
export const isIn = (light: Intervals, from: number, to: number): boolean => contains(light, from, to);
export const touches = (light: Intervals, from: number, to: number): boolean => overlaps(light, from, to);

/** The parties of which a team has units, by number. */
export function partiesIn(world: Pick<World, 'units'>, team: readonly number[]): readonly number[] {
  return [...new Set(team.map((unit) => world.units[unit]?.party ?? -1))].sort((a, b) => a - b);
}
