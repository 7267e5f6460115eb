// Exchanges along a sequence: in a run of its serials, one after the other, somebody comes for somebody else in every team, so that who came
// before also comes after.
import type { Random } from '../../kernel/index.ts';
import { exchange } from './exchange.ts';
import type { Placement } from './placement.ts';
import type { State } from './state.ts';

/** Carries such exchanges out where they can be; the placements as they were, in turn. */
export function exchangedAlong(state: State, random: Random): readonly Placement[] {
  const { placed, knowledge } = state;
  const sequence = random.pick(knowledge.sequences);
  const held = sequence.flatMap((serial) => placed[serial] ?? []).sort((a, b) => a.start - b.start || a.serial - b.serial);
  if (held.length < 2) return [];
  const at = random.below(held.length - 1);
  const [before, after] = [held[at], held[at + 1]];
  if (before === undefined || after === undefined) return [];
  // Whoever is in one of two neighbours comes for somebody who is in the other alone, from there to the end of the sequence or a part of it.
  const isForward = random.happens(0.5);
  const [from, to] = isForward ? [before, after] : [after, before];
  const comes = pickOr(
    from.team.filter((unit) => !to.team.includes(unit)),
    random,
  );
  const goes = pickOr(
    to.team.filter((unit) => !from.team.includes(unit)),
    random,
  );
  if (comes < 0 || goes < 0) return [];
  const run = isForward ? held.slice(at + 1) : held.slice(0, at + 1).reverse();
  const undo: Placement[] = [];
  for (const { serial, team } of run.slice(0, 1 + random.below(run.length))) {
    if (!team.includes(goes) || team.includes(comes)) continue;
    const old = exchange(state, { serial, goes, comes }, random);
    if (old === undefined) break;
    undo.push(old);
  }
  return undo;
}

const pickOr = (list: readonly number[], random: Random): number => (list.length === 0 ? -1 : random.pick(list));
