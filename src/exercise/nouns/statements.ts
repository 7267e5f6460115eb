/** What planners state without code: (a) closures … (i) milestones of the plan, each with its reason, owner, scope, and hard or with a price. */
import * as z from 'zod';
import { count, dailyHours, languageCode, light, names, period, ref, span, timeOfDay, weekday, when } from './field.ts';
import { roles } from './people.ts';
import { serialKinds } from './training.ts';

/** What a statement is about; several fields narrow it (a party's units during a phase). Empty means the whole exercise. */
export const scope = z.strictObject({
  parties: z.array(ref('party')).optional(),
  units: z.array(ref('unit')).optional(),
  posts: z.array(ref('post')).optional(),
  roles: z.array(z.enum(roles)).optional(),
  sites: z.array(ref('site')).optional(),
  zones: z.array(z.string()).optional(),
  pools: z.array(ref('pool')).optional(),
  tasks: z.array(ref('task')).optional(),
  phases: z.array(ref('phase')).optional(),
  serials: z.array(ref('serial')).optional(),
  kinds: z.array(z.enum(serialKinds)).optional(),
});
export type Scope = z.output<typeof scope>;

const stated = {
  reason: z.string().min(1).meta({ description: 'Why, in the first language of the exercise.' }),
  reasonIn: names.optional().meta({ description: 'The reason in further languages.' }),
  owner: z.string().optional(),
  scope: scope.default({}),
  price: z.int().min(1).optional().meta({ description: 'Absent: it holds always. Given: what each breach costs.' }),
};

/** (a) Closed or reserved periods, recurring or not. */
export const closure = z.strictObject({
  ...stated,
  periods: z.array(period).default([]),
  daily: dailyHours.optional(),
  weekdays: z.array(weekday).default([]),
  except: z.array(z.enum(serialKinds)).default([]),
});

/** (b) Battle rhythm: a meeting that recurs every day and holds its posts. Other fixed events are serials with `at`. */
export const meeting = z.strictObject({
  ...stated,
  name: names,
  at: timeOfDay,
  minutes: z.int().min(5),
  from: when().optional(),
  to: when().optional(),
  posts: z.array(ref('post')).min(1),
  site: ref('site').optional(),
  support: z
    .array(z.strictObject({ role: z.enum(roles), languages: z.array(languageCode).default([]), count: count.default(1) }))
    .default([]),
});

/** (c) Serials or zones that may not be in use at once. */
export const exclusion = z.strictObject({ ...stated, between: scope, and: scope });

export const lagRelations = ['lag', 'sameDay', 'notSameDay', 'consecutive', 'together'] as const;
/** (d) Lags and days between serials; from the end of the first to the start of the second unless stated. */
export const lag = z.strictObject({
  ...stated,
  first: scope,
  second: scope,
  relation: z.enum(lagRelations).default('lag'),
  least: span().optional(),
  most: span().optional(),
  measured: z.enum(['endToStart', 'startToStart', 'endToEnd', 'startToEnd']).default('endToStart'),
  sameUnitsOnly: z.boolean().default(false).meta({ description: 'Only where a unit is in both.' }),
});

/** (e) Something held before use, by each unit (or post) that takes part. */
export const qualification = z.strictObject({ ...stated, before: scope, needs: scope, each: z.enum(['unit', 'exercise']).default('unit') });

/** (f) Support demanded by the serials of the scope, with its own duty and travel. */
export const supportDemand = z.strictObject({
  ...stated,
  role: z.enum(roles),
  languages: z.array(languageCode).default([]).meta({ description: 'All of these, e.g. a pair for an interpreter.' }),
  eachParty: z.boolean().default(false).meta({ description: 'So many of each party in the team.' }),
  mixedOnly: z.boolean().default(false),
  light: light.optional(),
  count: count.default(1),
  during: z.enum(['whole', 'run']).default('whole'),
});

/** Duty in any rolling 24 h; preparation, travel, meetings and debrief are duty. */
export const dutyRule = z.strictObject({
  ...stated,
  mostPer24h: span().optional(),
  leastRest: span().optional().meta({ description: 'Unbroken rest inside any rolling 24 h.' }),
  mostNightsRunning: count.optional(),
  restBeforeNight: span().optional(),
});

/** (h) A reserve window or site; checked as if used at its decision time. */
export const alternate = z.strictObject({
  ...stated,
  serials: z.array(ref('serial')).min(1),
  trigger: z.enum(['weather', 'site', 'asset', 'other']),
  decideBy: when(),
  window: period.optional(),
  start: when().optional(),
  site: ref('site').optional(),
});

/** (i) Something that must be done before a serial or an arrival. */
export const milestone = z.strictObject({
  ...stated,
  name: names,
  due: when(),
  lead: span().optional(),
  gates: scope.optional(),
  arrivals: z.array(ref('contingent')).default([]),
});

/** Each party leads about equally often. */
export const parity = z.strictObject({ ...stated, by: z.enum(['overall', 'task', 'phase']), within: z.int().min(0).default(1) });

/** Pairs that must serve together. */
export const pairDemand = z.strictObject({
  ...stated,
  first: z.array(ref('unit')).min(1),
  second: z.array(ref('unit')).min(1),
  times: count.default(1),
});
