import { expect, test } from 'vitest';
import { utf8 } from '../../kernel/index.ts';
import { planForReader } from '../../plan/index.ts';
import type { Reader } from '../../release/index.ts';
import { aTinyExercise, tinyFiles } from '../a-tiny-exercise.ts';
import { documentFrom, type SourceFile, sourceFile } from '../document.ts';
import { lacksShown } from './lacks-shown.ts';
import type { Lacks } from './reason-shown.ts';

const blr: Reader = { kind: 'party', party: 'BLR', excon: true, posts: [] };
const chn: Reader = { kind: 'party', party: 'CHN', excon: true, posts: [] };
const { plan } = await aTinyExercise();
const plain = await tinyFiles();
const closure = 'closures:\n  C-1: { reason: Closed., scope: { serials: [S-3] }, periods: [{ from: D 00:00, to: D+6 00:00 }] }\n';
const hidden = [...plain, sourceFile('parties/CHN/planning.yaml', utf8(closure))];
const lacking = { ...plan, bookings: plan.bookings.map((booking) => (booking.serial === 'S-1' ? { ...booking, held: false } : booking)) };

/** Asks until it is told what the plan lacks in a document, which is another by then where `now` is given. */
async function asked(files: readonly SourceFile[], reader: Reader, now = files): Promise<Lacks | undefined> {
  const { exercise } = documentFrom(files);
  if (exercise === undefined) throw new Error('the document has faults');
  const own = planForReader(exercise, lacking, reader);
  let told = (): void => {};
  const heard = new Promise<void>((resolve) => {
    told = resolve;
  });
  const failed = (error: unknown): never => {
    throw error;
  };
  const lacksOf = lacksShown(files, () => now, { told: () => told(), failed, signal: new AbortController().signal });
  expect(lacksOf(reader, own, lacking)).toBeUndefined();
  if (now !== files) return undefined;
  await heard;
  return lacksOf(reader, own, lacking);
}

test('what a plan lacks is counted in what the reader reads, whatever stands where only others read', async () => {
  const open = await asked(plain, blr);
  expect(JSON.stringify(open?.first)).toContain('S-1');
  expect(open?.count).toBe(open?.first.length);
  expect(await asked(hidden, blr)).toEqual(open);
  const whole = await asked(hidden, chn);
  expect(whole?.count).toBeGreaterThan(open?.count ?? 0);
  expect(JSON.stringify(whole?.first)).toContain('C-1');
});

test('nothing is told of a document that is another for the reader by now', async () => {
  expect(await asked(plain, chn, hidden)).toBeUndefined();
});
