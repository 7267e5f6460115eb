// The map where the browser cannot draw the other: land, borders and ways as plain lines, without moving.
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import type { Position } from '../../../src/kernel/index.ts';
import type { Project } from './base-map.tsx';
import type { Land } from './land.ts';
import classes from './map.module.css';
import type { Bounds, Way } from './places.ts';

type SimpleMapProps = {
  readonly land: Land | null;
  readonly ways: readonly Way[];
  readonly bounds: Bounds;
  readonly title: string;
  readonly onMoved: (project: Project) => void;
};

export function SimpleMap({ land, ways, bounds, title, onMoved }: SimpleMapProps) {
  const container = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 1, height: 1 });
  const moved = useEffectEvent(onMoved);
  useLayoutEffect(() => {
    const element = container.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useEffect(() => moved(projectionOf(bounds, size)), [bounds, size]);
  const project = projectionOf(bounds, size);
  const pointOf = ([longitude, latitude]: readonly [number, number]): string => {
    const { x, y } = project({ longitude, latitude });
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  };
  const isNear = (ring: readonly (readonly [number, number])[]): boolean =>
    ring.some(([longitude, latitude]) => Math.abs(longitude - bounds.west) < 30 && Math.abs(latitude - bounds.south) < 30);
  return (
    <div ref={container} className={classes.map}>
      <svg className={classes.simple} width={size.width} height={size.height} role="img" aria-label={title}>
        {land?.polygons
          .filter(([outer]) => outer !== undefined && isNear(outer))
          .map((rings, index) => (
            <path key={index} className={classes.land} d={rings.map((ring) => `M${ring.map(pointOf).join('L')}Z`).join('')} />
          ))}
        {land?.borders.filter(isNear).map((line, index) => (
          <path key={index} className={classes.border} d={`M${line.map(pointOf).join('L')}`} />
        ))}
        {ways.map(({ from, to }) => {
          const [start, end] = [project(from), project(to)];
          return (
            <line key={`${start.x},${start.y},${end.x},${end.y}`} className={classes.way} x1={start.x} y1={start.y} x2={end.x} y2={end.y} />
          );
        })}
      </svg>
    </div>
  );
}

/** Level and even over so small a part of the world: degrees of longitude shortened for the latitude. */
function projectionOf(
  { west, south, east, north }: Bounds,
  { width, height }: { readonly width: number; readonly height: number },
): Project {
  const shortened = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = Math.min(width / ((east - west) * shortened), height / (north - south));
  const [middleX, middleY] = [(west + east) / 2, (south + north) / 2];
  return ({ longitude, latitude }: Position) => ({
    x: width / 2 + (longitude - middleX) * shortened * scale,
    y: height / 2 - (latitude - middleY) * scale,
  });
}
