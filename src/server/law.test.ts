import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aNewExercise, anOpenLive, takenAway, workDone } from './a-live-exercise.ts';
import { apiOf } from './api.ts';

const ways = [
  'session',
  'document',
  'plan',
  'planning',
  'rehearsal',
  'products/schedule.html',
  'products/schedule.ics',
  'products/msel.html',
  'products/eeg.html',
  'products/aar.html',
];

/** Whatever a reader is answered by the server of an exercise, after its files were changed. */
async function answersFor(
  readers: readonly string[],
  changes: Readonly<Record<string, (text: string) => string>>,
): Promise<ReadonlyMap<string, string>> {
  const folder = await aNewExercise();
  for (const [path, change] of Object.entries(changes)) {
    const file = join(folder, 'exercise', path);
    const before = readFileSync(file, 'utf8');
    expect(change(before)).not.toBe(before);
    writeFileSync(file, change(before));
  }
  const { live, closed } = await anOpenLive(folder);
  await workDone(live);
  const api = apiOf(live);
  const answers = new Map<string, string>();
  for (const reader of readers) {
    for (const way of ways) {
      const response = await api.request(`/api/${way}?as=${reader}`);
      answers.set(`${reader} ${way}`, `${response.status} ${JSON.stringify([...response.headers])} ${await response.text()}`);
    }
  }
  await closed();
  takenAway(folder);
  return answers;
}

test('what the server answers a reader does not change with what is hidden from the reader', async () => {
  const readers = ['BLR', 'joint', 'public'];
  const hidden = {
    'parties/CHN/persons.yaml': (text: string) => text.replaceAll('name: CHN', 'name: Somebody of').replaceAll('CHN-P', 'CHN-Q'),
    'excon/scenario.yaml': (text: string) =>
      text.replaceAll('A hiker is overdue.', 'Two hikers are overdue.').replaceAll('INJ-', 'INJECT-'),
    'excon/assumptions.yaml': (text: string) => text.replaceAll('mode: 3', 'mode: 4'),
  };
  const before = await answersFor(readers, {});
  const after = await answersFor(readers, hidden);
  expect([...after.keys()]).toEqual([...before.keys()]);
  for (const [way, answer] of after) expect([way, answer]).toEqual([way, before.get(way)]);
  expect(before.get('BLR document')).toMatch(/^200/);
}, 60_000);
