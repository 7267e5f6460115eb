/** The national annex of one party: its own objectives, ratings, figures and findings, made from what that party may read. */
import type { AssessedFinding, Assessment } from '../../assess/index.ts';
import { leafUnits } from '../../exercise/index.ts';
import type { Problem } from '../../kernel/index.ts';
import type { Block, Cell, Document } from '../content.ts';
import { secondsText } from '../moments.ts';
import { documentOf } from '../opening.ts';
import type { Pen } from '../pen.ts';
import { coordinationBlocks, trendTable } from './coordination.ts';
import { coverageChart, objectivesTable, requirementsTable } from './coverage.ts';
import { findingsList, improvementPlan } from './findings.ts';
import { handling, howFar, overviewFacts, participants } from './overview.ts';
import { ratingsTable } from './ratings.ts';
import { summaryBlocks } from './summary.ts';

export function annexDocument(pen: Pen, assessment: Assessment, party: string): Document | Problem {
  const own = [party];
  const findings = assessment.findings.filter(({ state }) => state !== 'superseded');
  const national = findings.filter((finding) => isNational(finding, party));
  const viewed = findings.filter((finding) => !national.includes(finding) && hasView(finding, party));
  const figures = findings.filter((finding) => finding.origin === 'figures' && (finding.party === null || finding.party === party));
  const section = (key: string, ...write: readonly (() => readonly Block[])[]) =>
    pen.section(pen.say(`report.${key}`), () => write.flatMap((one) => one()));
  const blocks = [
    ...howFar(pen, assessment),
    ...section('overview', () => [overviewFacts(pen, assessment)]),
    ...section('nationalFindings', () => findingsList(pen, national)),
    ...section('nationalViews', () => findingsList(pen, viewed)),
    ...section('summaryOwn', () => summaryBlocks(pen, assessment)),
    ...section(
      'ownObjectives',
      () => objectivesTable(pen, assessment, own),
      () => coverageChart(pen, assessment, own),
      () => requirementsTable(pen, assessment, own),
    ),
    ...section('ownRatings', () =>
      ratingsTable(
        pen,
        { ...assessment.ratings, criticalTasks: assessment.ratings.criticalTasks.filter((one) => one.party === party) },
        own,
      ),
    ),
    ...section('ownFigures', () => coordinationBlocks(pen, assessment)),
    ...section('trend', () => trendTable(pen, assessment)),
    ...section('ownUnits', () => unitsTable(pen, assessment, party)),
    ...section('proposals', () => findingsList(pen, figures)),
    ...section('improvement', () => improvementPlan(pen, [...national, ...viewed])),
    ...section('participants', () => participants(pen, own)),
    ...section('handling', () => handling(pen, 'national')),
  ];
  return documentOf(pen, { title: pen.say('report.annex', { party: pen.name('parties', party) }), blocks });
}

/** Kept by the party, or proposed by it and not yet agreed. */
function isNational({ origin, party, state }: AssessedFinding, own: string): boolean {
  return origin === 'people' && party === own && state !== 'agreed' && state !== 'agreedWithNationalView';
}

function hasView({ origin, nationalView, comments }: AssessedFinding, own: string): boolean {
  return origin === 'people' && (nationalView === own || (comments ?? []).some(({ party }) => party === own));
}

/** The party's units: in how many serials that came to their end, and for how long. */
function unitsTable(pen: Pen, { serials }: Assessment, party: string): readonly Block[] {
  const { exercise, plan } = pen.matter;
  const ended = new Map(
    serials.filter(({ status }) => status === 'done' || status === 'curtailed').map((outcome) => [outcome.serial, outcome]),
  );
  const rows = leafUnits(exercise)
    .filter((unit) => unit.party === party)
    .map(({ id, strength }): readonly Cell[] => {
      const held = plan.bookings.filter(({ team, serial }) => team.includes(id) && ended.has(serial));
      for (const booking of held) pen.useBooking(booking);
      const seconds = held.reduce((sum, { serial }) => {
        const { startedAt, endedAt } = ended.get(serial) ?? { startedAt: null, endedAt: null };
        return sum + (startedAt === null || endedAt === null ? 0 : (endedAt - startedAt) / 1_000_000);
      }, 0);
      const led = held.filter(({ lead }) => lead === id).length;
      pen.use('units', id, 'strength', 'party');
      return [pen.name('units', id), String(strength), String(held.length), String(led), secondsText(pen, seconds)];
    });
  if (rows.length === 0) return [];
  pen.useLog();
  const columns = ['column.unit', 'column.strength', 'column.serialsHeld', 'column.led', 'column.hours'].map((key, index) => ({
    title: pen.say(key),
    width: index === 0 ? 4 : 1.4,
    ...(index === 0 ? {} : { align: 'end' as const }),
  }));
  return [{ kind: 'table', columns, rows }];
}
