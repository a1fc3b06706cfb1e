import { geoCentroid, geoMercator, geoPath, type GeoProjection } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Feature, FeatureCollection } from 'geojson';
import { ANCHORS } from './anchors.js';

const PAD = 46;

/** Outlines of countries by numeric code. */
export function outlinesOf(atlas: Topology): FeatureCollection {
  return feature(atlas, atlas.objects['countries'] as GeometryCollection);
}

/** Where arcs of a country begin and end; undefined where it is not drawn. */
export function anchorOf(
  country: { readonly code: string; readonly numeric: string },
  { features }: FeatureCollection,
): readonly [longitude: number, latitude: number] | undefined {
  const byHand = ANCHORS.get(country.code);
  if (byHand !== undefined) return byHand;
  const outline = features.find(({ id }) => id === country.numeric);
  return outline === undefined ? undefined : geoCentroid(outline);
}

/** A Mercator projection that shows these places, and not more than a continent closely. */
export function fitted(points: readonly (readonly [number, number])[], width: number, height: number): GeoProjection {
  const spots = { type: 'MultiPoint' as const, coordinates: points.map((point) => [...point]) };
  const frame: [[number, number], [number, number]] = [
    [PAD, PAD],
    [width - PAD * 1.6, height - PAD],
  ];
  const projection = geoMercator().fitExtent(frame, spots);
  const most = Math.min(width, height) * 1.6;
  if (!Number.isFinite(projection.scale()) || projection.scale() > most) {
    const [x, y] = geoCentroid(spots);
    projection
      .scale(most)
      .center([x, y])
      .translate([width / 2, height / 2]);
  }
  return projection.clipExtent([
    [0, 0],
    [width, height],
  ]);
}

/** Paths of land: of the countries involved, and of all others. */
export function landPaths(
  { features }: FeatureCollection,
  projection: GeoProjection,
  involved: ReadonlySet<string>,
): { readonly others: string; readonly involved: string } {
  const path = geoPath(projection).digits(1);
  const isInvolved = ({ id }: Feature): boolean => involved.has(String(id));
  const outline = (some: Feature[]): string => path({ type: 'FeatureCollection', features: some }) ?? '';
  return {
    others: outline(features.filter((one) => !isInvolved(one))),
    involved: outline(features.filter(isInvolved)),
  };
}

export type Point = readonly [number, number];

/** A ribbon along a bent line, wide at its start and narrow at its end. */
export function taper(
  [x0, y0]: Point,
  [x1, y1]: Point,
  { wide, bend }: { readonly wide: number; readonly bend: number },
): string {
  const [cx, cy] = [(x0 + x1) / 2 + (y1 - y0) * bend, (y0 + y1) / 2 - (x1 - x0) * bend];
  const left: string[] = [];
  const right: string[] = [];
  for (let step = 0; step <= 20; step++) {
    const t = step / 20;
    const u = 1 - t;
    const [x, y] = [u * u * x0 + 2 * u * t * cx + t * t * x1, u * u * y0 + 2 * u * t * cy + t * t * y1];
    const [dx, dy] = [2 * u * (cx - x0) + 2 * t * (x1 - cx), 2 * u * (cy - y0) + 2 * t * (y1 - cy)];
    const half = (wide * (1 - 0.85 * t)) / 2 / Math.max(1e-9, Math.hypot(dx, dy));
    left.push(`${(x - dy * half).toFixed(1)},${(y + dx * half).toFixed(1)}`);
    right.push(`${(x + dy * half).toFixed(1)},${(y - dx * half).toFixed(1)}`);
  }
  return `M${left.join('L')}L${right.reverse().join('L')}Z`;
}
