/** The exercise as a whole: its name, period, parties, clocks, phases, programme and the ways its parties agree. */
import * as z from 'zod';
import { count, dailyHours, languageCode, names, period, ref, span, translated, when } from './field.ts';

export const objectiveKinds = ['price', 'slack', 'continuity', 'pairs', 'load', 'end'] as const;
export type ObjectiveKind = (typeof objectiveKinds)[number];

/** `exercise:` — the one item without a collection. What is public of it may stand in a file of its own class. */
export const setting = z.strictObject({
  code: z.string().min(1).meta({ description: 'Code name with year, as the parties agreed it.' }),
  name: names,
  summary: translated().optional(),
  from: when(),
  to: when(),
  zone: z
    .union([
      z.string().regex(/^[A-Z]$/),
      z.strictObject({
        name: z.string(),
        offset: z.string(),
        changes: z.array(z.strictObject({ at: z.string(), offset: z.string() })).optional(),
      }),
    ])
    .meta({ description: 'Zone letter (C = UTC+3), or a named offset with its changes.' }),
  languages: z.array(languageCode).min(1),
  participating: z.array(ref('party')).min(1),
  observing: z.array(ref('party')).default([]),
  host: ref('party').optional(),
  owners: z.array(z.string()).default([]).meta({ description: 'Every owner folder: excon, and a party identifier each.' }),
  legalBasis: translated().optional(),
  aims: z.array(translated()).default([]),
  simulated: z.boolean().default(false).meta({ description: 'True for an example or a rehearsal-only exercise, never for a real one.' }),
  anchors: z
    .record(z.string().regex(/^(D|H\d*)$/), z.string())
    .default({})
    .meta({ description: 'D-day and H-hours: name to instant as written.' }),
  startex: when().optional(),
  endex: when().optional(),
  gridMinutes: z.int().min(5).max(60).default(15),
  twilight: z.enum(['civil', 'nautical', 'astronomical']).default('civil').meta({ description: 'Night begins when this twilight ends.' }),
  statedHours: z
    .strictObject({ day: dailyHours, night: dailyHours })
    .optional()
    .meta({ description: 'Stated day and night; overrides the sun.' }),
  together: z.strictObject({ times: count.default(1), minutes: z.int().min(0).default(0) }).default({ times: 1, minutes: 0 }),
  objectives: z.array(z.enum(objectiveKinds)).default(['price', 'slack', 'continuity', 'pairs', 'load']),
  frozen: span().optional().meta({ description: 'Changes nearer than this need the agreement for changes.' }),
  ratingScale: z.array(z.string()).default(['P', 'S', 'M', 'U']),
  partyScales: z
    .record(z.string(), z.array(z.string()).min(2))
    .default({})
    .meta({ description: 'A party that also rates on a scale of its own, best first.' }),
  positions: z
    .strictObject({ on: z.boolean().default(false), coarseMetres: z.record(z.string(), z.int()).default({}) })
    .default({ on: false, coarseMetres: {} }),
  emergency: z.strictObject({ channel: z.string(), telephone: z.string(), words: z.string().default('NO DUFF') }).optional(),
});
export type Setting = z.output<typeof setting>;

export const phase = z.strictObject({ name: names, from: when(), to: when(), order: z.int().default(0) });

export const conference = z.strictObject({
  name: names,
  from: when(),
  to: when().optional(),
  products: z.array(z.strictObject({ name: names, owner: z.string(), due: when(), done: z.boolean().default(false) })).default([]),
  decisions: z.array(translated()).default([]),
});

/** Who consents to a kind of thing, in what time, and what silence means. */
export const agreement = z.strictObject({
  on: z.enum(['document', 'plan', 'change', 'inject', 'release', 'resume', 'finding', 'communique']),
  consents: z.array(z.strictObject({ role: z.string(), party: ref('party').optional() })).min(1),
  within: span(),
  silenceMeans: z.enum(['yes', 'no']),
});

export const risk = z.strictObject({
  name: names,
  likelihood: z.enum(['low', 'medium', 'high']),
  consequence: z.enum(['low', 'medium', 'high']),
  mitigation: translated(),
  owner: ref('post'),
  sites: z.array(ref('site')).default([]),
});

export const net = z.strictObject({
  name: names,
  use: z.enum(['command', 'coordination', 'safety', 'medical', 'administration']),
  channel: z.string(),
  alternate: z.string().optional(),
  posts: z.array(ref('post')).default([]),
  language: languageCode.optional(),
});

export const visit = z.strictObject({
  name: names,
  period,
  serials: z.array(ref('serial')).default([]),
  visitors: z.int().min(1),
  officer: ref('post'),
});

export const communique = z.strictObject({
  kind: z.enum(['text', 'linesToTake']),
  at: z.enum(['announcement', 'opening', 'closing']),
  title: translated(),
  body: z.array(translated()).min(1),
  authentic: z.array(languageCode).min(1),
  agreedBy: z.array(ref('party')).default([]),
});

export const programme = z.strictObject({
  name: names,
  signed: when().optional(),
  aims: z.array(translated()).default([]),
  editions: z.array(z.strictObject({ code: z.string(), from: when(), to: when() })).default([]),
});
export type Programme = z.output<typeof programme>;
