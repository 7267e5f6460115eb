// Serials by index: how long they take, where and when they may be, what their team must be.
import { ancestorsOfTask, type Serial, serialMinutes } from '../../exercise/bare/index.ts';
import type { Exercise } from '../../exercise/index.ts';
import type { Basis } from '../problem.ts';
import { daily, type Interval, type Intervals, startsInside, startsOutside } from './intervals.ts';
import type { PoolFacts } from './places.ts';
import type { StatementFacts } from './statements.ts';

export type DemandFacts = { readonly count: number; readonly distinct: boolean /** By unit. */; readonly eligible: Uint8Array };

export type TeamFacts = {
  readonly demands: readonly DemandFacts[];
  readonly units: readonly [least: number, most: number];
  readonly people: readonly [least: number, most: number];
  readonly leastParties: number;
  readonly perParty: readonly (readonly [party: number, least: number])[];
  readonly named: readonly number[];
  /** By unit: whether it may be in the team. */
  readonly from: Uint8Array;
  readonly group: { readonly units: readonly number[]; readonly least: number } | null;
  readonly sameTeamAs: number;
  readonly unitsOf: { readonly serial: number; readonly least: number } | null;
  /** By unit: whether it may lead. */
  readonly lead: Uint8Array;
};

export type SerialFacts = {
  readonly id: string;
  readonly kind: Serial['kind'];
  /** Minutes from the start of set-up to that of the run, of the run, from set-up to debrief, and of the reset. */
  readonly toRun: number;
  readonly run: number;
  readonly total: number;
  readonly reset: number;
  /** What it costs not to hold it; null when it must be held. */
  readonly optional: number | null;
  /** The start of set-up where the document fixes it. */
  readonly fixed: number | null;
  readonly light: Serial['light'];
  readonly needsSite: boolean;
  /** Sites that suit it; empty where it needs none. */
  readonly sites: readonly number[];
  readonly phase: string;
  /** Its tasks and those they lie below. */
  readonly tasks: ReadonlySet<string>;
  readonly ownTasks: readonly string[];
  readonly team: TeamFacts | null;
  readonly attendAll: boolean;
  readonly attendUnits: readonly number[];
  readonly attendPosts: readonly number[];
  readonly pools: readonly (readonly [pool: number, count: number])[];
  readonly after: readonly number[];
  readonly visitors: number;
  readonly sequences: readonly string[];
  /** For each of `sites` (or for none) the starts that no other booking decides about, in order. */
  readonly starts: readonly Int32Array[];
};

export type BareSerial = Omit<SerialFacts, 'starts'>;

export function serialsOf(basis: Basis): readonly BareSerial[] {
  const { exercise, sites, siteIndex, serialIndex } = basis;
  const poolIndex = new Map(exercise.pools.list.map((pool, index) => [pool.id as string, index]));
  return exercise.serials.list.map((serial): BareSerial => {
    const minutes = serialMinutes(serial);
    const toRun = minutes.setUp + minutes.brief;
    const needsSite = serial.sites.length > 0 || serial.facilities.length > 0 || serial.team !== undefined;
    const named = serial.sites.length > 0 ? serial.sites.flatMap((site) => siteIndex.get(site) ?? []) : sites.map((_, index) => index);
    const attend = serial.attend;
    return {
      id: serial.id,
      kind: serial.kind,
      toRun,
      run: minutes.run,
      total: minutes.total,
      reset: minutes.reset,
      optional: serial.optional?.price ?? null,
      fixed: serial.at === undefined ? null : serial.at.at - toRun,
      light: serial.light,
      needsSite,
      sites: needsSite ? named.filter((site) => suits(basis, serial, site)) : [],
      phase: serial.phase ?? '',
      tasks: new Set(serial.tasks.flatMap((task) => ancestorsOfTask(exercise, task))),
      ownTasks: serial.tasks,
      team: serial.team === undefined ? null : teamOf(basis, serial.team),
      attendAll: attend?.units === 'all',
      attendUnits: attend === undefined || attend.units === 'all' ? [] : basis.leaves(attend.units),
      attendPosts: (attend?.posts ?? []).flatMap((post) => basis.post(post) ?? []),
      pools: serial.pools.flatMap(({ pool, count }) => {
        const index = poolIndex.get(pool);
        return index === undefined ? [] : [[index, count] as const];
      }),
      after: serial.after.flatMap((before) => serialIndex.get(before) ?? []),
      visitors: serial.visitors,
      sequences: [
        ...(serial.chain === undefined ? [] : [`chain ${serial.chain}`]),
        ...(serial.team?.taskGroup === undefined ? [] : [`group ${serial.team.taskGroup.group}`]),
      ],
    };
  });
}

function suits({ sites }: Basis, serial: Serial, site: number): boolean {
  const facts = sites[site];
  if (facts === undefined) return false;
  const hasZone = serial.zone === undefined || facts.zones.some((zone) => zone === serial.zone || `${facts.id}/${zone}` === serial.zone);
  return hasZone && serial.facilities.every((facility) => facts.facilities.includes(facility));
}

function teamOf(basis: Basis, need: NonNullable<Serial['team']>): TeamFacts {
  const { bodies, unitCount, parties, exercise, serialIndex } = basis;
  const flags = (isIn: (unit: number) => boolean) => {
    const found = new Uint8Array(unitCount);
    for (let unit = 0; unit < unitCount; unit++) if (isIn(unit)) found[unit] = 1;
    return found;
  };
  const among = (units: readonly string[]) => {
    const leaves = new Set(basis.leaves(units));
    return (unit: number) => leaves.has(unit);
  };
  const group = need.taskGroup === undefined ? undefined : exercise.taskGroups.byId.get(need.taskGroup.group);
  const groupUnits = group === undefined ? [] : basis.leaves(group.units);
  const lead = need.lead;
  const isLeadUnit = lead?.unit === undefined ? () => true : among([lead.unit]);
  const everyone = flags(() => true);
  return {
    demands: need.demands.map((demand) => ({ count: demand.count, distinct: demand.distinct, eligible: eligibleFor(basis, demand) })),
    units: [need.units.least ?? 0, need.units.most ?? Number.POSITIVE_INFINITY],
    people: [need.people.least ?? 0, need.people.most ?? Number.POSITIVE_INFINITY],
    leastParties: need.parties.least,
    perParty: Object.entries(need.perParty).map(([party, least]) => [parties.indexOf(party), least] as const),
    named: basis.leaves(need.named),
    from: need.from.length === 0 ? everyone : flags(among(need.from)),
    group: group === undefined ? null : { units: groupUnits, least: need.taskGroup?.least ?? groupUnits.length },
    sameTeamAs: need.sameTeamAs === undefined ? -1 : (serialIndex.get(need.sameTeamAs) ?? -1),
    unitsOf: need.unitsOf === undefined ? null : { serial: serialIndex.get(need.unitsOf.serial) ?? -1, least: need.unitsOf.least },
    lead:
      lead === undefined
        ? everyone
        : flags((unit) => {
            const body = bodies[unit];
            if (body === undefined || (lead.party !== undefined && parties[body.party] !== lead.party)) return false;
            return isLeadUnit(unit) && (lead.capability === undefined || body.capabilities.has(lead.capability));
          }),
  };
}

type Demand = NonNullable<Serial['team']>['demands'][number];

const eligible = new WeakMap<Basis, Map<string, Uint8Array>>();

/** The units that could meet a demand; one table for all demands that ask for the same. */
function eligibleFor(basis: Basis, { capability, level, language, party }: Demand): Uint8Array {
  const known = eligible.get(basis) ?? new Map<string, Uint8Array>();
  eligible.set(basis, known);
  const key = `${capability ?? ''} ${level} ${language ?? ''} ${party ?? ''}`;
  const found = known.get(key) ?? new Uint8Array(basis.unitCount);
  if (known.has(key)) return found;
  known.set(key, found);
  for (let unit = 0; unit < basis.unitCount; unit++) {
    const body = basis.bodies[unit];
    if (body === undefined || (party !== undefined && basis.parties[body.party] !== party)) continue;
    if (language !== undefined && !body.languages.includes(language)) continue;
    if (capability === undefined || (body.capabilities.get(capability) ?? 0) >= level) found[unit] = 1;
  }
  return found;
}

/** The starts a serial may have at each of its sites. A fixed serial has one, whatever stands against it. */
export function startsAt(basis: Basis, serial: BareSerial, statements: StatementFacts, pools: readonly PoolFacts[]): readonly Int32Array[] {
  const places = serial.needsSite ? serial.sites : [-1];
  if (serial.fixed !== null) return places.map(() => Int32Array.of(serial.fixed ?? 0));
  const stated = basis.exercise.serials.byId.get(serial.id);
  const phase = stated?.phase === undefined ? undefined : basis.exercise.phases.byId.get(stated.phase);
  const from = Math.max(basis.whole[0], stated?.startsFrom?.at ?? 0, phase?.from.at ?? 0);
  const to = Math.min(basis.whole[1], stated?.endsBy?.at ?? basis.whole[1], phase?.to.at ?? basis.whole[1]);
  return places.map((site) => startsWithin(basis, serial, site, [from, to], statements, pools));
}

/** The grid points in a window from which the serial keeps its hours and its light, at a site that is open, and no hard closure or milestone forbids. */
export function startsWithin(
  basis: Basis,
  serial: BareSerial,
  site: number,
  [from, to]: Interval,
  statements: StatementFacts,
  pools: readonly PoolFacts[],
): Int32Array {
  const { exercise, grid, origin, sites, serialIndex } = basis;
  const stated = exercise.serials.byId.get(serial.id);
  const index = serialIndex.get(serial.id) ?? -1;
  const usable = serial.pools.every(([pool]) => (pools[pool]?.sites.length ?? 0) === 0 || (pools[pool]?.sites.includes(site) ?? false));
  if (!usable) return new Int32Array();
  const place = sites[site] ?? sites[0];
  const light = serial.light === undefined ? undefined : (site < 0 ? place?.outside : place?.light)?.[serial.light];
  const { total, reset, toRun, run } = serial;
  const earliest = statements.milestones
    .filter((milestone) => milestone.price === null && milestone.gates !== null && milestone.gates.mayMatch(index, site))
    .reduce((latest, milestone) => Math.max(latest, milestone.from), from);
  let may: Intervals = [[earliest, to - total + 1]];
  if (stated?.hours !== undefined) may = startsInside(may, hoursOver(basis, stated.hours), 0, total);
  if (site >= 0) may = startsInside(may, place?.open ?? [], 0, total + reset);
  if (light !== undefined) may = startsInside(may, light, toRun, run);
  for (const [pool] of serial.pools) may = startsInside(may, pools[pool]?.open ?? [], 0, total);
  for (const closure of statements.closures) {
    if (closure.price === null && closure.matches(index, site))
      may = startsOutside(may, closure.periods, total + (closure.untilReset ? reset : 0));
  }
  const found: number[] = [];
  for (const [first, end] of may)
    for (let start = origin + Math.ceil((first - origin) / grid) * grid; start < end; start += grid) found.push(start);
  return Int32Array.from(found);
}

const laidOut = new WeakMap<Exercise, Map<string, Intervals>>();

/** Daily hours over the calendar; the same for all serials that have them. */
function hoursOver({ exercise, horizon }: Basis, hours: NonNullable<Serial['hours']>): Intervals {
  const known = laidOut.get(exercise) ?? new Map<string, Intervals>();
  laidOut.set(exercise, known);
  const key = `${hours.from} ${hours.to}`;
  const found = known.get(key) ?? daily(hours, horizon, exercise.zone);
  known.set(key, found);
  return found;
}
