import { expect, test } from 'vitest';
import { turns } from './turns.ts';

test('things are done one after the other, and what is urgent goes before what waits', async () => {
  const done: string[] = [];
  const queue = turns();
  const work = (name: string) => async () => {
    done.push(`${name} begins`);
    await undefined;
    done.push(`${name} ends`);
    return name;
  };
  const first = queue.take(work('first')).then(() => queue.take(work('alert'), true));
  await Promise.all([first, queue.take(work('second')), queue.take(work('third')), queue.take(work('stop'), true)]);
  await queue.idle();
  expect(done.filter((line) => line.endsWith('begins')).map((line) => line.split(' ')[0])).toEqual([
    'stop',
    'first',
    'alert',
    'second',
    'third',
  ]);
  expect(done.every((line, index) => index % 2 === 0 || line === done[index - 1]?.replace('begins', 'ends'))).toBe(true);
});

test('what fails holds up nothing', async () => {
  const queue = turns();
  const failing = queue.take(() => Promise.reject(new Error('no')));
  expect(await queue.take(async () => 'yes')).toBe('yes');
  await expect(failing).rejects.toThrow('no');
});
