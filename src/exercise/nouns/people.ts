/** Who takes part: parties, contingents, units, task groups, posts, and (in a party's own folder) the persons who hold them. */
import * as z from 'zod';
import { count, languageCode, level, names, period, ref, when } from './field.ts';

export const roles = [
  'coDirector',
  'chiefController',
  'controller',
  'safetyOfficer',
  'chiefEvaluator',
  'evaluator',
  'seniorNationalRepresentative',
  'liaisonOfficer',
  'interpreter',
  'translator',
  'releaseOfficer',
  'pressOfficer',
  'visitsOfficer',
  'hostNationSupport',
  'medicalCoordinator',
  'medicalCover',
  'rolePlayer',
  'player',
  'trustedAgent',
  'observer',
  'simulator',
  'teamLeader',
] as const;
export type Role = (typeof roles)[number];

export const party = z.strictObject({
  name: names,
  shortName: names.optional(),
  kind: z.enum(['nation', 'agency']).default('nation'),
  languages: z.array(languageCode).min(1),
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .optional(),
});

const owed = z.strictObject({ toHost: z.array(z.string()).default([]), toGuest: z.array(z.string()).default([]) });

export const contingent = z.strictObject({
  party: ref('party'),
  name: names,
  strength: count,
  arrival: when().optional(),
  reception: z.array(z.strictObject({ name: names, from: when(), to: when(), site: ref('site').optional() })).default([]),
  ready: when().optional(),
  departure: when().optional(),
  owes: owed.optional().meta({ description: 'Support owed: by this contingent to the host, and by the host to it.' }),
});

const capability = z.strictObject({ capability: ref('capability'), level: level.default(1) });

export const unit = z.strictObject({
  party: ref('party'),
  contingent: ref('contingent').optional(),
  parent: ref('unit').optional(),
  name: names,
  echelon: z.enum(['team', 'squad', 'section', 'platoon', 'company', 'battalion', 'regiment', 'cell', 'agency']).default('section'),
  symbol: z
    .string()
    .regex(/^\d{20}$/)
    .optional()
    .meta({ description: 'APP-6D symbol code, 20 digits; the context digit says exercise.' }),
  strength: count.default(1),
  capabilities: z.array(capability).default([]),
  languages: z.array(languageCode).default([]),
  owes: owed.optional(),
  callsign: z.string().optional(),
  presence: z
    .array(period)
    .default([])
    .meta({ description: "When it is there; empty means the contingent's ready time to its departure." }),
  home: ref('site').optional(),
  remarks: z.string().optional(),
});

export const taskGroup = z.strictObject({ name: names, units: z.array(ref('unit')).min(2), phases: z.array(ref('phase')).default([]) });

export const post = z.strictObject({
  name: names,
  role: z.enum(roles),
  party: ref('party').optional(),
  cell: z.enum(['excon', 'hicon', 'locon', 'sidecon', 'responseCell', 'mediaCell', 'trainingAudience', 'support', 'command']),
  simulated: z.boolean().default(false),
  audience: z.enum(['primary', 'secondary']).optional(),
  unit: ref('unit').optional(),
  sites: z.array(ref('site')).default([]).meta({ description: 'Where it may serve; empty means anywhere.' }),
  languages: z.array(languageCode).default([]),
  presence: z.array(period).default([]),
  deputies: z.array(ref('post')).default([]),
  home: ref('site').optional(),
});

/** Personal data: stands only in the party's own folder, and in erasable records of the log. */
export const person = z.strictObject({
  party: ref('party'),
  name: z.string(),
  holds: z.array(z.strictObject({ post: ref('post'), shift: period.optional() })).default([]),
  clearance: z.string().optional(),
  caveats: z.array(z.string()).default([]),
  languages: z.array(languageCode).default([]),
  contact: z.string().optional(),
  medical: z.string().optional(),
});

export const capabilityNoun = z.strictObject({ name: names });
