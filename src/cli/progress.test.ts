import { expect, test } from 'vitest';
import { progressOn } from './progress.ts';

const message = { key: 'cli.written', values: { file: 'plan.json' } };

function listening(isTTY: boolean, columns = 80) {
  const heard: string[] = [];
  return { heard, stream: { isTTY, columns, write: (text: string) => heard.push(text) } };
}

test('on a terminal one line is drawn again, not more often than it can be read', () => {
  const { heard, stream } = listening(true);
  let now = 0;
  const progress = progressOn(stream, 'en', () => now);
  progress.report(message, 0.1);
  progress.report(message, 0.2);
  now = 150;
  progress.report(message, 0.3);
  progress.report(message, 1);
  progress.clear();
  progress.clear();
  expect(heard.map((text) => text.replace('\r\x1b[2K', '<'))).toEqual([
    '<Written: plan.json 10%',
    '<Written: plan.json 30%',
    '<Written: plan.json 100%',
    '<',
  ]);
});

test('the line never wraps', () => {
  const { heard, stream } = listening(true, 10);
  progressOn(stream, 'zh', () => 0).report(message, 0.5);
  expect(heard).toEqual(['\r\x1b[2K已写入：p']);
});

test('elsewhere there is a plain line when it begins and at each quarter', () => {
  const { heard, stream } = listening(false);
  const progress = progressOn(stream, 'en', () => 0);
  for (let step = 0; step <= 100; step++) progress.report(message, step / 100);
  expect(heard).toEqual([0, 25, 50, 75, 100].map((percent) => `Written: plan.json ${percent}%\n`));
});
