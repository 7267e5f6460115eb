/** Finds the references, instants, durations and texts by language inside an item that was read, by the marks its schema carries. */
import type * as z from 'zod';
import { unreachable } from '../kernel/index.ts';
import { isSpan, isTranslated, isWhen, type NounKind, referenceKindOf, type Span, type Translated, type When } from './nouns/field.ts';
import type { Path } from './parsed-file.ts';
import { shapeOf } from './schema-shape.ts';

/** Who is told of each marked field; the path is a copy and may be kept. */
export type MarkVisitor = {
  readonly reference: (kind: NounKind, id: string, path: Path) => void;
  readonly instant: (when: When, path: Path) => void;
  readonly duration: (span: Span, path: Path) => void;
  readonly text: (text: Translated, path: Path) => void;
};

type Leaf =
  | { readonly mark: 'instant' | 'duration' | 'text'; readonly schema: z.ZodType }
  | { readonly mark: 'reference'; readonly kind: NounKind };
type Marks = {
  leaf?: Leaf;
  fields?: Map<string, Marks>;
  elements?: Marks;
  entries?: Marks;
};

/** Visits the marked fields of an item: one that was read, or one `asWritten`, of which those are visited that can be read by themselves. */
export type MarkVisit = (item: object, visitor: MarkVisitor, asWritten?: 'asWritten') => void;

/** Makes the visit of one schema's items; the schema is looked through once. */
export function markedFieldsOf(schema: object): MarkVisit {
  const marks = marksOf(schema);
  return (item, visitor, asWritten) => {
    if (marks !== undefined) visit({ visitor, asWritten: asWritten !== undefined }, marks, item, []);
  };
}

function marksOf(schema: object): Marks | undefined {
  const kind = referenceKindOf(schema);
  if (kind !== undefined) return { leaf: { mark: 'reference', kind } };
  if (isWhen(schema)) return { leaf: { mark: 'instant', schema: schema as z.ZodType } };
  if (isSpan(schema)) return { leaf: { mark: 'duration', schema: schema as z.ZodType } };
  if (isTranslated(schema)) return { leaf: { mark: 'text', schema: schema as z.ZodType } };
  const shape = shapeOf(schema);
  if (shape.kind === 'wrapped') return marksOf(shape.inner);
  if (shape.kind === 'list') {
    const elements = marksOf(shape.element);
    return elements && { elements };
  }
  if (shape.kind === 'record') {
    const entries = marksOf(shape.value);
    return entries && { entries };
  }
  if (shape.kind === 'union') return shape.options.map(marksOf).reduce(merged, undefined);
  if (shape.kind === 'plain') return undefined;
  const fields = new Map<string, Marks>();
  for (const [name, field] of Object.entries(shape.fields)) {
    const marks = marksOf(field);
    if (marks !== undefined) fields.set(name, marks);
  }
  return fields.size > 0 ? { fields } : undefined;
}

function merged(a: Marks | undefined, b: Marks | undefined): Marks | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const fields = new Map(a.fields);
  for (const [name, marks] of b.fields ?? []) fields.set(name, merged(fields.get(name), marks) ?? marks);
  const together: Marks = { ...b, ...a };
  if (fields.size > 0) together.fields = fields;
  return together;
}

type Visit = { readonly visitor: MarkVisitor; readonly asWritten: boolean };

function visit(how: Visit, marks: Marks, value: unknown, path: (string | number)[]): void {
  const { leaf } = marks;
  if (leaf !== undefined && leaf.mark !== 'reference') {
    const read = how.asWritten ? leaf.schema.safeParse(value).data : value;
    if (typeof read === 'object' && read !== null && (how.asWritten || !Array.isArray(read))) {
      tell(how.visitor, leaf.mark, read, path);
      return;
    }
  }
  if (typeof value === 'string') {
    if (leaf?.mark === 'reference') how.visitor.reference(leaf.kind, value, [...path]);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    if (marks.elements === undefined) return;
    for (let index = 0; index < value.length; index++) visitBelow(how, marks.elements, value[index], index, path);
    return;
  }
  const entries = value as Readonly<Record<string, unknown>>;
  for (const [name, below] of marks.fields ?? []) visitBelow(how, below, entries[name], name, path);
  if (marks.entries !== undefined) for (const name of Object.keys(entries)) visitBelow(how, marks.entries, entries[name], name, path);
}

function tell(visitor: MarkVisitor, mark: 'instant' | 'duration' | 'text', value: object, path: Path): void {
  switch (mark) {
    case 'instant':
      visitor.instant(value as When, [...path]);
      return;
    case 'duration':
      visitor.duration(value as Span, [...path]);
      return;
    case 'text':
      visitor.text(value as Translated, [...path]);
      return;
    default:
      unreachable(mark);
  }
}

function visitBelow(how: Visit, marks: Marks, value: unknown, step: string | number, path: (string | number)[]): void {
  path.push(step);
  visit(how, marks, value, path);
  path.pop();
}
