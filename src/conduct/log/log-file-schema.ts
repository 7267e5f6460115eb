// The log file's two kinds of lines as schemas: the manifest is read with its schema; a header, of which a log may hold
// millions, by `isHeader`, which a test holds to agree with the schema here. docs/reference/log-file.schema.json is made of both.
import * as z from 'zod';
import type { MicroInstant } from '../../kernel/index.ts';
import type { StreamKey } from './envelope.ts';

const hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('SHA-256 in lower-case hexadecimal');
const micros = z.int().describe('whole microseconds since 1970-01-01T00:00Z') as unknown as z.ZodType<MicroInstant>;
const stream = z.string().describe('the canonical text of the class') as unknown as z.ZodType<StreamKey>;
const count = z.int().min(1);

/** What a log file's first line calls itself. */
export const logFileFormat = 'entente-log';

/** The version written, and the newest one read. */
export const logFileVersion = 1;

export const manifestSchema = z.strictObject({
  format: z.literal(logFileFormat),
  version: z.literal(logFileVersion),
  exercise: z.string(),
  reader: z.string().describe('whose log this is; `all` is a complete one'),
  documentHash: hash.nullable().describe('of the document as this reader reads it; null where none was adopted'),
  streams: z.array(z.strictObject({ stream, origin: z.string(), length: count, head: hash })),
});

export const headerSchema = z.strictObject({
  stream,
  origin: z.string(),
  sequence: count.describe('counts from 1 in each stream of each origin'),
  time: micros,
  exerciseTime: micros.nullable(),
  author: z.string().nullable().describe('as far as all readers of the stream may know'),
  type: z.string(),
  version: count,
  digest: hash.describe('SHA-256 over the bytes of the salt and the UTF-8 of the payload as it stands in the line'),
  key: z.string().optional(),
  signature: z.string().optional(),
});

const whole = z.strictObject({
  header: headerSchema,
  hash,
  salt: z.string().regex(/^(?:[0-9a-f]{2}){16,64}$/),
  payload: z.record(z.string(), z.json()),
});
const erased = z.strictObject({ header: headerSchema, hash, salt: z.null(), payload: z.null() });

/** The JSON Schema of a line of a log file. */
export function logFileJsonSchema(): object {
  const first = manifestSchema.extend({ digest: hash.describe('SHA-256 over the line without this field') }).describe('the first line');
  const lines = z.union([first, whole.describe('an event'), erased.describe('an event whose payload was erased')]);
  return z.toJSONSchema(lines.describe('One line of a log file: the first is the manifest, every other an event.'));
}
