// One lane of the search: a plan is built up serial by serial, then again and again some serials are lifted and placed anew, and what is no
// worse than a while ago is kept. A lane depends on document, seed and its number alone.
import { randomFor } from '../../kernel/index.ts';
import type { PlanProblem } from '../problem.ts';
import { asksForTimes, retime } from '../times/retime.ts';
import { begin, build, rebuildAll } from './build.ts';
import { exchangedAlong } from './chain.ts';
import { type Cost, compareCosts, costOf } from './cost.ts';
import { exchange, wantedExchange } from './exchange.ts';
import { granted } from './grant.ts';
import { type Guidance, placementsOf } from './guidance.ts';
import { knowledgeOf } from './knowledge.ts';
import { evenOutLeads, wanderLeads } from './leads.ts';
import type { Placement } from './placement.ts';
import { rebuild, restore } from './rebuild.ts';
import { type Ruin, ruined, startRuinDrawing } from './ruin.ts';
import { firm, requeue, settle, startQueue, wayFor } from './settle.ts';
import { overworked } from './soft-duty.ts';
import { giveBack, spared } from './spare.ts';
import { emptyState, lift, place } from './state.ts';

/** What a lane has found: the best placements so far, by serial, and their cost. */
export type Found = { readonly cost: Cost; readonly placed: readonly (Placement | null)[] };

export type Lane = {
  /** Tries so many times more; tells whether it found better. */
  step(times: number): boolean;
  readonly best: Found;
};

/** A cost is compared with that of so many tries ago. */
const memory = 20;

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
  const knowledge = knowledgeOf(problem, guidance, lane);
  const state = emptyState(knowledge);
  for (const placement of pinned) {
    place(state, placement);
    state.pinned[placement.serial] = 1;
  }
  const may = problem.serials.flatMap((_, serial) => (state.placed[serial] === null && !left.includes(serial) ? [serial] : []));
  if (guidance.from !== undefined) begin(state, placementsOf(problem, guidance.from), may, random);
  const queue = startQueue(state, may);
  // A first plan is made in a hurry, and another with all wishes soon after it; not where a plan is to be kept.
  let isHasty = guidance.from === undefined && guidance.near === undefined;
  build(state, queue, random, isHasty);
  if (queue.waiting.length === 0) firm(state, random);
  let current = costOf(state);
  const remembered: Cost[] = Array.from({ length: memory }, () => current);
  const isAboutTimes = asksForTimes(state);
  const isSparing = problem.objectives[0] === 'price' && knowledge.softDuty.length > 0;
  const isPriced = problem.objectives[0] === 'price' && knowledge.base === undefined && knowledge.goals.length === 0;
  const isOfSequences = knowledge.weights.continuity > 0 && knowledge.sequences.length > 0;
  // To be led evenly takes many exchanges, of which few can be.
  const isLed = problem.parities.some(({ price }) => price !== null) && problem.objectives.includes('price');
  const drawing = startRuinDrawing(may.length);
  const learn = (way: Ruin['way'], gain: number, work: number) => {
    if (way === undefined) return;
    drawing.kinds.learn(way.kind, gain, work);
    drawing.sizes.learn(way.size, gain, work);
  };
  let fewest = queue.waiting.length;
  let tries = 0;
  let isLoose = false;
  let backAt = -1;
  const goOn = () => {
    current = costOf(state);
    remembered.fill(current);
    fewest = queue.waiting.length;
    queue.idle = 0;
  };
  const found = { best: { cost: current, placed: [...state.placed] } as Found };
  return {
    get best() {
      return found.best;
    },
    step: (times) => {
      let isBetter = false;
      for (let count = 0; count < times && may.length > 0; count++, tries++) {
        if (isHasty && (queue.waiting.length === 0 || tries >= hastily)) {
          isHasty = false;
          if ((found.best.cost[0] ?? 1) === 0) backAt = tries + patience;
          rebuildAll(state, queue, random);
          if (queue.waiting.length === 0) firm(state, random);
          goOn();
          if (compareCosts(current, found.best.cost) < 0) {
            found.best = { cost: current, placed: [...state.placed] };
            isBetter = true;
          }
        }
        if (tries === backAt && compareCosts(current, found.best.cost) > 0) {
          restore(state, found.best.placed);
          requeue(state, queue);
          goOn();
        }
        const way = queue.waiting.length > 0 ? wayFor(queue) : undefined;
        if (way !== undefined) queue.idle++;
        if (way === 'begin') {
          current = costOf(state);
          remembered.fill(current);
        }
        if (way === 'anew' && guidance.from === undefined && guidance.near === undefined) rebuildAll(state, queue, random);
        if (way === 'force' || way === 'anew') {
          for (let turn = 0; turn < turns && queue.waiting.length > 0; turn++) settle(state, queue, random);
          if (queue.waiting.length >= fewest) continue;
          if (queue.waiting.length === 0) firm(state, random);
          current = costOf(state);
          remembered.fill(current);
          fewest = queue.waiting.length;
          queue.idle = 0;
          if (compareCosts(current, found.best.cost) >= 0) continue;
          found.best = { cost: current, placed: [...state.placed] };
          isBetter = true;
          continue;
        }
        const isAmiss = (current[0] ?? 0) > 0;
        const wasLoose = isLoose;
        isLoose = isPriced && !isAmiss && tries % turnOfWays < loosely;
        if (isLoose !== wasLoose && !isAmiss) {
          if (wasLoose && compareCosts(current, found.best.cost) > 0) {
            restore(state, found.best.placed);
            current = costOf(state);
          }
          remembered.fill(current);
        }
        const depth = isLoose ? 2 : current.length;
        if (wanderLeads(state, random)) current = costOf(state);
        for (let swap = 0; swap < (isLed ? 3 : 1) * exchanges; swap++) {
          const wanted = wantedExchange(state, may, isAmiss, random);
          const undo = wanted === undefined ? undefined : exchange(state, wanted, random);
          if (undo === undefined) continue;
          const then = costOf(state);
          if (compareCosts(then, current, depth) <= 0) {
            current = then;
            continue;
          }
          lift(state, undo.serial);
          place(state, undo);
        }
        for (let run = 0; run < runs && isOfSequences && !isAmiss; run++) {
          const undo = exchangedAlong(state, random);
          const then = undo.length === 0 ? current : costOf(state);
          if (compareCosts(then, current, depth) <= 0) current = then;
          else giveBack(state, undo);
        }
        if (isSparing && !isAmiss && random.happens(sparing)) {
          const tired = overworked(state);
          const undo = tired.length === 0 ? [] : spared(state, random.pick(tired), random);
          const then = undo.length === 0 ? current : costOf(state);
          if (compareCosts(then, current, depth) <= 0) current = then;
          else giveBack(state, undo);
        }
        if (isPriced && !isAmiss && (current[1] ?? 0) > 0 && random.happens(granting)) {
          const stood = [...state.placed];
          const isHeld = granted(state, may, random);
          if (isHeld) evenOutLeads(state);
          const then = isHeld ? costOf(state) : undefined;
          if (then !== undefined && compareCosts(then, current, depth) <= 0) current = then;
          else restore(state, stood);
        }
        if (compareCosts(current, found.best.cost) < 0) {
          evenOutLeads(state);
          current = costOf(state);
          found.best = { cost: current, placed: [...state.placed] };
          isBetter = true;
        }
        const before = [...state.placed];
        let [drawn, work, isPlaced]: [Ruin['way'], number, boolean] = [undefined, 1, true];
        if (isAboutTimes && !isAmiss && tries % retimeEvery === retimeAfter) retime(state, random);
        else {
          const ruin = ruined(knowledge, state, may, isAmiss, drawing, random);
          [drawn, work] = [ruin.way, 1 + ruin.lifted.length];
          for (const serial of ruin.lifted) lift(state, serial);
          isPlaced = rebuild(knowledge, state, ruin, may, before, (current[0] ?? 0) < unplaced, random);
        }
        if (isPlaced) evenOutLeads(state);
        const cost = isPlaced ? costOf(state) : undefined;
        const then = remembered[tries % memory] ?? current;
        let gain = 0;
        if (cost !== undefined && (compareCosts(cost, current, depth) <= 0 || compareCosts(cost, then, depth) <= 0)) {
          if (compareCosts(cost, current) < 0) gain = 1;
          current = cost;
          if (compareCosts(cost, found.best.cost) < 0) {
            found.best = { cost, placed: [...state.placed] };
            isBetter = true;
            gain = 5;
          }
        } else restore(state, before);
        learn(drawn, gain, work);
        remembered[tries % memory] = current;
        if (way === undefined || requeue(state, queue) >= fewest) continue;
        fewest = queue.waiting.length;
        queue.idle = 0;
        if (fewest > 0) continue;
        firm(state, random);
        current = costOf(state);
        remembered.fill(current);
      }
      return isBetter;
    },
  };
}

/** Tries after which a plan made in a hurry that is still not complete is made anew. */
const hastily = 20;
/** Tries after which the one made in a hurry comes back where the other is not complete, or dearer. */
const patience = 60;

/** Serials that are settled in each try while some wait. */
const turns = 4;

/** Of so many tries so many first compare the price alone: what follows it is let go, so that less can be come to, and then made good. */
const turnOfWays = 80;
const loosely = 20;

/** How often a wish that is broken is granted in a try. */
const granting = 0.1;

/** Exchanges along sequences that are thought of in each try. */
const runs = 2;

/** How often somebody with too much duty is spared in a try. */
const sparing = 0.2;

/** What costs so much less that is hard leaves no serial out that must be held. */
const unplaced = 1000;

/** Exchanges that are thought of in each try. */
const exchanges = 3;
