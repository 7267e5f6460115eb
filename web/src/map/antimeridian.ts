// Cuts rings of longitude and latitude at the antimeridian. The base map's rings run on across it, and drawn as they are they would streak over
// half the world.
export type Coordinate = readonly [longitude: number, latitude: number];
export type Ring = readonly Coordinate[];

/** The polygon as polygons that lie wholly between −180 and 180; each keeps the holes that fall inside it. */
export function cutPolygon(rings: readonly Ring[]): readonly (readonly Ring[])[] {
  const unwound = rings.map(unwind);
  if (unwound.every((ring) => ring.every(([longitude]) => Math.abs(longitude) <= 180))) return [rings];
  const [outer, ...holes] = unwound;
  if (outer === undefined) return [];
  const polygons: (readonly Ring[])[] = [];
  for (const shift of [-360, 0, 360]) {
    const part = clipped(outer, shift);
    if (part.length < 4) continue;
    const inside = holes.map((hole) => clipped(hole, shift)).filter((hole) => hole.length >= 4);
    polygons.push([part, ...inside]);
  }
  return polygons;
}

/** Longitudes without jumps; a ring that goes once around a pole is led over it. */
function unwind(ring: Ring): Ring {
  const unwound: Coordinate[] = [];
  let offset = 0;
  let last: number | undefined;
  for (const [longitude, latitude] of ring) {
    if (last !== undefined) {
      if (longitude - last > 180) offset -= 360;
      else if (longitude - last < -180) offset += 360;
    }
    last = longitude;
    unwound.push([longitude + offset, latitude]);
  }
  const [first, end] = [unwound[0], unwound.at(-1)];
  if (first === undefined || end === undefined || Math.abs(first[0] - end[0]) < 180) return unwound;
  const pole = first[1] < 0 ? -90 : 90;
  return [...unwound, [end[0], pole], [first[0], pole], first];
}

/** The part between −180 and 180 of a ring moved by a shift, closed along the cut. */
function clipped(ring: Ring, shift: number): Ring {
  const moved = ring.map(([longitude, latitude]): Coordinate => [longitude + shift, latitude]);
  const east = clipAt(moved, 180, (longitude) => longitude <= 180);
  const both = clipAt(east, -180, (longitude) => longitude >= -180);
  const first = both[0];
  return first === undefined ? both : [...both, first];
}

function clipAt(ring: Ring, edge: number, isInside: (longitude: number) => boolean): Ring {
  const kept: Coordinate[] = [];
  ring.forEach((point, index) => {
    const before = ring[(index + ring.length - 1) % ring.length];
    if (before === undefined) return;
    if (isInside(point[0]) !== isInside(before[0])) {
      const share = (edge - before[0]) / (point[0] - before[0]);
      kept.push([edge, before[1] + share * (point[1] - before[1])]);
    }
    if (isInside(point[0])) kept.push(point);
  });
  return kept;
}
