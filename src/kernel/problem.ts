// What is wrong, as data: a key and values that `words` turns into a sentence in the reader's language.
// Three errors carry it through the code: outside bytes are wrong, a wish is refused, or we made a mistake.

/** What a message may be filled with. */
export type ProblemValue = string | number | boolean | readonly string[];

/** Where something stands in a file: line and column count from 1; `cell` names a workbook's cell (`Serials!C7`). */
export type Place = { readonly file: string; readonly line: number; readonly column: number; readonly cell?: string };

/** A line of advice: what may mend the problem. */
export type Hint = { readonly key: string; readonly values: Readonly<Record<string, ProblemValue>> };

/** What is wrong, with its values, where it stands, and what may mend it. */
export type Problem = {
  readonly key: string;
  readonly values: Readonly<Record<string, ProblemValue>>;
  readonly at?: Place;
  readonly maybe?: Hint;
};

/** Makes a problem; the place is usually added later, by the reader that knows it. */
export function problem(key: string, values: Readonly<Record<string, ProblemValue>> = {}, maybe?: Hint): Problem {
  return maybe === undefined ? { key, values } : { key, values, maybe };
}

/** The same problem at a place. */
export function problemAt(found: Problem, at: Place): Problem {
  return { ...found, at };
}

/** Tells the problem from the value that a `read…` function returns. */
export function isProblem(value: unknown): value is Problem {
  if (typeof value !== 'object' || value === null) return false;
  return Object.hasOwn(value, 'key') && Object.hasOwn(value, 'values') && typeof (value as Problem).key === 'string';
}

/** Bytes from outside are wrong: all problems found in them. */
export class Malformed extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[], options?: { readonly cause?: unknown }) {
    super(problems.map(briefly).join('\n'), options);
    this.name = 'Malformed';
    this.problems = problems;
  }
}

/** Someone asked for what the exercise does not allow. */
export class Refused extends Error {
  readonly problem: Problem;
  constructor(refusal: Problem, options?: { readonly cause?: unknown }) {
    super(briefly(refusal), options);
    this.name = 'Refused';
    this.problem = refusal;
  }
}

/** Our own mistake. */
export class Bug extends Error {
  constructor(message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.name = 'Bug';
  }
}

/** Closes a switch over a union: the compiler refuses the call while a case is missing. */
export function unreachable(value: never): never {
  throw new Bug(`no case for ${JSON.stringify(value) ?? String(value)}`);
}

function briefly(found: Problem): string {
  const place = found.at === undefined ? '' : `${found.at.file}:${found.at.line}:${found.at.column} `;
  return `${place}${found.key} ${JSON.stringify(found.values)}`;
}
