/** The stage of a dry run: everything about an exercise and its plan that is the same in every run, worked out once. */
import { policyOf, type Routes, routesOf, type StreamKey } from '../../conduct/index.ts';
import type { Exercise, Inject } from '../../exercise/index.ts';
import {
  type Light,
  lightPeriods,
  localDay,
  microsPerMinute,
  minuteFromLocal,
  minuteInstant,
  minuteOfMicros,
  minutesPerDay,
} from '../../kernel/index.ts';
import { notHeld, type Plan } from '../../plan/index.ts';
import { type AssumptionKind, type Assumptions, assumptionsOf, type Draw } from './assumptions.ts';
import { kindsKept } from './kinds.ts';
import { type Lookups, lookupsOf } from './lookups.ts';
import { type Meetings, meetingsOf } from './meetings.ts';
import { type PostPart, postParts } from './post-parts.ts';
import { type Resource, resourcesOf } from './resources.ts';
import { type Booked, type SerialPart, serialPart } from './serial-parts.ts';

export type Stage = {
  readonly exercise: Exercise;
  readonly plan: Plan;
  readonly routes: Routes;
  readonly assumptions: Assumptions;
  readonly posts: readonly PostPart[];
  readonly postOf: ReadonlyMap<string, PostPart>;
  readonly resources: readonly Resource[];
  readonly serials: readonly SerialPart[];
  readonly serialOf: ReadonlyMap<string, SerialPart>;
  readonly injectIndex: ReadonlyMap<string, number>;
  readonly injects: readonly Inject[];
  readonly meetings: Meetings;
  readonly lookups: Lookups;
  /** Microseconds: the first moment of a run, STARTEX, ENDEX, and when everybody is gone. */
  readonly begins: number;
  readonly startex: number;
  readonly endex: number;
  readonly ends: number;
  /** The local days of the run, the first as whole days since 1970. */
  readonly firstDay: number;
  readonly days: number;
  readonly lightAt: (time: number) => Light;
  /** The distribution of an assumption for a post in a light; `kinds` are remembered by the array, not by its words. */
  readonly drawOf: (kind: AssumptionKind, post: PostPart | undefined, light: Light, kinds?: readonly string[]) => Draw;
  readonly hourOf: (time: number) => number;
  readonly partOf: (booking: Booked) => SerialPart | undefined;
  /** By post: 1 where whoever holds it may read the stream. */
  readonly readersOf: (stream: StreamKey) => Uint8Array;
};

export function stageOf(exercise: Exercise, plan: Plan): Stage {
  const routes = routesOf(exercise, policyOf(exercise));
  const posts = postParts(exercise);
  const postOf = new Map(posts.map((post) => [post.id, post]));
  const resources = resourcesOf(exercise, posts);
  const kindsOf = kindsKept();
  const bookings = new Map(plan.bookings.map((booking) => [booking.serial, booking]));
  const serials = exercise.serials.list.map((serial, index) =>
    serialPart({ exercise, posts, postOf, kindsOf, index, serial, booking: bookings.get(serial.id) ?? notHeld(serial.id) }),
  );
  const serialOf = new Map(serials.map((serial) => [serial.id, serial]));
  const span = spanOf(exercise, plan);
  const firstDay = localDay(minuteOfMicros(span.begins as never), exercise.zone);
  const days = localDay(minuteOfMicros(span.ends as never), exercise.zone) - firstDay + 1;
  const dawn = minuteFromLocal(firstDay, 0, exercise.zone) * microsPerMinute;
  const hours = days * 24;
  const readers = new Map<StreamKey, Uint8Array>();
  const assumptions = assumptionsOf(exercise);
  return {
    exercise,
    plan,
    routes,
    assumptions,
    drawOf: rememberedDraws(assumptions, posts.length),
    posts,
    postOf,
    resources,
    serials,
    serialOf,
    injects: exercise.injects.list,
    injectIndex: new Map(exercise.injects.list.map(({ id }, index) => [id, index])),
    meetings: meetingsOf(exercise, postOf, span),
    lookups: lookupsOf(exercise, posts, resources, routes, kindsOf),
    ...span,
    firstDay,
    days,
    lightAt: lightTable(exercise, dawn, days),
    hourOf: (time) => Math.max(0, Math.min(hours - 1, Math.floor((time - dawn) / (60 * microsPerMinute)))),
    partOf: (booking) => {
      const known = serialOf.get(booking.serial);
      if (known === undefined || sameBooking(known.booking, booking)) return known;
      return serialPart({ exercise, posts, postOf, kindsOf, index: known.index, serial: known.serial, booking });
    },
    readersOf: (stream) => {
      const known = readers.get(stream);
      if (known !== undefined) return known;
      const made = Uint8Array.from(posts, ({ id }) => (routes.reads(id, stream) ? 1 : 0));
      readers.set(stream, made);
      return made;
    },
  };
}

function sameBooking(a: Booked, b: Booked): boolean {
  if (a === b) return true;
  if (a.held !== b.held || a.start !== b.start || a.end !== b.end || a.site !== b.site || a.lead !== b.lead) return false;
  if (a.team.length !== b.team.length || a.support.length !== b.support.length) return false;
  return (
    a.team.every((unit, at) => unit === b.team[at]) &&
    a.support.every(({ demand, by }, at) => demand === b.support[at]?.demand && by === b.support[at]?.by)
  );
}

/** A run lasts from a day before anything is due until a day after the last thing has been. */
function spanOf(exercise: Exercise, plan: Plan) {
  const { from, to, startex, endex } = exercise.setting;
  const arrivals = exercise.contingents.list.flatMap(({ arrival, departure }) => [arrival?.at, departure?.at]);
  const bookings = plan.bookings.flatMap(({ start, end }) => [start, end]);
  const moments = [from.at, to.at, ...arrivals, ...bookings].filter((at): at is NonNullable<typeof at> => at != null && !Number.isNaN(at));
  const begins = (Math.min(...moments) - minutesPerDay) * microsPerMinute;
  const ends = (Math.max(...moments) + minutesPerDay) * microsPerMinute;
  return { begins, ends, startex: (startex?.at ?? from.at) * microsPerMinute, endex: (endex?.at ?? to.at) * microsPerMinute };
}

const noKinds: readonly string[] = [];
const lightNumber: { readonly [L in Light]: number } = { day: 0, twilight: 1, night: 2 };

type Asked = { readonly kinds: readonly string[]; readonly draws: (Draw | undefined)[] };

function rememberedDraws(assumptions: Assumptions, posts: number): Stage['drawOf'] {
  // Of a kind of assumption, for each array of kinds that was ever asked with (a handful): a place for every post in every light.
  const tables: { [K in AssumptionKind]?: Asked[] } = {};
  return (kind, post, light, kinds = noKinds) => {
    let asked = tables[kind];
    if (asked === undefined) {
      asked = [];
      tables[kind] = asked;
    }
    let table: Asked['draws'] | undefined;
    for (let at = 0; at < asked.length && table === undefined; at++) if (asked[at]?.kinds === kinds) table = asked[at]?.draws;
    if (table === undefined) {
      table = new Array<Draw | undefined>(3 * (posts + 1)).fill(undefined);
      asked.push({ kinds, draws: table });
    }
    const at = 3 * ((post?.index ?? -1) + 1) + lightNumber[light];
    const known = table[at];
    if (known !== undefined) return known;
    const who = post === undefined ? {} : { role: post.role, party: post.party, languages: post.languages };
    const made = assumptions.drawOf(kind, { ...who, light, kinds });
    table[at] = made;
    return made;
  };
}

/** The light at the exercise's first site, by stated hours or by the sun, looked up in steps of five minutes. */
function lightTable(exercise: Exercise, dawn: number, days: number): (time: number) => Light {
  const step = 5;
  const lights: Light[] = [];
  const [site] = exercise.sites.list;
  if (site === undefined) return () => 'day';
  const first = minuteInstant(dawn / microsPerMinute);
  for (const period of lightPeriods(first, minuteInstant(first + days * minutesPerDay), site.position, exercise.setting.twilight)) {
    while (first + lights.length * step < period.to) lights.push(period.light);
  }
  return (time) => lights[Math.floor((time - dawn) / (step * microsPerMinute))] ?? 'day';
}
