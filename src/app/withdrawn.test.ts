// What was withdrawn is in no product any more, also where it was once published.
import { expect, test } from 'vitest';
import { smallLogFile } from './a-published-log.ts';
import { publishProduct } from './publish.ts';

test('a text that was withdrawn stands in no communiqué any more', async () => {
  const stream = 'RESTRICTED/BLR,CHN//everyone:';
  const text = { record: 'late', thing: 'communique', title: 'Late news', text: 'To be taken back.', language: 'en' };
  const released = { minute: 7000, stream, type: 'TextReleased', payload: text };
  const withdrawn = { minute: 7010, stream, type: 'Withdrawn', payload: { record: 'late', reason: 'spill' } };
  const communique = async (more: Parameters<typeof smallLogFile>[0]) => {
    const source = { kind: 'log' as const, logFile: await smallLogFile(more) };
    return (await publishProduct({ product: 'communique', source, reader: 'BLR', language: 'en', format: 'html' })).content;
  };
  expect(await communique({ more: [released] })).toContain('To be taken back.');
  expect(await communique({ more: [released, withdrawn] })).not.toContain('To be taken back.');
});
