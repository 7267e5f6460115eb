// What a thread that searches loads: each module that it does not need is there once for every thread.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const here = dirname(fileURLToPath(import.meta.url));

/** The files that a module loads, and the packages, by what its text imports besides types. */
function loadedBy(file: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(file)) return found;
  found.add(file);
  if (!existsSync(file)) return found;
  const statements = readFileSync(file, 'utf8').matchAll(/^(?:import|export)\s(?!type\b)([^;'"]*?)\bfrom\s'([^']+)'/gm);
  for (const [, what = '', from = ''] of statements) {
    const names = what.replace(/[{}\s]/g, ' ').split(',');
    if (names.every((name) => name.trim() === '' || /^type\s/.test(name.trim()))) continue;
    if (from.startsWith('.')) loadedBy(join(dirname(file), from), found);
    else found.add(from);
  }
  return found;
}

test.each([
  ['plan-lane.ts', 1],
  ['plan-finish.ts', 1],
  ['../plan.ts', 0],
])('%s loads no schema, no reader of files and no words, and the planner only where it is used', (module, planners) => {
  const loaded = [...loadedBy(join(here, module))].map((file) => file.replaceAll('\\', '/'));
  expect(loaded.filter((file) => file.endsWith('src/plan/planning.ts'))).toHaveLength(planners);
  expect(loaded.filter((file) => /^zod|^yaml|\/src\/(?:words|formats)\/|\/src\/(?:exercise|plan)\/index\.ts/.test(file))).toEqual([]);
});
