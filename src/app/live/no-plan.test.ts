// A live exercise whose document allows no plan: why is told to those who read the certificate, each of what that reader reads, and an edit mends it.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeFolder } from '../../formats/files/index.ts';
import { isProblem, utf8 } from '../../kernel/index.ts';
import type { PlanningMessage } from '../../protocol/index.ts';
import { tinyFiles } from '../a-tiny-exercise.ts';
import { sourceFile } from '../document.ts';
import type { Live } from './live.ts';
import { openLive } from './open-live.ts';

const folder = mkdtempSync(join(tmpdir(), 'entente-live-'));
const directory = join(folder, 'exercise');
// Without an agreement on the document, the directors edit it by themselves. S-2 lies in the later phase.
const plain = await tinyFiles((path, text) =>
  path === 'shared/release.yaml' ? text.replace(/^ {2}AG-DOCUMENT:\n(?: {4}.*\n)+/m, '') : text,
);
const lag = 'lags:\n  LAG-1: { reason: One needs the other., first: { serials: [S-2] }, second: { serials: [S-1] } }\n';
await writeFolder(directory, [...plain, sourceFile('parties/CHN/planning.yaml', utf8(lag))]);

const planningOf = (live: Live, name: string): PlanningMessage | null => {
  const reader = live.readerNamed(name);
  if (isProblem(reader)) throw new Error(reader.key);
  return live.planning(reader);
};

/** Waits until something holds, looking each time that there is something new. */
function until(live: Live, holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!holds()) return;
      stop();
      resolve();
    };
    const stop = live.listen(look);
    look();
  });
}

test('the reason is told to each of what each reads, and once an edit has mended it a plan is found', async () => {
  const told: string[] = [];
  const live = await openLive({
    directory,
    dataDirectory: join(folder, 'data'),
    play: null,
    runs: 0,
    adopt: false,
    seed: '1',
    iterations: 2,
    progress: ({ key }) => void told.push(key),
    signal: new AbortController().signal,
  });
  await until(live, () => planningOf(live, 'all')?.state === 'impossible');
  const whole = planningOf(live, 'all');
  expect(whole?.reasons[0]?.ways.map(({ sentence, at }) => [sentence.key, at?.file])).toContainEqual([
    'plan.way.lift',
    'parties/CHN/planning.yaml',
  ]);
  for (const name of ['BLR', 'CHN', 'joint', 'public']) expect([name, planningOf(live, name)]).toEqual([name, null]);
  for (const name of ['BLR:excon', 'CHN:excon']) {
    await until(live, () => planningOf(live, name)?.isLooking === false);
    const own = planningOf(live, name);
    expect([name, own?.isWhole, JSON.stringify(own?.reasons).includes('LAG-1')]).toEqual([name, false, name === 'CHN:excon']);
  }
  expect(told).toContain('app.planImpossible');
  expect(live.jobs({ kind: 'all' })).toMatchObject([{ state: 'failed', message: { key: 'app.jobFailed' } }]);
  const lifted = { file: 'parties/CHN/planning.yaml', collection: 'lags', id: 'LAG-1', edits: [{ path: ['price'], value: 1 }] };
  const edit = { id: 'edit-the-lag', type: 'EditPortion', by: 'CO-DIRECTOR-CHN', order: lifted as never };
  expect(await live.order(edit)).toEqual({ kind: 'accepted' });
  await until(live, () => live.plan({ kind: 'all' }) !== null);
  expect(planningOf(live, 'all')).toMatchObject({ state: 'planned', reasons: [] });
  await live.close();
}, 60_000);
