/** Who holds a post now: whom the document names, and what was taken and left since. Joining an audience gives its past, leaving it ends access. */
import type { ReadonlyConduct } from './conduct.ts';
import type { StreamKey } from './log/envelope.ts';

/** The persons who hold a post, each by the identifier that the own party's folder gives; only those that the slices and the document at hand tell of. */
export function holdersOf({ exercise, slices }: ReadonlyConduct, post: string): ReadonlySet<string> {
  const holders = new Set<string>();
  for (const { id, holds } of exercise.persons.list) if (holds.some((held) => held.post === post)) holders.add(id);
  for (const { release } of slices.values()) {
    for (const record of release.holders.get(post) ?? []) holders.add(record);
    for (const record of release.left.get(post) ?? []) holders.delete(record);
  }
  return holders;
}

/** The streams that tell who holds a post. */
export function streamsOfHolders({ slices }: ReadonlyConduct, post: string): readonly StreamKey[] {
  return [...slices.values()].filter(({ release }) => release.holders.has(post) || release.left.has(post)).map(({ stream }) => stream);
}
