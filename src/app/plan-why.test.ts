import { expect, test } from 'vitest';
import { utf8 } from '../kernel/index.ts';
import type { Reader } from '../release/index.ts';
import { tinyFiles } from './a-tiny-exercise.ts';
import { documentFrom, type SourceFile, sourceFile } from './document.ts';
import { reasonsTold, reasonsWhy } from './plan-why.ts';

const blr: Reader = { kind: 'party', party: 'BLR', excon: false, posts: [] };
const chn: Reader = { kind: 'party', party: 'CHN', excon: false, posts: [] };
const all: Reader = { kind: 'all' };

const plain = await tinyFiles();
const withFiles = (...more: readonly (readonly [string, string])[]): readonly SourceFile[] => [
  ...plain,
  ...more.map(([path, text]) => sourceFile(path, utf8(text))),
];
function reasonsFor(files: readonly SourceFile[], reader: Reader) {
  const { exercise, files: read } = documentFrom(files, reader);
  return exercise === undefined ? [] : reasonsWhy(exercise, read, 'thorough');
}

/** S-2 before S-1, whose phase is the earlier one. */
const circle = 'lags:\n  LAG-1: { reason: One needs the other., first: { serials: [S-2] }, second: { serials: [S-1] } }\n';
const closed = (id: string) =>
  `closures:\n  ${id}: { reason: Not told to others., scope: { serials: [S-1] }, periods: [{ from: 2030-06-03T06:00Z, to: 2030-06-04T06:00Z }] }\n`;

test('a conflict with what one party alone reads is told, with its ways out, to that party and to nobody else', () => {
  const files = withFiles(['parties/CHN/planning.yaml', closed('CHN-REST')]);
  const told = reasonsFor(files, chn);
  expect(told).toHaveLength(1);
  expect(told[0]?.ways.map(({ id }) => id)).toContain('CHN-REST');
  expect(told[0]?.ways.every(({ at }) => at !== undefined)).toBe(true);
  expect(reasonsFor(files, blr)).toEqual([]);
  expect(JSON.stringify(reasonsFor(files, all))).toContain('CHN-REST');
});

test('of a conflict that all read, each reader is told the ways out that follow from what that reader reads, the same whatever stands elsewhere', () => {
  const shared = ['shared/planning.yaml', circle] as const;
  const without = reasonsFor(withFiles(shared), blr);
  expect(without[0]?.ways.length).toBeGreaterThan(0);
  // What stands elsewhere forbids some of these ways: who does not read it is not told less for it.
  const hidden = withFiles(shared, ['parties/CHN/planning.yaml', closed('CHN-REST')], ['excon/planning.yaml', closed('EXCON-REST')]);
  expect(reasonsFor(hidden, blr)).toEqual(without);
  expect(JSON.stringify(reasonsFor(hidden, chn))).not.toContain('EXCON-REST');
});

test('a plan is said to be possible only to who reads the whole', () => {
  const files = withFiles(['shared/planning.yaml', circle]);
  expect(reasonsFor(files, all)[0]?.ways.some(({ isPlanFound }) => isPlanFound)).toBe(true);
  for (const reader of [blr, chn]) expect(reasonsFor(files, reader)[0]?.ways.filter(({ isPlanFound }) => isPlanFound)).toEqual([]);
});

test('what is told of several serials alike is one line, at the place of the first', () => {
  const { exercise, files } = documentFrom(withFiles(['shared/planning.yaml', circle]));
  const told = exercise === undefined ? undefined : reasonsTold(reasonsWhy(exercise, files, 'atOnce'), exercise.zone);
  const keys = told?.lines.map(({ message }) => message.key) ?? [];
  expect(keys.filter((key) => key === 'plan.why.held' || key === 'plan.why.heldEach').length).toBeLessThan(2);
  expect(told?.lines.every(({ message, at }) => !message.key.startsWith('plan.why.lag') || at?.file === 'shared/planning.yaml')).toBe(true);
});
