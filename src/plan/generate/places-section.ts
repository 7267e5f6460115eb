// The places of a generated document: sites with room, hours and travel cut, facilities, and pools cut to their use.
import type { Written } from '../../exercise/index.ts';
import { localDay, type MinuteInstant, minuteOfLocalDay } from '../../kernel/index.ts';
import { completed, namesOf } from './lexicon.ts';
import { peak, type Shape, type Stand } from './shape.ts';
import type { PoolId } from './syllabus.ts';
import { camp } from './world.ts';

export function sitesSection(shape: Shape): readonly Written<'sites'>[] {
  const { world, stands, cut } = shape;
  const { sites, mould, units } = world;
  return sites.map((site, index) => {
    const random = world.random(`site ${site.id}`);
    const there = stands.filter((stand) => stand.site === index);
    const serials = peak(there.map(({ start, end, held }) => ({ from: start, to: end + held.draft.length.reset, amount: 1 })));
    const people = peak(there.map((stand) => ({ from: stand.start, to: stand.end, amount: peopleAt(shape, stand) })));
    const all = units.reduce((sum, { strength }) => sum + strength, 0);
    // A meeting takes a place in camp.
    const needed = Math.max(1, serials + (index === camp ? 1 : 0));
    const hours = index === camp || !random.happens(0.5) ? undefined : hoursAround(shape, there);
    return {
      id: site.id,
      name: site.names,
      position: { ...site.position },
      facilities: [...site.facilities],
      capacity: { serials: cut.most(needed + 2, needed), people: cut.most(Math.max(2 * people, all), Math.max(1, people)) },
      ...(site.hasAir ? { zones: { air: { name: namesOf('air', mould.languages) } } } : {}),
      ...(hours === undefined ? {} : { opening: [hours] }),
      ...(index === camp || there.length === 0 || !random.happens(0.3) ? {} : { openPeriods: [datesAround(shape, there)] }),
      travel: Object.fromEntries(sites.flatMap((other, to) => (to > index ? [[other.id, `${world.travel(index, to)}min`]] : []))),
    };
  });
}

/** From when until when a site may be used. */
function datesAround({ from, to, cut, when }: Shape, stands: readonly Stand[]): { from: string; to: string } {
  const first = Math.min(...stands.map(({ start }) => start));
  const last = Math.max(...stands.map(({ end, held }) => end + held.draft.length.reset));
  return { from: when(cut.earliest(from, first)), to: when(cut.latest(to, last)) };
}

/** The people a stand brings to its site, visitors included. */
export function peopleAt({ world }: Shape, { held, start }: Stand): number {
  const isThere = (isLate: boolean) => held.attends === 'all' && (!isLate || start >= world.at(2, 6 * 60));
  const attending = world.units.filter((unit) => isThere(unit.isLate) || (held.attends === 'late' && unit.isLate));
  const team = held.team.flatMap((unit) => world.units[unit] ?? []);
  return [...team, ...attending].reduce((sum, { strength }) => sum + strength, held.draft.kind === 'visit' ? visitors : 0);
}

export const visitors = 20;

/** Daily hours that hold all stands, where none of them passes the night's turn; wide at first, cut to what is needed. */
export function hoursAround({ world, cut }: Shape, stands: readonly Stand[]): { from: string; to: string } | undefined {
  const { zone, grid } = world.mould;
  if (stands.length === 0) return undefined;
  const local = (minute: number) => minuteOfLocalDay(minute as MinuteInstant, zone);
  const ends = stands.map(({ end, held }) => end + held.draft.length.reset);
  const isOverMidnight = stands.some(
    ({ start }, index) => localDay(start as MinuteInstant, zone) !== localDay(((ends[index] ?? 0) - 1) as MinuteInstant, zone),
  );
  if (isOverMidnight) return undefined;
  const first = Math.min(...stands.map(({ start }) => local(start)));
  const last = Math.max(...ends.map((end) => (local(end) === 0 ? 1440 : local(end))));
  const step = (minute: number, round: (steps: number) => number) => grid * round(minute / grid);
  const from = Math.min(first, step(5 * 60 + cut.tightness * (first - 5 * 60), Math.floor));
  const to = Math.max(last, step(23 * 60 + cut.tightness * (last - 23 * 60), Math.ceil));
  if (to >= 1440 || from < 0) return undefined;
  return { from: clock(from), to: clock(to) };
}

const clock = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

export function facilitiesSection({ world }: Shape): readonly Written<'facilities'>[] {
  const used = new Set(world.sites.flatMap(({ facilities }) => facilities));
  const { mould } = world;
  return mould.facilities.filter(({ id }) => used.has(id)).map(({ id, names }) => ({ id, name: completed(names, mould.languages) }));
}

const pools: readonly { readonly id: PoolId; readonly word: 'boats' | 'ambulances' | 'radios'; readonly turnaround: number }[] = [
  { id: 'BOATS', word: 'boats', turnaround: 30 },
  { id: 'AMBULANCES', word: 'ambulances', turnaround: 60 },
  { id: 'RADIOS', word: 'radios', turnaround: 0 },
];

export function poolsSection(shape: Shape): readonly Written<'pools'>[] {
  const { world, stands, cut, when } = shape;
  return pools.flatMap(({ id, word, turnaround }): Written<'pools'>[] => {
    const using = stands.filter(({ held }) => held.draft.pool?.pool === id);
    if (using.length === 0) return [];
    const random = world.random(`pool ${id}`);
    const uses = using.map(({ start, end, held }) => ({ from: start, to: end + turnaround, amount: held.draft.pool?.count ?? 0 }));
    const needed = peak(uses);
    const count = cut.most(2 * needed, needed);
    const used = new Set(using.map(({ site }) => site));
    const others = random.shuffled(world.sites.flatMap((_, site) => (used.has(site) || site === camp ? [] : [site])));
    const places = [...used, ...others.slice(0, cut.most(others.length, 0))].sort((a, b) => a - b);
    const hours = random.happens(0.5) ? hoursAround(shape, using) : undefined;
    // On one day of the training some of it is in repair: as many are left as that day needs.
    const day = 1 + random.below(Math.max(1, shape.hidden.days.combined[1]));
    const [from, to] = [world.day(day), world.day(day + 1)];
    const thatDay = peak(
      uses.flatMap((use) => (use.from < to && from < use.to ? [{ ...use, from: Math.max(use.from, from), to: Math.min(use.to, to) }] : [])),
    );
    const left = cut.most(count, thatDay);
    return [
      {
        id,
        name: namesOf(word, world.mould.languages),
        count,
        kind: id === 'AMBULANCES' ? 'medical' : 'equipment',
        ...(used.has(camp) ? {} : { sites: places.map((site) => world.sites[site]?.id ?? '') }),
        ...(hours === undefined ? {} : { opening: [hours] }),
        ...(turnaround === 0 ? {} : { turnaround: `${turnaround}min` }),
        ...(left < count
          ? { lessDuring: [{ period: { from: when(from), to: when(to) }, count: left, reason: 'Some of it is in repair.' }] }
          : {}),
      },
    ];
  });
}
