// `check`: every fault of a document, and with a plan every rule that the plan breaks. Checks of absence need every owner's folder.
import { countsOf } from '../exercise/index.ts';
import { isProblem, type Problem } from '../kernel/index.ts';
import type { Reader } from '../release/index.ts';
import { documentFrom, faultsFor, filesOf, type SourceFile } from './document.ts';
import type { CheckDocument, CheckReport } from './use-cases.ts';

export const checkDocument: CheckDocument = async (directory, { planFile, reader: readerText }) => {
  const { files, faults: folderFaults } = await filesOf(directory);
  if (files.length === 0 && folderFaults.length > 0) return report({}, folderFaults);
  const reader = await readerFor(readerText, files);
  if (isProblem(reader)) return report({}, [...folderFaults.filter(isShared), reader]);
  const read = documentFrom(files, reader);
  const faults = [...faultsFor(folderFaults, files, reader), ...read.faults];
  const counts = read.exercise === undefined ? {} : countsOf(read.exercise);
  const notes = read.notes;
  const notChecked = read.notChecked.map(({ key, absent }) => ({ key, values: { absent } }));
  if (planFile === undefined || read.exercise === undefined) return { counts, faults, notes, notChecked, violations: null };
  // Loaded only now: a check without a plan should not pay for the planner.
  const [{ checkPlan }, { ofAnother, planFrom }, { violationProblem }] = await Promise.all([
    import('../plan/index.ts'),
    import('./plan-file.ts'),
    import('./violation.ts'),
  ]);
  const { plan, problems } = await planFrom(planFile);
  if (plan === undefined) return { counts, faults: [...faults, ...problems], notes, notChecked, violations: null };
  const other = ofAnother(plan, read.exercise);
  if (other !== undefined) return { counts, faults: [...faults, other], notes, notChecked, violations: null };
  if (faults.length > 0) return { counts, faults, notes, notChecked, violations: [] };
  if (!read.exercise.complete)
    return { counts, faults, notes, notChecked: [...notChecked, { key: 'app.planNotChecked', values: {} }], violations: null };
  const exercise = read.exercise;
  const broken = checkPlan(exercise, plan).violations.filter(({ price }) => price === null);
  return { counts, faults, notes, notChecked, violations: broken.map(violationProblem) };
};

/** Whoever reads is named by what all share, so that a slip in one party's folder changes nothing for another. */
async function readerFor(text: string | undefined, files: readonly SourceFile[]): Promise<Reader | Problem> {
  if (text === undefined || text === 'all') return { kind: 'all' };
  const { readerNamed, sharedReading } = await import('./readers.ts');
  return readerNamed(text, files, sharedReading(files));
}

const isShared = ({ at }: Problem): boolean => at?.file.startsWith('shared/') === true;

function report(counts: CheckReport['counts'], faults: readonly Problem[]): CheckReport {
  return { counts, faults, notes: [], notChecked: [], violations: null };
}
