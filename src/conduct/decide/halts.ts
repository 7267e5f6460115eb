/** What stands still for a STOP or a NO DUFF: the place, and every serial that depends on the same medical, air or road asset. */
import type { ReadonlyConduct } from '../conduct.ts';
import { bookingOf, serialNamed, serialsUnderWay, slice } from './asking.ts';

const safetyPools: readonly string[] = ['medical', 'air', 'road'];

/**
 * The stops and alerts, by identifier, for which a serial may not run now. An alert stands until play is resumed, also when it was withdrawn;
 * one without a place stands everywhere.
 */
export function standingStillAt(conduct: ReadonlyConduct, serial: string): readonly string[] {
  const safety = slice(conduct, conduct.routes.everyone)?.safety;
  if (safety === undefined || (safety.standingStops.size === 0 && safety.standingAlerts.size === 0)) return [];
  const site = bookingOf(conduct, serial)?.site ?? null;
  const stops = [...safety.standingStops].filter((id) => site !== null && safety.stops.get(id)?.called?.site === site);
  const assets = assetsOf(conduct, serial);
  const alerts = [...safety.standingAlerts].filter((id) => {
    const alert = safety.alerts.get(id);
    if (alert === undefined) return false;
    if (alert.everywhere || alert.site === null || alert.site === site || alert.serials.has(serial)) return true;
    return assets.length > 0 && assetsConcerned(conduct, alert.site, alert.serials).some((asset) => assets.includes(asset));
  });
  return [...stops, ...alerts];
}

/** Serials under way at a site. */
export function underWayAt(conduct: ReadonlyConduct, site: string): readonly string[] {
  return serialsUnderWay(conduct).filter((id) => bookingOf(conduct, id)?.site === site);
}

/** Serials under way at a site or depending on a medical, air or road asset that it needs. No place: all that are under way. */
export function haltedBy(conduct: ReadonlyConduct, site: string | null): readonly string[] {
  const under = serialsUnderWay(conduct);
  if (site === null) return under;
  const there = new Set(under.filter((id) => bookingOf(conduct, id)?.site === site));
  const assets = assetsConcerned(conduct, site, there);
  return under.filter((id) => there.has(id) || assetsOf(conduct, id).some((asset) => assets.includes(asset)));
}

/** The assets that a site and the serials which stand there depend on. */
function assetsConcerned(conduct: ReadonlyConduct, site: string, serials: ReadonlySet<string>): readonly string[] {
  const assets = new Set(assetsAt(conduct, site));
  for (const id of serials) if (bookingOf(conduct, id)?.site === site) for (const asset of assetsOf(conduct, id)) assets.add(asset);
  return [...assets];
}

/** What a serial depends on: by its own needs, and by where it is held. */
function assetsOf(conduct: ReadonlyConduct, id: string): readonly string[] {
  const own = (serialNamed(conduct, id)?.pools ?? []).map(({ pool }) => pool as string);
  const site = bookingOf(conduct, id)?.site ?? null;
  const isSafety = (pool: string) => safetyPools.includes(conduct.exercise.pools.byId.get(pool)?.kind ?? '');
  return [...own.filter(isSafety), ...(site === null ? [] : assetsAt(conduct, site))];
}

function assetsAt(conduct: ReadonlyConduct, site: string): readonly string[] {
  return conduct.exercise.sites.byId.get(site)?.medical?.assets ?? [];
}
