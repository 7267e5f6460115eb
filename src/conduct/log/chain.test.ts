import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesFromHex, hex, type MicroInstant, sha256, utf8 } from '../../kernel/index.ts';
import { Tails, zeroHash } from './chain.ts';
import { bodyDigest, inOrder, loggedChange } from './change.ts';
import { opened, readHeader } from './envelope.ts';
import { plainHashText } from './hash-text.ts';
import { aMessage, everyoneStream, exconStream, postStream, sampleEvents, seededSealing } from './sample-log.ts';

test('an event’s hash covers the previous hash and the header as stored; its digest covers salt and payload', () => {
  const { sealed } = sampleEvents();
  let previous = zeroHash;
  for (const event of sealed.filter(({ stream }) => stream === exconStream)) {
    expect(event.hash).toBe(bytesHash(previous, event.header));
    expect(readHeader(event.header)?.digest).toBe(bytesHash(event.salt ?? '', event.payload ?? ''));
    previous = event.hash;
  }
});

test('a header has its keys in the order of the schema and is read back as written', () => {
  const { sealed } = sampleEvents({ count: 1, signer: { key: 'k', sign: () => 'sig' } });
  const header = readHeader(sealed[0]?.header ?? '') ?? expect.fail();
  expect(Object.keys(header)).toEqual([
    'stream',
    'origin',
    'sequence',
    'time',
    'exerciseTime',
    'author',
    'type',
    'version',
    'digest',
    'key',
    'signature',
  ]);
  expect(readHeader(`${sealed[0]?.header} `)).toBeUndefined();
  expect(readHeader((sealed[0]?.header ?? '').replace('"sequence":1', '"sequence":1,"sequence":1'))).toBeUndefined();
});

test('any texts can stand in a header', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (author, type) => {
      const tails = new Tails('brest');
      const event = { type, version: 1, payload: {} };
      const [sealed] = tails.seal(
        { change: [{ stream: exconStream, event }], time: 1 as MicroInstant, exerciseTime: null, authorIn: () => author },
        seededSealing(),
      );
      expect(readHeader(sealed?.header ?? '')).toMatchObject({ author, type });
    }),
  );
});

test('a change is numbered by stream, and within a stream as it was decided', () => {
  const change = [aMessage(postStream, 'a'), aMessage(exconStream, 'b'), aMessage(postStream, 'c'), aMessage(everyoneStream, 'd')];
  expect(inOrder(change).map(({ event }) => event.payload)).toEqual(['b', 'a', 'c', 'd'].map((text) => ({ from: 'HQ', text })));
});

test('the events of a change are fed to a fold as they are read back', () => {
  const batch = {
    change: [aMessage(postStream, 'a'), aMessage(exconStream, 'b')],
    time: 5 as MicroInstant,
    exerciseTime: 4 as MicroInstant,
    authorIn: (stream: string) => (stream === exconStream ? 'controller-1' : null),
  };
  const sealed = new Tails('brest').seal(batch, seededSealing());
  expect(loggedChange(batch, sealed)).toEqual(sealed.map(opened));
});

test('chains that continue from heads are those that were never left', () => {
  const stamp = { time: 1 as MicroInstant, exerciseTime: null, authorIn: () => null };
  const sealing = { hash: plainHashText, salt: () => 'ab'.repeat(16) };
  const whole = new Tails('brest');
  const left = new Tails('brest');
  for (const tails of [whole, left]) tails.seal({ ...stamp, change: [aMessage(exconStream, 'a')] }, sealing);
  const continued = new Tails('brest', [...left.heads(), { stream: postStream, origin: 'minsk', length: 7, head: zeroHash }]);
  const next = { ...stamp, change: [aMessage(exconStream, 'b'), aMessage(postStream, 'c')] };
  expect(continued.seal(next, sealing)).toEqual(whole.seal(next, sealing));
});

test('equal bodies have equal digests whatever the order of their keys', () => {
  expect(bodyDigest({ a: 1, b: [2] }, plainHashText)).toBe(bodyDigest({ b: [2], a: 1 }, plainHashText));
  expect(bodyDigest({ a: 1 }, plainHashText)).not.toBe(bodyDigest({ a: 2 }, plainHashText));
});

function bytesHash(prefix: string, text: string): string {
  return hex(sha256(Uint8Array.from([...(bytesFromHex(prefix) ?? []), ...utf8(text)])));
}
