/** The assessment as JSON: what `assess --json` prints and what others may read back. `docs/reference/assessment.md` is made from these schemas. */
import * as z from 'zod';
import { Malformed, prettyStableJson, problem } from '../kernel/index.ts';
import type { Assessment } from './assessment.ts';

const said = (description: string) => ({ description });
const count = z.int().min(0);
const micros = z.int().nullable().meta(said('Microseconds since 1970-01-01Z; null where it did not come to it.'));
const seconds = z.number().nullable();
const values = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]));

export const spreadSchema = z
  .strictObject({
    n: count.meta(said('Observations that ended.')),
    censored: count.meta(said('Still open when the watch ended (ENDEX, or the last event).')),
    q1: seconds,
    median: seconds,
    q3: seconds.meta(said('Kaplan–Meier quartiles in seconds; null where too many are open to reach them.')),
  })
  .meta(said('How long something took, in seconds.'));

export const shareSchema = z
  .strictObject({
    hits: count,
    of: count,
    low: z.number().nullable(),
    high: z.number().nullable().meta(said('95 % interval of Wilson; null of none.')),
  })
  .meta(said('So many of so many.'));

const procedureFigure = z.strictObject({
  procedure: z.string(),
  kind: z.string(),
  phase: z.string().nullable().meta(said('Null: over all serials.')),
  withinSeconds: z.number().nullable().meta(said('The time agreed, where the procedure states one.')),
  met: shareSchema.meta(said('Met its standard, of those that can be judged.')),
  latency: spreadSchema.meta(said('From its start to its end.')),
});

const requirementCoverage = z.strictObject({
  requirement: z.string(),
  party: z.string(),
  task: z.string(),
  times: count.meta(said('How often it is required.')),
  planned: z.array(z.string()).meta(said('Serials booked that count.')),
  achieved: z.array(z.string()).meta(said('Serials done that count.')),
});

const matrixCell = z.strictObject({
  party: z.string(),
  task: z.string().meta(said('A leaf task.')),
  needed: count.meta(said('How often its requirements ask for it.')),
  planned: count,
  achieved: count.meta(said('Serials with a unit of the party that train it, whatever the condition.')),
});

const criticalTaskRating = z.strictObject({
  task: z.string(),
  criticalTask: z.string(),
  party: z.string().meta(said('Whose evaluators rated it.')),
  counts: z.record(z.string(), count).meta(said('Rating → observations.')),
  notRated: count.meta(said('Observations without a rating.')),
  rating: z.string().nullable().meta(said('The worst; null when nothing was rated.')),
  own: z
    .strictObject({ counts: z.record(z.string(), count), rating: z.string().nullable() })
    .optional()
    .meta(said('The same on a scale of the party’s own, where it has one.')),
});

const taskRating = z.strictObject({
  task: z.string(),
  party: z.string(),
  rating: z.string().nullable().meta(said('The worst of its critical tasks; null when none was rated.')),
  rated: count.meta(said('Critical tasks rated.')),
  collected: count.meta(said('Critical tasks to be collected.')),
  own: z.string().nullable().optional().meta(said('The worst on a scale of the party’s own, where it has one.')),
});

const trend = z.strictObject({
  procedure: z.string(),
  first: procedureFigure,
  last: procedureFigure,
  betterBy: z.number().nullable().meta(said('Share met in the last phase less that in the first.')),
  fasterBySeconds: z.number().nullable().optional().meta(said('Median of the first phase less that of the last.')),
});

const requests = z.strictObject({
  decide: spreadSchema,
  translate: spreadSchema,
  review: spreadSchema,
  deliver: spreadSchema,
  whole: spreadSchema.meta(said('From the asking to the answer.')),
  onTime: shareSchema,
});

const analyst = z
  .strictObject({
    eiIndex: z.number().nullable().meta(said('(External − internal ties) / ties, −1 to +1; null without ties.')),
    eiExpected: z.number().nullable().meta(said('The same under random mixing of these posts.')),
    reach: shareSchema.meta(said('Pairs of posts of different parties between which there is a way.')),
    brokers: z
      .array(z.strictObject({ post: z.string(), betweenness: z.number() }))
      .meta(said('Posts on shortest ways between others of different parties, and the share of ways; in the order of the document.')),
    singlePoints: z.array(z.string()).meta(said('Posts without which others of different parties are joined no more.')),
  })
  .nullable()
  .meta(said('Who spoke with whom; null unless asked for.'));

const coordination = z.strictObject({
  procedures: z.array(procedureFigure),
  byPhase: z.array(procedureFigure),
  trends: z.array(trend).meta(said('First phase against last.')),
  requests,
  injectAnswers: z
    .strictObject({ onTime: shareSchema, latency: spreadSchema })
    .meta(said('Deliveries that asked for an answer; PAUSE does not count.')),
  contacts: z.strictObject({
    marked: count,
    crossParty: count.meta(said('Between posts of two parties.')),
    captured: shareSchema.meta(said('Known communications beside which a mark stands.')),
  }),
  pairs: z.strictObject({ planned: count, achieved: count, possible: count }).meta(said('Pairs of leaf units of different parties.')),
  analyst,
});

const action = z.strictObject({
  action: z.string(),
  text: z.string(),
  owner: z.string().meta(said('A post.')),
  due: z.int().meta(said('Minutes since 1970-01-01Z.')),
  element: z.string(),
  done: z.boolean(),
  language: z.string().optional().meta(said('What the text is written in, where its author said so.')),
});

const finding = z.strictObject({
  id: z.string(),
  origin: z.enum(['figures', 'people']),
  strength: z.boolean(),
  key: z.string().nullable().meta(said('From the figures: a sentence of the catalogue; null from people.')),
  values,
  title: z.string().nullable(),
  text: z.string().nullable(),
  language: z.string().nullable(),
  state: z.string().meta(said('proposed, commented, agreed, agreedWithNationalView, keptNational, superseded.')),
  party: z.string().nullable(),
  task: z.string().nullable(),
  serials: z.array(z.string()),
  shownBy: z.array(z.string()).meta(said('Events, as stream#origin#sequence; at most fifty.')),
  actions: z.array(action),
  comments: z.array(z.strictObject({ party: z.string(), text: z.string(), language: z.string() })).optional(),
  nationalView: z.string().nullable().optional().meta(said('The party that agreed with a view of its own.')),
  supersededBy: z.string().nullable().optional(),
});

const timelineEntry = z.strictObject({
  at: z.int().meta(said('Microseconds, real time.')),
  exerciseAt: z.int().nullable(),
  kind: z.string().meta(said('clock, plan, serial, contingent, safety, inject, finding, consent, release.')),
  key: z.string(),
  values,
  event: z.strictObject({ stream: z.string(), origin: z.string(), sequence: z.int() }),
});

const serialOutcome = z.strictObject({
  serial: z.string(),
  status: z.string().meta(said('planned, notHeld, called, ready, running, stopped, done, curtailed, cancelled.')),
  plannedStart: micros,
  plannedEnd: micros,
  startedAt: micros,
  endedAt: micros,
  stoppedSeconds: z.number(),
  signatures: count.meta(said('Items of the go/no-go list that stood signed "go".')),
});

const injectOutcome = z.strictObject({
  id: z.string().meta(said('An inject for EXCON, a delivery for others: the first, where it was released after play.')),
  number: z.string().nullable().meta(said('The MSEL number for EXCON and once it was released, else the recipient’s own.')),
  releasedAt: micros,
  answered: z.boolean(),
  outcome: z.string().nullable().meta(said('What was seen of the expected action: expected, other, none.')),
  seconds: seconds.meta(said('From release to the first answer.')),
});

export const assessmentSchema = z.strictObject({
  format: z.literal('entente-assessment'),
  version: z.literal(1),
  exercise: z.string().meta(said('The code name.')),
  reader: z.string().meta(said('Whose reading it is: all, joint, public, BLR, BLR:excon, person:ID.')),
  basis: z
    .strictObject({ streams: count, events: count, from: micros, to: micros })
    .meta(said('What was read for this reader; nothing is said of the rest.')),
  simulated: z.boolean().meta(said('True for a dry run or an example.')),
  startex: micros,
  endex: micros,
  counts: z.record(z.string(), count),
  serials: z.array(serialOutcome),
  injects: z.array(injectOutcome),
  coverage: z.strictObject({ requirements: z.array(requirementCoverage), matrix: z.array(matrixCell) }),
  ratings: z.strictObject({
    scale: z.array(z.string()).meta(said('Best first.')),
    criticalTasks: z.array(criticalTaskRating),
    tasks: z.array(taskRating),
  }),
  coordination,
  safety: z.strictObject({ stops: count, noDuff: count, drills: count }),
  findings: z.array(finding),
  timeline: z.array(timelineEntry),
});

/** The assessment as stable, indented JSON with a line feed at its end. */
export function assessmentJson(assessment: Assessment): string {
  return prettyStableJson(assessment);
}

/** Reads an assessment out of parsed JSON. Throws `Malformed` with every field that is not as it should be. */
export function readAssessment(value: unknown): Assessment {
  const read = assessmentSchema.safeParse(value);
  // An optional field that is absent is absent in the value too, never undefined: JSON has no such thing.
  if (read.success) return read.data as Assessment;
  throw new Malformed(
    read.error.issues.map((issue) => problem('assess.notAnAssessment', { field: issue.path.join('.') || '/', what: issue.message })),
  );
}
