// What a piece of the exercise is marked with: how sensitive it is, whom it may go to, and which caveats a reader must hold.
// Labels are ordered by "may flow to"; `join.ts` finds the label of what is made from several.

/** The exercise's classifications, lowest first. */
export type Scale = readonly string[];

/**
 * A classification of the scale, the parties it may be released to, and restrictive caveats, all of which a reader must hold.
 * `'PUBLIC'` is a value of its own, above every set of parties; an empty set of parties is readable by nobody.
 */
export type Label = {
  readonly classification: string;
  readonly releasableTo: readonly string[] | 'PUBLIC';
  readonly caveats: readonly string[];
};

/** The same label with its parties and caveats sorted and named once. */
export function canonicalLabel(label: Label): Label {
  return {
    classification: label.classification,
    releasableTo: label.releasableTo === 'PUBLIC' ? 'PUBLIC' : sortedOnce(label.releasableTo),
    caveats: sortedOnce(label.caveats),
  };
}

/** The least restrictive label of a scale: lowest classification, for the public, no caveat. It changes nothing that it is joined with. */
export function publicLabel(scale: Scale): Label {
  return { classification: scale[0] ?? '', releasableTo: 'PUBLIC', caveats: [] };
}

/** Whether what is labelled `a` may flow into what is labelled `b`: `b` is at least as restrictive in every respect. */
export function atMost(a: Label, b: Label, scale: Scale): boolean {
  return (
    compareClassifications(a.classification, b.classification, scale) <= 0 &&
    partiesWithin(b.releasableTo, a.releasableTo) &&
    a.caveats.every((caveat) => b.caveats.includes(caveat))
  );
}

/** Whether two labels mean the same, whatever the order of their parties and caveats. */
export function sameLabel(a: Label, b: Label): boolean {
  return (
    a.classification === b.classification &&
    partiesWithin(a.releasableTo, b.releasableTo) &&
    partiesWithin(b.releasableTo, a.releasableTo) &&
    a.caveats.every((caveat) => b.caveats.includes(caveat)) &&
    b.caveats.every((caveat) => a.caveats.includes(caveat))
  );
}

/**
 * Below 0 when `a` is lower than `b`. A classification that the scale does not know is above all that it knows,
 * so that a misspelt one is read by nobody instead of everybody; two unknown ones are ordered by their text.
 */
export function compareClassifications(a: string, b: string, scale: Scale): number {
  const rankA = scale.indexOf(a);
  const rankB = scale.indexOf(b);
  if (rankA >= 0 && rankB >= 0) return rankA - rankB;
  if (rankA >= 0) return -1;
  if (rankB >= 0) return 1;
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Whether every party of the first set is in the second; `PUBLIC` is within itself only. */
export function partiesWithin(inner: Label['releasableTo'], outer: Label['releasableTo']): boolean {
  if (outer === 'PUBLIC') return true;
  if (inner === 'PUBLIC') return false;
  return inner.every((party) => outer.includes(party));
}

/** Sorted by code unit, which is the same everywhere, and each once. */
export function sortedOnce(texts: Iterable<string>): readonly string[] {
  return [...new Set(texts)].sort();
}
