/** One serial closely: its go/no-go list as signed, who supports it, its injects as far as they are readable. */
import type { ReadonlyConduct } from '../conduct.ts';
import { injectRun, partiesIn, serialRun } from '../decide/asking.ts';
import type { ScheduledSerial } from './schedule-view.ts';

/** An item of the go/no-go list; `go` is null while nobody has signed. */
export type GoNoGoLine = {
  readonly item: string;
  readonly party: string | null;
  readonly go: boolean | null;
  readonly by: string | null;
};

export type SerialView = {
  readonly serial: string;
  readonly tasks: readonly string[];
  readonly goNoGo: readonly GoNoGoLine[];
  readonly supportBy: readonly { readonly role: string; readonly post: string }[];
  readonly injects: readonly { readonly inject: string; readonly status: string }[];
  readonly observations: number;
};

export function serialView(conduct: ReadonlyConduct, scheduled: ScheduledSerial): SerialView {
  const { exercise } = conduct;
  const id = scheduled.serial;
  const serial = exercise.serials.byId.get(id);
  const signatures = serialRun(conduct, id)?.signatures ?? [];
  const line = (item: string, party: string | null): GoNoGoLine => {
    const signed = signatures.find((one) => one.item === item && one.party === party);
    return { item, party, go: signed?.go ?? null, by: signed?.by ?? null };
  };
  const supporting = new Map<string, string>();
  for (const { by } of scheduled.support) supporting.set(by, exercise.posts.byId.get(by)?.role ?? '');
  const observed = new Set<string>();
  for (const { evaluation } of conduct.slices.values()) for (const one of evaluation.ofSerial.get(id) ?? []) observed.add(one);
  return {
    serial: id,
    tasks: serial?.tasks ?? [],
    goNoGo: (serial?.goNoGo ?? []).flatMap((item) =>
      item === 'parties' ? partiesIn(conduct, id).map((party) => line('party', party)) : [line(item, null)],
    ),
    supportBy: [...supporting].map(([post, role]) => ({ post, role })),
    injects: exercise.injects.list
      .filter((inject) => inject.serial === id)
      .map((inject) => ({ inject: inject.id, status: injectRun(conduct, inject.id)?.status ?? inject.status })),
    observations: observed.size,
  };
}
