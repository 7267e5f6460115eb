/**
 * Edits of the document in a running exercise: an item's part in one file, by its owner. That the document stays without fault is seen to by the
 * origin, which alone can read it anew.
 */
import {
  type Collection,
  collectionNames,
  type Exercise,
  isSingletonName,
  itemOf,
  ownerOf,
  type PartEdit,
  portionsOf,
  withStaleTexts,
} from '../../exercise/index.ts';
import type { Command } from '../commands/commands.ts';
import type { ReadonlyConduct } from '../conduct.ts';
import { accepted, type Decision, fact, nothingToDo, refused, telling } from '../decision.ts';
import type { StreamKey } from '../log/envelope.ts';
import { portionKey } from '../state/adoption.ts';
import { agreed, authorOf, fileNamed, systemAuthor } from './asking.ts';
import { editSubject } from './subjects.ts';

type EditPortion = Extract<Command, { type: 'EditPortion' }>;
type File = NonNullable<ReturnType<typeof fileNamed>>['facts'];

/** The version of an item's part in a file, as `expected` means it; 0 where the file is not there. */
export function portionVersion(
  conduct: ReadonlyConduct,
  portion: { readonly file: string; readonly collection: string; readonly id: string },
): number {
  const held = fileNamed(conduct, portion.file);
  return held === undefined ? 0 : versionIn(held.facts, portion);
}

const versionIn = (facts: File, portion: { readonly collection: string; readonly id: string }): number =>
  facts.portions.get(portionKey(portion)) ?? facts.adoptedVersion;

export function editPortion(command: EditPortion, conduct: ReadonlyConduct): Decision {
  const { order } = command;
  const { file, collection, id } = order;
  const held = fileNamed(conduct, file);
  if (held === undefined) return refused('noSuchFile', { file });
  if (!isCollection(collection)) return refused('noSuchCollection', { collection });
  const isOwn = whoseFile(command, file, conduct);
  if (isOwn === 'others') return refused('notYourFile', { file });
  if (command.expected !== undefined && command.expected !== versionIn(held.facts, order))
    return telling(refused('portionChangedMeanwhile', { item: id, file }), held.stream);
  const standsIn = (field = '') =>
    portionsOf(conduct.exercise, collection, id).flatMap(({ fields, classKey }) => (fields.includes(field) ? [classKey] : []));
  const through = order.edits.find(({ path }) => leadsThroughList(itemOf(conduct.exercise, collection, id), path));
  if (through !== undefined) return telling(refused('editThroughList', { path: through.path.join('/') }), ...standsIn(through.path[0]));
  const edits = withStaleTexts(conduct.exercise, collection, id, order.edits as readonly PartEdit[]);
  if (edits.length === 0 || [order.edits, edits].some((said) => isLastSaid(held.facts, order, said))) return nothingToDo;
  const subject = editSubject(order);
  if (isOwn === 'joint' && !agreed(conduct, 'document', subject)) return telling(refused('consentMissing', { subject }), held.stream);
  const stated = edits.map(({ path, value }) => ({ path: [...path], value }));
  return accepted(fact(held.stream, { type: 'PortionEdited', payload: { file, collection, id, edits: stated } }));
}

/** A party's file is its co-director's alone; what all or EXCON own takes the agreement on the document. */
export function whoseFile(command: Command, file: string, conduct: ReadonlyConduct): 'own' | 'joint' | 'others' {
  if (command.by === systemAuthor) return 'own';
  const owner = ownerOf(file);
  if (owner?.kind !== 'party') return 'joint';
  const author = authorOf(conduct, command);
  return author?.role === 'coDirector' && author.party === owner.party ? 'own' : 'others';
}

function isCollection(name: string): name is Collection {
  return isSingletonName(name) || collectionNames.some((one) => one === name);
}

/** A list has no stable places: it is stated whole. */
function leadsThroughList(item: unknown, path: readonly string[]): boolean {
  let value = item;
  for (const step of path) {
    if (Array.isArray(value)) return true;
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return false;
    value = (value as Readonly<Record<string, unknown>>)[step];
  }
  return false;
}

function isLastSaid(facts: File, portion: { readonly collection: string; readonly id: string }, edits: unknown): boolean {
  const last = facts.edits.findLast((edit) => portionKey(edit) === portionKey(portion));
  return last !== undefined && JSON.stringify(last.edits) === JSON.stringify(edits);
}

/** What has happened in a conduct and is no longer in another document: serials that were called, injects that became due. */
export function happenedWithout(conduct: ReadonlyConduct, after: Exercise): readonly { readonly id: string; readonly stream: StreamKey }[] {
  const gone: { readonly id: string; readonly stream: StreamKey }[] = [];
  for (const { stream, running, play } of conduct.slices.values()) {
    for (const [id, { status }] of running.serials)
      if (status !== 'planned' && status !== 'cancelled' && !after.serials.byId.has(id)) gone.push({ id, stream });
    for (const [id, { dueAt, releasedAt }] of play.injects)
      if ((dueAt ?? releasedAt) !== null && !after.injects.byId.has(id)) gone.push({ id, stream });
  }
  return gone;
}
