// The checker of bounds: whether the facts beside an objective hold in the document, are all there, and add up to the bound. It counts
// everything again from the document and shares no code with what found the bound.
import type { Exercise, ObjectiveKind, Serial } from '../../exercise/index.ts';
import { isoFromMinute, type MinuteInstant, stableJson, unreachable } from '../../kernel/index.ts';
import type { ObjectiveResult, WitnessFact } from '../plan.ts';
import { mustGoBefore } from './witness/bonds.ts';
import { factsOfPairs, faultOfCut } from './witness/meetings.ts';
import { factsOf } from './witness/possible.ts';
import { type Room, roomOf } from './witness/room.ts';
import { faultOfContinuity } from './witness/sequences.ts';
import { factsOfLoad, factsOfPrice } from './witness/wishes.ts';
import { faultOfWork } from './witness/work.ts';

/**
 * The key of the first fact that does not hold or is missing, or `sum` where they do not add up; undefined where the bound stands.
 * `earlier` are the values of the objectives before it: the bound is over the plans that are at least as good in those.
 */
export function faultOfBound(
  exercise: Exercise,
  { id, bound, witness }: Pick<ObjectiveResult, 'id' | 'bound' | 'witness'>,
  earlier: readonly { readonly id: ObjectiveKind; readonly value: number }[],
): string | undefined {
  if (bound === null) return witness[0]?.key;
  const sum = witness.reduce((total, { amount }) => total + amount, 0);
  if (!(Math.abs(sum - bound) < 2e-6)) return 'sum';
  const of = (kind: ObjectiveKind, none: number) => earlier.find((one) => one.id === kind)?.value ?? none;
  const facts = factsOf(exercise);
  const room = roomOf(facts, {
    price: of('price', Number.POSITIVE_INFINITY),
    slack: of('slack', Number.NEGATIVE_INFINITY),
    end: of('end', Number.POSITIVE_INFINITY),
  });
  const { list } = exercise.serials;
  // Where something that must be held cannot be, nothing is known.
  if (list.some((serial) => room.isHeld(serial) && room.starts(serial).length === 0)) return witness[0]?.key ?? 'sum';
  switch (id) {
    case 'price':
      return differing(witness, counted(room, factsOfPrice));
    case 'load':
      return differing(witness, counted(room, factsOfLoad));
    case 'pairs':
      return differing(witness, counted(room, factsOfPairs)) === undefined ? undefined : faultOfCut(room, witness);
    case 'continuity':
      return faultOfContinuity(room, witness);
    case 'slack':
      return faultOfSlack(room, witness);
    case 'end':
      return faultOfSteps(room, witness, 1, (serial) => room.isHeld(serial));
    default:
      return unreachable(id);
  }
}

type Count = (room: Room) => readonly WitnessFact[];

/** The checker's own facts in a room; counted once. */
function counted(room: Room, count: Count): readonly WitnessFact[] {
  const ofRoom = ownFacts.get(room) ?? new Map<Count, readonly WitnessFact[]>();
  ownFacts.set(room, ofRoom);
  const facts = ofRoom.get(count) ?? count(room);
  ofRoom.set(count, facts);
  return facts;
}

const ownFacts = new WeakMap<Room, Map<Count, readonly WitnessFact[]>>();

/**
 * The key of what an exhaustive search is said to have proved, where it does not say of itself what it is. Nothing more can be asked of it:
 * it is a claim and makes no bound.
 */
export function faultOfClaim({ setting }: Exercise, { id, searched }: Pick<ObjectiveResult, 'id' | 'searched'>): string | undefined {
  if (searched === undefined) return undefined;
  const { key, values, amount } = searched;
  const isSlack = id === 'slack' && key === 'plan.witness.noneLeavesMore' && values.minutes === amount;
  const isEnd = id === 'end' && key === 'plan.witness.noneEndsSooner' && values.end === iso(setting.from.at + amount);
  const isPrice = id === 'price' && key === 'plan.witness.nonePaysLess' && values.price === amount;
  const isKept = id === 'continuity' && key === 'plan.witness.noneKeepsMore' && values.kept === amount;
  return isSlack || isEnd || isPrice || isKept ? undefined : key;
}

/** The first fact that one of two lists has and the other has not. */
function differing(stated: readonly WitnessFact[], own: readonly WitnessFact[]): string | undefined {
  const textOf = ({ key, values, amount }: WitnessFact) => stableJson([key, Object.entries(values).sort(), amount]);
  const [theirs, ours] = [stated.map(textOf).sort(), own.map(textOf).sort()];
  const at = theirs.findIndex((text, index) => text !== ours[index]);
  if (at >= 0) return stated.find((fact) => textOf(fact) === theirs[at])?.key;
  return ours.length > theirs.length ? own[0]?.key : undefined;
}

/** One fixed point, and the steps to a training serial that must end before it; or nothing waits for training at all. */
function faultOfSlack(room: Room, [first, ...rest]: readonly WitnessFact[]): string | undefined {
  const { exercise, times } = room.facts;
  const points = exercise.serials.list.filter((serial) => serial.at !== undefined);
  const isTraining = (id: string) => exercise.serials.byId.get(id as never)?.kind === 'training';
  if (first?.key === 'plan.witness.nothingWaits') {
    const waits = points.some((point) => [...mustGoBefore(point, exercise, () => true)].some(isTraining));
    return waits || rest.length > 0 || first.amount !== 0 ? first.key : undefined;
  }
  const point = points.find((serial) => serial.id === first?.values.serial);
  const own = point === undefined ? undefined : times.get(point.id);
  if (first?.key !== 'plan.witness.fixedPoint' || point?.at === undefined || own === undefined || !room.isHeld(point))
    return first?.key ?? 'sum';
  const start = point.at.at - own.setUp - own.brief;
  if (first.values.at !== iso(start) || first.amount !== start - exercise.setting.from.at) return first.key;
  const before = mustGoBefore(point, exercise, room.isHeld);
  return faultOfSteps(room, rest, -1, (serial) => before.has(serial.id) && serial.kind === 'training' && room.isHeld(serial));
}

/** Work that some serials bring; or steps from the start of the exercise, each to the earliest end of a serial, the last one that counts. */
function faultOfSteps(room: Room, steps: readonly WitnessFact[], sign: 1 | -1, counts: (serial: Serial) => boolean): string | undefined {
  const { exercise, times } = room.facts;
  if (steps[0]?.key === 'plan.witness.workToDo') return faultOfWork(room, steps, sign, counts);
  let at: number = exercise.setting.from.at;
  let last: Serial | undefined;
  for (const { key, values, amount } of steps) {
    const serial = exercise.serials.list.find(({ id }) => id === values.serial);
    const start = serial === undefined ? undefined : room.starts(serial)[0];
    if (key !== 'plan.witness.endsAtBest' || serial === undefined || start === undefined) return key;
    const end = start + (times.get(serial.id)?.total ?? 0);
    if (values.start !== iso(start) || values.end !== iso(end) || amount !== sign * (end - at)) return key;
    [at, last] = [end, serial];
  }
  return last !== undefined && counts(last) ? undefined : (steps[0]?.key ?? 'sum');
}

const iso = (minute: number): string => isoFromMinute(minute as MinuteInstant);
