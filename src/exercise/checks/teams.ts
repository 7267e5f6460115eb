/** A team that can be formed: no bounds that exclude each other, and people who have what is demanded. */
import type { Exercise, Serial, Unit } from '../exercise.ts';
import { leafUnits, leavesOf } from '../units.ts';
import { type Check, check, checkOfAbsence, checkOfItems, fault, note, type Remark } from './check.ts';

type Team = NonNullable<Serial['team']>;

export const teamBoundsAgree = check(
  'teamBoundsAgree',
  'What a serial demands of its team’s size does not exclude itself.',
  function* (document) {
    for (const { id, team } of document.exercise.serials.list) {
      if (team === undefined) continue;
      const at = (field: string) => document.placeOf('serials', id, ['team', field]);
      const most = team.units.most ?? Number.POSITIVE_INFINITY;
      const perParty = Object.values(team.perParty).reduce((sum, count) => sum + count, 0);
      const named = new Set(team.named.flatMap((unit) => leavesOf(document.exercise, unit))).size;
      const distinct = team.demands.filter((demand) => demand.distinct).reduce((sum, { count }) => sum + count, 0);
      const least = [
        ['units', team.units.least ?? 0],
        ['parties', team.parties.least],
        ['perParty', perParty],
        ['named', named],
        ['demands', Math.max(distinct, ...team.demands.map(({ count }) => count))],
      ] as const;
      for (const [field, count] of least)
        if (count > most) yield fault(at(field), 'exercise.moreThanMost', { item: id, field: `team.${field}`, count, most });
      const { least: fewest = 0, most: crowd = Number.POSITIVE_INFINITY } = team.people;
      if (fewest > crowd)
        yield fault(at('people'), 'exercise.moreThanMost', { item: id, field: 'team.people', count: fewest, most: crowd });
      const inside = leavesAllowed(document.exercise, team);
      for (const [index, unit] of team.named.entries()) {
        const outside = leavesOf(document.exercise, unit).find((leaf) => !inside.has(leaf));
        if (outside !== undefined)
          yield fault(document.placeOf('serials', id, ['team', 'named', index]), 'exercise.namedButNotAllowed', {
            item: id,
            unit: outside,
          });
      }
    }
  },
  ['units'],
);

export const theTeamOfAnotherSerialExists = checkOfItems(
  'theTeamOfAnotherSerialExists',
  'A team is taken only from a serial that has one.',
  function* (document) {
    const { serials } = document.exercise;
    for (const { id, team } of serials.list) {
      for (const [field, name] of [
        ['sameTeamAs', team?.sameTeamAs],
        ['unitsOf', team?.unitsOf?.serial],
      ] as const) {
        const other = name === undefined ? undefined : serials.byId.get(name);
        if (other === undefined || other.team !== undefined) continue;
        yield fault(document.placeOf('serials', id, ['team', field]), 'exercise.hasNoTeam', { item: id, other: other.id });
      }
    }
  },
);

export const groupsAreLargeEnough = checkOfItems(
  'groupsAreLargeEnough',
  'A serial asks no more units of a task group than it has.',
  function* (document) {
    const { exercise } = document;
    for (const { id, team } of exercise.serials.list) {
      const group = team?.taskGroup === undefined ? undefined : exercise.taskGroups.byId.get(team.taskGroup.group);
      if (team?.taskGroup === undefined || group === undefined) continue;
      const size = new Set(group.units.flatMap((unit) => leavesOf(exercise, unit))).size;
      const { least = size } = team.taskGroup;
      const at = document.placeOf('serials', id, ['team', 'taskGroup']);
      if (least > size) yield fault(at, 'exercise.groupTooSmall', { item: id, group: group.id, count: least, most: size });
      const most = team.units.most ?? Number.POSITIVE_INFINITY;
      if (least > most) yield fault(at, 'exercise.moreThanMost', { item: id, field: 'team.taskGroup', count: least, most });
    }
  },
  ['units'],
);

export const enoughPartiesExist = checkOfAbsence(
  'enoughPartiesExist',
  'There are as many parties with units as a team needs, and as many units of each.',
  ['units'],
  function* (document) {
    const { exercise } = document;
    for (const { id, team } of exercise.serials.list) {
      if (team === undefined) continue;
      const allowed = unitsAllowed(exercise, team);
      const parties = new Set<string>(allowed.map((unit) => unit.party));
      const at = (field: string) => document.placeOf('serials', id, ['team', field]);
      if (team.parties.least > parties.size)
        yield fault(at('parties'), 'exercise.tooFewParties', { item: id, count: team.parties.least, most: parties.size });
      for (const [party, count] of Object.entries(team.perParty)) {
        const most = allowed.filter((unit) => unit.party === party).length;
        if (count > most) yield fault(at('perParty'), 'exercise.tooFewUnits', { item: id, parties: [party], count, most });
      }
      const least = team.units.least ?? 0;
      if (least > allowed.length)
        yield fault(at('units'), 'exercise.tooFewUnits', {
          item: id,
          parties: document.exercise.setting.participating,
          count: least,
          most: allowed.length,
        });
    }
  },
);

export const someoneMeetsEveryDemand = checkOfAbsence(
  'someoneMeetsEveryDemand',
  'As many units as a serial demands have the capability at its level, the language and the party.',
  ['units'],
  function* (document) {
    const { exercise } = document;
    for (const { id, team } of exercise.serials.list) {
      if (team === undefined) continue;
      const allowed = unitsAllowed(exercise, team);
      for (const [index, demand] of team.demands.entries()) {
        const able = allowed.filter((unit) => meets(unit, demand));
        if (able.length >= demand.count) continue;
        const { capability, level, language, party, count } = demand;
        const needs = [
          ...(capability === undefined ? [] : [`${capability} ≥ ${level}`]),
          ...(language === undefined ? [] : [language]),
          ...(party === undefined ? [] : [party]),
        ];
        const values = { item: id, needs, count, most: able.length };
        yield fault(document.placeOf('serials', id, ['team', 'demands', index]), 'exercise.nobodyHas', values);
      }
    }
  },
);

export const trainingHasATeam: Check = check('trainingHasATeam', 'A training serial has a team.', function* (document) {
  for (const { id, kind, team } of document.exercise.serials.list) {
    if ((kind === 'training' || kind === 'final') && team === undefined)
      yield note(document.placeOf('serials', id, [], 'key'), 'exercise.trainsNobody', { item: id });
  }
});

export const theLeadCanLead = check(
  'theLeadCanLead',
  'The unit or party that must lead a serial may be in its team.',
  function* (document) {
    const { exercise } = document;
    for (const { id, team } of exercise.serials.list) {
      if (team?.lead === undefined || team.from.length === 0) continue;
      const { lead } = team;
      const able = unitsAllowed(exercise, team).some(
        (unit) =>
          (lead.party === undefined || unit.party === lead.party) &&
          (lead.unit === undefined || leavesOf(exercise, lead.unit).includes(unit.id)) &&
          (lead.capability === undefined || unit.capabilities.some(({ capability }) => capability === lead.capability)),
      );
      if (!able) yield leadNotInTeam(document.placeOf('serials', id, ['team', 'lead']), id);
    }
  },
  ['units'],
);

function leadNotInTeam(at: Remark['at'], item: string): Remark {
  return fault(at, 'exercise.leadNotInTeam', { item });
}

function meets(unit: Unit, demand: Team['demands'][number]): boolean {
  return (
    (demand.party === undefined || unit.party === demand.party) &&
    (demand.language === undefined || unit.languages.includes(demand.language)) &&
    (demand.capability === undefined ||
      unit.capabilities.some(({ capability, level }) => capability === demand.capability && level >= demand.level))
  );
}

function leavesAllowed(exercise: Exercise, team: Team): ReadonlySet<string> {
  return new Set(unitsAllowed(exercise, team).map((unit) => unit.id));
}

function unitsAllowed(exercise: Exercise, team: Team): readonly Unit[] {
  if (team.from.length === 0) return leafUnits(exercise);
  const inside = new Set(team.from.flatMap((unit) => leavesOf(exercise, unit)));
  return leafUnits(exercise).filter((unit) => inside.has(unit.id));
}
