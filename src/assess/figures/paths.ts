/** Paths between posts of different parties: who reaches whom, and through whom the shortest ways go. */

/** Undirected; posts and their parties by number. */
export type Network = {
  readonly posts: readonly string[];
  readonly parties: readonly string[];
  readonly neighbours: readonly (readonly number[])[];
};

/**
 * Pairs of posts of different parties between which there is a way. `without` takes a post out of the network; `notCounting` leaves it in, but
 * does not count its own pairs.
 */
export function crossPartyReach({ parties, neighbours }: Network, without?: number, notCounting?: number): number {
  const seen = new Set<number>(without === undefined ? [] : [without]);
  let pairs = 0;
  for (const start of neighbours.keys()) {
    if (seen.has(start)) continue;
    seen.add(start);
    const sizes = new Map<string, number>();
    const open = [start];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const party = parties[next] ?? '';
      if (next !== notCounting) sizes.set(party, (sizes.get(party) ?? 0) + 1);
      for (const neighbour of neighbours[next] ?? []) {
        if (seen.has(neighbour)) continue;
        seen.add(neighbour);
        open.push(neighbour);
      }
    }
    let inComponent = 0;
    for (const size of sizes.values()) {
      pairs += inComponent * size;
      inComponent += size;
    }
  }
  return pairs;
}

/**
 * For each post the share of the shortest ways between other posts of different parties that go through it: Brandes' algorithm (2001), counting
 * only cross-party ends, over all cross-party pairs between which there is a way.
 */
export function partyBetweenness(network: Network): readonly number[] {
  const { parties, neighbours } = network;
  const through: number[] = neighbours.map(() => 0);
  for (const source of neighbours.keys()) {
    const { order, distance, ways } = shortestWays(neighbours, source);
    const carried: number[] = neighbours.map(() => 0);
    for (const node of order.toReversed()) {
      const ends = node !== source && parties[node] !== parties[source] ? 1 : 0;
      const weight = (ends + at(carried, node)) / at(ways, node);
      for (const before of neighbours[node] ?? []) {
        if (at(distance, before) === at(distance, node) - 1) carried[before] = at(carried, before) + at(ways, before) * weight;
      }
      if (node !== source) through[node] = at(through, node) + at(carried, node);
    }
  }
  const pairs = crossPartyReach(network);
  return through.map((sum) => (pairs === 0 ? 0 : sum / 2 / pairs));
}

function shortestWays(neighbours: Network['neighbours'], source: number) {
  const distance: number[] = neighbours.map(() => -1);
  const ways: number[] = neighbours.map(() => 0);
  distance[source] = 0;
  ways[source] = 1;
  const order = [source];
  for (const node of order) {
    for (const next of neighbours[node] ?? []) {
      if (at(distance, next) < 0) {
        distance[next] = at(distance, node) + 1;
        order.push(next);
      }
      if (at(distance, next) === at(distance, node) + 1) ways[next] = at(ways, next) + at(ways, node);
    }
  }
  return { order, distance, ways };
}

const at = (numbers: readonly number[], index: number): number => numbers[index] ?? 0;
