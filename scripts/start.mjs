// `npm start`: whatever the machine lacks is installed, the program and the page are built, and the model exercise starts.
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { ensureInstalled } from './ensure.mjs';
import runtime from './runtime.cjs';

ensureInstalled();
if (runtime.underRecentNode(fileURLToPath(import.meta.url))) {
  if (await build()) {
    process.argv.splice(1, 1, 'entente', 'start');
    await import('../dist/main.js');
  } else {
    process.exitCode = 1;
  }
}
