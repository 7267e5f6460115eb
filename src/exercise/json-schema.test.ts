import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { prettyStableJson } from '../kernel/index.ts';
import { documentJsonSchema } from './json-schema.ts';
import { collectionNames } from './nouns/collections.ts';

const checkedIn = join(fileURLToPath(import.meta.url), '..', '..', '..', 'docs', 'reference', 'document.schema.json');

test('the JSON Schema that is checked in is the one the nouns make; scripts/generate-schemas.mjs writes it', () => {
  expect(readFileSync(checkedIn, 'utf8')).toBe(prettyStableJson(documentJsonSchema()));
});

test('every collection may stand in any file, and an item may be a part of one', () => {
  const { properties, $defs } = documentJsonSchema() as { properties: object; $defs: Record<string, { required?: unknown }> };
  expect(Object.keys(properties)).toEqual(['class', 'exercise', 'release', 'programme', ...collectionNames]);
  expect($defs.units?.required).toBeUndefined();
});
