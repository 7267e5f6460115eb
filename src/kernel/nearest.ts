// The name a writer most likely meant: Damerau–Levenshtein (optimal string alignment) distance, ignoring case; then words cut short or written out.

const longestWord = 80;

/**
 * The candidate nearest to a misspelt word, or none when all are too far: more than a third of the word's letters, at least one.
 * Among equals the one in the word's first letter goes first, then the alphabet; the order of candidates does not matter.
 * Where none is near, the only one of which the word is beginning or end, or that begins the word.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length < 2 || word.length > longestWord) return undefined;
  const sought = word.toLowerCase();
  let limit = Math.max(1, Math.floor(sought.length / 3));
  const all = [...candidates];
  let best: string | undefined;
  for (const candidate of all) {
    const name = candidate.toLowerCase();
    if (Math.abs(name.length - sought.length) > limit) continue;
    const distance = editDistance(sought, name);
    if (distance > limit) continue;
    if (best === undefined || distance < limit || goesBefore(candidate, best, sought)) best = candidate;
    limit = distance;
  }
  return best ?? theOneThatHolds(sought, all);
}

const shortestPart = 3;

// `lat` of latitude, `phone` of telephone, `Tuesday` of Tue: a word cut short or written out, where only one can be meant.
function theOneThatHolds(sought: string, candidates: Iterable<string>): string | undefined {
  if (sought.length < shortestPart) return undefined;
  const found: string[] = [];
  for (const candidate of candidates) {
    const name = candidate.toLowerCase();
    const isCutShort = name.startsWith(sought) || (sought.length > shortestPart && name.endsWith(sought));
    if (isCutShort || (name.length >= shortestPart && sought.startsWith(name))) found.push(candidate);
    if (found.length > 1) return undefined;
  }
  return found[0];
}

/** Letters to add, drop, replace or swap with their neighbour to turn one word into the other. */
export function editDistance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      let least = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (swapped) least = Math.min(least, (beforeLast[column - 2] ?? 0) + 1);
      current.push(least);
    }
    beforeLast = last;
    last = current;
  }
  return last[to.length] ?? 0;
}

function goesBefore(candidate: string, best: string, sought: string): boolean {
  const starts = candidate.toLowerCase()[0] === sought[0];
  const bestStarts = best.toLowerCase()[0] === sought[0];
  return starts === bestStarts ? candidate < best : starts;
}
