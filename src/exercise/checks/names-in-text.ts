/** Names that stand where no schema marks them: keys of tables, zones of sites, roles in agreements and assumptions. They too must exist. */

import type { ItemDocument } from '../document.ts';
import { statementNames } from '../nouns/collections.ts';
import { roles } from '../nouns/people.ts';
import type { Path } from '../parsed-file.ts';
import type { Collection } from '../portions.ts';
import { fieldName } from '../schema-problems.ts';
import { check, checkOfItems, fault, type Remark } from './check.ts';
import { meantAmong } from './named-things.ts';

type Named = { readonly collection: Collection; readonly id: string; readonly path: Path; readonly kind: string; readonly name: string };

export const everyPartyKeyExists = check('everyPartyKeyExists', 'A table by party names parties that exist.', (document) => {
  const { setting, policy, serials } = document.exercise;
  const named = [
    ...keysOf(setting.partyScales, 'exercise', 'exercise', ['partyScales'], 'party'),
    ...keysOf(setting.positions.coarseMetres, 'exercise', 'exercise', ['positions', 'coarseMetres'], 'party'),
    ...Object.entries(policy.equivalents).flatMap(([name, table]) => keysOf(table, 'release', 'release', ['equivalents', name], 'party')),
    ...serials.list.flatMap(({ id, team }) => keysOf(team?.perParty ?? {}, 'serials', id, ['team', 'perParty'], 'party')),
  ];
  return missing(document, named, new Set(document.written('parties').keys()));
});

export const everyTravelSiteExists = checkOfItems('everyTravelSiteExists', 'Travel times lead to sites that exist.', (document) => {
  const named = document.exercise.sites.list.flatMap(({ id, travel }) => keysOf(travel, 'sites', id, ['travel'], 'site'));
  return missing(document, named, new Set(document.written('sites').keys()));
});

export const everyZoneExists = checkOfItems(
  'everyZoneExists',
  'A zone that is named is a zone of the site meant.',
  function* (document) {
    const { sites } = document.exercise;
    for (const { sites: having, meant, ...named } of zonesNamed(document)) {
      if (having.length > 0) continue;
      const known = meant.flatMap((id) => Object.keys(sites.byId.get(id)?.zones ?? {}).flatMap((zone) => [zone, `${id}/${zone}`]));
      yield* missing(document, [named], new Set(known));
    }
  },
  ['sites'],
);

type NamedZone = Named & { readonly meant: readonly string[]; readonly sites: readonly string[] };

/** Every zone that a serial or a scope names, with the sites that may be meant and those of them that have it. */
export function* zonesNamed(document: ItemDocument): Iterable<NamedZone> {
  const { sites, serials } = document.exercise;
  const all = sites.list.map(({ id }) => id);
  const having = (name: string, meant: readonly string[]) =>
    meant.filter((id) => Object.keys(sites.byId.get(id)?.zones ?? {}).some((zone) => name === zone || name === `${id}/${zone}`));
  for (const { id, zone, sites: listed } of serials.list) {
    if (zone === undefined) continue;
    const meant = listed.length === 0 ? all : listed;
    yield { collection: 'serials', id, path: ['zone'], kind: 'zone', name: zone, meant, sites: having(zone, meant) };
  }
  for (const named of zonesInScopes(document)) yield { ...named, meant: all, sites: having(named.name, all) };
}

export const everyRoleExists = checkOfItems('everyRoleExists', 'A role that is named is one of the roles there are.', (document) => {
  const { agreements, assumptions, scarce } = document.exercise;
  const role = (collection: Collection, id: string, path: Path, name: string) => ({ collection, id, path, kind: 'role', name });
  const named = [
    ...agreements.list.flatMap(({ id, consents }) =>
      consents.map((one, index) => role('agreements', id, ['consents', index, 'role'], one.role)),
    ),
    ...assumptions.list.flatMap(({ id, roles: names }) => names.map((name, index) => role('assumptions', id, ['roles', index], name))),
    ...scarce.list.flatMap(({ id, roles: names }) => names.map((name, index) => role('scarce', id, ['roles', index], name))),
  ];
  return missing(document, named, new Set<string>(roles));
});

function keysOf(table: Readonly<Record<string, unknown>>, collection: Collection, id: string, path: Path, kind: string): readonly Named[] {
  return Object.keys(table).map((name) => ({ collection, id, path: [...path, name], kind, name }));
}

function* zonesInScopes({ exercise }: ItemDocument): Iterable<Named> {
  for (const collection of statementNames) {
    for (const item of exercise[collection].list) {
      for (const [field, value] of Object.entries(item)) {
        if (typeof value !== 'object' || value === null || !('zones' in value) || !Array.isArray(value.zones)) continue;
        for (const [index, zone] of value.zones.entries())
          yield { collection, id: item.id, path: [field, 'zones', index], kind: 'zone', name: String(zone) };
      }
    }
  }
}

function missing(document: ItemDocument, named: readonly Named[], known: ReadonlySet<string>): readonly Remark[] {
  return named
    .filter(({ name }) => !known.has(name))
    .map(({ collection, id, path, kind, name }) =>
      fault(
        document.placeOf(collection, id, path),
        'exercise.noSuch',
        { item: id, field: fieldName(path), kind, name },
        meantAmong(name, known),
      ),
    );
}
