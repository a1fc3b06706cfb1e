import { countryName, countryOf } from '../../foundation/index.js';
import { type GeoProjection } from 'd3-geo';
import { type Topology } from 'topojson-specification';
import { type FeatureCollection } from 'geojson';
import { freeSpot } from '../pictures/free-spot.js';
import { anchorOf, fitted, landPaths, outlinesOf, type Point, taper } from '../pictures/map-geometry.js';
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
  /** Spellings that name no country that can be drawn. */
  readonly unplaced: readonly string[];
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
  if (places.size === 0) return { picture: null, unplaced: [...unplaced] };
  const projection = fitted([...places.values()], width, height);
  const at = (name: string): [number, number] => projection([...places.get(name)!]) ?? [0, 0];
  const drawn = arcs.filter(({ from, to }) => places.has(from) && places.has(to));
  const most = Math.max(...drawn.map(({ value }) => value), 1e-9);
  const ribbons = drawn
    .filter(({ from, to }) => at(from).join() !== at(to).join())
    .map((arc) => {
      const path = taper(at(arc.from), at(arc.to), {
        wide: 1.4 + 9 * Math.sqrt(arc.value / most),
        bend: arc.kind === 'in' ? 0.16 : 0.3,
      });
      return s('path', { d: path, class: `arc ${arc.kind}` }, s('title', {}, arc.hint));
    });
  const received = new Map<string, number>([...places.keys()].map((name) => [name, 0]));
  for (const { to, value } of drawn) received.set(to, received.get(to)! + value);
  const label = `Map of ${[...places.keys()].map(countryName).join(', ')}; the same as a table below`;
  return {
    picture: picture(
      width,
      height,
      label,
      land(projection, new Set([...places.keys()].map((name) => countryOf(name)!.numeric))),
      ...ribbons,
      ...circles(received, at, width),
    ),
    unplaced: [...unplaced],
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

function circles(received: ReadonlyMap<string, number>, at: (name: string) => Point, width: number): SVGElement[] {
  const most = Math.max(...received.values(), 1e-9);
  const placed = [...received].map(([name, value]) => ({
    name,
    value,
    radius: value === 0 ? 3 : 4 + 12 * Math.sqrt(value / most),
    at: at(name),
  }));
  placed.sort((a, b) => b.value - a.value);
  const taken = placed.map(({ at: [x, y], radius }) => ({
    x: x - radius,
    y: y - radius,
    width: radius * 2,
    height: radius * 2,
  }));
  return placed.flatMap(({ name, value, radius, at: [x, y] }) => {
    const text = countryName(name);
    const circle = s(
      'circle',
      { cx: x, cy: y, r: radius, class: value === 0 ? 'sender' : 'received' },
      s('title', {}, text),
    );
    const spot = freeSpot({ x, y, radius, width: text.length * 7.2, limit: width }, taken);
    return spot === null ? [circle] : [circle, s('text', { x: spot.x, y: spot.y + 11, class: 'place-name' }, text)];
  });
}
