import { countryName, countryOf } from '../../foundation/index.js';
import { type GeoProjection } from 'd3-geo';
import { type Topology } from 'topojson-specification';
import { type FeatureCollection } from 'geojson';
import { mapCircles } from '../pictures/map-circles.js';
import { anchorOf, fitted, landPaths, outlinesOf, taper } from '../pictures/map-geometry.js';
import { mapNote, placeLabels } from '../pictures/place-labels.js';
import { picture, s } from './dom.js';

/** Money from one country to another; a country with itself is money inside it. */
export interface Arc {
  readonly from: string;
  readonly to: string;
  readonly value: number;
  /** Which of two colours and bends. */
  readonly kind: 'in' | 'moved';
  readonly hint: string;
}

export interface DrawnMap {
  readonly picture: SVGSVGElement | null;
  /** What is not on it: spellings that name no country that can be drawn, and names without room. */
  readonly note: string;
}

let world: FeatureCollection | undefined;

/** A map fitted to the countries that arcs touch: wide where money leaves, narrow where it arrives. */
export function drawMap(arcs: readonly Arc[], width: number, height: number): DrawnMap {
  const places = new Map<string, readonly [number, number]>();
  const unplaced = new Set<string>();
  for (const name of arcs.flatMap(({ from, to }) => [from, to])) {
    const anchor = placed(name);
    if (anchor === undefined) unplaced.add(name);
    else places.set(name, anchor);
  }
  if (places.size === 0) return { picture: null, note: mapNote([...unplaced], []) };
  const projection = fitted([...places.values()], width, height);
  const at = new Map([...places].map(([name, place]) => [name, projection([...place]) ?? ([0, 0] as const)]));
  const drawn = arcs.filter(({ from, to }) => at.has(from) && at.has(to));
  const most = Math.max(...drawn.map(({ value }) => value), 1e-9);
  const ribbons = drawn.flatMap((arc) => {
    const [from, to] = [at.get(arc.from)!, at.get(arc.to)!];
    if (from.join() === to.join()) return [];
    const path = taper(from, to, {
      wide: 1.4 + 9 * Math.sqrt(arc.value / most),
      bend: arc.kind === 'in' ? 0.16 : 0.3,
    });
    return s('path', { d: path, class: `arc ${arc.kind}` }, s('title', {}, arc.hint));
  });
  const circles = mapCircles(drawn, at, 12);
  const { spots, left } = placeLabels(circles, { width, height });
  const label = `Map of ${[...at.keys()].map(countryName).join(', ')}; the same as a table below`;
  return {
    picture: picture(
      width,
      height,
      label,
      land(projection, new Set([...at.keys()].map((name) => countryOf(name)!.numeric))),
      ...ribbons,
      ...circles.map(({ name, x, y, radius, received }) =>
        s('circle', { cx: x, cy: y, r: radius, class: received === 0 ? 'sender' : 'received' }, s('title', {}, name)),
      ),
      ...circles.flatMap(({ name }, i) => {
        const spot = spots[i] ?? null;
        return spot === null ? [] : s('text', { x: spot.x, y: spot.y + 11, class: 'place-name' }, name);
      }),
    ),
    note: mapNote([...unplaced], left),
  };
}

function placed(name: string): readonly [number, number] | undefined {
  const country = countryOf(name);
  return country === undefined ? undefined : anchorOf(country, outlines());
}

function outlines(): FeatureCollection {
  if (world === undefined) {
    world = outlinesOf(JSON.parse(document.getElementById('world-data')?.textContent ?? '{}') as Topology);
  }
  return world;
}

function land(projection: GeoProjection, involved: ReadonlySet<string>): SVGGElement {
  const paths = landPaths(outlines(), projection, involved);
  return s('g', { class: 'land' }, s('path', { d: paths.others }), s('path', { d: paths.involved, class: 'involved' }));
}
