/** What a product is made from: document and plan as its reader reads them, and what the log showed that reader. Restriction came before. */
import type { Assessment } from '../assess/index.ts';
import type { PayloadOf } from '../conduct/index.ts';
import type { Exercise } from '../exercise/index.ts';
import type { Plan } from '../plan/index.ts';
import type { ClassKey, Reader } from '../release/index.ts';

/** A payload as it stood in a stream, and when (microseconds). */
export type Told<T> = { readonly at: number; readonly stream: ClassKey; readonly payload: T };

/** What the reader may read of a log, besides the document and the plan that were folded from it. */
export type LogMatter = {
  readonly assessment: Assessment;
  /** The streams of which the reader may read at least one event. */
  readonly streams: readonly ClassKey[];
  /** How often the booking of a serial was changed. */
  readonly changes: ReadonlyMap<string, number>;
  readonly notices: readonly Told<PayloadOf<'ChangeNoticeIssued'>>[];
  readonly played: readonly Told<PayloadOf<'PlayedInjectReleased'>>[];
  readonly received: readonly Told<PayloadOf<'InjectReceived'>>[];
  readonly statuses: ReadonlyMap<string, string>;
  readonly released: readonly Told<PayloadOf<'TextReleased'>>[];
};

export type Matter = {
  readonly reader: Reader;
  /** The document and the plan as this reader reads them. */
  readonly exercise: Exercise;
  readonly plan: Plan;
  /** Null for a product that is made before there is a log. */
  readonly log: LogMatter | null;
};
