/** Events of release: text that goes to a wider stream, is withdrawn from it, or is erased; and posts taken and left. */
import * as z from 'zod';
import { entity } from './field.ts';

export const releaseEvents = {
  /** The released text, self-contained, in the wider stream. */
  TextReleased: z.strictObject({
    record: entity('record'),
    thing: z.string(),
    title: z.string(),
    text: z.string(),
    language: z.string(),
    reason: z.string().optional(),
  }),
  /** For those who released it: what went where, made from what; with the text, which stays here where it is withdrawn there. */
  ReleaseRecorded: z.strictObject({
    record: entity('record'),
    thing: z.string(),
    to: z.string(),
    from: z.array(z.string()),
    by: entity('post').optional(),
    title: z.string().optional(),
    text: z.string().optional(),
    language: z.string().optional(),
  }),
  Withdrawn: z.strictObject({ record: entity('record'), reason: z.string() }),
  /**
   * Two people ordered it; the chain still verifies. `sequence` and `stream` name the event whose payload is gone. They are named by their posts, and
   * only as first and second where the stream's readers do not know the posts.
   */
  PayloadErased: z.strictObject({
    stream: z.string(),
    origin: z.string(),
    sequence: z.int(),
    orderedBy: z.array(z.string()).length(2),
    reason: z.string(),
  }),
  /** The first of two people orders an erasure; the second's order makes it so. */
  ErasureAsked: z.strictObject({ stream: z.string(), origin: z.string(), sequence: z.int(), by: entity('post'), reason: z.string() }),
  /** The person is named by a record of the party; joining gives the audience's past, leaving ends access at once. */
  PostTaken: z.strictObject({ post: entity('post'), record: entity('record') }),
  PostLeft: z.strictObject({ post: entity('post'), record: entity('record') }),
  /** EXCON's: why a command was refused whose author was only told "not now". */
  CommandRefused: z.strictObject({ command: z.string(), type: z.string(), reason: z.json() }),
  /** An import whose clock ran ahead by more than it may. */
  ClockAdvanceLimited: z.strictObject({ origin: z.string(), asked: z.int(), given: z.int() }),
} as const;
