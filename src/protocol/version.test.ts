import { expect, test } from 'vitest';
import * as z from 'zod';
import { canonicalJson, sha256Hex } from '../kernel/index.ts';
import {
  alertsMessage,
  changedMessage,
  clockMessage,
  documentMessage,
  eventsMessage,
  jobMessage,
  joinMessage,
  orderMessage,
  outcomeMessage,
  planningMessage,
  playMessage,
  protocolVersion,
  session,
} from './index.ts';

test('the messages are those of the stated version', () => {
  const messages = {
    alertsMessage,
    changedMessage,
    clockMessage,
    documentMessage,
    eventsMessage,
    jobMessage,
    joinMessage,
    orderMessage,
    outcomeMessage,
    planningMessage,
    playMessage,
    session,
  };
  const schemas = Object.entries(messages).map(([name, schema]) => [name, z.toJSONSchema(schema)]);
  expect([protocolVersion, sha256Hex(canonicalJson(JSON.parse(JSON.stringify(schemas)))).slice(0, 16)]).toMatchInlineSnapshot(`
    [
      4,
      "7cd96cdef817149f",
    ]
  `);
});
