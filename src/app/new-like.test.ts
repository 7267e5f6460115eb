import { expect, test } from 'vitest';
import { utf8 } from '../kernel/index.ts';
import { documentFrom, sourceFile } from './document.ts';
import { newLike } from './new-like.ts';

test('a generated folder reads back without a fault and without a note', async () => {
  const files = new Map<string, string>();
  const sink = { write: async (path: string, content: unknown) => void files.set(path, String(content)) };
  const told = await newLike({ serials: 30, units: 12, tightness: 0.9, seed: '7' }, 'en', sink);
  const { faults, notes, exercise } = documentFrom([...files].map(([path, text]) => sourceFile(path, utf8(text))));
  expect(faults).toEqual([]);
  expect(notes).toEqual([]);
  expect(exercise?.serials.list).toHaveLength(30);
  expect(told.json).toMatchObject({ ok: true, planted: [] });
});
