/** A message as key and values: what both halves turn into a sentence in the reader's language. */
import * as z from 'zod';

const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
export const said = z.strictObject({ key: z.string(), values: z.record(z.string(), value) });
export type Said = z.output<typeof said>;

export const problem = z.looseObject({ key: z.string(), values: z.record(z.string(), value), maybe: said.optional() });
