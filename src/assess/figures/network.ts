/**
 * The analyst's view of who spoke with whom: posts of participating parties, joined where a contact, a message or a request went between them.
 * Posts, never persons; in the document's order, never ranked; and what is not defined is null, never nought.
 */
import type { Coordination } from '../assessment.ts';
import type { Gathered } from '../gathered.ts';
import { crossPairs } from '../ground.ts';
import { shareOf } from '../spread.ts';
import { crossPartyReach, type Network, partyBetweenness } from './paths.ts';

type AnalystView = NonNullable<Coordination['analyst']>;

export function analystView(gathered: Gathered): AnalystView {
  const network = networkOf(gathered);
  const sizes = network.parties.reduce((all, party) => all.set(party, (all.get(party) ?? 0) + 1), new Map<string, number>());
  const possible = crossPairs([...sizes.values()]);
  const all = (network.parties.length * (network.parties.length - 1)) / 2;
  const whole = crossPartyReach(network);
  const shares = partyBetweenness(network);
  return {
    ...eiOf(network),
    // Of all pairs that could be, so many cross and so many do not: what ties made at random come to (Krackhardt and Stern 1988).
    eiExpected: all === 0 ? null : (2 * possible - all) / all,
    reach: shareOf(whole, possible),
    brokers: network.posts.flatMap((post, index) => {
      const betweenness = shares[index] ?? 0;
      return betweenness > 0 ? [{ post, betweenness }] : [];
    }),
    singlePoints: network.posts.filter((_, index) => holdsTogether(network, index)),
  };
}

function networkOf({ exercise, communication }: Gathered): Network {
  const participating = new Set<string>(exercise.setting.participating);
  const members = exercise.posts.list.flatMap(({ id, party, simulated }) =>
    party === undefined || simulated || !participating.has(party) ? [] : [{ id: id as string, party: party as string }],
  );
  const numbers = new Map(members.map(({ id }, index) => [id, index]));
  const neighbours: number[][] = members.map(() => []);
  for (const pair of communication.pairs) {
    const [one, other] = communication.posts.ofPair(pair).map((post) => numbers.get(post));
    if (one === undefined || other === undefined || one === other) continue;
    neighbours[one]?.push(other);
    neighbours[other]?.push(one);
  }
  for (const list of neighbours) list.sort((a, b) => a - b);
  return { posts: members.map(({ id }) => id), parties: members.map(({ party }) => party), neighbours };
}

/** External less internal ties over all ties, −1 to +1. */
function eiOf({ parties, neighbours }: Network): { readonly eiIndex: number | null } {
  let [external, internal] = [0, 0];
  for (const [one, list] of neighbours.entries()) {
    for (const other of list) {
      if (parties[one] === parties[other]) internal++;
      else external++;
    }
  }
  const ties = external + internal;
  return { eiIndex: ties === 0 ? null : (external - internal) / ties };
}

/** Whether without this post two others of different parties, joined until then, are joined no more. */
function holdsTogether(network: Network, post: number): boolean {
  if ((network.neighbours[post]?.length ?? 0) < 2) return false;
  return crossPartyReach(network, undefined, post) > crossPartyReach(network, post);
}
