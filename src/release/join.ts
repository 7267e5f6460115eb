// The label of what is made from several portions: nobody who is denied one of them may read the whole.
// The rules are those of ADatP-4774.1 §4.4 (classification by rank, releasability intersected, restrictions united), save one: an empty
// intersection blocks the release, where that standard drops the category and so would open the text to everyone.
import { type Problem, problem } from '../kernel/index.ts';
import { canonicalLabel, compareClassifications, type Label, type Scale, sortedOnce } from './label.ts';

/**
 * No party may read all portions. `apart` lists the smallest groups of portions that cannot stand in one text, by their place in what
 * was joined: mostly pairs; one alone, when nobody may read it; three or more, when each two still had a reader in common.
 */
export type Blocked = { readonly blocked: true; readonly apart: readonly (readonly number[])[] };

/** A label, or why there is none. */
export type Joined = Label | Blocked;

/** Whether a join found no common reader. */
export function isBlocked(joined: Joined): joined is Blocked {
  return 'blocked' in joined;
}

/**
 * The label of what is made from portions with these labels: highest classification, parties common to all, every caveat.
 * What is already blocked stays blocked. The join of nothing is the label of nothing: `publicLabel`; who writes from no portion at all
 * takes the policy's class (`classFor`) instead.
 */
export function join(labels: readonly Joined[], scale: Scale): Joined {
  let classification = scale[0] ?? '';
  let parties: Label['releasableTo'] = 'PUBLIC';
  const caveats = new Set<string>();
  let blocked = false;
  for (const label of labels) {
    if (isBlocked(label)) {
      blocked = true;
      continue;
    }
    if (compareClassifications(label.classification, classification, scale) > 0) classification = label.classification;
    parties = commonParties(parties, label.releasableTo);
    for (const caveat of label.caveats) caveats.add(caveat);
  }
  if (blocked || parties.length === 0) return { blocked: true, apart: apart(labels) };
  return canonicalLabel({ classification, releasableTo: parties, caveats: [...caveats] });
}

/**
 * Why what the author made from these portions cannot be released, in what the author may read: `nameOf` gives a portion's name, or
 * undefined where the author may not even know of it.
 */
export function whyBlocked({ apart: groups }: Blocked, nameOf: (index: number) => string | undefined): Problem {
  const named = groups.map((group) => group.flatMap((index) => nameOf(index) ?? []).join(' + ')).filter((group) => group !== '');
  const hint = named.length > 0 ? { key: 'release.splitPortions', values: { portions: sortedOnce(named) } } : undefined;
  return problem('release.noCommonReader', {}, hint);
}

/** What a text is to be labelled at least, whatever its portions say, and why: several harmless facts may tell more than each. */
export type Floor = Partial<Label> & { readonly reason: string };

/** A label raised to a floor: never less restrictive than it was. A floor without a reason is a problem. */
export function withFloor(label: Joined, floor: Floor, scale: Scale): Joined | Problem {
  if (floor.reason.trim() === '') return problem('release.floorWithoutReason');
  const { classification, releasableTo, caveats } = floor;
  const lowest: Label = {
    classification: classification ?? scale[0] ?? '',
    releasableTo: releasableTo ?? 'PUBLIC',
    caveats: caveats ?? [],
  };
  return join([label, lowest], scale);
}

function commonParties(some: Label['releasableTo'], others: Label['releasableTo']): Label['releasableTo'] {
  if (some === 'PUBLIC') return others === 'PUBLIC' ? 'PUBLIC' : sortedOnce(others);
  if (others === 'PUBLIC') return some;
  return some.filter((party) => others.includes(party));
}

function apart(labels: readonly Joined[]): readonly (readonly number[])[] {
  const alone = labels.flatMap((label, index) => (isBlocked(label) || label.releasableTo.length === 0 ? [[index]] : []));
  if (alone.length > 0) return alone;
  const sets = labels.flatMap((label, index) =>
    isBlocked(label) || label.releasableTo === 'PUBLIC' ? [] : [{ index, parties: label.releasableTo }],
  );
  const pairs = sets.flatMap((one, place) =>
    sets
      .slice(place + 1)
      .filter((other) => !one.parties.some((party) => other.parties.includes(party)))
      .map((other) => [one.index, other.index]),
  );
  return pairs.length > 0 ? pairs : [smallestGroup(sets)];
}

/** Leaves out one portion after another as long as the rest still has no reader in common: what is left needs each of its members. */
function smallestGroup(sets: readonly { readonly index: number; readonly parties: readonly string[] }[]): readonly number[] {
  let kept = sets;
  for (const candidate of sets) {
    const rest = kept.filter((set) => set !== candidate);
    const [first, ...others] = rest;
    const share = first?.parties.some((party) => others.every((set) => set.parties.includes(party))) ?? true;
    if (!share) kept = rest;
  }
  return kept.map((set) => set.index);
}
