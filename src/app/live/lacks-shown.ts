// What the plan that a search ended with lacks, as a reader's own document and the reader's own part of the plan say it: looked at in a thread of its
// own. Nothing is told of a document that is not the one searched any more: that is planned anew.
import type { Plan } from '../../plan/index.ts';
import type { Reader } from '../../release/index.ts';
import { filesReadableBy, type SourceFile } from '../document.ts';
import { inWorkers } from '../workers/in-workers.ts';
import type { PlanLacksJob } from '../workers/plan-lacks.ts';
import { type Looking, onceForAlike } from './once-for-alike.ts';
import type { Lacks } from './reason-shown.ts';

/** Of a plan restricted for its reader; `found` is what was restricted, the same for all readers. Undefined while it is being looked at. */
export type LacksOf = (reader: Reader, plan: Plan, found: object) => Lacks | undefined;

export function lacksShown(searched: readonly SourceFile[], now: () => readonly SourceFile[], looking: Looking): LacksOf {
  const asked = onceForAlike<Lacks>(looking, { count: 0, first: [] });
  return (reader, plan, found) => {
    const files = filesReadableBy(searched, reader);
    if (!areSame(files, filesReadableBy(now(), reader))) return undefined;
    const look = async () => (await inWorkers<PlanLacksJob, Lacks>('plan-lacks', [{ files, reader, plan }], looking))[0];
    return asked(found, { files: searched, reader, look });
  };
}

function areSame(some: readonly SourceFile[], others: readonly SourceFile[]): boolean {
  const bytesAt = new Map(others.map(({ path, bytes }) => [path, bytes]));
  return some.length === others.length && some.every(({ path, bytes }) => isSame(bytes, bytesAt.get(path)));
}

function isSame(some: Uint8Array, other: Uint8Array | undefined): boolean {
  return some === other || (some.length === other?.length && some.every((byte, index) => byte === other[index]));
}
