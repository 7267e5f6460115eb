import { expect, test } from 'vitest';
import { anExercise, aPost, aSerial, aSite, aUnit, type Exercise } from '../../exercise/index.ts';
import { mustSay } from '../../words/index.ts';
import { brokenByBookings, checkPlan, isAdoptable } from '../check.ts';
import { exerciseFrom, generate } from '../generate/generate.ts';
import { plainMould } from '../generate/mould.ts';
import type { Plan } from '../plan.ts';
import { finished, planExercise, problemOf } from '../planning.ts';
import { problemFrom } from '../problem.ts';
import { placementsOf } from '../search/guidance.ts';
import { changeOf } from './change.ts';
import { comparePlans } from './compare.ts';
import type { Request } from './disturb.ts';
import { explainSerial } from './explain.ts';
import { planFront, startFront } from './front.ts';
import { type Replanned, replanned, replanning } from './replan.ts';

// A generated exercise with its hidden plan: a plan of which nobody knows how it was found.
const generated = generate(plainMould, { seed: '11', serials: 24, units: 14, tightness: 0.2 });
const exercise = exerciseFrom(generated.files);
const plan: Plan = finished(exercise, {
  format: 'entente-plan',
  version: 1,
  exercise: exercise.setting.code,
  seed: 'hidden',
  iterations: 0,
  lanes: 1,
  objectives: [],
  bookings: generated.hidden,
  unmet: [],
}).plan;

function replan(request: Request, of: Exercise = exercise, from: Plan = plan, iterations = 40): Replanned {
  const asked = replanning(of, from, request);
  if ('problems' in asked) throw new Error(JSON.stringify(asked.problems));
  return replanned(from, asked, planExercise(asked.exercise, { seed: '1', iterations, lanes: 1, ...asked.options }));
}

const booked = (id: string, from: Plan = plan) => from.bookings.find(({ serial }) => serial === id);
// Somebody whom no statement names can be replaced.
const named = new Set<string>([
  ...exercise.serials.list.flatMap(({ team }) => [...(team?.named ?? []), ...(team?.lead?.unit === undefined ? [] : [team.lead.unit])]),
  ...exercise.pairDemands.list.flatMap(({ first, second }) => [...first, ...second]),
  ...exercise.taskGroups.list.flatMap(({ units }) => units),
]);
const serialsOf = (unit: string) => plan.bookings.filter(({ team }) => team.includes(unit)).length;
const busiest = exercise.units.list
  .map(({ id }) => id)
  .filter((unit) => !named.has(unit))
  .reduce((best, unit) => (serialsOf(unit) > serialsOf(best) ? unit : best));

test('where nothing has happened, nothing changes', () => {
  const { planned, notices, change } = replan({});
  expect(notices).toEqual([]);
  expect(change).toBe(0);
  expect(planned.plan.bookings).toEqual(plan.bookings);
});

test('a unit that is lost is in no team any more, and every other team keeps its people', () => {
  const { planned, notices } = replan({ without: [busiest] });
  expect(isAdoptable(planned.check)).toBe(true);
  expect(planned.plan.bookings.filter(({ team }) => team.includes(busiest))).toEqual([]);
  const had = plan.bookings.filter(({ team }) => team.includes(busiest)).map(({ serial }) => serial);
  const regrouped = notices.filter(({ move }) => move.what.includes('team')).map(({ move }) => move.serial);
  for (const serial of had) expect(regrouped).toContain(serial);
  expect(regrouped.length).toBeLessThanOrEqual(had.length + 2);
  const reasons = notices.filter(({ move }) => had.includes(move.serial)).flatMap(({ why }) => why.map(({ rule }) => rule));
  expect(reasons).toContain('peopleArePresent');
});

test('what begins before the frozen hours end stays, and nothing moves to before it', () => {
  const until = exercise.setting.from.at + 3 * 1440;
  const { planned, notices } = replan({ without: [busiest], freezeUntil: 'D+3 00:00' });
  for (const booking of plan.bookings) {
    if (booking.start !== null && booking.start < until) expect(booked(booking.serial, planned.plan)).toEqual(booking);
  }
  for (const { move, hoursBefore } of notices) {
    expect(move.after.start === null || move.after.start >= until).toBe(true);
    expect(hoursBefore).toBeGreaterThanOrEqual(0);
  }
});

test('a site that is two hours late begins nothing earlier', () => {
  const site = 'SITE-1';
  const { planned } = replan({ delay: [`${site}=2h`] });
  for (const booking of plan.bookings) {
    const now = booked(booking.serial, planned.plan);
    if (booking.site !== site || now?.site !== site || exercise.serials.byId.get(booking.serial)?.at !== undefined) continue;
    expect(now.start ?? 0).toBeGreaterThanOrEqual((booking.start ?? 0) + 120);
  }
});

test('a pinned start, site, team or lead is kept', () => {
  const free = plan.bookings.filter(({ serial, team }) => serial.startsWith('S-') && team.length > 0);
  const [first, second, third] = free;
  if (first === undefined || second === undefined || third === undefined) throw new Error('too few serials');
  const pin = [`${first.serial}:time`, `${first.serial}:site`, `${second.serial}:team`, `${second.serial}:lead`, third.serial];
  const lost = [...new Set(free.slice(3).flatMap(({ team }) => team))].find((unit) => ![...second.team, ...third.team].includes(unit));
  const { planned } = replan({ pin, without: lost === undefined ? [] : [lost] });
  expect(booked(first.serial, planned.plan)).toMatchObject({ start: first.start, site: first.site });
  expect(booked(second.serial, planned.plan)).toMatchObject({ team: second.team, lead: second.lead });
  expect(booked(third.serial, planned.plan)).toEqual(third);
});

test('a request that names what is not there is refused, with what may be meant', () => {
  const asked = replanning(exercise, plan, { without: ['AAA-0'], delay: ['SITE-9=2h', 'SITE-1=soon'], pin: ['S-9999', 'S-002:colour'] });
  expect('problems' in asked && asked.problems.map(({ key }) => key)).toEqual([
    'plan.living.unknown',
    'kernel.notADuration',
    'plan.living.unknown',
    'plan.living.unknown',
    'plan.living.noSuchPart',
  ]);
  if ('problems' in asked)
    for (const language of ['en', 'fr', 'zh', 'ru'] as const) for (const one of asked.problems) mustSay(one, language);
});

// Two days, two units of each party, two sites.
const small = anExercise({
  setting: { from: '080000CJUL24', to: '100000CJUL24', objectives: ['price', 'pairs', 'end'], frozen: '12h' },
  sites: [aSite({ id: 'A' }), aSite({ id: 'B' })],
  units: ['b1', 'b2', 'c1', 'c2'].map((id) => aUnit({ id, party: id.startsWith('b') ? 'BLR' : 'CHN' })),
  posts: [aPost({ id: 'safety', role: 'safetyOfficer' }), aPost({ id: 'safety-2', role: 'safetyOfficer' })],
  serials: ['S', 'T', 'U'].map((id) =>
    aSerial({ id, sites: ['A', 'B'], hours: { from: '08:00', to: '18:00' }, team: { units: { most: 2 }, parties: { least: 2 } } }),
  ),
  supportDemands: [{ id: 'safe', reason: 'Test.', role: 'safetyOfficer' }],
});
const smallPlan = planExercise(small, { seed: '1', iterations: 40, lanes: 1 }).plan;

test('a change weighs its people and bookings, more the shorter the notice', () => {
  const problem = problemFrom(small);
  const [before] = placementsOf(problem, smallPlan.bookings);
  if (before == null) throw new Error('S is not held');
  const moved = { ...before, start: before.start + 60 };
  const weight = (hours: number) => changeOf(problem, 0, before, moved, before.start - hours * 60).amount;
  // Two units of ten, a safety officer, and the booking of the site.
  expect([weight(96), weight(48), weight(12)]).toEqual([31, 62, 124]);
  expect(changeOf(problem, 0, before, { ...before, lead: before.team.find((unit) => unit !== before.lead) ?? -1 }, null).amount).toBe(1);
  expect(changeOf(problem, 0, before, before, null).amount).toBe(0);
});

test('inside the frozen hours a change needs the agreement for changes', () => {
  const [first] = [...smallPlan.bookings].sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
  const [officer] = first?.support ?? [];
  const { notices } = replan({ without: [officer?.by ?? ''], freezeUntil: 'D 06:00' }, small, smallPlan);
  expect(notices.length).toBeGreaterThan(0);
  for (const { hoursBefore, needsAgreement } of notices) expect(needsAgreement).toBe((hoursBefore ?? 99) < 12);
});

test('two plans are compared objective by objective and booking by booking', () => {
  const other = planExercise(small, { seed: '2', iterations: 0, lanes: 1 }).plan;
  const { values, moves, change } = comparePlans(small, smallPlan, other);
  expect(values.map(({ id }) => id)).toEqual(['price', 'pairs', 'end']);
  expect(change > 0).toBe(moves.length > 0);
  expect(comparePlans(small, smallPlan, smallPlan)).toMatchObject({ moves: [], change: 0 });
});

test('each other day of a serial is explained: free, possible if others make room, or held by statements', () => {
  const found = explainSerial(exercise, plan, 'S-002', 5);
  if (found === undefined) throw new Error('S-002 is not held');
  expect(found.days.filter(({ kind }) => kind === 'here')).toHaveLength(1);
  for (const { kind, why } of found.days) if (kind === 'held' || kind === 'never') expect(why.length).toBeGreaterThan(0);
  for (const { kind, start, site } of found.days.filter((slot) => slot.kind === 'free')) {
    expect(kind).toBe('free');
    const problem = problemOf(exercise);
    const facts = problem.serials.find(({ id }) => id === 'S-002');
    expect(facts?.starts[facts.sites.findIndex((index) => problem.sites[index]?.id === site)]).toContain(start);
  }
  expect(explainSerial(exercise, plan, 'nothing', 0)).toBeUndefined();
});

test('a day on which a serial cannot stand even alone is told by the statements that forbid it, and a fixed serial has no other day', () => {
  const fixed = anExercise({
    sites: [aSite({ id: 'A' })],
    units: [aUnit({ id: 'b1' })],
    serials: [
      aSerial({ id: 'S', at: '090900CJUL24', attend: { units: ['b1'] } }),
      aSerial({ id: 'T', sites: ['A'], endsBy: '100000CJUL24' }),
    ],
  });
  const planned = planExercise(fixed, { seed: '1', iterations: 0, lanes: 1 }).plan;
  const told = (serial: string) =>
    explainSerial(fixed, planned, serial, 0)
      ?.days.filter(({ kind }) => kind !== 'here')
      .map(({ kind, statements }) => [kind, ...statements.map(({ path }) => path.join())]);
  expect([...new Set(told('S')?.map((one) => one.join(' ')))]).toEqual(['never at']);
  expect(told('T')?.at(-1)).toEqual(['never', 'endsBy']);
});

test('what is said to be free on another day passes the checker there', () => {
  const free = explainSerial(small, smallPlan, 'S', 0)?.days.find(({ kind }) => kind === 'free');
  if (free === undefined) throw new Error('no free day');
  const bookings = smallPlan.bookings.map((booking) =>
    booking.serial === 'S' ? { ...booking, start: free.start, end: (free.start + 120) as typeof free.start, site: free.site } : booking,
  );
  const broken = brokenByBookings(checkPlan(small, { ...smallPlan, bookings }));
  expect(free.isSameTeam ? broken : []).toEqual([]);
});

test('a front of fewer points than asked for says whether that is proved', () => {
  const made = startFront(small, ['pairs', 'end'], 5);
  const found = planExercise(small, { seed: '1', iterations: 60, lanes: 1 });
  made.next();
  made.take(found, []);
  const isAtBound = ['pairs', 'end'].every((kind) => found.plan.objectives.some(({ id, value, bound }) => id === kind && value === bound));
  const fewer = made.fewer();
  expect(fewer?.key).toBe(isAtBound ? 'plan.front.one' : 'plan.front.oneFound');
  for (const language of ['en', 'fr', 'zh', 'ru'] as const) expect(fewer && mustSay(fewer, language)).not.toContain('{');
});

test('a front is of checked plans of which none is better in both', () => {
  const front = planFront(small, ['pairs', 'end'], 5, { seed: '1', iterations: 60, lanes: 1 });
  expect(front.length).toBeGreaterThan(0);
  for (const { planned } of front) expect(isAdoptable(planned.check)).toBe(true);
  for (const [index, { values }] of front.entries()) {
    const next = front[index + 1]?.values;
    if (next !== undefined) expect(values[0] < next[0] && values[1] < next[1]).toBe(true);
  }
  const begun = startFront(small, ['pairs', 'end'], 5);
  expect(begun.points()).toEqual([]);
  expect(begun.fewer()?.key).toBe('plan.front.none');
  expect(begun.next()).toEqual({ order: ['pairs', 'end', 'price'] });
});
