// Plans the model exercise for `bench/rehearse.ts` in a process of its own, so that the memory measured there is the dry run's alone.
// Run: node bench/rehearse-plan.ts DIRECTORY PLAN-FILE
import { writeFileSync } from 'node:fs';
import { planExercise } from '../src/app/plan.ts';

const [directory = '', file = ''] = process.argv.slice(2);
const report = await planExercise(directory, { seed: '1', lanes: 4, progress: () => {} });
if (report.outcome !== 'planned') throw new Error(`the model exercise has no plan: ${report.outcome}`);
writeFileSync(file, report.file);
