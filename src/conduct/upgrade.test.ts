import { expect, test } from 'vitest';
import { TestConduct } from './a-conduct.ts';
import type { LoggedEvent } from './conduct.ts';
import { eventSchemas } from './events/events.ts';
import { upgrade, versionOf } from './upgrade.ts';

const stored: LoggedEvent[] = new TestConduct().started().running('SER-1').released('I-1').log;

test('events of version 1 read as they are', () => {
  for (const logged of stored) expect(upgrade(logged)).toBe(logged);
  expect(Object.keys(eventSchemas).map(versionOf)).toEqual(Object.keys(eventSchemas).map(() => 1));
});

test('a type or version that a newer program wrote is left alone, and so is an erased payload', () => {
  const [first] = stored;
  if (first === undefined) throw new Error('nothing stored');
  const strange = { ...first, event: { type: 'SomethingNew', version: 7, payload: { a: 1 } } };
  expect(upgrade(strange)).toBe(strange);
  expect(versionOf('SomethingNew')).toBeUndefined();
  const erased = { ...first, event: { ...first.event, payload: null } };
  expect(upgrade(erased)).toBe(erased);
});
