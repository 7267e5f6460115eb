import { expect, test } from 'vitest';
import { anExercise, anInject, aStoryline } from './a-document.ts';
import { type PartEdit, withStaleTexts } from './stale-texts.ts';

const text = {
  source: 'en',
  version: 2,
  texts: {
    en: 'The bridge is closed.',
    zh: '桥已封闭。',
    ru: { text: 'Мост закрыт.', state: 'checked', ofVersion: 2, translator: 'TRANS' },
    fr: { text: 'Le pont est fermé.', state: 'draft' },
    be: { text: 'Мост', state: 'checked', ofVersion: 1 },
  },
} as const;
const exercise = anExercise({
  storylines: [aStoryline({ id: 'story' })],
  injects: [anInject({ id: 'I-1', text })],
  setting: { aims: [text] },
});
const edited = (...edits: readonly PartEdit[]) => withStaleTexts(exercise, 'injects', 'I-1', edits);

test('another source is another version, and translations keep the version they were made from', () => {
  const edit = { path: ['text', 'texts', 'en'], value: 'The bridge is open.' };
  expect(edited(edit)).toEqual([
    edit,
    { path: ['text', 'version'], value: 3 },
    { path: ['text', 'texts', 'zh'], value: { text: '桥已封闭。', state: 'checked', ofVersion: 2 } },
    { path: ['text', 'texts', 'fr'], value: { text: 'Le pont est fermé.', state: 'draft', ofVersion: 2 } },
  ]);
});

test('a translation edited together with the source is of the new version', () => {
  const edits = [
    { path: ['text', 'texts', 'en'], value: 'The bridge is open.' },
    { path: ['text', 'texts', 'zh'], value: '桥已开放。' },
    { path: ['text', 'texts', 'ru', 'text'], value: 'Мост открыт.' },
  ];
  const added = edited(...edits).slice(edits.length);
  expect(added.map(({ path }) => path.join('.'))).toEqual(['text.version', 'text.texts.ru.ofVersion', 'text.texts.fr']);
  expect(added[1]?.value).toBe(3);
});

test('edits that leave every source as it was are left as they are', () => {
  const edits = [
    { path: ['text', 'texts', 'zh'], value: '桥已关闭。' },
    { path: ['number'], value: '7' },
    { path: ['text', 'texts', 'en'], value: 'The bridge is closed.' },
  ];
  expect(edited(...edits)).toEqual(edits);
});

test('a text stated anew as a whole is mended where it is stated, without a path into a list', () => {
  const aims = [{ source: 'en', texts: { en: 'Another aim', zh: '桥已封闭。' } }];
  const [edit, ...more] = withStaleTexts(exercise, 'exercise', 'exercise', [{ path: ['aims'], value: aims }]);
  expect(more).toEqual([]);
  expect(edit).toEqual({
    path: ['aims'],
    value: [{ source: 'en', version: 3, texts: { en: 'Another aim', zh: { text: '桥已封闭。', state: 'checked', ofVersion: 2 } } }],
  });
});

test('a translation that its author states to be of the new source is not stale', () => {
  const edits = [
    { path: ['text', 'texts', 'en'], value: 'The bridge is closed!' },
    { path: ['text', 'texts', 'ru', 'ofVersion'], value: 3 },
  ];
  expect(edited(...edits).some(({ path }, index) => index > 1 && path.includes('ru'))).toBe(false);
});

test('an item that is not there yet has no translations to fall behind', () => {
  const edit = { path: [], value: { number: '9' } };
  expect(withStaleTexts(exercise, 'injects', 'I-9', [edit])).toEqual([edit]);
});
