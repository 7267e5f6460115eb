// The world as a scenario shows it: everything where it stands, but what the scenario's alternates move at its reserve.
import type { PlanProblem } from '../problem.ts';
import { type Engagement, engagementOf, type Placement, type Stand, standOf } from './placement.ts';
import { peopleOf, type State, type Use } from './state.ts';
import { indexFor } from './timeline.ts';

export type Scene = {
  /** -1 for the world as booked. */
  readonly scenario: number;
  listOf(body: number): readonly Engagement[];
  siteUses(site: number): readonly Use[];
  peopleUses(site: number): readonly Use[];
  poolUses(pool: number): readonly Use[];
  standOf(placement: Placement): Stand;
};

/** The world as booked. */
export function baseScene(state: State): Scene {
  return {
    scenario: -1,
    listOf: (body) => state.engagements[body] ?? [],
    siteUses: (site) => state.siteUses[site] ?? [],
    peopleUses: (site) => state.peopleUses[site] ?? [],
    poolUses: (pool) => state.poolUses[pool] ?? [],
    standOf: (placement) => placement,
  };
}

/** The placed serials that a scenario moves. */
export function movedIn(state: State, scenario: number): readonly Placement[] {
  const moved: Placement[] = [];
  for (const { serial } of state.problem.scenarios[scenario]?.reserves ?? []) {
    const placement = state.placed[serial];
    if (placement != null) moved.push(placement);
  }
  return moved;
}

/** The world if the scenario's alternates are used; a serial without a reserve in it stays where it is. */
export function sceneOf(state: State, scenario: number): Scene {
  const { problem } = state;
  const moved = movedIn(state, scenario).filter((placement) => standOf(placement, scenario) !== placement);
  const isMoved = (serial: number) => moved.some((placement) => placement.serial === serial);
  const uses = (list: readonly Use[] | undefined, extra: readonly Use[]) => [
    ...(list ?? []).filter((use) => !isMoved(use.serial)),
    ...extra,
  ];
  const stands = moved.map((placement) => ({ placement, stand: standOf(placement, scenario), facts: problem.serials[placement.serial] }));
  const at = (site: number, amountOf: (placement: Placement) => number, withReset: boolean): Use[] =>
    stands.flatMap(({ placement, stand, facts }) =>
      facts === undefined || stand.site !== site
        ? []
        : [
            {
              serial: placement.serial,
              from: stand.start,
              to: stand.start + facts.total + (withReset ? facts.reset : 0),
              amount: amountOf(placement),
            },
          ],
    );
  return {
    scenario,
    standOf: (placement) => standOf(placement, scenario),
    listOf: (body) => listWithMoves(problem, state.engagements[body] ?? [], body, moved, scenario),
    siteUses: (site) =>
      uses(
        state.siteUses[site],
        at(site, () => 1, true),
      ),
    peopleUses: (site) =>
      uses(
        state.peopleUses[site],
        at(site, (placement) => peopleOf(problem, placement), false),
      ),
    poolUses: (pool) =>
      uses(
        state.poolUses[pool],
        stands.flatMap(({ placement, stand, facts }) =>
          (facts?.pools ?? [])
            .filter(([index]) => index === pool)
            .map(([, amount]) => ({
              serial: placement.serial,
              from: stand.start,
              to: stand.start + (facts?.total ?? 0) + (problem.pools[pool]?.turnaround ?? 0),
              amount,
            })),
        ),
      ),
  };
}

function listWithMoves(
  problem: PlanProblem,
  list: readonly Engagement[],
  body: number,
  moved: readonly Placement[],
  scenario: number,
): readonly Engagement[] {
  let changed: Engagement[] | undefined;
  for (const placement of moved) {
    for (const { body: engaged, onlyRun } of placement.engaged) {
      if (engaged !== body) continue;
      changed ??= list.filter((engagement) => !moved.some(({ serial }) => serial === engagement.serial));
      const engagement = engagementOf(problem, placement.serial, standOf(placement, scenario), onlyRun);
      changed.splice(indexFor(changed, engagement.start), 0, engagement);
      break;
    }
  }
  return changed ?? list;
}
