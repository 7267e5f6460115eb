/** Guards against values that no document means: numbers that are none, nesting without end, fields that would change an object's nature. */
import { type Problem, problem } from '../kernel/index.ts';
import type { Path } from './parsed-file.ts';

const deepest = 40;

/** What makes a value unfit to be read, and where; undefined when it is plain data. */
export function dataFault(value: unknown): { readonly problem: Problem; readonly path: Path } | undefined {
  return look(value, []);
}

function look(value: unknown, path: (string | number)[]): { readonly problem: Problem; readonly path: Path } | undefined {
  if (typeof value === 'number' && !Number.isFinite(value))
    return { problem: problem('document.notFinite', { value: String(value) }), path: [...path] };
  if (typeof value !== 'object' || value === null) {
    const isData = value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    return isData ? undefined : { problem: problem('document.notData', { kind: typeof value }), path: [...path] };
  }
  if (path.length >= deepest) return { problem: problem('document.tooDeep', { deepest }), path: [...path] };
  const prototype: unknown = Object.getPrototypeOf(value);
  if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) {
    return { problem: problem('document.notData', { kind: 'object' }), path: [...path] };
  }
  const entries = value as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(entries)) {
    path.push(Array.isArray(value) ? Number(key) : key);
    const fault =
      key === '__proto__' ? { problem: problem('document.forbiddenName', { name: key }), path: [...path] } : look(entries[key], path);
    path.pop();
    if (fault !== undefined) return fault;
  }
  return undefined;
}
