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
  /** The streams from which the figures were computed: of each the reader may read at least one event that a figure may rest on. */
  readonly streams: readonly ClassKey[];
  /** How often the booking of a serial was changed. */
  readonly changes: ReadonlyMap<string, number>;
  readonly notices: readonly Told<PayloadOf<'ChangeNoticeIssued'>>[];
  readonly played: readonly Told<PayloadOf<'PlayedInjectReleased'>>[];
  readonly received: readonly Told<PayloadOf<'InjectReceived'>>[];
  /** How EXCON played each inject, by EXCON's own events. */
  readonly plays: ReadonlyMap<string, InjectPlay>;
  readonly released: readonly Told<PayloadOf<'TextReleased'>>[];
};

export type InjectPlay = {
  readonly status: string | null;
  /** Microseconds. */
  readonly releasedAt: number | null;
  readonly answeredAt: number | null;
  readonly outcome: string | null;
  readonly streams: ReadonlySet<ClassKey>;
};

export type Matter = {
  readonly reader: Reader;
  /** The document and the plan as this reader reads them. */
  readonly exercise: Exercise;
  readonly plan: Plan;
  /** Null for a product that is made before there is a log. */
  readonly log: LogMatter | null;
};
