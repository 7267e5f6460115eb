import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { prettyStableJson } from '../kernel/index.ts';
import { documentChecks } from './checks/all-checks.ts';
import { documentJsonSchema } from './json-schema.ts';
import { collectionNames } from './nouns/collections.ts';

const reference = join(fileURLToPath(import.meta.url), '..', '..', '..', 'docs', 'reference');

test('the JSON Schema that is checked in is the one the nouns make; scripts/generate-schemas.mjs writes it', () => {
  expect(readFileSync(join(reference, 'document.schema.json'), 'utf8')).toBe(prettyStableJson(documentJsonSchema()));
});

test('every collection may stand in any file, and an item may be a part of one', () => {
  const { properties, $defs } = documentJsonSchema() as { properties: object; $defs: Record<string, { required?: unknown }> };
  expect(Object.keys(properties)).toEqual(['class', 'exercise', 'release', 'programme', ...collectionNames]);
  expect($defs.units?.required).toBeUndefined();
});

test('every check stands in the reference', () => {
  const page = readFileSync(join(reference, 'document-checks.md'), 'utf8');
  for (const { sentence } of documentChecks) expect(page).toContain(`| ${sentence} |`);
  expect(page.match(/^\| .* \| `/gm)).toHaveLength(documentChecks.length);
});
