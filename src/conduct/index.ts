// The door of conduct: the log of an exercise, what may happen in it, and what follows from it.
export { type HashText, type Head, plainHashText, type Sealing, type Signer, Tails, zeroHash } from './log/chain.ts';
export {
  type Addressed,
  type Batch,
  bodyDigest,
  type Change,
  type CommandMark,
  commandIdReused,
  inOrder,
  loggedChange,
  type Outcome,
  repeatedOutcome,
  type Stamp,
  type StoredOutcome,
} from './log/change.ts';
export {
  type Envelope,
  type ErasedEvent,
  type EventId,
  type EventShape,
  type Header,
  type Logged,
  loggedOf,
  opened,
  readHeader,
  type Sealed,
  type StreamKey,
} from './log/envelope.ts';
export { erasedBy, erasuresIn, type PayloadErasure, payloadErasedType } from './log/erasure.ts';
export { linesOf } from './log/lines.ts';
export { type EventLine, eventLine, isSalt, logFileLines, parseEventLine, readEventLine } from './log/log-file.ts';
export { type LogReport, type StreamReport, statementsOf } from './log/log-report.ts';
export { type Manifest, manifestLine, manifestOf, readManifestLine } from './log/manifest.ts';
export { clockAfterImport, compareOrder, merged, mostAdvanceMicros, nextTime, type Placed } from './log/order.ts';
export { LogVerifier, type VerifyOptions, verifyLog } from './log/verify.ts';
export type { CheckSignature } from './log/verify-stream.ts';
