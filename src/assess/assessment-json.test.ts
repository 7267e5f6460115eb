import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { assess } from './assess.ts';
import type { Assessment } from './assessment.ts';
import { assessmentJson, assessmentSchema, readAssessment, shareSchema, spreadSchema } from './assessment-json.ts';
import { sampleExercise, sampleLog } from './sample-log.ts';

const sample = assess(sampleExercise(), sampleLog(), { reader: 'all', analyst: true });

test('the sample’s assessment is the one written down', async () => {
  await expect(assessmentJson(sample)).toMatchFileSnapshot('./assessment.golden.json');
});

test('what is written is read back as it was', () => {
  expect(readAssessment(JSON.parse(assessmentJson(sample)))).toEqual(sample);
});

test('type and schema say the same', () => {
  const read = assessmentSchema.parse(sample) satisfies DeepUndefined<Assessment>;
  const written = sample satisfies z.input<typeof assessmentSchema> extends infer S ? DeepReadonly<S> : never;
  expect(read).toEqual(written);
});

test('a stranger’s JSON is refused with every field that is wrong', () => {
  expect(() => readAssessment({ ...JSON.parse(assessmentJson(sample)), version: 2, more: 1 })).toThrow(/version|more/);
});

test('the reference lists every field of the schema', async () => {
  const path = '../../docs/reference/assessment.md';
  const mark = '<!-- fields: made from the schema -->\n';
  const [prose = ''] = readFileSync(new URL(path, import.meta.url), 'utf8').split(mark);
  await expect(`${prose}${mark}\n${fieldTable()}`).toMatchFileSnapshot(path);
});

type DeepReadonly<T> = T extends readonly (infer E)[]
  ? readonly DeepReadonly<E>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;
type DeepUndefined<T> = T extends readonly (infer E)[]
  ? readonly DeepUndefined<E>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepUndefined<T[K]> | (undefined extends T[K] ? undefined : Absent<T, K>) }
    : T;
type Absent<T, K extends keyof T> = object extends Pick<T, K> ? undefined : never;

type Schema = {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly const?: unknown;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly required?: readonly string[];
};

/** One row a field, paths with `[]` for each member of a list and `*` for each key. */
function fieldTable(): string {
  const jsonSchema = (schema: z.ZodType) => z.toJSONSchema(schema, { reused: 'inline' }) as Schema;
  const share = Object.keys(jsonSchema(shareSchema).properties ?? {}).join();
  const spread = Object.keys(jsonSchema(spreadSchema).properties ?? {}).join();
  const rows: string[] = [];
  const nameOf = (schema: Schema): string => {
    const properties = Object.keys(schema.properties ?? {}).join();
    if (properties === share) return 'share';
    if (properties === spread) return 'spread';
    if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``;
    if (schema.enum !== undefined) return schema.enum.join(', ');
    if (schema.anyOf !== undefined) return [...new Set(schema.anyOf.map(nameOf))].join(' or ');
    if (schema.items !== undefined) return `list of ${nameOf(schema.items)}`;
    if (typeof schema.additionalProperties === 'object') return `map to ${nameOf(schema.additionalProperties)}`;
    return [schema.type ?? 'any'].flat().join(' or ');
  };
  const below = (schema: Schema, path: string): void => {
    for (const inner of schema.anyOf ?? []) below(inner, path);
    if (schema.items !== undefined) below(schema.items, `${path}[]`);
    if (['share', 'spread'].includes(nameOf(schema)) && path !== '' && !['share', 'spread'].includes(path)) return;
    for (const [name, inner] of Object.entries(schema.properties ?? {})) {
      const at = path === '' ? name : `${path}.${name}`;
      const optional = schema.required?.includes(name) === true ? '' : ' (may be absent)';
      rows.push(`| \`${at}\` | ${nameOf(inner)}${optional} | ${inner.description ?? ''} |`.replace('  |', ' |'));
      below(inner, at);
    }
  };
  below(jsonSchema(shareSchema), 'share');
  below(jsonSchema(spreadSchema), 'spread');
  below(jsonSchema(assessmentSchema), '');
  return ['| field | type | what it says |', '| --- | --- | --- |', ...rows, ''].join('\n');
}
