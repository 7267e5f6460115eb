/** The document's JSON Schema, made from the same schemas that read it, so that editors complete and check what authors write. */
import * as z from 'zod';
import { type CollectionName, collectionNames, collections } from './nouns/collections.ts';
import { releasePolicy } from './nouns/policy.ts';
import { programme, setting } from './nouns/setting.ts';
import { singletonNames } from './portions.ts';

/** A JSON Schema of draft 2020-12 as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * The schema of one file of a document. Every file may hold any collection. An item's required fields are not required here, for its other
 * parts may stand in other files; `check` sees whether the whole is complete.
 */
export function documentJsonSchema(): JsonSchema {
  const collectionSchemas = collectionNames.map((name) => [
    name,
    { type: ['object', 'null'], description: collectionTitle(name), additionalProperties: { $ref: `#/$defs/${name}` } },
  ]);
  const singletons = singletonNames.map((name) => [name, { $ref: `#/$defs/${name}` }]);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A file of an exercise document',
    description: 'Folders: shared/, excon/, parties/ID/. The first line may state the file’s class.',
    type: 'object',
    properties: {
      class: {
        type: 'string',
        description: 'Classification / parties or PUBLIC / caveats / audience, on the first line: RESTRICTED/BLR,CHN//everyone:',
      },
      ...Object.fromEntries([...singletons, ...collectionSchemas]),
    },
    additionalProperties: false,
    $defs: Object.fromEntries([
      ['exercise', partSchema(setting)],
      ['release', partSchema(releasePolicy)],
      ['programme', partSchema(programme)],
      ...collectionNames.map((name) => [name, partSchema(collections[name].schema)]),
    ]),
  };
}

function collectionTitle(name: CollectionName): string {
  return `Items of kind ${collections[name].kind}, by identifier.`;
}

function partSchema(schema: z.ZodType): JsonSchema {
  const { $schema, required, ...part } = z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' }) as Record<string, unknown>;
  return part;
}
