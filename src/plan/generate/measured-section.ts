// Statements whose need is measured on the hidden plan as the checker counts it: duty in any 24 hours, rest, nights, and how evenly parties
// lead; with every reserve used as well.
import type { Exercise, Written } from '../../exercise/index.ts';
import { localDay, type MinuteInstant } from '../../kernel/index.ts';
import { dutyOf, isNightWork } from '../check/duty.ts';
import { type Body, type Ground, groundOf, type Move, movedGround } from '../check/ground.ts';
import { type Booking, barePlan } from '../plan.ts';
import { parentOf } from './people-section.ts';
import type { Shape } from './shape.ts';

export type Measured = { readonly dutyRules: readonly Written<'dutyRules'>[]; readonly parities: readonly Written<'parities'>[] };

/** `loose` is the exercise without these statements, `bookings` the hidden plan. */
export function measuredSection(shape: Shape, loose: Exercise, bookings: readonly Booking[]): Measured {
  const grounds = groundsOf(shape, loose, bookings);
  return { dutyRules: dutyRules(shape, grounds), parities: parities(shape, grounds) };
}

/** The hidden plan as it is, and once for each group of reserves that are used together. */
function groundsOf({ ghosts, world }: Shape, exercise: Exercise, bookings: readonly Booking[]): readonly Ground[] {
  const plan = barePlan(exercise.setting.code, bookings);
  const moves = (trigger: 'weather' | 'site') =>
    new Map(
      ghosts
        .filter((ghost) => ghost.trigger === trigger)
        .map(({ held, alternate, start, site }): [string, Move] => [
          held.draft.id,
          { alternate, start, site: world.sites[site]?.id ?? null },
        ]),
    );
  const ground = groundOf(exercise, plan);
  return [
    ground,
    ...(['weather', 'site'] as const)
      .map(moves)
      .filter(({ size }) => size > 0)
      .map((used) => movedGround(ground, used, new Set())),
  ];
}

type Needs = { most: number; rest: number; nights: number; beforeNight: number };

function dutyRules(shape: Shape, grounds: readonly Ground[]): readonly Written<'dutyRules'>[] {
  const { cut, world } = shape;
  const rules = (
    id: string,
    reason: string,
    scope: Written<'dutyRules'>['scope'],
    isBound: (body: Body) => boolean,
  ): Written<'dutyRules'> => {
    const needs = needsOf(grounds, isBound);
    return {
      id,
      reason,
      ...(scope === undefined ? {} : { scope }),
      mostPer24h: `${cut.most(16 * 60, Math.max(60, needs.most))}min`,
      leastRest: `${Math.max(1, cut.least(5 * 60, Math.min(needs.rest, 10 * 60)))}min`,
    };
  };
  const isUnit = (body: Body) => body.kind === 'unit';
  const night = needsOf(grounds, isUnit);
  return [
    rules('EVERYBODY', 'Nobody works too long.', undefined, () => true),
    rules(
      'OFFICERS',
      'Safety officers stay fresh.',
      { roles: ['safetyOfficer'] },
      (body) => body.kind === 'post' && body.post.role === 'safetyOfficer',
    ),
    {
      id: 'NIGHTS',
      reason: 'Nights tire.',
      scope: { units: world.mould.parties.map(({ id }) => parentOf(id)) },
      mostNightsRunning: cut.most(night.nights + 2, Math.max(1, night.nights)),
      ...(night.beforeNight < 60 ? {} : { restBeforeNight: `${cut.least(60, Math.min(night.beforeNight, 8 * 60))}min` }),
    },
    {
      id: 'COMFORT',
      reason: 'The first party would like shorter days.',
      scope: { units: world.mould.parties.slice(0, 1).map(({ id }) => parentOf(id)) },
      mostPer24h: '9h',
      price: 1,
    },
  ];
}

/** What the bodies of some kind need at most, over all grounds. */
function needsOf(grounds: readonly Ground[], isBound: (body: Body) => boolean): Needs {
  const needs: Needs = { most: 0, rest: 1440, nights: 0, beforeNight: 1440 };
  for (const ground of grounds) {
    for (const body of ground.bodies.filter(isBound)) {
      const duty = dutyOf(body, ground);
      for (const [index, { from }] of duty.entries()) {
        let [sum, longest] = [0, 0];
        for (let at = index; at < duty.length && (duty[at]?.from ?? 0) < from + 1440; at++) {
          const end = duty[at]?.to ?? 0;
          sum += Math.min(end, from + 1440) - (duty[at]?.from ?? 0);
          longest = Math.max(longest, Math.min(duty[at + 1]?.from ?? Number.POSITIVE_INFINITY, from + 1440) - end);
        }
        needs.most = Math.max(needs.most, sum);
        needs.rest = Math.min(needs.rest, longest);
      }
      measureNights(body, ground, needs);
    }
  }
  return needs;
}

function measureNights(body: Body, ground: Ground, needs: Needs): void {
  const duty = dutyOf(body, ground);
  const seen = new Set<number>();
  for (const work of ground.engagementsOf(body)) {
    if (!isNightWork(work, ground)) continue;
    const night = localDay(((work.held?.runStart ?? work.start) - 720) as MinuteInstant, ground.exercise.zone);
    if (seen.has(night)) continue;
    seen.add(night);
    const at = duty.findIndex(({ from, to }) => from <= work.start && work.start < to);
    const before = duty[at - 1];
    if (before !== undefined) needs.beforeNight = Math.min(needs.beforeNight, (duty[at]?.from ?? work.start) - before.to);
  }
  for (const night of seen) {
    let running = 1;
    while (seen.has(night + running)) running++;
    needs.nights = Math.max(needs.nights, running);
  }
}

function parities({ cut, world }: Shape, [ground]: readonly Ground[]): readonly Written<'parities'>[] {
  const parties = world.mould.parties.map(({ id }) => id);
  const mixed = ground?.held.filter(({ team }) => new Set(team.map(({ party }) => party)).size > 1) ?? [];
  const apart = (groupsOf: (held: (typeof mixed)[number]) => readonly string[]) => {
    let most = 0;
    for (const group of new Set(mixed.flatMap(groupsOf))) {
      const leads = parties.map(
        (party) =>
          mixed.filter(
            (held) => groupsOf(held).includes(group) && ground?.exercise.units.byId.get(held.booking.lead ?? '')?.party === party,
          ).length,
      );
      most = Math.max(most, Math.max(...leads) - Math.min(...leads));
    }
    return most;
  };
  const [overall, phase] = [apart(() => ['']), apart(({ serial }) => [serial.phase ?? ''])];
  return [
    { id: 'LEADS', reason: 'Each party leads about as often as the others.', by: 'overall', within: cut.most(overall + 4, overall) },
    { id: 'LEADS-BY-PHASE', reason: 'In each phase too.', by: 'phase', within: cut.most(phase + 4, phase) },
    { id: 'LEADS-BY-TASK', reason: 'And, if it can be, in each task.', by: 'task', within: 1, price: 1 },
  ];
}
