import { geoCentroid, geoMercator, geoPath, type GeoProjection } from 'd3-geo';
import { feature } from 'topojson-client';
import { type GeometryCollection, type Topology } from 'topojson-specification';
import { type Feature, type FeatureCollection } from 'geojson';
import { ANCHORS } from './anchors.js';
import { countryName, countryOf } from './countries.js';
import { picture, s } from './dom.js';
import { freeSpot } from './free-spot.js';

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
const PAD = 46;

/** A map fitted to the countries that arcs touch: wide where money leaves, narrow where it arrives. */
export function drawMap(arcs: readonly Arc[], width: number, height: number): DrawnMap {
  const places = new Map<string, readonly [number, number]>();
  const unplaced = new Set<string>();
  for (const name of arcs.flatMap(({ from, to }) => [from, to])) {
    const anchor = anchorOf(name);
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

function anchorOf(name: string): readonly [number, number] | undefined {
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

function fitted(points: readonly (readonly [number, number])[], width: number, height: number): GeoProjection {
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

function land(projection: GeoProjection, involved: ReadonlySet<string>): SVGGElement {
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

type Point = readonly [number, number];

/** A ribbon along a bent line, wide at its start and narrow at its end. */
function taper(
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
