// The lease: one process decides per exercise and origin. Each grant raises the fencing number that every append is checked
// against, so that a process that slept through the loss of its lease writes nothing.
import { type MicroInstant, type Problem, problem } from '../kernel/index.ts';

/** A granted right to decide. `until` only says from when on others may take it; what counts is the fencing number. */
export type Lease = { readonly holder: string; readonly fence: number; readonly until: MicroInstant };

/** Who asks, when, and for how long. `evenIfHeld` takes over at once: for an operator who knows the holder to be dead. */
export type LeaseRequest = {
  readonly holder: string;
  readonly now: MicroInstant;
  readonly forMicros: number;
  readonly evenIfHeld?: boolean;
};

/** What is stored: the last grant; `holder` is null once it was given back. */
export type LeaseState = { readonly holder: string | null; readonly fence: number; readonly until: MicroInstant };

/** The next grant, or why there is none. */
export function granted(state: LeaseState | undefined, request: LeaseRequest): Lease | Problem {
  const { holder, now, forMicros, evenIfHeld = false } = request;
  if (state !== undefined && state.holder !== null && state.until > now && !evenIfHeld)
    return problem(
      'store.leaseHeld',
      { holder: state.holder, seconds: Math.ceil((state.until - now) / 1_000_000) },
      { key: 'store.waitOrTakeOver', values: {} },
    );
  return { holder, fence: (state?.fence ?? 0) + 1, until: (now + forMicros) as MicroInstant };
}

/** The same grant for longer, or that it is lost. */
export function renewed(state: LeaseState | undefined, lease: Lease, now: MicroInstant, forMicros: number): Lease | Problem {
  return isHeld(state, lease) ? { ...lease, until: (now + forMicros) as MicroInstant } : leaseLost(lease, state);
}

/** Whether a lease is the last one granted and was not given back. */
export function isHeld(state: LeaseState | undefined, lease: Lease): boolean {
  return state?.fence === lease.fence && state.holder === lease.holder;
}

/** The refusal of an append under a lease that is no longer held. */
export function leaseLost(lease: Lease, state: LeaseState | undefined): Problem {
  return problem(
    'store.leaseLost',
    { holder: lease.holder, fence: lease.fence, current: state?.fence ?? 0, by: state?.holder ?? '—' },
    { key: 'store.decideElsewhere', values: {} },
  );
}
