// `plan` with a plan that is there: re-planned with least change, compared, explained; and the front over two objectives. What is found is
// put into lines of words and into data.
import type { Exercise, ObjectiveKind } from '../exercise/index.ts';
import { isoFromMinute, Malformed, problem, Refused, unreachable } from '../kernel/index.ts';
import {
  comparePlans,
  defaultIterations,
  explainSerial,
  type FrontPoint,
  type LaneResult,
  type Move,
  type Notice,
  type Pair,
  type Plan,
  planToJson,
  replanned,
  replanning,
  type Slot,
  startFront,
  type ValueChange,
  type Violation,
} from '../plan/index.ts';
import type { Message } from '../words/index.ts';
import { type SourceFile, soundDocument } from './document.ts';
import { soundPlan } from './plan-file.ts';
import { planInLanes, type SearchInLanes } from './plan-lanes.ts';
import { reportOf } from './plan-report.ts';
import { type PlaceOf, placesIn } from './plan-why.ts';
import type { Line, PlanReport, PlanTask } from './use-cases.ts';
import { violationProblem } from './violation.ts';
import { handed } from './workers/handed.ts';

type Search = Omit<SearchInLanes, 'asked'>;

export async function planTask(directory: string, task: PlanTask, search: Search): Promise<PlanReport> {
  const { exercise, files } = await soundDocument(directory);
  switch (task.kind) {
    case 'replan':
      return replan(exercise, await soundPlan(task.planFile, exercise), task.request, search);
    case 'compare':
      return compared(exercise, await soundPlan(task.planFile, exercise), await soundPlan(task.otherFile, exercise));
    case 'explain':
      return explained(exercise, files, await soundPlan(task.planFile, exercise), task.serial, search);
    case 'front':
      return front(exercise, task, search);
    default:
      return unreachable(task);
  }
}

type ReplanTask = Extract<PlanTask, { kind: 'replan' }>;

async function replan(exercise: Exercise, before: Plan, request: ReplanTask['request'], search: Search): Promise<PlanReport> {
  const asked = replanning(exercise, before, request);
  if ('problems' in asked) throw new Malformed(asked.problems);
  const found = await planInLanes(handed(asked.exercise), { ...search, asked: asked.options });
  const { planned, notices, change } = replanned(before, asked, found);
  const head: Message =
    notices.length === 0 ? words('plan.living.nothingChanges') : words('plan.living.changes', { n: notices.length, change });
  const lines = [line(head), ...notices.flatMap(noticeLines)];
  const json = { change, notices: notices.map(noticeData) };
  return { ...reportOf(planned, exercise.zone), notices: { lines, zone: exercise.zone, json } };
}

const line = (message: Message, indent = 0): Line => ({ message, indent });

function noticeLines({ number, move, why, parties, hoursBefore, needsAgreement }: Notice): readonly Line[] {
  const reasons =
    why.length > 0 ? [line(words('plan.living.because'), 1), ...reasonLines(why, 2)] : [line(words('plan.living.makesRoom'), 1)];
  return [
    line(words('plan.living.notice', { number, serial: move.serial }), 0),
    ...differenceLines(move).map((message) => line(message, 1)),
    ...reasons,
    ...(parties.length === 0 ? [] : [line(words('plan.living.concerns', { parties }), 1)]),
    ...(hoursBefore === null ? [] : [line(words('plan.living.hoursBefore', { hours: hoursBefore }), 1)]),
    ...(needsAgreement ? [line(words('plan.living.needsAgreement'), 1)] : []),
  ];
}

const words = (key: string, values: Message['values'] = {}): Message => ({ key, values });
const mostReasons = 4;

/** A few reasons, each kind of statement once; how many there are besides. */
function reasonLines(why: readonly Violation[], indent: number): readonly Line[] {
  const kinds = [...new Map(why.map((violation) => [violation.rule, violation])).values()];
  const shown = kinds.slice(0, mostReasons);
  const more = why.length - shown.length;
  return [
    ...shown.map((violation) => line(violationProblem(violation), indent)),
    ...(more > 0 ? [line(words('plan.explain.andMore', { n: more }), indent)] : []),
  ];
}

function differenceLines({ what, before, after }: Move): readonly Message[] {
  const [from, to] = [before.start ?? 0, after.start ?? 0];
  const minus = (one: readonly string[], other: readonly string[]) => one.filter((unit) => !other.includes(unit));
  return what.map((difference): Message => {
    switch (difference) {
      case 'givenUp':
        return words('plan.living.givenUp', { before: from });
      case 'takenUp':
        return words('plan.living.takenUp', { after: to });
      case 'time':
        return words('plan.living.time', { before: from, after: to });
      case 'site':
        return words('plan.living.site', { before: before.site ?? '–', after: after.site ?? '–' });
      case 'team':
        return words('plan.living.team', { joins: minus(after.team, before.team), leaves: minus(before.team, after.team) });
      case 'lead':
        return words('plan.living.lead', { before: before.lead ?? '–', after: after.lead ?? '–' });
      case 'support':
        return words('plan.living.support', { after: after.support.map(({ demand, by }) => `${by} (${demand})`) });
      default:
        return unreachable(difference);
    }
  });
}

function noticeData({ number, move, why, parties, hoursBefore, needsAgreement }: Notice) {
  return { number, ...moveData(move), why: why.map(violationData), parties, hoursBefore, needsAgreement };
}

function moveData({ serial, before, after, what, change }: Move) {
  return { serial, what, change, before: bookingData(before), after: bookingData(after) };
}

function bookingData({ held, start, site, team, lead, support }: Move['before']) {
  return { held, start: start === null ? null : isoFromMinute(start), site, team, lead, support };
}

const violationData = ({ rule, values }: Violation) => ({ rule, values });

function compared(exercise: Exercise, before: Plan, after: Plan): PlanReport {
  const { values, moves, change } = comparePlans(exercise, before, after);
  const lines = [
    ...values.map((value) => line(valueMessage(value))),
    ...(moves.length === 0 ? [line(words('plan.living.same'))] : [line(words('plan.living.changes', { n: moves.length, change }))]),
    ...moves.flatMap((move) => [
      line(words('plan.living.serial', { serial: move.serial })),
      ...differenceLines(move).map((message) => line(message, 1)),
    ]),
  ];
  return { outcome: 'told', lines, zone: exercise.zone, files: [], json: { values, change, moves: moves.map(moveData) } };
}

function valueMessage({ id, before, after, gain }: ValueChange): Message {
  const verdict = gain > 0 ? 'better' : gain < 0 ? 'worse' : 'same';
  return words('plan.living.value', { objective: id, before: rounded(before), after: rounded(after), verdict });
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** Tries on each day on which others would have to make room. */
const triesOf = ({ budget }: Search): number =>
  budget !== undefined && 'iterations' in budget ? budget.iterations : Math.round(defaultIterations / 5);

function explained(exercise: Exercise, files: readonly SourceFile[], plan: Plan, serial: string, search: Search): PlanReport {
  const found = explainSerial(exercise, plan, serial, triesOf(search));
  if (found === undefined)
    throw new Refused(
      exercise.serials.byId.has(serial)
        ? problem('plan.living.notHeld', { serial })
        : problem('plan.living.unknown', { kind: 'serial', name: serial }),
    );
  const { booking, days, sites } = found;
  const placeOf = placesIn(exercise, files);
  const lines = [
    line(words('plan.explain.stands', { serial, start: booking.start ?? 0, site: booking.site ?? 'none' })),
    line(words('plan.explain.otherDays')),
    ...inStretches(days).flatMap((slot) => slotLines(slot, placeOf)),
    ...(sites.length < 2 ? [] : [line(words('plan.explain.otherSites')), ...sites.flatMap((slot) => slotLines(slot, placeOf))]),
  ];
  return {
    outcome: 'told',
    lines,
    zone: exercise.zone,
    files: [],
    json: { serial, days: days.map((slot) => slotData(slot, placeOf)), sites: sites.map((slot) => slotData(slot, placeOf)) },
  };
}

/** Days that follow each other and are impossible for the same statements are told as one stretch. */
function inStretches(days: readonly Slot[]): readonly Stretch[] {
  const rules = ({ why, statements }: Slot) =>
    statements.length > 0 ? statements.map(keyOfStatement).join() : [...new Set(why.map(({ rule }) => rule))].join();
  const found: Stretch[] = [];
  for (const slot of days) {
    const last = found.at(-1);
    if (last?.kind === 'never' && slot.kind === 'never' && rules(last) === rules(slot))
      found[found.length - 1] = { ...last, until: slot.start };
    else found.push({ ...slot, until: slot.start });
  }
  return found;
}

type Stretch = Slot & { readonly until?: number };

const keyOfStatement = ({ collection, id, path }: Slot['statements'][number]): string => `${collection}/${id}/${path.join('/')}`;

function slotLines(
  { kind, start, site, values, why, statements, others, isSameTeam, until = start }: Stretch,
  placeOf: PlaceOf,
): readonly Line[] {
  const where = { start, site: site ?? 'none', team: isSameTeam ? 'same' : 'other', until, length: until === start ? 'day' : 'days' };
  const changed = values.filter(({ gain }) => gain !== 0);
  const price = changed.length === 0 ? [line(words('plan.explain.costsNothing'), 2)] : changed.map((value) => line(valueMessage(value), 2));
  switch (kind) {
    case 'here':
      return [];
    case 'free':
      return [line(words('plan.explain.free', where), 1), ...price];
    case 'room':
      return [line(words('plan.explain.room', { ...where, others }), 1), ...price];
    case 'held':
      return [line(words('plan.explain.held', where), 1), ...reasonLines(why, 2)];
    case 'never':
      return [
        line(words('plan.explain.never', where), 1),
        ...(statements.length > 0 ? statementLines(statements, placeOf) : reasonLines(why, 2)),
      ];
    default:
      return unreachable(kind);
  }
}

/** What keeps a serial from there, with where it is stated. */
function statementLines(statements: Slot['statements'], placeOf: PlaceOf): readonly Line[] {
  return statements.map((statement): Line => {
    const at = placeOf(statement);
    return { ...line(statement.sentence, 2), ...(at === undefined ? {} : { at }) };
  });
}

function slotData({ kind, start, site, values, why, statements, others, isSameTeam }: Slot, placeOf: PlaceOf) {
  const placed = statements.map((statement) => {
    const { collection, id, path, sentence } = statement;
    const at = placeOf(statement);
    return { collection, id, field: path.join('.'), file: at?.file ?? null, line: at?.line ?? null, ...sentence };
  });
  return { kind, start: isoFromMinute(start), site, isSameTeam, others, values, why: why.map(violationData), statements: placed };
}

async function front(
  exercise: Exercise,
  { objectives, points }: Extract<PlanTask, { kind: 'front' }>,
  search: Search,
): Promise<PlanReport> {
  const pair = pairOf(exercise, objectives);
  const document = handed(exercise);
  const making = startFront(exercise, pair, points);
  for (let guidance = making.next(); guidance !== undefined; guidance = making.next()) {
    const passed: LaneResult[] = [];
    const found = await planInLanes(document, { ...search, asked: { guidance }, improved: (lane) => passed.push(lane) });
    making.take(
      found,
      passed.sort((a, b) => a.lane - b.lane || a.iterations - b.iterations),
    );
  }
  const reached = making.points();
  const fewer = making.fewer();
  return {
    outcome: 'told',
    zone: exercise.zone,
    lines: [...(fewer === undefined ? [] : [line(fewer)]), ...reached.flatMap(pointLines)],
    files: reached.map(({ planned }, index) => ({ suffix: `-${index + 1}`, file: planToJson(planned.plan) })),
    json: { objectives: pair, points: reached.map(({ values, planned }) => ({ values, objectives: planned.check.objectives })) },
  };
}

function pairOf({ setting }: Exercise, text: string): Pair {
  const known = text.split(',').flatMap((name): ObjectiveKind[] => setting.objectives.filter((id) => id === name.trim()));
  const [first, second, ...more] = known;
  if (first === undefined || second === undefined || more.length > 0 || first === second)
    throw new Refused(
      problem('plan.living.noSuchObjective', { text }, { key: 'document.allowedValues', values: { values: setting.objectives } }),
    );
  return [first, second];
}

function pointLines({ planned }: FrontPoint, index: number): readonly Line[] {
  return [
    line(words('plan.front.point', { number: index + 1, file: `-${index + 1}` })),
    ...planned.check.objectives.map(({ id, value }) => line(words('plan.front.value', { objective: id, value: rounded(value) }), 1)),
  ];
}
