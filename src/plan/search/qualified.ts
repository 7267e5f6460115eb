// (e) Whether a body has had what a serial asks to be had before.
import { firstEnds } from './first-ends.ts';
import { type Placement, type Stand, standOf } from './placement.ts';
import { movedIn } from './scene.ts';
import type { State } from './state.ts';

const never = Number.POSITIVE_INFINITY;

/** What a serial asks of who takes part in it at a stand: for each statement who must have had it, and who has when. */
export type Asking = readonly { readonly bodies: Uint8Array; readonly had: Float64Array; readonly speaksOfPosts: boolean }[];

/** Undefined where nobody may take part because nothing has qualified the exercise. Only hard qualifications count. */
export function askingAt(state: State, scenario: number, serial: number, { start, site }: Stand): Asking | undefined {
  const asked = state.knowledge.qualifications[serial] ?? [];
  if (asked.length === 0) return nothing;
  const found: Asking[number][] = [];
  for (const { index, facts } of asked) {
    if (!facts.before.mayMatch(serial, site) || facts.needs.mayMatch(serial, site)) continue;
    const had = firstEnds(state, index, scenario);
    if (facts.each === 'unit') found.push({ bodies: facts.bodies, had, speaksOfPosts: facts.speaksOfPosts });
    else if ((had[had.length - 1] ?? never) > start) return undefined;
  }
  return found;
}

const nothing: Asking = [];

export function isQualified(asking: Asking, body: number, start: number, unitCount: number): boolean {
  for (const { bodies, had, speaksOfPosts } of asking)
    if (bodies[body] === 1 && (had[body] ?? never) > start && (body < unitCount || speaksOfPosts)) return false;
  return true;
}

type Lack = { readonly serial: number; readonly body: number; readonly qualification: number };

/** Tells of everybody who takes part without what is needed before, in the world as booked (-1) or in a scenario. */
export function forEachUnqualified(state: State, scenario: number, tell: (lack: Lack) => void): void {
  const { problem, placed, knowledge } = state;
  const moved = scenario < 0 ? undefined : movedIn(state, scenario).filter((placement) => standOf(placement, scenario) !== placement);
  for (const [index, one] of problem.qualifications.entries()) {
    const asking = askersOf(state, index, moved);
    if (asking.length === 0) continue;
    const isChanged = moved?.some(({ serial }) => knowledge.qualifiesFor[serial]?.includes(index)) ?? false;
    const had = firstEnds(state, index, isChanged ? scenario : -1);
    for (const serial of asking) {
      const placement = placed[serial];
      if (placement == null) continue;
      const { start, site } = standOf(placement, scenario);
      if (!one.before.matches(serial, site, placement.people) || one.needs.matches(serial, site, placement.people)) continue;
      if (one.each === 'exercise') {
        if ((had[had.length - 1] ?? never) > start) tell({ serial, body: -1, qualification: index });
        continue;
      }
      for (const { body } of placement.engaged)
        if (one.bodies[body] === 1 && (had[body] ?? never) > start && (body < problem.unitCount || one.speaksOfPosts))
          tell({ serial, body, qualification: index });
    }
  }
}

/** In a scenario only what it moves can make a difference to the world as booked. */
function askersOf({ knowledge }: State, index: number, moved: readonly Placement[] | undefined): readonly number[] {
  const asking = knowledge.asking[index] ?? [];
  if (moved === undefined || moved.some(({ serial }) => knowledge.qualifiesFor[serial]?.includes(index))) return asking;
  return asking.filter((serial) => moved.some((placement) => placement.serial === serial));
}

/** How many bodies take part without what is needed before: of hard statements, and the price of soft ones. */
export function lackingIn(state: State, scenario: number): { readonly hard: number; readonly price: number } {
  let [hard, soft] = [0, 0];
  forEachUnqualified(state, scenario, ({ qualification }) => {
    const price = state.problem.qualifications[qualification]?.price ?? null;
    if (price === null) hard++;
    else soft += price;
  });
  return { hard, price: soft };
}
