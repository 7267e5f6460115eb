/** A booked serial as the dry run plays it: who controls, signs, supports, leads, observes, and which procedures of coordination happen in it. */
import { type Exercise, type Procedure, type Role, type Serial, serialMinutes } from '../../exercise/index.ts';
import { microsPerMinute } from '../../kernel/index.ts';
import type { Booking } from '../../plan/index.ts';
import type { KindsOf } from './kinds.ts';
import type { PostPart } from './post-parts.ts';

/** A booking as the plan or the log holds it. */
export type Booked = Omit<Booking, 'start' | 'end'> & { readonly start: number | null; readonly end: number | null };
export type GoNoGoItem = 'safety' | 'medical' | 'weather' | 'communications' | 'interpreter' | 'siteClear' | 'party';
/** `name` is that of its chances, made once: a thousand runs draw by it. So with the others below. */
export type Signing = { readonly item: GoNoGoItem; readonly party?: string; readonly post: number; readonly name: string };
/** One evaluator's line on one critical task. */
export type SheetLine = {
  readonly item: string;
  readonly task: string;
  readonly criticalTask: string;
  readonly evaluator: number;
  readonly moment: 'setUp' | 'brief' | 'run' | 'debrief';
  /** The observation's identifier, and the names of the chances of the line itself and of what both parties' evaluators see. */
  readonly observation: string;
  readonly name: string;
  readonly sharedName: string;
};
export type ProcedureHeld = {
  readonly procedure: Procedure;
  readonly from: string;
  readonly to: string;
  /** Identifiers of its record, contact and request, and the names of its chances. */
  readonly record: string;
  readonly contact: string;
  readonly request: string;
  readonly name: string;
  readonly talk: string;
};
/** A unit of the team and the post that would report it missing; −1 where nobody does. */
export type Member = { readonly unit: string; readonly name: string; readonly reporter: number };

export type SerialPart = {
  readonly index: number;
  readonly id: string;
  readonly serial: Serial;
  readonly booking: Booked;
  readonly held: boolean;
  /** Microseconds. */
  readonly start: number;
  readonly end: number;
  /** Shares of the whole at which brief, run and debrief begin. */
  readonly shares: { readonly brief: number; readonly run: number; readonly debrief: number };
  /** Its kind and phase, by which assumptions tell serials apart. */
  readonly kinds: readonly string[];
  readonly resetMicros: number;
  readonly parties: readonly string[];
  /** −1 where nobody has the role; what needs signing then, the exercise itself signs. */
  readonly controller: number;
  readonly director: number;
  readonly safety: number;
  readonly support: readonly number[];
  readonly interpreters: readonly number[];
  readonly signings: readonly Signing[];
  /** Party → the post that leads its people; else its liaison officer. */
  readonly leaders: ReadonlyMap<string, number>;
  readonly lead: number;
  readonly members: readonly Member[];
  readonly sheet: readonly SheetLine[];
  readonly procedures: readonly ProcedureHeld[];
};

type Given = {
  readonly exercise: Exercise;
  readonly posts: readonly PostPart[];
  readonly postOf: ReadonlyMap<string, PostPart>;
  readonly index: number;
  readonly serial: Serial;
  readonly booking: Booked;
  readonly kindsOf: KindsOf;
};

export function serialPart(given: Given): SerialPart {
  const { exercise, posts, postOf, index, serial, booking } = given;
  const minutes = serialMinutes(serial);
  const units = booking.team.flatMap((id) => exercise.units.byId.get(id) ?? []);
  const parties = [...new Set(units.map(({ party }) => party as string))].sort();
  const support = [...new Set(booking.support.flatMap(({ by }) => postOf.get(by)?.index ?? []))];
  const pick = (roles: readonly Role[], party?: string): number => pickPost(given, support, roles, party);
  const controller = pick(['controller', 'chiefController', 'simulator', 'coDirector']);
  const leaders = new Map(parties.map((party) => [party, leaderOf(given, party)]));
  const leadParty = exercise.units.byId.get(booking.lead ?? '')?.party ?? parties[0];
  const signerOf: Record<Exclude<GoNoGoItem, 'party'>, readonly Role[]> = {
    safety: ['safetyOfficer'],
    medical: ['medicalCover', 'medicalCoordinator'],
    weather: ['chiefController', 'safetyOfficer', 'controller', 'coDirector'],
    communications: ['controller', 'chiefController', 'coDirector'],
    interpreter: ['interpreter', 'liaisonOfficer'],
    siteClear: ['safetyOfficer', 'hostNationSupport', 'controller', 'chiefController', 'coDirector'],
  };
  const signings = serial.goNoGo.flatMap((item): Signing[] => {
    if (item !== 'parties') return [{ item, post: pick(signerOf[item]), name: `${serial.id}/${item}/` }];
    return parties.map((party) => ({
      item: 'party',
      party,
      name: `${serial.id}/party/${party}`,
      post: pick(['liaisonOfficer', 'seniorNationalRepresentative', 'coDirector', 'teamLeader'], party),
    }));
  });
  const total = Math.max(1, minutes.total);
  return {
    index,
    id: serial.id,
    serial,
    booking,
    held: booking.held && booking.start !== null && booking.end !== null,
    start: (booking.start ?? 0) * microsPerMinute,
    end: (booking.end ?? 0) * microsPerMinute,
    shares: { brief: minutes.setUp / total, run: (minutes.setUp + minutes.brief) / total, debrief: (total - minutes.debrief) / total },
    kinds: given.kindsOf(serial.kind, serial.phase),
    resetMicros: minutes.reset * microsPerMinute,
    parties,
    controller,
    director: pick(['chiefController', 'coDirector']),
    safety: pick(['safetyOfficer', 'controller', 'chiefController']),
    support,
    interpreters: support.filter((post) => posts[post]?.role === 'interpreter'),
    signings,
    leaders,
    lead: leadParty === undefined ? -1 : (leaders.get(leadParty) ?? -1),
    members: booking.team.map((unit) => ({
      unit,
      name: `${serial.id}/${unit}`,
      reporter: reporterOf(posts, exercise.units.byId.get(unit)?.party),
    })),
    sheet: sheetOf(given, support),
    procedures: proceduresOf(exercise, serial, parties, index),
  };
}

/** The post that supports the serial in the first of these roles; else one that has it anyway, in turn, so that the load is spread. */
function pickPost({ posts, booking, index }: Given, support: readonly number[], roles: readonly Role[], party?: string): number {
  const isOf = (post: PostPart | undefined, role: Role) =>
    post !== undefined && post.role === role && (party === undefined || post.party === party);
  for (const role of roles) {
    const own = support.find((post) => isOf(posts[post], role));
    if (own !== undefined) return own;
    const able = posts.filter(
      (post) =>
        isOf(post, role) &&
        (post.post.sites.length === 0 || booking.site === null || post.post.sites.some((site) => site === booking.site)),
    );
    if (able.length > 0) return able[index % able.length]?.index ?? -1;
  }
  return -1;
}

/** The leader of a party's people in a team: the post of its first unit that has one, of a unit above it, or the party's liaison officer. */
function leaderOf(given: Given, party: string): number {
  const { exercise, posts, booking } = given;
  const order = booking.lead === null ? booking.team : [booking.lead, ...booking.team];
  for (const start of order) {
    const seen = new Set<string>();
    for (
      let unit = exercise.units.byId.get(start);
      unit?.party === party && !seen.has(unit.id);
      unit = exercise.units.byId.get(unit.parent ?? '')
    ) {
      seen.add(unit.id);
      const { id } = unit;
      const leader = posts.find((post) => post.post.unit === id && (post.role === 'teamLeader' || post.role === 'player'));
      if (leader !== undefined) return leader.index;
    }
  }
  return pickPost(given, [], ['player', 'teamLeader', 'liaisonOfficer', 'seniorNationalRepresentative'], party);
}

function sheetOf({ exercise, posts, postOf, serial, index }: Given, support: readonly number[]): readonly SheetLine[] {
  return exercise.collection.list
    .filter(({ serials }) => serials.includes(serial.id as never))
    .flatMap((item) => {
      const [task = '', criticalTask = ''] = item.criticalTask.split('/');
      const named = item.evaluators.flatMap((post) => postOf.get(post) ?? []);
      const parties = [...new Set(named.map(({ party }) => party))];
      return parties.flatMap((party): SheetLine[] => {
        const own = named.filter((post) => post.party === party);
        const there =
          own.find(({ index: post }) => support.includes(post)) ?? evaluatorThere(posts, support, party) ?? own[index % own.length];
        if (there === undefined) return [];
        const sharedName = `${serial.id}/${item.id}`;
        // What is released of an observation says which party saw it, not who; so its identifier does not either.
        const names = { observation: `${serial.id}.${item.id}.${party ?? 'all'}`, name: `${sharedName}/${there.index}`, sharedName };
        return [{ item: item.id, task, criticalTask, evaluator: there.index, moment: item.moment, ...names }];
      });
    });
}

function evaluatorThere(posts: readonly PostPart[], support: readonly number[], party: string | undefined): PostPart | undefined {
  return support.map((post) => posts[post]).find((post) => post?.role === 'evaluator' && post.party === party);
}

/** The procedures of a mixed serial, those of its tasks included; they run to and fro between the parties. */
function proceduresOf(exercise: Exercise, serial: Serial, parties: readonly string[], index: number): readonly ProcedureHeld[] {
  if (parties.length < 2) return [];
  const ofTasks = serial.tasks.flatMap((task) =>
    Object.values(exercise.tasks.byId.get(task)?.criticalTasks ?? {}).flatMap(({ procedure }) => procedure ?? []),
  );
  return [...new Set<string>([...serial.procedures, ...ofTasks])].flatMap((id, at): ProcedureHeld[] => {
    const procedure = exercise.procedures.byId.get(id);
    const from = parties[(index + at) % parties.length];
    const to = parties[(index + at + 1) % parties.length];
    if (procedure === undefined || from === undefined || to === undefined) return [];
    const talk = `${serial.id}.${id}`;
    const names = { record: `${talk}.${at}`, contact: `${talk}.contact`, request: `${talk}.request`, name: `${serial.id}/${id}`, talk };
    return [{ procedure, from, to, ...names }];
  });
}

/** Who says that a unit of a party is missing. */
function reporterOf(posts: readonly PostPart[], party: string | undefined): number {
  for (const role of ['liaisonOfficer', 'seniorNationalRepresentative'] as const) {
    const post = posts.find((one) => one.role === role && one.party === party);
    if (post !== undefined) return post.index;
  }
  return -1;
}
