/** What is trained: the spectrum of tasks, training objectives, requirements, and the serials that carry them. */
import * as z from 'zod';
import { count, dailyHours, languageCode, level, light, names, ref, span, translated, when } from './field.ts';

export const task = z.strictObject({
  name: names,
  parent: ref('task').optional(),
  criticalTasks: z
    .record(
      z.string(),
      z.strictObject({ name: names, standard: translated(), procedure: ref('procedure').optional(), collected: z.boolean().default(true) }),
    )
    .default({}),
});

/** A procedure of coordination with its agreed standard (brief, back-brief, report, request, hand-over, …). */
export const procedure = z.strictObject({
  name: names,
  kind: z.enum(['backBrief', 'request', 'handOver', 'commonPicture', 'jointDecision', 'report']),
  within: span().optional(),
  standard: translated(),
});

export const objective = z.strictObject({
  party: ref('party'),
  name: names,
  task: ref('task'),
  condition: translated(),
  standard: translated(),
});

export const requirement = z.strictObject({
  party: ref('party'),
  task: ref('task'),
  times: count.default(1),
  light: light.optional(),
  phase: ref('phase').optional(),
  mixed: z.boolean().default(false),
  hard: z.boolean().default(true),
  price: z.int().min(0).optional(),
});

export const serialKinds = ['training', 'final', 'ceremony', 'brief', 'rehearsal', 'rest', 'visit', 'hotWash', 'meeting'] as const;
export type SerialKind = (typeof serialKinds)[number];

const teamDemand = z.strictObject({
  capability: ref('capability').optional(),
  level: level.default(1),
  count: count.default(1),
  language: languageCode.optional(),
  party: ref('party').optional(),
  distinct: z.boolean().default(false).meta({ description: 'Units that meet this demand meet no other demand.' }),
});
const atLeastAtMost = z.strictObject({ least: z.int().min(0).optional(), most: z.int().min(0).optional() });

export const teamNeed = z.strictObject({
  demands: z.array(teamDemand).default([]),
  units: atLeastAtMost.default({}),
  people: atLeastAtMost.default({}),
  parties: z.strictObject({ least: z.int().min(1).default(1) }).default({ least: 1 }),
  perParty: z.record(z.string(), count).default({}).meta({ description: 'Least units of a party.' }),
  named: z.array(ref('unit')).default([]).meta({ description: 'Units that must be in it; a parent stands for its leaves.' }),
  from: z.array(ref('unit')).default([]).meta({ description: 'Only these units may be in it; empty means any.' }),
  taskGroup: z
    .strictObject({ group: ref('taskGroup'), least: count.optional() })
    .optional()
    .meta({ description: 'The group whole, or at least so many of its units.' }),
  sameTeamAs: ref('serial').optional(),
  unitsOf: z.strictObject({ serial: ref('serial'), least: count }).optional(),
  lead: z
    .strictObject({ party: ref('party').optional(), unit: ref('unit').optional(), capability: ref('capability').optional() })
    .optional(),
});

export const serial = z.strictObject({
  name: names,
  kind: z.enum(serialKinds).default('training'),
  tasks: z.array(ref('task')).default([]),
  phase: ref('phase').optional(),
  run: span(),
  setUp: span().optional(),
  brief: span().optional(),
  debrief: span().optional(),
  reset: span().optional().meta({ description: 'The site stays taken; the team is free.' }),
  optional: z
    .strictObject({ price: z.int().min(0) })
    .optional()
    .meta({ description: 'May be left out at this price; absent means mandatory.' }),
  at: when().optional().meta({ description: 'A fixed point: the start of the run is given.' }),
  startsFrom: when().optional(),
  endsBy: when().optional(),
  hours: dailyHours.optional().meta({ description: 'Local hours inside which set-up to debrief lie.' }),
  light: light.optional(),
  sites: z.array(ref('site')).default([]),
  facilities: z.array(ref('facility')).default([]),
  zone: z.string().optional(),
  team: teamNeed.optional().meta({ description: 'Who carries it out; absent for a serial without a team.' }),
  attend: z
    .strictObject({ units: z.union([z.literal('all'), z.array(ref('unit'))]).default([]), posts: z.array(ref('post')).default([]) })
    .optional()
    .meta({ description: 'Who a fixed event holds besides a team; `all` means every leaf unit present.' }),
  pools: z.array(z.strictObject({ pool: ref('pool'), count })).default([]),
  after: z.array(ref('serial')).default([]).meta({ description: 'Serials that must have ended before.' }),
  chain: z.string().optional().meta({ description: 'Consecutive serials of a chain keep their team where they can.' }),
  objectives: z.array(ref('objective')).default([]),
  procedures: z.array(ref('procedure')).default([]),
  goNoGo: z
    .array(z.enum(['safety', 'medical', 'weather', 'communications', 'interpreter', 'siteClear', 'parties']))
    .default(['safety', 'medical', 'siteClear', 'parties']),
  weatherSensitive: z.boolean().default(false),
  visitors: z.int().min(0).default(0),
  description: translated().optional(),
});
