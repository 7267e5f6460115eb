// How what a serial itself states could be loosened: its window, its light, its sites, its team.
import type { Exercise, Serial, SiteId } from '../../exercise/index.ts';
import type { PlanProblem } from '../problem.ts';
import { moved, whenAt, widened, withChange } from './edit.ts';
import { type Loosening, once, perHour, spans, upTo, way } from './loosening.ts';
import type { Named } from './model.ts';
import { some } from './tell-items.ts';

type Need = NonNullable<Serial['team']>;

/** So many of those who attend are tried, one by one. */
const mostAbsent = 6;

export function loosenedSerial(planning: PlanProblem, stated: Serial, path: Named['path']): readonly Loosening[] {
  const { exercise, grid } = planning;
  const serial = stated.id;
  const minutes = spans(grid);
  const change = (from: Exercise, edit: (item: Serial) => Serial) => withChange(from, 'serials', serial, edit);
  switch (path[0]) {
    case 'held':
      return [once(80, way('leaveOut', { serial }), (from) => change(from, (item) => ({ ...item, optional: { price: 1 } })))];
    case 'at': {
      const at = stated.at?.at ?? 0;
      const facts = planning.serials.find(({ id }) => id === serial);
      const [start, end] = [facts?.fixed ?? at, (facts?.fixed ?? at) + (facts?.total ?? 0)];
      return [
        {
          // What is fixed and could be moved by days would not be fixed.
          amounts: minutes.filter((one) => one <= 1440),
          edit: (from, amount) =>
            change(from, ({ at: _, ...item }) => ({ ...item, startsFrom: whenAt(start - amount), endsBy: whenAt(end + amount) })),
          cost: perHour(10),
          sentence: (amount) => way('unfix', { serial, minutes: amount }),
        },
      ];
    }
    case 'startsFrom':
      return [
        {
          amounts: minutes,
          edit: (from, amount) =>
            change(from, (item) => ({ ...item, ...(item.startsFrom && { startsFrom: moved(item.startsFrom, -amount) }) })),
          cost: perHour(),
          sentence: (amount) => way('startEarlier', { serial, minutes: amount, at: (stated.startsFrom?.at ?? 0) - amount }),
        },
      ];
    case 'endsBy':
      return [
        {
          amounts: minutes,
          edit: (from, amount) => change(from, (item) => ({ ...item, ...(item.endsBy && { endsBy: moved(item.endsBy, amount) }) })),
          cost: perHour(),
          sentence: (amount) => way('endLater', { serial, minutes: amount, at: (stated.endsBy?.at ?? 0) + amount }),
        },
      ];
    case 'phase': {
      const phase = stated.phase ?? '';
      const of = exercise.phases.byId.get(phase);
      return [
        {
          amounts: minutes,
          edit: (from, amount) => withChange(from, 'phases', phase, (item) => ({ ...item, from: moved(item.from, -amount) })),
          cost: perHour(2),
          sentence: (amount) => way('phaseEarlier', { phase, minutes: amount, at: (of?.from.at ?? 0) - amount }),
        },
        {
          amounts: minutes,
          edit: (from, amount) => withChange(from, 'phases', phase, (item) => ({ ...item, to: moved(item.to, amount) })),
          cost: perHour(2),
          sentence: (amount) => way('phaseLater', { phase, minutes: amount, at: (of?.to.at ?? 0) + amount }),
        },
      ];
    }
    case 'hours': {
      const { hours } = stated;
      if (hours === undefined) return [];
      const wide = (key: string, of: (amount: number) => { readonly from: string; readonly to: string }): Loosening => ({
        amounts: minutes.filter((one) => one <= 1440),
        edit: (from, amount) => change(from, (item) => ({ ...item, hours: of(amount) })),
        cost: perHour(),
        sentence: (amount) => way(key, { serial, ...of(amount) }),
      });
      return [wide('widerHours', (amount) => widened(hours, 0, amount)), wide('widerHours', (amount) => widened(hours, amount, 0))];
    }
    case 'light':
      return [once(15, way('anyLight', { serial }), (from) => change(from, ({ light: _, ...item }) => item))];
    case 'sites':
      return exercise.sites.list
        .filter(({ id }) => !stated.sites.some((site) => site === id))
        .map(({ id }) =>
          once(4, way('alsoAt', { serial, site: id }), (from) =>
            change(from, (item) => ({ ...item, sites: [...item.sites, id as SiteId] })),
          ),
        );
    case 'facilities':
    case 'zone': {
      const needs = [...stated.facilities, ...(stated.zone === undefined ? [] : [stated.zone])];
      return [
        once(20, way('doWithout', { serial, needs }), (from) => change(from, ({ zone: _, ...item }) => ({ ...item, facilities: [] }))),
      ];
    }
    case 'after': {
      const before = stated.after[Number(path[1])];
      return before === undefined
        ? []
        : [
            once(10, way('notAfter', { serial, before }), (from) =>
              change(from, (item) => ({ ...item, after: item.after.filter((one) => one !== before) })),
            ),
          ];
    }
    case 'attend': {
      const { units = [], posts = [] } = stated.attend ?? {};
      const named = units === 'all' ? planning.bodies.filter(({ isUnit }) => isUnit).map(({ id }) => id) : units;
      const absent = (who: string) =>
        once(6, way('absent', { serial, who: [who] }), (from) =>
          change(from, (item) => ({
            ...item,
            attend: {
              units: (units === 'all' ? named : units).filter((unit) => unit !== who) as never,
              posts: posts.filter((post) => post !== who),
            },
          })),
        );
      return [
        ...[...named, ...posts].slice(0, mostAbsent).map(absent),
        once(30, way('nobodyAttends', { serial }), (from) => change(from, ({ attend: _, ...item }) => item)),
      ];
    }
    case 'team':
      return stated.team === undefined ? [] : loosenedTeam(planning, stated, stated.team, path);
    default:
      return [];
  }
}

function loosenedTeam(planning: PlanProblem, stated: Serial, need: Need, [, what, which]: Named['path']): readonly Loosening[] {
  const serial = stated.id;
  const change = (edit: (team: Need) => Need) => (from: Exercise) =>
    withChange(from, 'serials', serial, (item) => ({ ...item, team: edit(item.team ?? need) }));
  const graded = (most: number, price: number, edit: (team: Need, amount: number) => Need, sentence: Loosening['sentence']): Loosening => ({
    amounts: upTo(most),
    edit: (from, amount) => change((team) => edit(team, amount))(from),
    cost: (amount) => price * amount,
    sentence,
  });
  switch (what) {
    case 'demands':
      return loosenedDemand(planning, stated, need, Number(which));
    case 'units':
    case 'people': {
      const size = need[what];
      const isLeast = which === 'least';
      const stands = (isLeast ? size.least : size.most) ?? 0;
      return [
        graded(
          isLeast ? stands : what === 'units' ? 10 : 200,
          what === 'units' ? 6 : 0.5,
          (team, amount) => ({
            ...team,
            [what]: { ...team[what], [isLeast ? 'least' : 'most']: isLeast ? stands - amount : stands + amount },
          }),
          (amount) => way('size', { serial, bound: isLeast ? 'least' : 'most', n: isLeast ? stands - amount : stands + amount, of: what }),
        ),
      ];
    }
    case 'parties':
      return [
        graded(
          need.parties.least - 1,
          15,
          (team, amount) => ({ ...team, parties: { least: need.parties.least - amount } }),
          (amount) => way('fewerParties', { serial, n: need.parties.least - amount }),
        ),
      ];
    case 'perParty': {
      const party = String(which);
      const least = need.perParty[party] ?? 0;
      return [
        graded(
          least,
          8,
          (team, amount) => ({ ...team, perParty: { ...team.perParty, [party]: least - amount } }),
          (amount) => way('perParty', { serial, party, n: least - amount }),
        ),
      ];
    }
    case 'named':
      return need.named.map((unit) =>
        once(
          10,
          way('notNamed', { serial, unit }),
          change((team) => ({ ...team, named: team.named.filter((one) => one !== unit) })),
        ),
      );
    case 'from':
      return [
        once(
          8,
          way('fromAll', { serial }),
          change((team) => ({ ...team, from: [] })),
        ),
      ];
    case 'taskGroup': {
      const units = planning.exercise.taskGroups.byId.get(need.taskGroup?.group ?? '')?.units.length ?? 1;
      const least = need.taskGroup?.least ?? units;
      return [
        graded(
          least - 1,
          8,
          (team, amount) => ({ ...team, ...(team.taskGroup && { taskGroup: { ...team.taskGroup, least: least - amount } }) }),
          (amount) => way('lessOfGroup', { serial, group: need.taskGroup?.group ?? '', n: least - amount }),
        ),
        once(
          20,
          way('noGroup', { serial, group: need.taskGroup?.group ?? '' }),
          change(({ taskGroup: _, ...team }) => team),
        ),
      ];
    }
    case 'sameTeamAs':
      return [
        once(
          12,
          way('otherTeam', { serial, other: need.sameTeamAs ?? '' }),
          change(({ sameTeamAs: _, ...team }) => team),
        ),
      ];
    case 'unitsOf': {
      const least = need.unitsOf?.least ?? 1;
      return [
        graded(
          least - 1,
          6,
          (team, amount) => ({ ...team, ...(team.unitsOf && { unitsOf: { ...team.unitsOf, least: least - amount } }) }),
          (amount) => way('keepFewer', { serial, other: need.unitsOf?.serial ?? '', n: least - amount }),
        ),
        once(
          12,
          way('otherTeam', { serial, other: need.unitsOf?.serial ?? '' }),
          change(({ unitsOf: _, ...team }) => team),
        ),
      ];
    }
    case 'lead':
      return [
        once(
          6,
          way('anyLead', { serial }),
          change(({ lead: _, ...team }) => team),
        ),
      ];
    default:
      return [];
  }
}

/** Fewer, at a lower level, or one unit more that can do it. */
function loosenedDemand(planning: PlanProblem, stated: Serial, need: Need, index: number): readonly Loosening[] {
  const serial = stated.id;
  const demand = need.demands[index];
  if (demand === undefined) return [];
  const asked = [demand.capability, demand.language, demand.party].filter((one) => one !== undefined);
  const replaced = (edit: (one: Need['demands'][number]) => Need['demands'][number] | undefined) => (from: Exercise) =>
    withChange(from, 'serials', serial, (item) => ({
      ...item,
      team: { ...(item.team ?? need), demands: (item.team ?? need).demands.flatMap((one, at) => (at === index ? (edit(one) ?? []) : one)) },
    }));
  const { capability, party } = demand;
  const eligible = planning.serials.find(({ id }) => id === serial)?.team?.demands[index]?.eligible;
  const untrained = planning.bodies
    .filter((body, unit) => body.isUnit && eligible?.[unit] !== 1 && (party === undefined || planning.parties[body.party] === party))
    .sort((a, b) => a.strength - b.strength)
    .slice(0, 8);
  return [
    {
      amounts: upTo(demand.count),
      edit: (from, amount) => replaced((one) => (amount >= demand.count ? undefined : { ...one, count: demand.count - amount }))(from),
      cost: (amount) => 12 * amount,
      sentence: (amount) => way('fewerOf', { serial, what: asked, n: demand.count - amount }),
    },
    {
      amounts: capability === undefined ? [] : upTo(demand.level - 1),
      edit: (from, amount) => replaced((one) => ({ ...one, level: demand.level - amount }))(from),
      cost: (amount) => 8 * amount,
      sentence: (amount) => way('lowerLevel', { serial, what: asked, level: demand.level - amount }),
    },
    ...(capability === undefined
      ? []
      : untrained.map(({ id }) =>
          once(15, way('qualify', { unit: id, what: some([capability]), level: demand.level }), (from) =>
            withChange(from, 'units', id, (item) => ({
              ...item,
              capabilities: [...item.capabilities, { capability, level: demand.level }],
              ...(demand.language === undefined ? {} : { languages: [...item.languages, demand.language] }),
            })),
          ),
        )),
  ];
}
