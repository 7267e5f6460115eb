import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSalt, plainHashText } from '../conduct/index.ts';
import { hashedBytes, nodeHashText, nodeSealing } from './node-sealing.ts';

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

test('the bytes of what was hashed with a salt stay what they were, however much is hashed after', () => {
  const salt = '0f'.repeat(16);
  const texts = Array.from({ length: 5000 }, (_, index) => `接收 ${index} ${'x'.repeat(index % 900)}`);
  const bytes = texts.map((text) => {
    expect(nodeHashText(salt, text)).toBe(plainHashText(salt, text));
    return hashedBytes(text);
  });
  expect(bytes.map((one) => Buffer.from(one ?? []).toString())).toEqual(texts);
  expect(hashedBytes('never hashed')).toBeUndefined();
});

test('no salt comes twice', () => {
  const salts = Array.from({ length: 2000 }, () => nodeSealing.salt());
  expect(salts.every(isSalt)).toBe(true);
  expect(new Set(salts).size).toBe(2000);
});
