// Brings together the pairs that must serve together and have not: through the teams of either, one by one, somebody comes for somebody.
import type { Random } from '../../kernel/index.ts';
import { costOf } from './cost.ts';
import { exchange } from './exchange.ts';
import { lift, place, type State } from './state.ts';

/** So many exchanges that could be are weighed for one pair. */
const most = 40;

/** Changes teams wherever that brings a pair together and makes nothing hard worse. */
export function pairUp(state: State, random: Random): void {
  const { problem } = state;
  for (const { pairs, times, price } of problem.pairDemands) {
    if (price !== null) continue;
    for (const [one, other] of pairs) {
      const at = Math.min(one, other) * problem.unitCount + Math.max(one, other);
      while ((state.times[at] ?? 0) < times && (joins(state, one, other, random) || joins(state, other, one, random)));
    }
  }
}

/** Takes a unit into some team that another is in; tells whether it could. */
function joins(state: State, there: number, comes: number, random: Random): boolean {
  let hard = -1;
  let weighed = 0;
  const serials = (state.engagements[there] ?? []).flatMap(({ serial }) => (serial < 0 ? [] : [serial]));
  for (const serial of random.shuffled(serials)) {
    const team = state.placed[serial]?.team ?? [];
    if (!team.includes(there) || team.includes(comes)) continue;
    for (const goes of [-1, ...random.shuffled(team)]) {
      if (goes === there) continue;
      if (hard < 0) hard = costOf(state)[0] ?? 0;
      const old = exchange(state, { serial, goes, comes }, random);
      if (old === undefined) continue;
      if ((costOf(state)[0] ?? 0) < hard) return true;
      lift(state, serial);
      place(state, old);
      if (++weighed >= most) return false;
    }
  }
  return false;
}
