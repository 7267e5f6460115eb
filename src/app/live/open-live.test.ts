// A live exercise whose document is edited while it is served.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeFolder } from '../../formats/files/index.ts';
import { isProblem } from '../../kernel/index.ts';
import type { Said } from '../../protocol/index.ts';
import { tinyFiles } from '../a-tiny-exercise.ts';
import type { Change, Live } from './live.ts';
import { openLive } from './open-live.ts';

const place = mkdtempSync(join(tmpdir(), 'entente-live-'));
const directory = join(place, 'exercise');
// Without an agreement on the document, the directors edit it by themselves.
const files = await tinyFiles((path, text) =>
  path === 'shared/release.yaml' ? text.replace(/^ {2}AG-DOCUMENT:\n(?: {4}.*\n)+/m, '') : text,
);
await writeFolder(directory, files);

async function opened(
  dataDirectory: string,
  hears: (message: Said) => void = () => {},
): Promise<{ readonly live: Live; readonly said: Said[]; readonly changes: Change[] }> {
  const said: Said[] = [];
  const live = await openLive({
    directory,
    dataDirectory: join(place, dataDirectory),
    play: null,
    runs: 0,
    adopt: false,
    seed: '1',
    progress: (message) => {
      said.push(message as Said);
      hears(message as Said);
    },
    signal: new AbortController().signal,
  });
  const changes: Change[] = [];
  await new Promise<void>((resolve) => {
    const stop = live.listen((change) => {
      if (change.kind !== 'changed' || change.what !== 'plan') return;
      stop();
      resolve();
    });
  });
  live.listen((change) => void changes.push(change));
  return { live, said, changes };
}

const edit = (id: string, by: string, file: string, item: readonly [string, string], path: readonly string[], value: unknown) => ({
  id,
  type: 'EditPortion',
  by,
  order: { file, collection: item[0], id: item[1], edits: [{ path: [...path], value }] } as never,
});

function nameOf(live: Live, reader: string): unknown {
  const found = live.readerNamed(reader);
  if (isProblem(found)) throw new Error(found.key);
  const document = live.document(found);
  return isProblem(document) ? document : (document.tables.serials as { id: string; name: object }[]).find(({ id }) => id === 'S-1')?.name;
}

test('an edit is there for whoever asks anew, and only those whose document changed are told', async () => {
  const { live, changes } = await opened('edits');
  const renamed = edit('edit-one', 'CO-DIRECTOR-BLR', 'shared/training.yaml', ['serials', 'S-1'], ['name', 'en'], 'Search by the river');
  expect(await live.order(renamed)).toEqual({ kind: 'accepted' });
  expect(nameOf(live, 'CHN')).toEqual({ en: 'Search by the river' });
  const own = edit('edit-two', 'CO-DIRECTOR-CHN', 'parties/CHN/persons.yaml', ['persons', 'CHN-P1'], ['contact'], 'ext. 12');
  expect(await live.order(own)).toEqual({ kind: 'accepted' });
  expect(changes.flatMap((change) => (change.kind === 'changed' && change.what === 'document' ? change.streams : []))).toEqual([
    'UNCLASSIFIED/BLR,CHN//everyone:',
    'RESTRICTED/CHN//party:CHN',
  ]);
  const bound = live.readerNamed('BLR');
  if (isProblem(bound)) throw new Error(bound.key);
  expect(live.feed(bound).reads('RESTRICTED/CHN//party:CHN' as never)).toBe(false);
  await live.close();
});

test('an edit by which the plan no longer holds is taken, and it is said what the plan breaks', async () => {
  let resolveHeard = (): void => {};
  const heard = new Promise<void>((resolve) => {
    resolveHeard = resolve;
  });
  const { live, said } = await opened('edits', ({ key }) => {
    if (key.startsWith('plan.')) resolveHeard();
  });
  const longer = edit('edit-three', 'CO-DIRECTOR-BLR', 'shared/training.yaml', ['serials', 'S-1'], ['run'], '2h');
  expect(await live.order(longer)).toEqual({ kind: 'accepted' });
  await heard;
  await live.close();
  expect(said.map(({ key }) => key)).toContain('app.planNoLongerHolds');
});
