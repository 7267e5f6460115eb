// `npm start`: whatever the machine lacks is installed, the program and the page are built, and the model exercise starts.
import { existsSync } from 'node:fs';
import module from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { ensureInstalled } from './ensure.mjs';
import runtime from './runtime.cjs';

ensureInstalled();
if (runtime.underRecentNode(fileURLToPath(import.meta.url)) && !(await builtAndRun())) process.exit(1);

/** The first time, the program does not wait for the page: until it is there the server says that it is coming. */
async function builtAndRun() {
  const hasPage = existsSync(join(runtime.root, 'dist/web/index.html'));
  let running;
  const run = () => {
    running ??= program();
  };
  const isBuilt = await build(['core', 'page'], (part) => (part === 'core' && !hasPage ? run() : undefined));
  if (!isBuilt) return false;
  run();
  await running;
  return true;
}

function program() {
  process.argv.splice(1, 1, 'entente', 'start');
  module.enableCompileCache?.(join(runtime.root, 'node_modules/.cache/entente'));
  return import('../dist/main.js');
}
