/** What stands still for a STOP or a NO DUFF: the place, and every serial that depends on the same medical, air or road asset. */
import type { ReadonlyConduct } from '../conduct.ts';
import { bookingOf, serialNamed, serialsUnderWay, slice } from './asking.ts';

const safetyPools: readonly string[] = ['medical', 'air', 'road'];

/** The stops and alerts, by identifier, for which a serial may not run now. */
export function standingStillAt(conduct: ReadonlyConduct, serial: string): readonly string[] {
  const safety = slice(conduct, conduct.routes.everyone)?.safety;
  if (safety === undefined) return [];
  const site = bookingOf(conduct, serial)?.site ?? null;
  const stops = [...safety.stops]
    .filter(([, stop]) => stop.liftedAt === null && stop.called !== null && stop.called.site === site)
    .map(([id]) => id);
  const alerts = [...safety.alerts]
    .filter(
      ([, alert]) =>
        alert.resumedAt === null &&
        alert.withdrawnAt === null &&
        (alert.everywhere || alert.serials.has(serial) || (alert.site !== null && alert.site === site)),
    )
    .map(([id]) => id);
  return [...stops, ...alerts];
}

/** Serials under way at a site. */
export function underWayAt(conduct: ReadonlyConduct, site: string): readonly string[] {
  return serialsUnderWay(conduct).filter((id) => bookingOf(conduct, id)?.site === site);
}

/** Serials under way at a site or depending on a medical, air or road asset that a serial there depends on. No place: all that depend on any. */
export function haltedBy(conduct: ReadonlyConduct, site: string | null): readonly string[] {
  const under = serialsUnderWay(conduct);
  const there = site === null ? under : under.filter((id) => bookingOf(conduct, id)?.site === site);
  const assets = new Set([...there.flatMap((id) => assetsOf(conduct, id)), ...(site === null ? [] : assetsAt(conduct, site))]);
  return under.filter((id) => there.includes(id) || assetsOf(conduct, id).some((asset) => assets.has(asset)));
}

function assetsOf(conduct: ReadonlyConduct, id: string): readonly string[] {
  return (serialNamed(conduct, id)?.pools ?? [])
    .map(({ pool }) => pool as string)
    .filter((pool) => safetyPools.includes(conduct.exercise.pools.byId.get(pool)?.kind ?? ''));
}

function assetsAt(conduct: ReadonlyConduct, site: string): readonly string[] {
  const evacuation = conduct.exercise.sites.byId.get(site)?.medical?.evacuation;
  return evacuation === undefined ? [] : [evacuation];
}
