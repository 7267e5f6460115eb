// `check`: every fault of a document, and with a plan every rule that the plan breaks. Checks of absence need every owner's folder.
import { countsOf } from '../exercise/index.ts';
import { isProblem, type Problem } from '../kernel/index.ts';
import { documentFrom, filesOf } from './document.ts';
import type { CheckDocument, CheckReport } from './use-cases.ts';

export const checkDocument: CheckDocument = async (directory, { planFile, reader: readerText }) => {
  const { files, faults: folderFaults } = await filesOf(directory);
  if (files.length === 0 && folderFaults.length > 0) return report({}, folderFaults);
  const whole = documentFrom(files);
  const reader = readerText === undefined ? { kind: 'all' as const } : (await import('./reader.ts')).readerOf(readerText, whole);
  if (isProblem(reader)) return report({}, [...folderFaults, reader]);
  const read = reader.kind === 'all' ? whole : documentFrom(files, reader);
  const faults = [...folderFaults, ...read.faults];
  const counts = read.exercise === undefined ? {} : countsOf(read.exercise);
  const notChecked = read.notChecked.map(({ key, absent }) => ({ key, values: { absent } }));
  if (planFile === undefined || read.exercise === undefined) return { counts, faults, notChecked, violations: null };
  // Loaded only now: a check without a plan should not pay for the planner.
  const [{ checkPlan }, { planFrom }, { violationProblem }] = await Promise.all([
    import('../plan/index.ts'),
    import('./plan-file.ts'),
    import('./violation.ts'),
  ]);
  const { plan, problems } = await planFrom(planFile);
  if (plan === undefined) return { counts, faults: [...faults, ...problems], notChecked, violations: null };
  if (faults.length > 0) return { counts, faults, notChecked, violations: [] };
  if (!read.exercise.complete)
    return { counts, faults, notChecked: [...notChecked, { key: 'app.planNotChecked', values: {} }], violations: null };
  const exercise = read.exercise;
  const broken = checkPlan(exercise, plan).violations.filter(({ price }) => price === null);
  return { counts, faults, notChecked, violations: broken.map(violationProblem) };
};

function report(counts: CheckReport['counts'], faults: readonly Problem[]): CheckReport {
  return { counts, faults, notChecked: [], violations: null };
}
