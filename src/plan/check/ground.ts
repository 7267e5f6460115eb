// What the rules look at: every held booking with its serial, its times, its site and its people, straight from document and plan.
// The checker works in minutes and shares nothing with the search.
import {
  type Exercise,
  isPresent,
  leafUnits,
  leavesOf,
  type MinutePeriod,
  type Post,
  presenceOf,
  type Serial,
  type Site,
  serialMinutes,
  type Unit,
} from '../../exercise/bare/index.ts';
import type { Booking, Plan } from '../plan.ts';
import { type Occurrence, occurrencesOf } from './occurrences.ts';
import { type Sky, skyOver } from './sky.ts';

/** A serial that stands at its alternate: the reserve window is its only window, the reserve site an allowed one. */
export type Move = { readonly alternate: string; readonly start: number; readonly site: string | null };

/** One held serial with everything the document says of it resolved. */
export type Held = {
  readonly serial: Serial;
  readonly booking: Booking;
  readonly start: number;
  readonly runStart: number;
  readonly runEnd: number;
  readonly end: number;
  /** The end of the reset. */
  readonly siteFreeAt: number;
  readonly site: Site | undefined;
  readonly team: readonly Unit[];
  readonly attending: readonly Unit[];
  readonly posts: readonly Post[];
  readonly move: Move | undefined;
};

/** What a body, a leaf unit or a post, is engaged in. */
export type Engagement = {
  readonly what: string;
  readonly kind: 'serial' | 'meeting';
  readonly start: number;
  readonly end: number;
  readonly site: string | undefined;
  readonly held: Held | undefined;
};

export type Body =
  | { readonly kind: 'unit'; readonly id: string; readonly party: string; readonly unit: Unit }
  | { readonly kind: 'post'; readonly id: string; readonly party: string | undefined; readonly post: Post };

export type Ground = {
  readonly exercise: Exercise;
  readonly plan: Plan;
  readonly held: readonly Held[];
  /** Those that a rule about single serials looks at: all, or, on moved ground, those that differ from the ground before. */
  readonly lookedAt: readonly Held[];
  /** On moved ground: the ground before, and those that no longer stand as they stood there. */
  readonly before: Ground | undefined;
  readonly left: readonly Held[];
  readonly heldBySerial: ReadonlyMap<string, Held>;
  readonly leaves: readonly Unit[];
  readonly bodies: readonly Body[];
  /** Those that a rule about single bodies looks at. */
  readonly bodiesLookedAt: readonly Body[];
  readonly occurrences: readonly Occurrence[];
  readonly sky: Sky;
  /** When a unit or a post is there. */
  presence(body: string): readonly MinutePeriod[];
  /** In order of time; soft meetings are not among them. */
  engagementsOf(body: Body): readonly Engagement[];
};

type OfDocument = Pick<Ground, 'leaves' | 'bodies' | 'occurrences' | 'sky' | 'presence'> & {
  readonly unitBodies: ReadonlyMap<string, Body>;
  readonly postBodies: ReadonlyMap<string, Body>;
};
const known = new WeakMap<Exercise, OfDocument>();

/** Resolves a plan against its document; bookings that name what does not exist, or have no times, are left to the rules of form. */
export function groundOf(exercise: Exercise, plan: Plan): Ground {
  const fixed = ofDocument(exercise);
  const held: Held[] = [];
  const heldBySerial = new Map<string, Held>();
  for (const booking of plan.bookings) {
    const one = resolved(exercise, booking, undefined, fixed);
    if (one === undefined || heldBySerial.has(one.serial.id)) continue;
    held.push(one);
    heldBySerial.set(one.serial.id, one);
  }
  const engagements = engagementsByBody(exercise, held, fixed);
  return {
    exercise,
    plan,
    held,
    lookedAt: held,
    before: undefined,
    left: [],
    heldBySerial,
    ...fixed,
    bodiesLookedAt: fixed.bodies,
    engagementsOf: (body) => engagements.get(body) ?? none,
  };
}

/**
 * The ground as it is once some serials have moved and others are gone. What a rule says of a single serial or body that is not
 * concerned it has said of the ground before, so that only the others are looked at.
 */
export function movedGround(ground: Ground, moves: ReadonlyMap<string, Move>, without: ReadonlySet<string>): Ground {
  const { exercise } = ground;
  const fixed = ofDocument(exercise);
  const changed = new Map<Held, Held | undefined>();
  for (const id of without) {
    const one = ground.heldBySerial.get(id);
    if (one !== undefined) changed.set(one, undefined);
  }
  for (const [id, move] of moves) {
    const one = ground.heldBySerial.get(id);
    if (one !== undefined) changed.set(one, resolved(exercise, one.booking, move, ground));
  }
  const held = ground.held.flatMap((one) => (changed.has(one) ? (changed.get(one) ?? []) : one));
  const heldBySerial = new Map(ground.heldBySerial);
  const concerned = new Map<Body, Engagement[]>();
  const concern = (body: Body) => {
    const list = concerned.get(body) ?? [];
    concerned.set(body, list);
    return list;
  };
  for (const [before, after] of changed) {
    if (after === undefined) heldBySerial.delete(before.serial.id);
    else heldBySerial.set(after.serial.id, after);
    for (const { body } of engagementsIn(exercise, before, fixed)) concern(body);
    for (const { body, engagement } of after === undefined ? [] : engagementsIn(exercise, after, fixed)) concern(body).push(engagement);
  }
  const bodiesLookedAt = [...concerned.keys()];
  for (const body of bodiesLookedAt) {
    const list = concern(body);
    for (const one of ground.engagementsOf(body)) if (one.held === undefined || !changed.has(one.held)) list.push(one);
    list.sort(inTime);
  }
  return {
    ...ground,
    held,
    lookedAt: [...changed.values()].filter((one) => one !== undefined),
    before: ground,
    left: [...changed.keys()],
    heldBySerial,
    bodiesLookedAt,
    engagementsOf: (body) => concerned.get(body) ?? ground.engagementsOf(body),
  };
}

/** One serial by itself where it would move to, for rules that look at single serials. */
export function aloneGround(ground: Ground, id: string, move: Move): Ground {
  const before = ground.heldBySerial.get(id);
  const after = before === undefined ? undefined : resolved(ground.exercise, before.booking, move, ground);
  const held = after === undefined ? [] : [after];
  return { ...ground, held, lookedAt: held, heldBySerial: new Map(held.map((one) => [one.serial.id, one])) };
}

const none: readonly Engagement[] = [];

function ofDocument(exercise: Exercise): OfDocument {
  const fixed = known.get(exercise) ?? documentGround(exercise);
  known.set(exercise, fixed);
  return fixed;
}

function documentGround(exercise: Exercise): OfDocument {
  const leaves = leafUnits(exercise);
  const bodies: Body[] = [
    ...leaves.map((unit) => ({ kind: 'unit' as const, id: unit.id, party: unit.party as string, unit })),
    ...exercise.posts.list.map((post) => ({ kind: 'post' as const, id: post.id, party: post.party as string | undefined, post })),
  ];
  const present = new Map(bodies.map(({ id }) => [id, presenceOf(exercise, id)]));
  const bodiesOf = (kind: Body['kind']) => new Map(bodies.filter((body) => body.kind === kind).map((body) => [body.id, body]));
  return {
    leaves,
    bodies,
    occurrences: occurrencesOf(exercise),
    sky: skyOver(exercise),
    presence: (body) => present.get(body) ?? [],
    unitBodies: bodiesOf('unit'),
    postBodies: bodiesOf('post'),
  };
}

/** The leaves of some units, each once. */
export function leavesOfAll(exercise: Exercise, units: readonly string[]): readonly string[] {
  const found = leavesKnown.get(units) ?? [...new Set(units.flatMap((unit) => leavesOf(exercise, unit)))];
  leavesKnown.set(units, found);
  return found;
}

const leavesKnown = new WeakMap<readonly string[], readonly string[]>();

/** Minutes between two sites: as stated, else as stated for the way back, else none. */
export function travelMinutes(exercise: Exercise, from: string | undefined, to: string | undefined): number {
  if (from === undefined || to === undefined || from === to) return 0;
  const there = exercise.sites.byId.get(from)?.travel[to];
  const back = exercise.sites.byId.get(to)?.travel[from];
  return (there ?? back)?.minutes ?? 0;
}

function resolved(
  exercise: Exercise,
  booking: Booking,
  move: Move | undefined,
  { leaves, presence }: Pick<OfDocument, 'leaves' | 'presence'>,
): Held | undefined {
  const serial = exercise.serials.byId.get(booking.serial);
  if (serial === undefined || !booking.held || booking.start === null || booking.end === null) return undefined;
  const start = move?.start ?? booking.start;
  const end = start + (booking.end - booking.start);
  const { setUp, brief, run, reset } = serialMinutes(serial);
  const runStart = start + setUp + brief;
  const siteId = move === undefined ? booking.site : move.site;
  const attend = serial.attend;
  const attending =
    attend === undefined
      ? []
      : attend.units === 'all'
        ? leaves.filter((unit) => isPresent(presence(unit.id), start, end))
        : leavesOfAll(exercise, attend.units).flatMap((id) => exercise.units.byId.get(id) ?? []);
  return {
    serial,
    booking,
    start,
    runStart,
    runEnd: runStart + run,
    end,
    siteFreeAt: end + reset,
    site: siteId === null ? undefined : exercise.sites.byId.get(siteId),
    team: booking.team.flatMap((id) => exercise.units.byId.get(id) ?? []),
    attending,
    posts: (attend?.posts ?? []).flatMap((id) => exercise.posts.byId.get(id) ?? []),
    move,
  };
}

function engagementsByBody(exercise: Exercise, held: readonly Held[], fixed: OfDocument) {
  const found = new Map<Body, Engagement[]>();
  const engage = (body: Body | undefined, engagement: Engagement) => {
    if (body === undefined) return;
    const list = found.get(body);
    if (list === undefined) found.set(body, [engagement]);
    else list.push(engagement);
  };
  for (const one of held) for (const { body, engagement } of engagementsIn(exercise, one, fixed)) engage(body, engagement);
  for (const { meeting, start, end, posts } of fixed.occurrences) {
    const stated = exercise.meetings.byId.get(meeting);
    if (stated === undefined || stated.price !== undefined) continue;
    for (const post of posts)
      engage(fixed.postBodies.get(post), { what: meeting, kind: 'meeting', start, end, site: stated.site, held: undefined });
  }
  for (const list of found.values()) list.sort(inTime);
  return found;
}

/** Whom one held serial engages, and for how long. */
function engagementsIn(
  exercise: Exercise,
  one: Held,
  { unitBodies, postBodies }: OfDocument,
): readonly { readonly body: Body; readonly engagement: Engagement }[] {
  const whole = { what: one.serial.id, kind: 'serial' as const, start: one.start, end: one.end, site: one.site?.id, held: one };
  const posts = new Set(one.posts.map((post) => post.id as string));
  const found: { body: Body; engagement: Engagement }[] = [];
  const engage = (body: Body | undefined, engagement: Engagement) => {
    if (body !== undefined) found.push({ body, engagement });
  };
  for (const unit of new Set([...one.team, ...one.attending])) engage(unitBodies.get(unit.id), whole);
  for (const post of posts) engage(postBodies.get(post), whole);
  for (const { demand, by } of one.booking.support) {
    if (posts.has(by)) continue;
    posts.add(by);
    const onlyRun = exercise.supportDemands.byId.get(demand.split('/')[0] ?? '')?.during === 'run';
    engage(postBodies.get(by), onlyRun ? { ...whole, start: one.runStart, end: one.runEnd } : whole);
  }
  return found;
}

const inTime = (a: Engagement, b: Engagement): number => a.start - b.start || a.end - b.end || (a.what < b.what ? -1 : 1);
