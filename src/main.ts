// The entry point, and the one file that knows both doors: it hands the server to the commands that start one.
import { useCases } from './app/index.ts';
import { main } from './cli/index.ts';

process.exitCode = await main(process.argv.slice(2), {
  ...useCases,
  serve: async () => (await import('./server/index.ts')).serveExercise,
  start: async () => (await import('./server/index.ts')).startModelExercise,
});
