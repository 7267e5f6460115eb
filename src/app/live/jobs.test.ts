import { expect, test } from 'vitest';
import { problem, Refused } from '../../kernel/index.ts';
import type { Job } from '../../protocol/index.ts';
import { jobsTold, withoutShare } from './jobs.ts';

test('whatever makes a job fail, everybody is told the same: that it did', async () => {
  const told: Job[] = [];
  const jobs = jobsTold((job) => void told.push(job), ['plan']);
  for (const why of [problem('app.planImpossible'), problem('app.planIncomplete'), problem('app.noSuchPerson', { person: 'CHN-P1' })]) {
    const failing = jobs.run('plan', { key: 'app.planning', values: {} }, async () => {
      throw new Refused(why);
    });
    await expect(failing).rejects.toThrow(Refused);
  }
  const failed = told.filter(({ state }) => state === 'failed');
  expect(failed).toHaveLength(3);
  expect(new Set(failed.map((job) => JSON.stringify(job))).size).toBe(1);
});

test('without its share a job says only what state it is in', async () => {
  const told = new Set<string>();
  const jobs = jobsTold((job) => void told.add(JSON.stringify(withoutShare(job))), ['plan']);
  await jobs.run('plan', { key: 'app.planning', values: {} }, async (share) => {
    for (const part of [0.1, 0.35, 0.9]) share(part);
  });
  expect([...told].map((job) => (JSON.parse(job) as Job).state)).toEqual(['running', 'done']);
});
