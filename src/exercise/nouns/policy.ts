/** `release:` — the release policy the parties agreed once: scale, equivalents, default labels and standing releases. */
import * as z from 'zod';
import { languageCode } from './field.ts';

const audienceText = z
  .string()
  .meta({ description: "excon:, party:ID, post:ID, everyone:, public: — or author:, for the author's own party." });

export const releasePolicy = z.strictObject({
  scale: z.array(z.string().min(1)).min(1).meta({ description: 'Classifications, lowest first.' }),
  caveats: z.array(z.string()).default([]),
  folders: z
    .strictObject({ shared: z.string(), excon: z.string(), parties: z.string() })
    .meta({ description: 'Classification of a file that states no class.' }),
  equivalents: z
    .record(z.string(), z.record(z.string(), z.record(languageCode, z.string())))
    .default({})
    .meta({ description: 'classification → party → language → marking.' }),
  defaults: z
    .array(
      z.strictObject({
        thing: z.string().meta({
          description:
            'observation, message, contact, inject, position, finding, alert, notice, entry, request, answer (without a rule: as request), …',
        }),
        author: z.string().optional().meta({ description: 'A party, or excon.' }),
        classification: z.string(),
        releasableTo: z.union([z.literal('PUBLIC'), z.literal('participating'), z.literal('author'), z.array(z.string()).min(1)]),
        caveats: z.array(z.string()).default([]),
        audience: audienceText,
      }),
    )
    .default([]),
  standing: z
    .array(
      z.strictObject({
        thing: z.string(),
        author: z.string().optional(),
        trigger: z.enum(['whenMade', 'atStartex', 'atEndex', 'whenSerialDone', 'whenPlayed']),
        classification: z.string(),
        releasableTo: z.union([z.literal('PUBLIC'), z.literal('participating'), z.array(z.string()).min(1)]),
        caveats: z.array(z.string()).default([]),
        audience: audienceText,
      }),
    )
    .default([]),
});
export type ReleasePolicyNoun = z.output<typeof releasePolicy>;
