// Rules of teams: the demands a team meets, its size and parties, whom it must hold, and who leads it.
import type { Exercise, Serial, Unit } from '../../exercise/index.ts';
import { type Ground, type Held, leavesOfAll } from './ground.ts';
import { type Breach, rule } from './rule.ts';

type Need = NonNullable<Serial['team']>;
type Demand = Need['demands'][number];
type Team = Held & { readonly need: Need };

/** Every held serial with a team, and what its team needs. */
const teamsOf = (ground: Ground): readonly Team[] =>
  ground.held.flatMap((held) => (held.serial.team === undefined ? [] : [{ ...held, need: held.serial.team }]));

const meets = (unit: Unit, demand: Demand): boolean =>
  (demand.party === undefined || unit.party === demand.party) &&
  (demand.language === undefined || unit.languages.includes(demand.language)) &&
  (demand.capability === undefined || unit.capabilities.some((has) => has.capability === demand.capability && has.level >= demand.level));

export const teamsMeetTheirDemands = rule(
  'teamsMeetTheirDemands',
  'A team holds enough distinct units for each demand; units of a distinct demand meet no other.',
  2,
  (ground) =>
    teamsOf(ground).flatMap(({ serial, team, need }): Breach[] => {
      const short = need.demands.flatMap((demand) => {
        const got = team.filter((unit) => meets(unit, demand)).length;
        const what = demand.capability ?? demand.language ?? demand.party ?? '';
        return got >= demand.count
          ? []
          : [{ values: { serial: serial.id, what, level: demand.level, count: demand.count, got }, amount: demand.count - got }];
      });
      if (short.length > 0 || canMeetAll(team, need.demands)) return short;
      const first = need.demands.find((demand) => demand.distinct);
      const what = first?.capability ?? first?.language ?? first?.party ?? '';
      return [{ values: { serial: serial.id, what, level: first?.level ?? 1, count: first?.count ?? 0, got: 0 }, amount: 1 }];
    }),
);

/**
 * Whether units can be dealt out: each distinct demand takes units of its own, the other demands share what is left.
 * Units that meet the same demands are alike, so that only their numbers are tried.
 */
function canMeetAll(team: readonly Unit[], demands: readonly Demand[]): boolean {
  const alike = new Map<string, { readonly meets: readonly boolean[]; left: number }>();
  for (const unit of team) {
    const profile = demands.map((demand) => meets(unit, demand));
    const key = profile.join();
    const known = alike.get(key);
    if (known === undefined) alike.set(key, { meets: profile, left: 1 });
    else known.left++;
  }
  const kinds = [...alike.values()];
  const distinct = demands.flatMap((demand, index) => (demand.distinct ? [{ index, count: demand.count }] : []));
  const sharedAreMet = () =>
    demands.every(
      (demand, index) =>
        demand.distinct || kinds.reduce((sum, kind) => sum + (kind.meets[index] === true ? kind.left : 0), 0) >= demand.count,
    );
  const deal = (at: number, kindAt: number, missing: number): boolean => {
    const demand = distinct[at];
    if (demand === undefined) return sharedAreMet();
    if (missing === 0) return deal(at + 1, 0, distinct[at + 1]?.count ?? 0);
    const kind = kinds[kindAt];
    if (kind === undefined) return false;
    const most = kind.meets[demand.index] === true ? Math.min(kind.left, missing) : 0;
    for (let taken = most; taken >= 0; taken--) {
      kind.left -= taken;
      const isDealt = deal(at, kindAt + 1, missing - taken);
      kind.left += taken;
      if (isDealt) return true;
    }
    return false;
  };
  return deal(0, 0, distinct[0]?.count ?? 0);
}

export const teamsHaveTheirSize = rule('teamsHaveTheirSize', 'A team has at least and at most so many units and people.', 2, (ground) =>
  teamsOf(ground).flatMap(({ serial, team, need }): Breach[] => {
    const people = team.reduce((sum, unit) => sum + unit.strength, 0);
    return [
      ...outside(team.length, need.units, { serial: serial.id, of: 'units' }),
      ...outside(people, need.people, { serial: serial.id, of: 'people' }),
    ];
  }),
);

function outside(got: number, { least, most }: Need['units'], values: Breach['values']): Breach[] {
  const over = Math.max((least ?? 0) - got, got - (most ?? Number.POSITIVE_INFINITY));
  return over > 0 ? [{ values: { ...values, got, least: least ?? 0, most: most ?? 'any' }, amount: over }] : [];
}

export const teamsHaveTheirParties = rule(
  'teamsHaveTheirParties',
  'A team is of at least so many parties, with so many units of each.',
  2,
  (ground) =>
    teamsOf(ground).flatMap(({ serial, team, need }): Breach[] => {
      const parties = new Set(team.map((unit) => unit.party));
      const few = need.parties.least - parties.size;
      return [
        ...(few > 0 ? [{ values: { serial: serial.id, party: '', least: need.parties.least, got: parties.size }, amount: few }] : []),
        ...Object.entries(need.perParty).flatMap(([party, least]) => {
          const got = team.filter((unit) => unit.party === party).length;
          return got >= least ? [] : [{ values: { serial: serial.id, party, least, got }, amount: least - got }];
        }),
      ];
    }),
);

export const namedUnitsTakePart = rule(
  'namedUnitsTakePart',
  'A team holds the units it names, and where it is limited to some units, no other.',
  2,
  ({ exercise, ...ground }) =>
    teamsOf({ exercise, ...ground }).flatMap(({ serial, booking, need }): Breach[] => {
      const missing = leavesOfAll(exercise, need.named).filter((unit) => !booking.team.includes(unit));
      const allowed = leavesOfAll(exercise, need.from);
      const strange = need.from.length === 0 ? [] : booking.team.filter((unit) => !allowed.includes(unit));
      return missing.length + strange.length === 0
        ? []
        : [{ values: { serial: serial.id, missing, strange }, amount: missing.length + strange.length }];
    }),
);

export const taskGroupsStayTogether = rule(
  'taskGroupsStayTogether',
  'A serial that asks for a task group has it whole, or the stated number of its units.',
  2,
  ({ exercise, ...ground }) =>
    teamsOf({ exercise, ...ground }).flatMap(({ serial, booking, need }): Breach[] => {
      const asked = need.taskGroup;
      const group = asked === undefined ? undefined : exercise.taskGroups.byId.get(asked.group);
      if (asked === undefined || group === undefined) return [];
      const units = leavesOfAll(exercise, group.units);
      const got = units.filter((unit) => booking.team.includes(unit)).length;
      const least = asked.least ?? units.length;
      return got >= least ? [] : [{ values: { serial: serial.id, group: group.id, least, got }, amount: least - got }];
    }),
);

export const teamsAreKept = rule(
  'teamsAreKept',
  "A serial that takes over another's team has exactly it, or the stated number of its units.",
  2,
  (ground) =>
    teamsOf(ground).flatMap(({ serial, booking, need }): Breach[] => {
      const same = need.sameTeamAs === undefined ? undefined : ground.heldBySerial.get(need.sameTeamAs);
      const part = need.unitsOf === undefined ? undefined : ground.heldBySerial.get(need.unitsOf.serial);
      const breaches: Breach[] = [];
      if (same !== undefined) {
        const differ = new Set([...same.booking.team, ...booking.team]).size - shared(same.booking.team, booking.team);
        if (differ > 0)
          breaches.push({
            values: {
              serial: serial.id,
              other: same.serial.id,
              least: same.booking.team.length,
              got: shared(same.booking.team, booking.team),
            },
            amount: differ,
          });
      }
      if (part !== undefined && need.unitsOf !== undefined) {
        const got = shared(part.booking.team, booking.team);
        const least = need.unitsOf.least;
        if (got < least) breaches.push({ values: { serial: serial.id, other: part.serial.id, least, got }, amount: least - got });
      }
      return breaches;
    }),
);

const shared = (one: readonly string[], other: readonly string[]): number => one.filter((unit) => other.includes(unit)).length;

export const leadsAreOfTheTeam = rule(
  'leadsAreOfTheTeam',
  'The lead is a unit of the team, as the serial asks for it.',
  2,
  ({ exercise, ...ground }) =>
    teamsOf({ exercise, ...ground }).flatMap(({ serial, booking, need }): Breach[] => {
      const lead = booking.lead === null || !booking.team.includes(booking.lead) ? undefined : exercise.units.byId.get(booking.lead);
      return lead !== undefined && isAsAsked(lead, need.lead, exercise)
        ? []
        : [{ values: { serial: serial.id, lead: booking.lead ?? '' }, amount: 1 }];
    }),
);

function isAsAsked(lead: Unit, asked: Need['lead'], exercise: Exercise): boolean {
  if (asked === undefined) return true;
  if (asked.party !== undefined && lead.party !== asked.party) return false;
  if (asked.unit !== undefined && !leavesOfAll(exercise, [asked.unit]).includes(lead.id)) return false;
  return asked.capability === undefined || lead.capabilities.some((has) => has.capability === asked.capability);
}

export const rulesOfTeams = [
  teamsMeetTheirDemands,
  teamsHaveTheirSize,
  teamsHaveTheirParties,
  namedUnitsTakePart,
  taskGroupsStayTogether,
  teamsAreKept,
  leadsAreOfTheTeam,
];
