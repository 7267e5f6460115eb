/** What a schema is made of, seen from outside: the one place that knows how zod keeps its parts. Finds marks, allowed fields and allowed values. */

/** The parts of a schema; what wraps another (optional, default, transform) is passed through. */
export type Shape =
  | { readonly kind: 'object'; readonly fields: Readonly<Record<string, object>> }
  | { readonly kind: 'list'; readonly element: object }
  | { readonly kind: 'record'; readonly value: object }
  | { readonly kind: 'union'; readonly options: readonly object[] }
  | { readonly kind: 'wrapped'; readonly inner: object; readonly mayBeAbsent: boolean }
  | { readonly kind: 'plain' };

type Definition = {
  readonly type: string;
  readonly shape?: Readonly<Record<string, object>>;
  readonly element?: object;
  readonly valueType?: object;
  readonly options?: readonly object[];
  readonly innerType?: object;
  readonly in?: object;
};

export function shapeOf(schema: object): Shape {
  const { _zod } = schema as { readonly _zod: { readonly def: Definition } };
  const { type, shape, element, valueType, options, innerType, in: from } = _zod.def;
  if (shape !== undefined) return { kind: 'object', fields: shape };
  if (type === 'array' && element !== undefined) return { kind: 'list', element };
  if (type === 'record' && valueType !== undefined) return { kind: 'record', value: valueType };
  if (type === 'union' && options !== undefined) return { kind: 'union', options };
  if (innerType !== undefined) return { kind: 'wrapped', inner: innerType, mayBeAbsent: type === 'optional' || type === 'default' };
  if (type === 'pipe' && from !== undefined) return { kind: 'wrapped', inner: from, mayBeAbsent: false };
  return { kind: 'plain' };
}

/** Every schema that may stand at a path below a schema, wrappers included: more than one under a union, none where nothing may stand. */
export function schemasAt(schema: object, path: readonly PropertyKey[]): readonly object[] {
  const shape = shapeOf(schema);
  if (shape.kind === 'wrapped') return path.length === 0 ? [schema, ...schemasAt(shape.inner, path)] : schemasAt(shape.inner, path);
  if (shape.kind === 'union') {
    const below = shape.options.flatMap((option) => schemasAt(option, path));
    return path.length === 0 ? [schema, ...below] : below;
  }
  const [step, ...rest] = path;
  if (step === undefined) return [schema];
  if (shape.kind === 'list') return typeof step === 'number' ? schemasAt(shape.element, rest) : [];
  if (shape.kind === 'record') return schemasAt(shape.value, rest);
  if (shape.kind === 'object') {
    const field = Object.hasOwn(shape.fields, step) ? shape.fields[String(step)] : undefined;
    return field === undefined ? [] : schemasAt(field, rest);
  }
  return [];
}

/** The names of the fields that may stand in the map at a path. */
export function fieldsAt(schema: object, path: readonly PropertyKey[]): readonly string[] {
  const names = schemasAt(schema, path).flatMap((found) => {
    const shape = shapeOf(found);
    return shape.kind === 'object' ? Object.keys(shape.fields) : [];
  });
  return [...new Set(names)];
}

/** The fields of an item that must be there. */
export function requiredFields(schema: object): readonly string[] {
  const shape = shapeOf(schema);
  if (shape.kind === 'wrapped') return requiredFields(shape.inner);
  if (shape.kind !== 'object') return [];
  return Object.entries(shape.fields).flatMap(([name, field]) => {
    const of = shapeOf(field);
    return of.kind === 'wrapped' && of.mayBeAbsent ? [] : [name];
  });
}
