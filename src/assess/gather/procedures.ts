/** Procedures of coordination as they were recorded: the last record of each identifier counts. */
import type { PayloadOf } from '../../conduct/index.ts';
import type { EventMark } from '../event-marks.ts';
import type { Takers } from '../taking.ts';

export type ProcedureRecord = PayloadOf<'ProcedureRecorded'>;
export type RecordedProcedure = { readonly recorded: ProcedureRecord; readonly mark: EventMark };
export type GatheredProcedures = { readonly takers: Takers; readonly records: ReadonlyMap<string, RecordedProcedure> };

export function gatherProcedures(): GatheredProcedures {
  const records = new Map<string, RecordedProcedure>();
  return {
    records,
    takers: {
      ProcedureRecorded: (recorded, _, mark) => {
        records.set(recorded.record, { recorded, mark });
      },
    },
  };
}
