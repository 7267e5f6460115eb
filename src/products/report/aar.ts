/** The joint after-action report, in HSEEP's order, made from what every participating party may read: the same bytes for each of them. */
import type { Assessment } from '../../assess/index.ts';
import type { Problem } from '../../kernel/index.ts';
import type { Block, Document } from '../content.ts';
import { documentOf } from '../opening.ts';
import type { Pen } from '../pen.ts';
import { coordinationBlocks, trendTable } from './coordination.ts';
import { coverageChart, objectivesTable, requirementsTable } from './coverage.ts';
import { findingsByOrigin, improvementPlan } from './findings.ts';
import { handling, howFar, overviewFacts, participants } from './overview.ts';
import { ratingDefinitions, ratingsTable } from './ratings.ts';
import { summaryBlocks } from './summary.ts';
import { serialsTable, timelineTable } from './timeline.ts';

export function aarDocument(pen: Pen, assessment: Assessment): Document | Problem {
  const parties = pen.matter.exercise.setting.participating as readonly string[];
  const findings = assessment.findings.filter(({ state }) => state !== 'superseded');
  const section = (key: string, ...write: readonly (() => readonly Block[])[]) =>
    pen.section(pen.say(`report.${key}`), () => write.flatMap((one) => one()));
  const blocks = [
    ...howFar(pen, assessment),
    ...section('overview', () => [overviewFacts(pen, assessment)]),
    ...section('summary', () => summaryBlocks(pen, assessment)),
    ...section(
      'coverage',
      () => coverageChart(pen, assessment, parties),
      () => objectivesTable(pen, assessment, parties),
      () => requirementsTable(pen, assessment, parties),
    ),
    ...section(
      'ratings',
      () => ratingsTable(pen, assessment.ratings, parties),
      () => ratingDefinitions(pen),
    ),
    ...section('coordination', () => coordinationBlocks(pen, assessment)),
    ...section('trend', () => trendTable(pen, assessment)),
    ...section('timeline', () => timelineTable(pen, assessment)),
    ...section('strengths', () =>
      findingsByOrigin(
        pen,
        findings.filter(({ strength }) => strength),
      ),
    ),
    ...section('areas', () =>
      findingsByOrigin(
        pen,
        findings.filter(({ strength }) => !strength),
      ),
    ),
    ...section('improvement', () => improvementPlan(pen, findings)),
    ...section('participants', () => participants(pen, parties)),
    ...section('serials', () => serialsTable(pen, assessment)),
    ...section('handling', () => handling(pen, 'joint')),
  ];
  return documentOf(pen, { title: pen.say('report.aar'), blocks });
}
