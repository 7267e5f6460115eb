import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSalt, plainHashText } from '../conduct/index.ts';
import { nodeHashText, nodeSealing } from './node-sealing.ts';

test('Node’s hash is the plain one', () => {
  const prefixes = fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes).toString('hex'));
  fc.assert(
    fc.property(prefixes, fc.string({ unit: 'binary', maxLength: 300 }), (prefix, text) => {
      expect(nodeHashText(prefix, text)).toBe(plainHashText(prefix, text));
    }),
  );
  const large = '接收'.repeat(600_000);
  expect(nodeHashText('', large)).toBe(plainHashText('', large));
  expect(nodeHashText('', 'small again')).toBe(plainHashText('', 'small again'));
});

test('no salt comes twice', () => {
  const salts = Array.from({ length: 2000 }, () => nodeSealing.salt());
  expect(salts.every(isSalt)).toBe(true);
  expect(new Set(salts).size).toBe(2000);
});
