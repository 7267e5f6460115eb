// Who and what serials share: units by capability, party and name, posts by the support they give, sites, pools. For each, what every serial
// surely takes of it.
import type { PlanProblem } from '../problem.ts';
import type { Reach } from './reach.ts';
import { seatsOf } from './seats.ts';

/** What one serial takes: so many at once for so many minutes from its start on. */
export type Use = { readonly serial: number; readonly count: number; readonly delay: number; readonly minutes: number };

export type Crew = {
  readonly kind: 'units' | 'posts' | 'sites' | 'pool';
  /** Indexes of bodies, sites or pools. */
  readonly members: readonly number[];
  readonly uses: readonly Use[];
  /** Minutes after the end of a serial in which it may still take its share. */
  readonly after: number;
};

/** For the serials asked for, of which all are surely held. */
export function crewsOf(reach: Reach, asked: readonly number[]): readonly Crew[] {
  return [...unitCrews(reach, asked), ...postCrews(reach, asked), ...siteCrews(reach, asked), ...poolCrews(reach, asked)].filter(
    ({ uses }) => uses.length > 1,
  );
}

function unitCrews(reach: Reach, asked: readonly number[]): readonly Crew[] {
  const { problem } = reach;
  const { serials, unitCount, bodies, parties } = problem;
  const units = Array.from({ length: unitCount }, (_, unit) => unit);
  const groups = new Map<string, readonly number[]>();
  const add = (members: readonly number[]) => members.length > 0 && groups.set(members.join(), members);
  add(units);
  for (const party of parties.keys()) add(units.filter((unit) => bodies[unit]?.party === party));
  for (const serial of asked) {
    const team = serials[serial]?.team;
    for (const { eligible } of team?.demands ?? []) add(units.filter((unit) => eligible[unit] === 1));
    for (const unit of team?.named ?? []) add([unit]);
    if (team?.group != null) add([...team.group.units].sort((a, b) => a - b));
  }
  const isAsked = new Set(asked);
  const seats = seatsOf(reach).filter(({ serial }) => isAsked.has(serial) && serials[serial]?.kind !== 'rest');
  return [...groups.values()].map((members): Crew => {
    const isMember = new Set(members);
    const uses = seats.flatMap(({ serial, able, least }): Use[] => {
      const count = takenOf(problem, serial, able, least, isMember);
      return count > 0 ? [{ serial, count, delay: 0, minutes: serials[serial]?.total ?? 0 }] : [];
    });
    return { kind: 'units', members, uses, after: 0 };
  });
}

/** How many of a group a team must have. */
function takenOf(
  { serials, bodies }: PlanProblem,
  serial: number,
  able: readonly number[],
  least: number,
  isMember: ReadonlySet<number>,
): number {
  const team = serials[serial]?.team;
  if (team == null) return 0;
  const isWithin = (eligible: (unit: number) => boolean) => able.every((unit) => !eligible(unit) || isMember.has(unit));
  const within = team.demands.filter(({ eligible }) => isWithin((unit) => eligible[unit] === 1));
  const shared = within.filter(({ distinct }) => !distinct).map(({ count }) => count);
  const alone = within.filter(({ distinct }) => distinct).reduce((sum, { count }) => sum + count, 0);
  return Math.max(
    isWithin(() => true) ? least : 0,
    alone + Math.max(0, ...shared),
    team.named.filter((unit) => isMember.has(unit)).length,
    team.perParty.filter(([party]) => isWithin((unit) => bodies[unit]?.party === party)).reduce((sum, [, count]) => sum + count, 0),
    team.group?.units.every((unit) => isMember.has(unit)) ? team.group.least : 0,
  );
}

function postCrews(reach: Reach, asked: readonly number[]): readonly Crew[] {
  const { serials, supports } = reach.problem;
  return supports.flatMap((demand): Crew[] => {
    const { price, scope, mixedOnly, eachParty, light, eligible, count, onlyRun } = demand;
    if (price !== null || !scope.isOfTheDocument || mixedOnly || eachParty || light !== undefined) return [];
    const uses = asked.flatMap((serial): Use[] => {
      const facts = serials[serial];
      if (facts === undefined || facts.kind === 'rest' || !scope.couldMatch(serial)) return [];
      return [{ serial, count, delay: onlyRun ? facts.toRun : 0, minutes: onlyRun ? facts.run : facts.total }];
    });
    return [{ kind: 'posts', members: eligible, uses, after: 0 }];
  });
}

/** Sites that some serial names, with all serials that must be at one of them. */
function siteCrews(reach: Reach, asked: readonly number[]): readonly Crew[] {
  const { serials } = reach.problem;
  const groups = new Map(
    asked.flatMap((serial) => {
      const sites = serials[serial]?.sites ?? [];
      return sites.length > 0 ? [[sites.join(), sites] as const] : [];
    }),
  );
  return [...groups.values()].map((members): Crew => {
    const uses = asked.flatMap((serial): Use[] => {
      const facts = serials[serial];
      if (facts === undefined || facts.sites.length === 0 || !facts.sites.every((site) => members.includes(site))) return [];
      return [{ serial, count: 1, delay: 0, minutes: facts.total + facts.reset }];
    });
    return { kind: 'sites', members, uses, after: uses.reduce((most, { serial }) => Math.max(most, serials[serial]?.reset ?? 0), 0) };
  });
}

function poolCrews(reach: Reach, asked: readonly number[]): readonly Crew[] {
  const { serials, pools } = reach.problem;
  return pools.map(({ turnaround }, pool): Crew => {
    const uses = asked.flatMap((serial): Use[] => {
      const facts = serials[serial];
      const count = facts?.pools.filter(([of]) => of === pool).reduce((sum, [, one]) => sum + one, 0) ?? 0;
      return facts === undefined || count === 0 ? [] : [{ serial, count, delay: 0, minutes: facts.total + turnaround }];
    });
    return { kind: 'pool', members: [pool], uses, after: turnaround };
  });
}
