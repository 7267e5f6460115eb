// One lane of the search: a plan is built up serial by serial, then again and again some serials are lifted and placed anew, and what is no
// worse than a while ago is kept. A lane depends on document, seed and its number alone.
import { type Random, randomFor } from '../../kernel/index.ts';
import type { PlanProblem } from '../problem.ts';
import { asksForTimes, retime } from '../times/retime.ts';
import { begin, build } from './build.ts';
import { type Cost, compareCosts, costOf } from './cost.ts';
import { exchange, wantedExchange } from './exchange.ts';
import { type Guidance, placementsOf } from './guidance.ts';
import { type Effort, placementAgain, placementFor } from './insert.ts';
import { type Knowledge, knowledgeOf } from './knowledge.ts';
import { evenOutLeads, wanderLeads } from './leads.ts';
import type { Placement, Stand } from './placement.ts';
import { type Ruin, ruined } from './ruin.ts';
import { firm, settle, startQueue } from './settle.ts';
import { emptyState, lift, place, replace, type State } from './state.ts';

/** What a lane has found: the best placements so far, by serial, and their cost. */
export type Found = { readonly cost: Cost; readonly placed: readonly (Placement | null)[] };

export type Lane = {
  /** Tries so many times more; tells whether it found better. */
  step(times: number): boolean;
  readonly best: Found;
};

/** A cost is compared with that of so many tries ago. */
const memory = 20;
const mending: Effort = { draws: 8, enough: 2 };
const thorough: Effort = { draws: 24, enough: 8 };

/** Every so many tries the teams stay and the times are bettered. */
const retimeEvery = 100;
/** Not at once, so that a first plan is shown before. */
const retimeAfter = 20;

/** `pinned` are placements the search does not touch; `left` are serials that stay out. */
export function startLane(
  problem: PlanProblem,
  seed: string,
  lane: number,
  pinned: readonly Placement[] = [],
  left: readonly number[] = [],
  guidance: Guidance = {},
): Lane {
  const random = randomFor(seed, `plan/lane/${lane}`);
  const knowledge = knowledgeOf(problem, guidance);
  const state = emptyState(knowledge);
  for (const placement of pinned) {
    place(state, placement);
    state.pinned[placement.serial] = 1;
  }
  const may = problem.serials.flatMap((_, serial) => (state.placed[serial] === null && !left.includes(serial) ? [serial] : []));
  if (guidance.from !== undefined) begin(state, placementsOf(problem, guidance.from), may, random);
  const queue = startQueue(state, may);
  build(state, queue, random);
  if (queue.waiting.length === 0) firm(state, random);
  let current = costOf(state);
  const remembered: Cost[] = Array.from({ length: memory }, () => current);
  const isAboutTimes = asksForTimes(state);
  let fewest = queue.waiting.length;
  let tries = 0;
  const found = { best: { cost: current, placed: [...state.placed] } as Found };
  return {
    get best() {
      return found.best;
    },
    step: (times) => {
      let isBetter = false;
      for (let count = 0; count < times && may.length > 0; count++, tries++) {
        if (queue.waiting.length > 0) {
          for (let turn = 0; turn < turns && queue.waiting.length > 0; turn++) settle(state, queue, random);
          if (queue.waiting.length >= fewest) continue;
          if (queue.waiting.length === 0) firm(state, random);
          current = costOf(state);
          remembered.fill(current);
          fewest = queue.waiting.length;
          if (compareCosts(current, found.best.cost) >= 0) continue;
          found.best = { cost: current, placed: [...state.placed] };
          isBetter = true;
          continue;
        }
        const isAmiss = (current[0] ?? 0) > 0;
        if (wanderLeads(state, random)) current = costOf(state);
        for (let swap = 0; swap < exchanges; swap++) {
          const wanted = wantedExchange(state, may, isAmiss, random);
          const undo = wanted === undefined ? undefined : exchange(state, wanted, random);
          if (undo === undefined) continue;
          const then = costOf(state);
          if (compareCosts(then, current) <= 0) {
            current = then;
            continue;
          }
          lift(state, undo.serial);
          place(state, undo);
        }
        if (compareCosts(current, found.best.cost) < 0) {
          evenOutLeads(state);
          current = costOf(state);
          found.best = { cost: current, placed: [...state.placed] };
          isBetter = true;
        }
        const before = [...state.placed];
        if (isAboutTimes && !isAmiss && tries % retimeEvery === retimeAfter) retime(state, random);
        else {
          const ruin = ruined(knowledge, state, may, isAmiss, random);
          for (const serial of ruin.lifted) lift(state, serial);
          rebuild(knowledge, state, ruin, may, before, random);
        }
        evenOutLeads(state);
        const cost = costOf(state);
        const then = remembered[tries % memory] ?? current;
        if (compareCosts(cost, current) <= 0 || compareCosts(cost, then) <= 0) {
          current = cost;
          if (compareCosts(cost, found.best.cost) < 0) {
            found.best = { cost, placed: [...state.placed] };
            isBetter = true;
          }
        } else restore(state, before);
        remembered[tries % memory] = current;
      }
      return isBetter;
    },
  };
}

/** Serials that are settled in each try while some wait. */
const turns = 4;

/** Exchanges that are thought of in each try. */
const exchanges = 3;

function rebuild(
  knowledge: Knowledge,
  state: State,
  { lifted, room }: Ruin,
  may: readonly number[],
  before: readonly (Placement | null)[],
  random: Random,
): void {
  const { problem } = knowledge;
  const isOrdered = random.happens(0.5);
  const order = [...new Set([...lifted, ...waitingOptional(problem, state, may, random)])]
    .map((serial) => {
      const facts = problem.serials[serial];
      const first = facts?.fixed === null ? 0 : facts?.team === null ? -2e9 : -1e9;
      const wait = before[serial] === null && facts?.optional === null ? -1e8 : 0;
      const by = isOrdered ? (before[serial]?.start ?? 0) / 1e3 : 1e6 * random.uniform();
      return { serial, key: first + wait + by };
    })
    .sort((a, b) => a.key - b.key || a.serial - b.serial);
  for (const { serial } of order) {
    if (state.placed[serial] !== null) continue;
    const old = before[serial];
    const effort = old == null ? { draws: 16, enough: 2 } : random.happens(0.3) ? thorough : mending;
    const home = knowledge.base?.placed[serial];
    const wanted: Stand[] = room?.serial === serial ? [room.stand] : old != null && random.happens(0.4) ? [old] : [];
    if (home != null) wanted.unshift(home);
    const again = home == null || random.happens(0.1) ? undefined : placementAgain(knowledge, state, home, random);
    const placement = again ?? placementFor(knowledge, state, serial, effort, random, wanted);
    if (placement !== undefined) place(state, placement);
  }
}

/** Now and then an optional serial that is not held is tried again. */
function waitingOptional(problem: PlanProblem, state: State, may: readonly number[], random: Random): readonly number[] {
  const waiting = may.filter((serial) => state.placed[serial] === null && problem.serials[serial]?.optional !== null);
  return waiting.length === 0 ? [] : [random.pick(waiting)];
}

/** Puts back what stood before; a lead alone takes no place. */
function restore(state: State, before: readonly (Placement | null)[]): void {
  const moved = before.flatMap((placement, serial) => (isSamePlace(placement, state.placed[serial] ?? null) ? [] : [serial]));
  for (const serial of moved) lift(state, serial);
  for (const [serial, placement] of before.entries()) {
    if (placement === null) continue;
    if (moved.includes(serial)) place(state, placement);
    else if (state.placed[serial] !== placement) replace(state, placement);
  }
}

function isSamePlace(one: Placement | null, other: Placement | null): boolean {
  return (
    one === other ||
    (one !== null &&
      other !== null &&
      one.team === other.team &&
      one.support === other.support &&
      one.start === other.start &&
      one.site === other.site)
  );
}
