/** The order in which problems are shown: by file, line, column, then key and values, so that the same document always gives the same list. */
import type { Problem } from '../../kernel/index.ts';

export function inOrderOfPlace(problems: readonly Problem[]): readonly Problem[] {
  const keyed = problems.map((problem) => ({ problem, text: `${problem.key} ${JSON.stringify(problem.values)}` }));
  keyed.sort((a, b) => comparePlaces(a.problem, b.problem) || compareTexts(a.text, b.text));
  const once = keyed.filter(({ problem, text }, index) => {
    const before = keyed[index - 1];
    return before === undefined || before.text !== text || comparePlaces(before.problem, problem) !== 0;
  });
  return once.map(({ problem }) => problem);
}

function comparePlaces({ at: a }: Problem, { at: b }: Problem): number {
  if (a === undefined || b === undefined) return (a === undefined ? 0 : 1) - (b === undefined ? 0 : 1);
  return compareTexts(a.file, b.file) || a.line - b.line || a.column - b.column;
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
