// What a serial of a generated document asks of its team, read off the team of the hidden plan and loosened as far as tightness leaves.
import type { Written } from '../../exercise/index.ts';
import type { Random } from '../../kernel/index.ts';
import type { Held } from './held.ts';
import type { Shape } from './shape.ts';

type Need = NonNullable<Written<'serials'>['team']>;
type Demand = NonNullable<Need['demands']>[number];

export function teamNeed(shape: Shape, held: Held, ties: Pick<Need, 'sameTeamAs' | 'unitsOf'>): Need {
  const { world, cut, hidden } = shape;
  const { units, mould } = world;
  const { team, draft } = held;
  const random = world.random(`team ${draft.id}`);
  const members = team.flatMap((unit) => units[unit] ?? []);
  const strength = members.reduce((sum, unit) => sum + unit.strength, 0);
  const parties = new Set(members.map(({ party }) => party));
  const size = { least: cut.least(Math.max(parties.size, team.length - 2), team.length), most: cut.most(team.length + 2, team.length) };
  const grouped = team.filter((unit) => hidden.group.includes(unit)).length;
  const idsOf = (some: readonly number[]) => some.map((unit) => units[unit]?.id ?? '');
  const party = random.pick([...parties].sort((a, b) => a - b));
  const ofParty = members.filter((unit) => unit.party === party).length;
  const from = random.happens(0.15) ? allowed(shape, team, random) : undefined;
  return {
    demands: demandsOf(shape, team, random),
    units: size,
    ...(random.happens(0.3)
      ? { people: { least: cut.least(Math.floor(strength / 2), strength), most: cut.most(2 * strength, strength) } }
      : {}),
    parties: { least: parties.size > 1 ? 2 : 1 },
    ...(random.happens(0.3) ? { perParty: { [mould.parties[party]?.id ?? '']: Math.max(1, cut.least(1, ofParty)) } } : {}),
    ...(random.happens(0.15) ? { named: idsOf([random.pick(team)]) } : {}),
    ...(from === undefined ? {} : { from: idsOf(from) }),
    ...(draft.group > 0 && grouped >= draft.group
      ? {
          taskGroup:
            draft.group >= hidden.group.length ? { group: 'ALPHA' } : { group: 'ALPHA', least: Math.max(1, cut.least(1, grouped)) },
        }
      : {}),
    ...ties,
    ...leadOf(shape, held, random),
  };
}

function allowed({ world, cut }: Shape, team: readonly number[], random: Random): readonly number[] {
  const others = random.shuffled(world.units.flatMap((_, unit) => (team.includes(unit) ? [] : [unit])));
  const more = cut.most(Math.ceil(others.length * 0.7), Math.min(2, others.length));
  return [...team, ...others.slice(0, more)].sort((a, b) => a - b);
}

/** One or two demands that the team meets, now and then one that takes a unit for itself alone. */
function demandsOf({ world, cut }: Shape, team: readonly number[], random: Random): Demand[] {
  const { units, mould } = world;
  const alone = random.happens(0.25) && team.length > 2 ? random.pick(team) : -1;
  const rest = team.filter((unit) => unit !== alone);
  const held = [...new Set(rest.flatMap((unit) => units[unit]?.capabilities.map(({ capability }) => capability) ?? []))].sort();
  const demands = random
    .shuffled(held)
    .slice(0, 1 + random.below(2))
    .map((capability): Demand => {
      const levels = rest
        .flatMap((unit) => units[unit]?.capabilities.find((one) => one.capability === capability)?.level ?? [])
        .sort((a, b) => b - a);
      const count = Math.max(1, cut.least(1, levels.length));
      return { capability, count, level: Math.max(1, cut.least(1, levels[count - 1] ?? 1)) };
    });
  const own = units[alone]?.capabilities[0];
  if (own !== undefined) demands.push({ capability: own.capability, level: Math.max(1, cut.least(1, own.level)), distinct: true });
  if (random.happens(0.15)) {
    const language = random.pick(rest.map((unit) => units[unit]?.languages[0] ?? 'en'));
    const count = rest.filter((unit) => units[unit]?.languages.includes(language)).length;
    demands.push({ language, count: Math.max(1, cut.least(1, count)) });
  }
  if (random.happens(0.1)) demands.push({ party: mould.parties[units[rest[0] ?? 0]?.party ?? 0]?.id ?? '' });
  return demands;
}

function leadOf({ world }: Shape, { lead }: Held, random: Random): Pick<Need, 'lead'> {
  const unit = world.units[lead];
  if (unit === undefined) return {};
  const draw = random.uniform();
  if (draw < 0.12) return { lead: { party: world.mould.parties[unit.party]?.id ?? '' } };
  if (draw < 0.3) return { lead: { capability: unit.capabilities[0]?.capability ?? '' } };
  return draw < 0.34 ? { lead: { unit: unit.id } } : {};
}
