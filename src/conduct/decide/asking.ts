/** What deciders ask the state: the clock, a serial, who orders, what a booking holds. Reads only. */
import type { Exercise, Post, Serial } from '../../exercise/index.ts';
import type { MicroInstant } from '../../kernel/index.ts';
import type { Command } from '../commands/commands.ts';
import type { ReadonlyConduct, ReadonlySlice } from '../conduct.ts';
import type { PayloadOf } from '../events/events.ts';
import type { StreamKey } from '../log/envelope.ts';
import { type ClockFacts, exerciseTimeAt, type SerialStatus } from '../state/running.ts';

/** The author of commands that the exercise itself gives (time passing, adoption) and, in simulated exercises only, of the local director. */
export const systemAuthor = 'system';

export function slice(conduct: ReadonlyConduct, stream: string): ReadonlySlice | undefined {
  return conduct.slices.get(stream as never);
}

export function clockOf(conduct: ReadonlyConduct) {
  return slice(conduct, conduct.routes.everyone)?.running.clock ?? null;
}

/** Exercise time now; null before STARTEX. */
export function exerciseNow(conduct: ReadonlyConduct, at: MicroInstant): MicroInstant | null {
  return shownBy(clockOf(conduct), at);
}

/** The same of a clock at hand. */
export function shownBy(clock: Readonly<ClockFacts> | null, at: MicroInstant): MicroInstant | null {
  return clock === null || clock.state === 'before' ? null : exerciseTimeAt(clock, at);
}

export function serialRun(conduct: ReadonlyConduct, serial: string) {
  return slice(conduct, conduct.routes.ofSerial(serial))?.running.serials.get(serial);
}

export function statusOf(conduct: ReadonlyConduct, serial: string): SerialStatus {
  return serialRun(conduct, serial)?.status ?? 'planned';
}

export function bookingOf(conduct: ReadonlyConduct, serial: string): PayloadOf<'BookingAdopted'> | undefined {
  return slice(conduct, conduct.routes.ofSerial(serial))?.adoption.bookings.get(serial)?.booking as PayloadOf<'BookingAdopted'> | undefined;
}

export function serialNamed(conduct: ReadonlyConduct, serial: string): Serial | undefined {
  return conduct.exercise.serials.byId.get(serial);
}

export function postNamed(conduct: ReadonlyConduct, post: string): Post | undefined {
  return conduct.exercise.posts.byId.get(post);
}

/** The post that orders; undefined for the system. */
export function authorOf(conduct: ReadonlyConduct, command: Command): Post | undefined {
  return postNamed(conduct, command.by);
}

export function partyOfAuthor(conduct: ReadonlyConduct, command: Command): string | undefined {
  return authorOf(conduct, command)?.party;
}

/** Parties with people in a serial's team. */
export function partiesIn(conduct: ReadonlyConduct, serial: string): readonly string[] {
  const team = bookingOf(conduct, serial)?.team;
  if (team === undefined) return [];
  const known = partiesOfTeams.get(team);
  if (known?.exercise === conduct.exercise) return known.parties;
  const parties = [...new Set(team.flatMap((unit) => conduct.exercise.units.byId.get(unit)?.party ?? []))].toSorted();
  partiesOfTeams.set(team, { exercise: conduct.exercise, parties });
  return parties;
}

// A booking's team is asked for with every signature; nobody writes to it.
const partiesOfTeams = new WeakMap<readonly string[], { readonly exercise: Exercise; readonly parties: readonly string[] }>();

/** Serials that are running or stopped, in the document's order. */
export function serialsUnderWay(conduct: ReadonlyConduct): readonly string[] {
  const under: string[] = [];
  for (const { id } of conduct.exercise.serials.list) {
    const status = statusOf(conduct, id);
    if (status === 'running' || status === 'stopped') under.push(id);
  }
  return under;
}

/** A file of the document and the stream in which it stands now: that of its latest adoption. */
export function fileNamed(conduct: ReadonlyConduct, file: string) {
  let latest: { readonly stream: StreamKey; readonly facts: ReadonlyFile } | undefined;
  for (const { stream, adoption } of conduct.slices.values()) {
    const facts = adoption.files.get(file);
    if (facts !== undefined && (latest === undefined || facts.adoptedAt >= latest.facts.adoptedAt)) latest = { stream, facts };
  }
  return latest === undefined || latest.facts.text === '' ? undefined : latest;
}

type ReadonlyFile = NonNullable<ReturnType<ReadonlySlice['adoption']['files']['get']>>;

export function injectRun(conduct: ReadonlyConduct, inject: string) {
  return slice(conduct, conduct.routes.ofInject(inject))?.play.injects.get(inject);
}

/** Whether anything has been asked and agreed about a subject, where the document has an agreement on its kind. */
export function agreed(conduct: ReadonlyConduct, on: PayloadOf<'ConsentAsked'>['on'], subject: string): boolean {
  if (!conduct.exercise.agreements.list.some((agreement) => agreement.on === on)) return true;
  for (const { evaluation } of conduct.slices.values()) {
    for (const { asked, outcome } of evaluation.consents.values()) {
      if (asked?.on === on && asked.subject === subject && (outcome === 'agreed' || outcome === 'agreedBySilence')) return true;
    }
  }
  return false;
}
