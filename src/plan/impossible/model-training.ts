// What the training is for: requirements, lead parity, pairs that must serve together.
import { atLeast, both, holds, implies, inside, type Model } from './model.ts';
import { together } from './model-people.ts';
import { concern } from './model-stated.ts';
import { type Literal, not } from './solver/trail.ts';

export function addTraining(model: Model): void {
  if (!model.isWhole) return;
  addRequirements(model);
  addPairs(model);
  addParities(model);
}

/** A held serial counts for a party if one of its units is in the team; serials out of focus may all count. */
function addRequirements(model: Model): void {
  const { planning, solver } = model;
  for (const { id, party, task, times, light, phase, mixed, price } of planning.requirements) {
    if (price !== null) continue;
    const could = planning.serials.flatMap((facts, serial) =>
      facts.team !== null && facts.tasks.has(task) && (phase === undefined || phase === facts.phase) ? [serial] : [],
    );
    const seen = could.filter((serial) => model.focus.has(serial));
    const least = times - (could.length - seen.length);
    if (least <= 0) continue;
    const counting = seen.flatMap((serial): Literal[] => {
      const own = model.own.get(serial);
      const taking = model.parties.get(serial)?.get(party);
      if (own === undefined || taking === undefined) return [];
      const literal = solver.choice();
      implies(model, [literal], [own.held]);
      implies(model, [literal], [taking]);
      if (mixed) implies(model, [literal], [model.mixed.get(serial) ?? false]);
      if (light !== undefined) {
        const cases = own.places.length === 0 ? [{ site: -1, literal: undefined }] : own.places;
        for (const { site, literal: at } of cases) {
          const periods = (site < 0 ? planning.sites[0]?.outside : planning.sites[site]?.light)?.[light] ?? [];
          inside(model, own, [literal, ...(at === undefined ? [] : [at])], periods, own.facts.toRun, own.facts.run);
        }
      }
      return [literal];
    });
    atLeast(model, [holds(model, 'requirements', id)], counting, least);
  }
}

function addPairs(model: Model): void {
  const { planning } = model;
  const withTeam = planning.serials.flatMap(({ team }, serial) => (team === null ? [] : [serial]));
  for (const [index, demand] of planning.pairDemands.entries()) {
    const id = planning.exercise.pairDemands.list[index]?.id;
    if (demand.price !== null || id === undefined) continue;
    for (const [one, other] of demand.pairs) {
      const could = withTeam.filter((serial) => {
        const team = planning.serials[serial]?.team;
        return team?.from[one] === 1 && team.from[other] === 1;
      });
      const seen = could.filter((serial) => model.focus.has(serial));
      const least = demand.times - (could.length - seen.length);
      if (least <= 0) continue;
      const serving = seen.flatMap((serial): Literal[] => {
        const [own, team] = [model.own.get(serial), model.teams.get(serial)];
        const [first, second] = [team?.get(one), team?.get(other)];
        if (own === undefined || first === undefined || second === undefined) return [];
        const literal = together(model, first, second);
        implies(model, [literal], [own.held]);
        return [literal];
      });
      atLeast(model, [holds(model, 'pairDemands', id)], serving, least);
    }
  }
}

/** Of mixed teams in scope, each party leads about as often as every other. Only where all that could count is in focus. */
function addParities(model: Model): void {
  const { planning, solver } = model;
  for (const [index, parity] of planning.parities.entries()) {
    const item = planning.exercise.parities.list[index];
    if (parity.price !== null || item === undefined) continue;
    const { parties: _, ...scope } = item.scope;
    const could = planning.serials.flatMap((facts, serial) => (facts.team !== null && parity.scope.couldMatch(serial) ? [serial] : []));
    // Who takes part or where a serial is may leave it out of the count; such a statement is not modelled.
    const isOfTheDocument = scope.units === undefined && scope.sites === undefined && scope.zones === undefined;
    if (!isOfTheDocument || !could.every((serial) => model.focus.has(serial))) continue;
    const groups = new Map<string, number[]>();
    for (const serial of could) {
      const facts = planning.serials[serial];
      const own = model.own.get(serial);
      if (facts === undefined || own === undefined || concern(model, own, parity.scope, scope) === undefined) continue;
      const of = parity.by === 'overall' ? [''] : parity.by === 'phase' ? [facts.phase] : facts.ownTasks;
      for (const group of of) groups.set(group, [...(groups.get(group) ?? []), serial]);
    }
    const literal = holds(model, 'parities', item.id);
    for (const serials of groups.values()) {
      const leading = parity.parties.map((party) => serials.map((serial) => leads(model, serial, party)));
      for (const [at, mine] of leading.entries()) {
        for (const [other, theirs] of leading.entries()) {
          if (at === other) continue;
          // Mine less theirs is at most so much: mine and the opposites of theirs.
          const all = [...mine, ...theirs.map(not)];
          const most = parity.within + theirs.length;
          if (all.length > most) solver.atMost([...all, literal], [...all.map(() => 1), all.length - most], all.length);
        }
      }
    }
  }
}

const leading = new WeakMap<Model, Map<string, Literal>>();

/** "A unit of the party leads the serial, and its team is mixed." */
function leads(model: Model, serial: number, party: number): Literal {
  const known = leading.get(model) ?? new Map<string, Literal>();
  leading.set(model, known);
  const found = known.get(`${serial} ${party}`);
  if (found !== undefined) return found;
  const { planning, solver } = model;
  const team = planning.serials[serial]?.team;
  const [own, mixed] = [model.own.get(serial), model.mixed.get(serial)];
  const literals = planning.parties.map(() => solver.choice());
  for (const [index, literal] of literals.entries()) {
    known.set(`${serial} ${index}`, literal);
    const units = [...(model.teams.get(serial) ?? [])].filter(([unit]) => planning.bodies[unit]?.party === index);
    implies(
      model,
      [literal],
      units.map(([, one]) => one),
    );
    if (units.some(([unit]) => team?.lead[unit] !== 1))
      implies(
        model,
        [literal, holds(model, 'serials', own?.facts.id ?? '', ['team', 'lead'])],
        units.flatMap(([unit, one]) => (team?.lead[unit] === 1 ? [one] : [])),
      );
    implies(model, [literal], [mixed ?? false]);
    implies(model, [literal], [own?.held ?? false]);
  }
  if (own !== undefined && mixed !== undefined) implies(model, [both(model, [own.held, mixed])], literals);
  for (const [index, one] of literals.entries()) for (const other of literals.slice(index + 1)) solver.clause([not(one), not(other)]);
  return known.get(`${serial} ${party}`) ?? 0;
}
