/** `GET /api/document?as=R` — the document as the reader reads it, put together at the server from the files that the reader may open. */
import * as z from 'zod';

export const documentMessage = z.strictObject({
  setting: z.json(),
  zone: z.json(),
  policy: z.json(),
  programme: z.json().nullable(),
  complete: z.boolean(),
  owners: z.array(z.string()),
  portions: z.array(z.json()),
  /** Collection → items in reading order. */
  tables: z.record(z.string(), z.array(z.json())),
});
export type DocumentMessage = z.output<typeof documentMessage>;
