/** Fields that events are built from. A field that names an entity says so, so that a test can hold every event type to "no reference leaks upward". */
import * as z from 'zod';

/** What an event may name. `post`, `party`, `serial`, `site` and `unit` are shared with everyone; the others belong to the streams that hold them. */
export type EntityKind =
  | 'post'
  | 'party'
  | 'serial'
  | 'site'
  | 'unit'
  | 'contingent'
  | 'phase'
  | 'task'
  | 'procedure'
  | 'agreement'
  | 'pool'
  | 'inject'
  | 'delivery'
  | 'message'
  | 'request'
  | 'contact'
  | 'observation'
  | 'finding'
  | 'action'
  | 'alert'
  | 'stop'
  | 'notice'
  | 'consentCase'
  | 'record'
  | 'file'
  | 'review';

const marks = new WeakMap<object, EntityKind>();

export function entity(kind: EntityKind) {
  const schema = z.string().min(1).meta({ entity: kind });
  marks.set(schema, kind);
  return schema;
}
export const entityKindOf = (schema: object): EntityKind | undefined => marks.get(schema);

/** Whole microseconds since 1970-01-01Z. */
export const micros = z.int();
/** Whole minutes since 1970-01-01Z. */
export const minute = z.int();
/** A text by language; the first that is present in the reader's order is shown. */
export const texts = z.record(z.string(), z.string());

/** An entry made for somebody else: whose it is, who told it, when it was made. Devices' times are data. */
export const onBehalf = z.strictObject({ of: entity('post'), toldBy: z.string(), madeAt: micros }).optional();
/** When the device says it was made, and by how much its clock was off. */
export const madeAt = z.strictObject({ at: micros, skew: z.int().default(0) }).optional();
