// MapLibre, touched nowhere else: the offline base map, the ways between sites, and where on the screen a position lies.
import 'maplibre-gl/dist/maplibre-gl.css';
import { type GeoJSONSource, Map as LibreMap, NavigationControl, ScaleControl, setWorkerUrl } from 'maplibre-gl';
import workerAddress from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { Position } from '../../../src/kernel/index.ts';
import type { Land } from './land.ts';
import classes from './map.module.css';
import type { MapColours } from './map-colours.ts';
import type { Bounds, Way } from './places.ts';

setWorkerUrl(workerAddress);

export type Project = (position: Position) => { readonly x: number; readonly y: number };

export type BaseMapProps = {
  readonly land: Land;
  readonly ways: readonly Way[];
  readonly bounds: Bounds;
  readonly colours: MapColours;
  readonly names: { readonly title: string; readonly zoomIn: string; readonly zoomOut: string };
  /** Told with every movement, and null when the map cannot be drawn. */
  readonly onMoved: (project: Project | null) => void;
};

export default function BaseMap({ land, ways, bounds, colours, names, onMoved }: BaseMapProps) {
  const container = useRef<HTMLDivElement>(null);
  const map = useRef<LibreMap | null>(null);
  const isFirst = useRef(true);
  const moved = useEffectEvent((project: Project | null) => onMoved(project));
  const style = useEffectEvent(() => styleOf(land, ways, bounds, colours));
  const starting = useEffectEvent(() => ({ bounds: boxOf(bounds), names }));

  useEffect(() => {
    if (container.current === null) return;
    const { bounds: box, names: locale } = starting();
    let made: LibreMap;
    try {
      made = new LibreMap({
        container: container.current,
        style: style(),
        bounds: box,
        attributionControl: { compact: true, customAttribution: 'Natural Earth' },
        dragRotate: false,
        pitchWithRotate: false,
        maxZoom: 14,
        locale: {
          'Map.Title': locale.title,
          'NavigationControl.ZoomIn': locale.zoomIn,
          'NavigationControl.ZoomOut': locale.zoomOut,
        },
      });
    } catch {
      moved(null);
      return;
    }
    map.current = made;
    made.touchZoomRotate.disableRotation();
    made.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    made.addControl(new ScaleControl({ unit: 'metric' }), 'top-left');
    const tell = () =>
      moved(({ longitude, latitude }) => {
        const { x, y } = made.project([longitude, latitude]);
        return { x, y };
      });
    made.on('move', tell);
    made.on('resize', tell);
    made.on('load', tell);
    tell();
    return () => {
      map.current = null;
      made.remove();
    };
  }, []);

  // The style is made anew of exactly these.
  useEffect(() => {
    if (isFirst.current) isFirst.current = false;
    else map.current?.setStyle(style(), { diff: false });
  }, [colours, ways]);

  return <div ref={container} className={classes.map} />;
}

const boxOf = ({ west, south, east, north }: Bounds): [number, number, number, number] => [west, south, east, north];

type Style = Exclude<ConstructorParameters<typeof LibreMap>[0]['style'], string | undefined>;
type Data = Parameters<GeoJSONSource['setData']>[0];

function styleOf(land: Land, ways: readonly Way[], bounds: Bounds, colours: MapColours): Style {
  const source = (data: unknown) => ({ type: 'geojson' as const, data: data as Exclude<Data, string> });
  return {
    version: 8,
    sources: {
      land: source({ type: 'Feature', properties: {}, geometry: { type: 'MultiPolygon', coordinates: land.polygons } }),
      borders: source({ type: 'Feature', properties: {}, geometry: { type: 'MultiLineString', coordinates: land.borders } }),
      grid: source({ type: 'Feature', properties: {}, geometry: { type: 'MultiLineString', coordinates: gridAround(bounds) } }),
      ways: source({
        type: 'Feature',
        properties: {},
        geometry: {
          type: 'MultiLineString',
          coordinates: ways.map(({ from, to }) => [
            [from.longitude, from.latitude],
            [to.longitude, to.latitude],
          ]),
        },
      }),
    },
    layers: [
      { id: 'water', type: 'background', paint: { 'background-color': colours.water } },
      { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': colours.land } },
      { id: 'grid', type: 'line', source: 'grid', paint: { 'line-color': colours.grid, 'line-width': 1 } },
      {
        id: 'borders',
        type: 'line',
        source: 'borders',
        paint: { 'line-color': colours.border, 'line-width': 1.5, 'line-dasharray': [4, 2] },
      },
      { id: 'ways', type: 'line', source: 'ways', paint: { 'line-color': colours.way, 'line-width': 1.5, 'line-dasharray': [2, 2] } },
    ],
  };
}

/** A net of degrees, so that an empty country still has a measure. */
function gridAround({ west, south, east, north }: Bounds): readonly (readonly (readonly number[])[])[] {
  const step = 0.05;
  const margin = 0.5;
  const lines: (readonly (readonly number[])[])[] = [];
  const [left, right] = [Math.floor((west - margin) / step), Math.ceil((east + margin) / step)];
  const [bottom, top] = [Math.floor((south - margin) / step), Math.ceil((north + margin) / step)];
  for (let x = left; x <= right; x++)
    lines.push([
      [x * step, bottom * step],
      [x * step, top * step],
    ]);
  for (let y = bottom; y <= top; y++)
    lines.push([
      [left * step, y * step],
      [right * step, y * step],
    ]);
  return lines;
}
