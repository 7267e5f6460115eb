// What holds for every message of every subject, whoever wrote it.
import { describe, expect, test } from 'vitest';
import { languages } from '../language.ts';
import { pluralForms } from '../plural.ts';
import { namesIn, readTemplate, type Template } from '../template.ts';
import { catalogues, messages } from './index.ts';

test('no key stands in two catalogues', () => {
  const keys = catalogues.flatMap((catalogue) => Object.keys(catalogue));
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

describe.each([...messages.entries()])('%s', (key, texts) => {
  test('is a subject and what is said', () => {
    expect(key).toMatch(/^[a-z][A-Za-z]*(\.[a-z0-9][A-Za-z0-9-]*)+$/);
  });

  test('is there in every language, and well formed', () => {
    expect(Object.keys(texts).sort()).toEqual([...languages].sort());
    for (const language of languages) expect(readTemplate(texts[language]), language).not.toEqual([]);
  });

  test('speaks of the same values in every language', () => {
    const spoken = (language: (typeof languages)[number]) => [...namesIn(readTemplate(texts[language]))].sort();
    for (const language of languages) expect(spoken(language), language).toEqual(spoken('en'));
  });

  test('has every form of a noun that follows a number', () => {
    for (const language of languages) {
      for (const branches of pluralsIn(readTemplate(texts[language])))
        expect([...branches.keys()], language).toEqual(expect.arrayContaining([...pluralForms[language]]));
    }
  });
});

// Where the number itself is not written, one form may serve several.
function pluralsIn(template: Template): ReadonlyMap<string, Template>[] {
  return template.flatMap((part) => {
    if (part.kind !== 'choice') return [];
    const within = [...part.branches.values()].flatMap(pluralsIn);
    const writesNumber = [...part.branches.values()].some((branch) => branch.some((inner) => inner.kind === 'count'));
    return part.by === 'plural' && writesNumber ? [part.branches, ...within] : within;
  });
}
