// Writes the JSON Schemas under docs/reference/ from the schemas that the code reads with. Run it after a noun has changed:
//   node scripts/generate-schemas.mjs
// It needs the Node of the lock file (node_modules/.bin/node), which runs TypeScript as it is.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { logFileJsonSchema } from '../src/conduct/index.ts';
import { documentJsonSchema } from '../src/exercise/index.ts';
import { prettyStableJson } from '../src/kernel/index.ts';

const folder = join(fileURLToPath(import.meta.url), '..', '..', 'docs', 'reference');
const schemas = { 'document.schema.json': documentJsonSchema(), 'log-file.schema.json': logFileJsonSchema() };

mkdirSync(folder, { recursive: true });
for (const [name, schema] of Object.entries(schemas)) writeFileSync(join(folder, name), prettyStableJson(schema));
