// What a device of each party computes of its own feed: joint figures are the same bytes for all, and each party's own stay apart.
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { documentFrom, filesOf } from '../../src/app/document.ts';
import { documentMessageOf } from '../../src/app/live/document-message.ts';
import { readerOf } from '../../src/app/reader.ts';
import { exerciseFrom, foldOf } from '../../src/client/index.ts';
import type { LoggedEvent } from '../../src/conduct/index.ts';
import type { Exercise } from '../../src/exercise/index.ts';
import { isProblem } from '../../src/kernel/index.ts';
import { planExercise } from '../../src/plan/index.ts';
import { documentMessage, type FeedEvent } from '../../src/protocol/index.ts';
import { dryRun } from '../../src/rehearse/index.ts';
import { gateFor, type Reader } from '../../src/release/index.ts';

const { files } = await filesOf(fileURLToPath(new URL('../../examples/eagle-assault-2024', import.meta.url)));
const whole = documentFrom(files).exercise as Exercise;
const { plan } = planExercise(whole, { seed: '1', iterations: 100, lanes: 1 });
const events: LoggedEvent[] = [];
dryRun(whole, plan, { seed: '1', run: 0, listen: (event) => void events.push(event) });

function readerNamed(text: string): Reader {
  const reader = readerOf(text, { exercise: whole });
  if (isProblem(reader)) throw new Error(reader.key);
  return reader;
}

/** The document as it arrives at a device: through its message. */
function documentAs(text: string): Exercise {
  const read = documentFrom(files, readerNamed(text)).exercise as Exercise;
  return exerciseFrom(documentMessage.parse(JSON.parse(JSON.stringify(documentMessageOf(read)))));
}

function deviceOf(text: string) {
  const admits = gateFor(readerNamed(text), whole.policy.scale);
  const fold = foldOf(documentAs(text), text);
  fold.join(documentAs('joint'));
  const told = events.filter(({ stream }) => admits(stream));
  fold.take(
    told.map(
      ({ event, ...envelope }): FeedEvent => ({
        ...envelope,
        type: event.type,
        version: event.version,
        payload: event.payload as FeedEvent['payload'],
      }),
    ),
  );
  return fold;
}

test('joint figures are the same for every party, and for who reads everything', () => {
  const [blr, chn, excon, all] = ['BLR', 'CHN', 'BLR:excon', 'all'].map((text) => JSON.stringify(deviceOf(text).assess().joint));
  expect(blr).toBeDefined();
  expect(chn).toBe(blr);
  expect(excon).toBe(blr);
  expect(all).toBe(blr);
});

test('a party’s own figures stand on what that party reads', () => {
  const own = (text: string) => deviceOf(text).assess().own.basis.events;
  expect(own('all')).toBe(events.length);
  expect(own('BLR')).toBeLessThan(events.length);
  expect(own('public')).toBe(0);
});
