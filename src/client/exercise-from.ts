/** The document as its message tells it, made into the exercise that every pure room works with: tables get back their index by identifier. */
import { type CollectionName, collectionNames, type Exercise } from '../exercise/index.ts';
import type { DocumentMessage } from '../protocol/index.ts';

export function exerciseFrom(message: DocumentMessage): Exercise {
  const tables = Object.fromEntries(collectionNames.map((name: CollectionName) => [name, tableOf(message.tables[name] ?? [])]));
  const { setting, zone, policy, programme, complete, owners, portions } = message;
  // The schema says that this is JSON; the server made it from an exercise, field by field.
  return { setting, zone, policy, programme: programme ?? undefined, complete, owners, portions, ...tables } as unknown as Exercise;
}

function tableOf(items: readonly unknown[]): { readonly list: readonly unknown[]; readonly byId: ReadonlyMap<string, unknown> } {
  return { list: items, byId: new Map((items as readonly { readonly id: string }[]).map((item) => [item.id, item])) };
}
