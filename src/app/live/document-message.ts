// The document as a message: plain data, tables as lists.
import { type CollectionName, collectionNames, type Exercise } from '../../exercise/index.ts';
import type { DocumentMessage } from '../../protocol/index.ts';

export function documentMessageOf(exercise: Exercise): DocumentMessage {
  const { setting, zone, policy, programme, complete, owners, portions } = exercise;
  const tables = Object.fromEntries(collectionNames.map((name: CollectionName) => [name, exercise[name].list]));
  // Everything in an exercise is plain data but its tables' indexes, which the receiver makes anew.
  const plain = JSON.parse(JSON.stringify({ setting, zone, policy, programme: programme ?? null, complete, owners, portions, tables }));
  return plain as DocumentMessage;
}
