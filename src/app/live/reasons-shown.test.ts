import { expect, test } from 'vitest';
import { utf8 } from '../../kernel/index.ts';
import type { Reader } from '../../release/index.ts';
import { tinyFiles } from '../a-tiny-exercise.ts';
import { type SourceFile, sourceFile } from '../document.ts';
import { reasonsShown } from './reasons-shown.ts';

const blr: Reader = { kind: 'party', party: 'BLR', excon: true, posts: [] };
const chn: Reader = { kind: 'party', party: 'CHN', excon: true, posts: [] };
/** S-2 before S-1, whose phase is the earlier one. */
const lag = (id: string) => `lags:\n  ${id}: { reason: One needs the other., first: { serials: [S-2] }, second: { serials: [S-1] } }\n`;

const plain = await tinyFiles();
const withFile = (path: string, text: string): readonly SourceFile[] => [...plain, sourceFile(path, utf8(text))];

/** Asks again and again as a page does: when it is told that there is something new. */
async function asked(files: readonly SourceFile[], reader: Reader) {
  let told = (): void => {};
  const failures: unknown[] = [];
  const reasonsOf = reasonsShown(() => files, {
    told: () => told(),
    failed: (error) => void failures.push(error),
    signal: new AbortController().signal,
  });
  expect(reasonsOf(reader)).toBeUndefined();
  await new Promise<void>((resolve) => {
    told = resolve;
  });
  expect(failures).toEqual([]);
  return { reasonsOf, reasons: reasonsOf(reader) ?? [] };
}

test('the reasons come with their places and ways out, and are looked for once for all who read alike', async () => {
  const { reasonsOf, reasons } = await asked(withFile('shared/planning.yaml', lag('LAG-1')), blr);
  expect(reasons).toHaveLength(1);
  expect(reasons[0]?.statements.map(({ id, at }) => [id, at?.file])).toContainEqual(['LAG-1', 'shared/planning.yaml']);
  // Who does not read the whole is told of no plan.
  expect(reasons[0]?.ways.map(({ id, isPlanFound }) => [id, isPlanFound])).toContainEqual(['LAG-1', false]);
  expect(reasonsOf(blr)).toBe(reasons);
  expect(reasonsOf({ kind: 'party', party: 'BLR', excon: true, posts: ['HQ-BLR'] })).toBe(reasons);
});

test('nobody is told of what stands where only others read', async () => {
  const files = withFile('parties/CHN/planning.yaml', lag('LAG-1'));
  expect((await asked(files, blr)).reasons).toEqual([]);
  expect(JSON.stringify((await asked(files, chn)).reasons)).toContain('LAG-1');
});
