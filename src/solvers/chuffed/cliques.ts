// Sets of activities of which any two must be apart, found greedily: what a solver sees pair by pair it sees better together.
import type { TimesProblem } from '../../plan/index.ts';

/** The members, and for how long each keeps all the others away when it is first. */
export type Clique = { readonly members: readonly number[]; readonly lengths: readonly number[] };

/** Every pair lies in at least one set, sets of two left out. */
export function cliquesOf(count: number, apart: TimesProblem['apart']): readonly Clique[] {
  const gap = Array.from({ length: count }, () => new Map<number, number>());
  for (const { one, other, oneFirst, otherFirst } of apart) {
    gap[one]?.set(other, oneFirst);
    gap[other]?.set(one, otherFirst);
  }
  const isCovered = Array.from({ length: count }, () => new Set<number>());
  const found: Clique[] = [];
  for (const { one, other } of apart) {
    if (isCovered[one]?.has(other)) continue;
    const members = [one, other];
    const partners = [...(gap[one]?.keys() ?? [])].sort((a, b) => (gap[b]?.size ?? 0) - (gap[a]?.size ?? 0) || a - b);
    for (const partner of partners) if (partner !== other && members.every((member) => gap[member]?.has(partner))) members.push(partner);
    for (const member of members) for (const partner of members) if (partner !== member) isCovered[member]?.add(partner);
    if (members.length < 3) continue;
    const lengths = members.map((member) =>
      members.reduce(
        (least, partner) => (partner === member ? least : Math.min(least, gap[member]?.get(partner) ?? 0)),
        Number.POSITIVE_INFINITY,
      ),
    );
    if (lengths.every((length) => length > 0)) found.push({ members, lengths });
  }
  return found;
}
