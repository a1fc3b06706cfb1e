import { geoCentroid, geoPath, type GeoProjection } from 'd3-geo';
import { type Feature, type FeatureCollection } from 'geojson';
import { feature } from 'topojson-client';
import { type GeometryCollection, type Topology } from 'topojson-specification';
import { ANCHORS } from './anchors.js';
import { countryOf } from './countries.js';
import { s } from './dom.js';

let world: FeatureCollection | undefined;

/** Where a country stands on a map; undefined for what names none that could be drawn. */
export function anchorOf(name: string): readonly [number, number] | undefined {
  const country = countryOf(name);
  if (country === undefined) return undefined;
  const byHand = ANCHORS.get(country.code);
  if (byHand !== undefined) return byHand;
  const outline = outlines().features.find(({ id }) => id === country.numeric);
  return outline === undefined ? undefined : geoCentroid(outline);
}

function outlines(): FeatureCollection {
  if (world === undefined) {
    const atlas = JSON.parse(document.getElementById('world-data')?.textContent ?? '{}') as Topology;
    world = feature(atlas, atlas.objects['countries'] as GeometryCollection);
  }
  return world;
}

/** The outlines of all countries, those involved apart. */
export function land(projection: GeoProjection, involved: ReadonlySet<string>): SVGGElement {
  const path = geoPath(projection).digits(1);
  const draw = ({ id }: Feature): boolean => involved.has(String(id));
  const outline = (features: Feature[]): string => path({ type: 'FeatureCollection', features }) ?? '';
  const { features } = outlines();
  return s(
    'g',
    { class: 'land' },
    s('path', { d: outline(features.filter((one) => !draw(one))) }),
    s('path', { d: outline(features.filter(draw)), class: 'involved' }),
  );
}
