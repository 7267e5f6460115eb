// The offline base map: Natural Earth's countries at 1:50m, as polygons and as the lines between them.
import { feature, mesh } from 'topojson-client';
import atlasAddress from 'world-atlas/countries-50m.json?url';
import { cutPolygon, type Ring } from './antimeridian.ts';

export type Land = { readonly polygons: readonly (readonly Ring[])[]; readonly borders: readonly Ring[] };

type Atlas = Parameters<typeof feature>[0];

let loading: Promise<Land> | undefined;

export function loadLand(): Promise<Land> {
  loading ??= fetch(atlasAddress)
    .then((response) => response.json())
    .then((atlas) => landOf(atlas as Atlas));
  return loading;
}

function landOf(atlas: Atlas): Land {
  const { countries, land } = atlas.objects;
  if (countries === undefined || land === undefined) return { polygons: [], borders: [] };
  const whole = feature(atlas, land);
  const shapes = whole.type === 'FeatureCollection' ? whole.features : [whole];
  const polygons = shapes.flatMap(({ geometry }) =>
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [],
  );
  const lines = mesh(atlas, countries as Parameters<typeof mesh>[1], (a, b) => a !== b);
  return {
    polygons: (polygons as unknown as (readonly Ring[])[]).flatMap(cutPolygon),
    borders: lines.coordinates as unknown as readonly Ring[],
  };
}
