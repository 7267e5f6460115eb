import { expect, test } from 'vitest';
import { problem, Refused } from '../../kernel/index.ts';
import type { Job } from '../../protocol/index.ts';
import { jobsTold } from './jobs.ts';

const planning = { key: 'app.planning', values: {} };

test('whatever makes a job fail, everybody is told the same: that it did', async () => {
  const told: Job[] = [];
  const jobs = jobsTold((job) => void told.push(job), ['plan']);
  for (const why of [problem('app.planImpossible'), problem('app.planIncomplete'), problem('app.noSuchPerson', { person: 'CHN-P1' })]) {
    const failing = jobs.run('plan', planning, async () => {
      throw new Refused(why);
    });
    await expect(failing).rejects.toThrow(Refused);
  }
  const failed = told.filter(({ state }) => state === 'failed');
  expect(failed).toHaveLength(3);
  expect(new Set(failed.map((job) => JSON.stringify(job))).size).toBe(1);
});

test('outside it is told what state a job is in and not how far it is', async () => {
  const told = new Set<string>();
  const jobs = jobsTold(() => void told.add(JSON.stringify(jobs.outside())), ['plan']);
  await jobs.run('plan', planning, async (share) => {
    for (const part of [0.1, 0.35, 0.9]) share(part);
  });
  const states = [...told].flatMap((text) => (JSON.parse(text) as Job[]).map(({ state, share }) => [state, share]));
  expect(states).toEqual([
    ['running', null],
    ['done', null],
  ]);
});

test('that what has failed is tried again is told outside when it is done', async () => {
  const told: (string | undefined)[] = [];
  const jobs = jobsTold(() => void told.push(jobs.outside()[0]?.state), ['plan']);
  const failing = jobs.run('plan', planning, async () => {
    throw new Refused(problem('app.planImpossible'));
  });
  await expect(failing).rejects.toThrow(Refused);
  await jobs.run('plan', planning, async () => {
    expect(jobs.all()[0]?.state).toBe('running');
  });
  expect(told).toEqual(['running', 'failed', 'failed', 'done']);
});
