/** Turns what a schema finds wrong with an item into problems in our own words, each with the path it is about. */
import type * as z from 'zod';
import { type Hint, nearest, type Problem, problem } from '../kernel/index.ts';
import { isSpan, isWhen } from './nouns/field.ts';
import type { Path } from './parsed-file.ts';
import { fieldsAt, requiredFields, schemasAt } from './schema-shape.ts';

/** A problem of an item; `on` says whether the key or the value at the path is wrong. A missing field is told apart, for parts may be elsewhere. */
export type ItemProblem = { readonly problem: Problem; readonly path: Path; readonly on: 'key' | 'value'; readonly missing: boolean };

type Issue = z.core.$ZodIssue;
type Subject = { readonly item: string; readonly input: unknown; readonly schema: object };

/** The problems of one item, read by its schema. */
export function itemProblems(issues: readonly Issue[], subject: Subject): readonly ItemProblem[] {
  const found = issues.flatMap((issue) => problemsOf(issue, issue.path, subject));
  // A mistyped name is one fault: that it is unknown says also why the right one is missing.
  const mistyped = new Set(
    found.flatMap(({ problem: { maybe }, path, on }) =>
      on === 'key' && maybe !== undefined && 'name' in maybe.values ? [stepsText([...path.slice(0, -1), String(maybe.values.name)])] : [],
    ),
  );
  return found.filter(
    ({ problem: { key, values }, path }) =>
      key !== 'document.fieldMissing' || !mistyped.has(stepsText([...path, String(values.field).split('.').at(-1) ?? ''])),
  );
}

const stepsText = (path: Path): string => path.join('\u0000');

function problemsOf(issue: Issue, wholePath: readonly PropertyKey[], subject: Subject): readonly ItemProblem[] {
  const path = wholePath.map((step) => (typeof step === 'number' ? step : String(step)));
  const found = valueAt(subject.input, path);
  const field = fieldName(path);
  const values = { item: subject.item, field, value: shown(found) };
  const on = (about: Problem): readonly ItemProblem[] => [{ problem: about, path, on: 'value', missing: false }];
  if (found === undefined && issue.code !== 'unrecognized_keys' && issue.code !== 'invalid_key') {
    const maybe = issue.code === 'invalid_value' ? allowed(issue.values.map(String)) : undefined;
    return [
      {
        problem: problem('document.fieldMissing', { item: subject.item, field }, maybe),
        path: path.slice(0, -1),
        on: 'key',
        missing: path.length === 1,
      },
    ];
  }
  switch (issue.code) {
    case 'invalid_type': {
      const time = timeForm(schemasAt(subject.schema, path));
      if (typeof found === 'number' && time !== undefined) return on(problem('document.bareNumber', values, example(time)));
      return on(
        problem(
          'document.wrongKind',
          { ...values, expected: issue.expected },
          writtenAs(issue.expected, found, schemasAt(subject.schema, path)),
        ),
      );
    }
    case 'invalid_value':
      return on(problem('document.notAllowed', values, meantOf(shown(found), issue.values.map(String))));
    case 'too_small':
      return on(problem(`document.${sizeKey(issue.origin, 'Small')}`, { ...values, least: Number(issue.minimum) }));
    case 'too_big':
      return on(problem(`document.${sizeKey(issue.origin, 'Big')}`, { ...values, most: Number(issue.maximum) }));
    case 'invalid_format':
      return on(problem('document.badForm', values, meantForm(found, issue.pattern) ?? formHint(issue.pattern)));
    case 'unrecognized_keys': {
      const fields = fieldsAt(subject.schema, path);
      return issue.keys.map((key) => ({
        problem: problem('document.unknownField', { item: subject.item, field: fieldName([...path, key]) }, meantOf(key, fields)),
        path: [...path, key],
        on: 'key',
        missing: false,
      }));
    }
    case 'invalid_key': {
      const [inner] = issue.issues;
      const maybe = inner?.code === 'invalid_format' ? formHint(inner.pattern) : undefined;
      const key = String(path.at(-1) ?? '');
      return [
        {
          problem: problem('document.badKey', { item: subject.item, field: fieldName(path.slice(0, -1)), key }, maybe),
          path,
          on: 'key',
          missing: false,
        },
      ];
    }
    case 'invalid_union': {
      if ('options' in issue && Array.isArray(issue.options)) {
        const options: readonly unknown[] = issue.options;
        return on(problem('document.notAllowed', values, meantOf(shown(found), options.map(String))));
      }
      const branch = likeliest(issue.errors, path.length);
      if (branch === undefined) return on(problem('document.wrongKind', { ...values, expected: expectedKinds(issue.errors) }));
      return branch.flatMap((below) => problemsOf(below, [...path, ...below.path], subject));
    }
    case 'not_multiple_of':
    case 'invalid_element':
    case 'custom':
      return on(problem('document.notAsExpected', values));
    default:
      return on(problem('document.notAsExpected', values));
  }
}

// The branch the writer meant: one that accepts the kind of value that was written and finds fault only with what lies below or with its form.
function likeliest(branches: readonly (readonly Issue[])[], _depth: number): readonly Issue[] | undefined {
  const meant = branches.filter(
    (issues) => !issues.some((issue) => issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value')),
  );
  return meant.reduce<readonly Issue[] | undefined>(
    (best, issues) => (best === undefined || issues.length < best.length ? issues : best),
    undefined,
  );
}

function expectedKinds(branches: readonly (readonly Issue[])[]): string {
  const kinds = branches.flatMap((issues) => issues.flatMap((issue) => (issue.code === 'invalid_type' ? [issue.expected] : [])));
  return kinds.length === 1 || new Set(kinds).size === 1 ? (kinds[0] ?? 'other') : 'other';
}

function sizeKey(origin: string, size: 'Small' | 'Big'): string {
  if (origin === 'string') return size === 'Small' ? 'emptyText' : 'textTooLong';
  if (origin === 'array' || origin === 'set' || origin === 'map') return size === 'Small' ? 'tooFew' : 'tooMany';
  return size === 'Small' ? 'tooSmall' : 'tooLarge';
}

function timeForm(schemas: readonly object[]): string | undefined {
  if (schemas.some(isWhen)) return 'D+1 09:00, H1+40min, 081030CJUL24';
  return schemas.some(isSpan) ? '90min, 1h30' : undefined;
}

// What is written is mostly meant; only its signs are missing or too many.
function writtenAs(expected: string, found: unknown, schemas: readonly object[]): Hint | undefined {
  const text = shown(found);
  if (expected === 'array') return Array.isArray(found) || text === '' ? undefined : example(`[${text}]`);
  if (expected === 'object') return mapOf(found, schemas);
  if (typeof found === 'object') return undefined;
  if (expected === 'string') return { key: 'document.writeInQuotes', values: { text: `'${text}'` } };
  const number = /^\s*(-?\d+(?:\.\d+)?)/.exec(text)?.[1];
  const wantsNumber = (expected === 'number' || expected === 'int') && typeof found === 'string';
  return wantsNumber && number !== undefined ? { key: 'document.writeNumber', values: { number } } : undefined;
}

function mapOf(found: unknown, schemas: readonly object[]): Hint | undefined {
  const [fields = []] = schemas.map(requiredFields).filter(({ length }) => length > 0);
  if (fields.length === 0) return undefined;
  const only = fields.length === 1 && typeof found === 'string' ? shown(found) : undefined;
  return example(`{ ${fields.map((field) => `${field}: ${only ?? '…'}`).join(', ')} }`);
}

// A form that only another case, or a nought before, keeps the text from.
function meantForm(found: unknown, pattern: string | undefined): Hint | undefined {
  const form = forms.find(([known]) => String(known) === pattern)?.[0];
  if (form === undefined || typeof found !== 'string') return undefined;
  const meant = [found.toLowerCase(), found.toUpperCase(), found.padStart(5, '0')].find((text) => form.test(text));
  return meant === undefined ? undefined : { key: 'kernel.meant', values: { name: meant } };
}

const forms: readonly (readonly [RegExp, string])[] = [
  [/^[a-z]{2,3}$/, 'en, fr, zh, ru'],
  [/^([01]\d|2[0-3]):[0-5]\d$/, '07:30'],
  [/^#[0-9a-f]{6}$/i, '#2a6fdb'],
  [/^\d{20}$/, '10310100001211000000'],
  [/^[A-Z]$/, 'C'],
  [/^(D|H\d*)$/, 'D, H, H1'],
];

function formHint(pattern: string | undefined): Hint | undefined {
  const form = forms.find(([known]) => String(known) === pattern);
  return form === undefined ? undefined : example(form[1]);
}

function example(text: string): Hint {
  return { key: 'document.writeLike', values: { example: text } };
}

const mostBeside = 10;

function meantOf(word: string, values: readonly string[]): Hint | undefined {
  if (values.length === 0) return undefined;
  const name = nearest(word, values);
  if (name === undefined) return allowed(values);
  // Beside the likely one a long list only hides it.
  return values.length > mostBeside ? { key: 'kernel.meant', values: { name } } : { key: 'document.meantOf', values: { name, values } };
}

function allowed(values: readonly string[]): Hint {
  return { key: 'document.allowedValues', values: { values } };
}

/** `team.demands[2].count` */
export function fieldName(path: Path): string {
  return path.map((step, index) => (typeof step === 'number' ? `[${step + 1}]` : index === 0 ? step : `.${step}`)).join('');
}

/** A value as a sentence shows it: short, on one line. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? '[]' : '[…]';
  if (typeof value === 'object' && value !== null) return '{…}';
  const text = String(value).replace(/\s+/g, ' ');
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function valueAt(input: unknown, path: Path): unknown {
  let value = input;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Readonly<Record<string | number, unknown>>)[step];
  }
  return value;
}
