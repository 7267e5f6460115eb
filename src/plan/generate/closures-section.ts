// (a) Closures of a generated document: days of rest and reserve, and gaps of the hidden plan in which a unit, a post, a party, a pool or
// a site is not needed.
import type { Written } from '../../exercise/index.ts';
import { type MinuteInstant, minuteOfLocalDay, type Random } from '../../kernel/index.ts';
import { longestGap, middleOf, type Shape, type Stand } from './shape.ts';

const because = (reason: string) => ({ reason });

/** (a) */
export function closuresSection(shape: Shape): readonly Written<'closures'>[] {
  const { world, hidden, stands, when } = shape;
  const random = world.random('closures');
  const { rest, reserve, part, combined } = hidden.days;
  const day = (index: number) => ({ from: when(world.day(index)), to: when(world.day(index + 1)) });
  const training = stands.filter(({ held }) => held.draft.kind === 'training');
  const found: Written<'closures'>[] = [
    {
      id: 'REST-DAY',
      ...because('A day of rest for everybody.'),
      scope: { kinds: ['training', 'rehearsal', 'final'] },
      periods: [day(rest)],
    },
    { id: 'RESERVE-DAY', ...because('The day is kept as a reserve.'), scope: { kinds: ['training'] }, periods: [day(reserve)], price: 20 },
    {
      id: 'LATE-WISH',
      ...because('Nobody likes to begin on the first morning.'),
      scope: { kinds: ['training'] },
      periods: [{ from: when(world.at(1, 6 * 60)), to: when(world.at(1, 8 * 60)) }],
      price: 1,
    },
  ];
  const noise = noiseOf(shape, random);
  if (noise !== undefined) found.push(noise);
  const gap = (id: string, reason: string, scope: Written<'closures'>['scope'], some: readonly Stand[], from: number, to: number) => {
    const period = middleOf(shape, longestGap(some, from, to));
    if (period !== undefined && scope !== undefined)
      found.push({ id, ...because(reason), scope, periods: [{ from: when(period[0]), to: when(period[1]) }] });
  };
  const [first, last] = [world.day(part[0]), world.day(combined[1] + 1)];
  const unit = random.below(world.units.length);
  gap('UPKEEP', 'The unit maintains its vehicles.', { units: [shape.idOf(unit)] }, shape.standsOf(unit), first, last);
  const post = world.units.length + random.below(world.posts.length);
  gap('LEAVE', 'The post is on leave.', { posts: [shape.idOf(post)] }, shape.standsOf(post), first, last);
  const party = random.below(world.mould.parties.length);
  const isOfParty = (stand: Stand) =>
    peopleOf(stand).some((body) => (world.units[body] ?? world.posts[body - world.units.length])?.party === party);
  gap(
    'FEAST',
    'A feast of the party.',
    { parties: [world.mould.parties[party]?.id ?? ''], kinds: ['training'] },
    training.filter(isOfParty),
    first,
    last,
  );
  const pooled = training.filter(({ held }) => held.draft.pool?.pool === 'BOATS');
  if (pooled.length > 0) gap('HIGH-WATER', 'The water is too high.', { pools: ['BOATS'] }, pooled, first, last);
  return found;
}

const peopleOf = ({ held }: Stand): readonly number[] => [...held.team, ...held.posts, ...held.support.map(({ body }) => body)];

/** A site that is never used at night is closed then. */
function noiseOf({ world, stands, cut }: Shape, random: Random): Written<'closures'> | undefined {
  const { zone, grid } = world.mould;
  const local = (minute: number) => minuteOfLocalDay(minute as MinuteInstant, zone);
  for (const site of random.shuffled(world.sites.map((_, index) => index).slice(1))) {
    const there = stands.filter((stand) => stand.site === site);
    const spells = there.map(({ start, end, held }) => [local(start), local(start) + end + held.draft.length.reset - start] as const);
    const [first, last] = [Math.min(...spells.map(([from]) => from)), Math.max(...spells.map(([, to]) => to))];
    if (there.length === 0 || last > 23 * 60 || first < 3 * 60) continue;
    // Closed from the evening until the morning; at first only for two hours of the night.
    const from = grid * Math.ceil((25 * 60 - cut.tightness * (25 * 60 - last)) / grid);
    const to = grid * Math.floor((3 * 60 + cut.tightness * (first - 3 * 60)) / grid);
    const clock = (minute: number) => `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    return {
      id: 'NOISE',
      ...because('The neighbours sleep.'),
      scope: { sites: [world.sites[site]?.id ?? ''] },
      daily: { from: clock(from), to: clock(to) },
    };
  }
  return undefined;
}
