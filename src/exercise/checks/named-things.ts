/** Who may be meant by a wrong name: the nearest of those there are. */
import { type Hint, nearest } from '../../kernel/index.ts';

const mostNames = 12;

/** "Maybe BLR-REC-1 is meant", or the names there are when none is near and they are few; nothing where advice would only be noise. */
export function meantAmong(word: string, names: Iterable<string>): Hint | undefined {
  const all = [...names];
  const name = nearest(word, all);
  if (name !== undefined) return { key: 'kernel.meant', values: { name } };
  return all.length > 0 && all.length <= mostNames ? { key: 'document.allowedValues', values: { values: all } } : undefined;
}

/** Remembers its answers: a name misspelt a thousand times is looked for once. */
export function rememberedHints(names: Iterable<string>): (word: string) => Hint | undefined {
  const answers = new Map<string, Hint | undefined>();
  const all = [...names];
  return (word) => {
    // The search is as long as the list of names, so a document full of wrong names gets its first advice only.
    if (!answers.has(word)) answers.set(word, answers.size < 100 ? meantAmong(word, all) : undefined);
    return answers.get(word);
  };
}
