// Every type of event is told in every language, with and without what may be missing of it.
import { expect, test } from 'vitest';
import * as z from 'zod';
import type { MicroInstant } from '../../kernel/index.ts';
import { languages, mustSay } from '../../words/index.ts';
import { aJointExercise } from '../a-conduct.ts';
import type { LoggedEvent } from '../conduct.ts';
import { eventSchemas } from '../events/events.ts';
import type { StreamKey } from '../log/envelope.ts';
import { namingIn } from './naming.ts';
import { tell } from './telling.ts';
import { feedSubjects } from './telling-of.ts';

const exercise = aJointExercise();
const types = Object.keys(eventSchemas) as (keyof typeof eventSchemas)[];

function logged(type: string, payload: unknown): LoggedEvent {
  return {
    stream: 'RESTRICTED/BLR,CHN//everyone:' as StreamKey,
    origin: 'test',
    sequence: 1,
    time: 0 as MicroInstant,
    exerciseTime: null,
    author: null,
    event: { type, version: 1, payload } as LoggedEvent['event'],
  };
}

test.each(types)('%s is told in every language', (type) => {
  for (const whole of [true, false]) {
    const payload = sample(z.toJSONSchema(eventSchemas[type]) as Schema, whole);
    for (const language of languages) {
      const { key, values, subject } = tell(logged(type, payload), namingIn(language, exercise));
      expect(feedSubjects).toContain(subject);
      expect(mustSay({ key, values }, language)).not.toMatch(/undefined|\[object|\{|NaN/);
    }
  }
});

test('an erased payload and an unknown type are told as such', () => {
  const naming = namingIn('en', exercise);
  expect(mustSay(tell(logged('SerialDone', null), naming), 'en')).toBe('What was said here has been erased (SerialDone).');
  expect(mustSay(tell(logged('SerialSung', {}), naming), 'en')).toBe('An event of a kind that this page does not know yet: SerialSung.');
});

test('names are shown in the language asked for, and identifiers where there is no name', () => {
  const event = logged('StopCalled', { stop: 's', site: 'NORTH', serials: [] });
  expect(mustSay(tell(event, namingIn('fr', exercise)), 'fr')).toContain('STOP à');
  const elsewhere = logged('StopCalled', { stop: 's', site: 'NOWHERE', serials: [] });
  expect(mustSay(tell(elsewhere, namingIn('en', exercise)), 'en')).toBe('STOP at NOWHERE.');
});

type Schema = {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
};

/** A payload that the schema allows: with everything that may be there, or with only what must. */
function sample(schema: Schema, whole: boolean): unknown {
  if (schema.enum !== undefined) return schema.enum[whole ? 0 : schema.enum.length - 1];
  if (schema.anyOf !== undefined) return whole ? sample(schema.anyOf[0] ?? {}, whole) : sample(schema.anyOf.at(-1) ?? {}, whole);
  switch (schema.type) {
    case 'object': {
      const own = Object.entries(schema.properties ?? {}).filter(([name]) => whole || (schema.required ?? []).includes(name));
      return schema.properties === undefined ? { en: 'text' } : Object.fromEntries(own.map(([name, of]) => [name, sample(of, whole)]));
    }
    case 'array':
      return whole || (schema.minItems ?? 0) > 0
        ? Array.from({ length: schema.minItems ?? 1 }, () => sample(schema.items ?? {}, whole))
        : [];
    case 'integer':
    case 'number':
      return 2;
    case 'boolean':
      return whole;
    case 'null':
      return null;
    default:
      return 'text';
  }
}
