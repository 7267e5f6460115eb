/** The tree of units: its leaves, which alone are booked, and whose they are. */
import type { Items } from './document.ts';
import type { Exercise, Unit } from './exercise.ts';

/** The leaf units at or below a unit, or of the whole exercise; in reading order. A circle of parents has no leaves. */
export function leafUnits(exercise: Items, id?: string): readonly Unit[] {
  const { leaves, below } = treeOf(exercise);
  if (id === undefined) return leaves;
  const wanted = new Set(below(id));
  return leaves.filter((unit) => wanted.has(unit.id));
}

/** The identifiers of the leaves a unit stands for: itself when it is one; none when there is no such unit. */
export function leavesOf(exercise: Items, unitId: string): readonly string[] {
  return leafUnits(exercise, unitId).map((unit) => unit.id);
}

/** The party of a unit or post; undefined when it is unknown or a post of all parties. */
export function partyOf(exercise: Items, id: string): string | undefined {
  return exercise.units.byId.get(id)?.party ?? exercise.posts.byId.get(id)?.party;
}

type Tree = { readonly leaves: readonly Unit[]; readonly below: (id: string) => readonly string[] };
const trees = new WeakMap<Exercise['units'], Tree>();

function treeOf({ units }: Items): Tree {
  const known = trees.get(units);
  if (known !== undefined) return known;
  const children = new Map<string, string[]>();
  for (const { id, parent } of units.list) if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), id]);
  const below = (id: string): readonly string[] => {
    const found = new Set<string>();
    const open = [id];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (found.has(next)) continue;
      found.add(next);
      open.push(...(children.get(next) ?? []));
    }
    return [...found];
  };
  const tree = { leaves: units.list.filter(({ id }) => !children.has(id)), below };
  trees.set(units, tree);
  return tree;
}
