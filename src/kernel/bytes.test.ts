import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { base64url, bytesFromBase64url, bytesFromHex, hex, utf8 } from './bytes.ts';
import { derivedId } from './derived-id.ts';
import { sha256, sha256Hex } from './sha256.ts';

test('the hash has the published test vectors (FIPS 180-4, NIST)', () => {
  expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(sha256Hex('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq')).toBe(
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  );
  expect(sha256Hex('a'.repeat(1_000_000))).toBe('cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0');
});

test('the hash of any bytes and any text is the host library’s', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => hex(sha256(bytes)) === createHash('sha256').update(bytes).digest('hex')),
  );
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 200 }),
      (text) => sha256Hex(text) === createHash('sha256').update(text, 'utf8').digest('hex'),
    ),
  );
  for (let length = 0; length < 260; length++) {
    const text = 'x'.repeat(length);
    expect(sha256Hex(text)).toBe(createHash('sha256').update(text).digest('hex'));
  }
});

test('UTF-8 is the host’s, lone surrogates included', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => hex(utf8(text)) === hex(new TextEncoder().encode(text))));
  for (const text of ['\ud800', '\udc00a', 'a\ud800\ud800\udc00', '演习 УЧЕНИЕ é 🎖'])
    expect(utf8(text)).toEqual(new Uint8Array(new TextEncoder().encode(text)));
});

test('hexadecimal and base64url are written and read back as they were', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
      expect(bytesFromHex(hex(bytes))).toEqual(bytes);
      expect(base64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
      expect(bytesFromBase64url(base64url(bytes))).toEqual(bytes);
    }),
  );
});

test('what is neither is not read', () => {
  expect(['abc', 'zz', '0x'].map(bytesFromHex)).toEqual([undefined, undefined, undefined]);
  expect(['A', 'A+==', 'AB', 'AAAAA'].map(bytesFromBase64url)).toEqual([undefined, undefined, undefined, undefined]);
});

test('a derived identifier never changes and tells seed from entity', () => {
  expect(derivedId('7', 'serial S-07')).toBe('fe8cc77e6a202f9ed179');
  expect(new Set([derivedId('1', '1a'), derivedId('11', 'a'), derivedId('', '11a')]).size).toBe(3);
});
