import { countryName, countryOf } from '../../foundation/index.js';
import { greatest } from '../../structures/index.js';
import { corridorsOf, type Corridor, SMALLEST_CORRIDOR } from '../pictures/corridors.js';
import { exactSum } from '../pictures/flow-words.js';
import { type MapCircle, mapCircles } from '../pictures/map-circles.js';
import { anchorOf, fitted, landPaths, type Point, taper } from '../pictures/map-geometry.js';
import { mapNote, placeLabels } from '../pictures/place-labels.js';
import { counted } from '../words/numbers.js';
import { type FigureLead, type FigureResult, pastWords } from './figure-lead.js';
import { darkFill, EDGE } from './hatching.js';
import { stageKey } from './keys.js';
import { line, wrapped } from './lettering.js';
import { INK, INNER } from './look.js';
import { type Drawn, sheetText } from './sheet.js';
import { el, short, type Svg, textOf } from './svg.js';

const MAP_WIDTH = 730;
const HEIGHT = 540;
const MOST_LINES = 14;

/** Where the money goes, between countries, with the fullest corridors in figures beside it. */
export function mapFigure(lead: FigureLead): FigureResult {
  const { places } = lead.prepared.lead;
  const corridors = corridorsOf(lead.prepared, lead.rows);
  if (corridors.length === 0) return { leftOut: 'no corridor between countries with three transfers' };
  const anchors = new Map<number, readonly [number, number]>();
  const numeric = new Set<string>();
  const unplaced = new Set<string>();
  for (const place of new Set(corridors.flatMap(({ from, to }) => [from, to]))) {
    const country = countryOf(places[place]!);
    const anchor = country === undefined ? undefined : anchorOf(country, lead.geography.outlines);
    if (anchor === undefined) unplaced.add(places[place]!);
    else {
      anchors.set(place, anchor);
      numeric.add(country!.numeric);
    }
  }
  if (anchors.size === 0) return { leftOut: 'the data name no country that can be drawn' };
  const list = corridorList(lead, corridors);
  const drawn = map(lead, { corridors, anchors, numeric });
  const missing = mapNote([...unplaced], drawn.left);
  return {
    svg: sheetText({
      title: `${lead.prepared.lead.lead}: where the money goes`,
      subtitle: lead.subtitle,
      hint: `The wide end of an arc is where money leaves, the narrow end where it arrives; its width grows with the root of the amount. The area of a circle is what was received in that country. Corridors with fewer than ${SMALLEST_CORRIDOR} transfers are left out.`,
      legend: [stageKey('in', 'paid in by payers'), stageKey('moved', 'moved on by the accounts of the lead')],
      body: {
        content: el('g', {}, drawn.content, list.content),
        height: Math.max(HEIGHT, list.height),
      },
      notes: [...(missing === '' ? [] : [missing]), ...pastWords(lead)],
      source: lead.source,
    }),
  };
}

interface MapParts {
  readonly corridors: readonly Corridor[];
  readonly anchors: ReadonlyMap<number, readonly [number, number]>;
  /** Numeric codes of the countries that are drawn darker. */
  readonly numeric: ReadonlySet<string>;
}

interface DrawnMap {
  readonly content: Svg;
  /** Names without room. */
  readonly left: readonly string[];
}

function map(lead: FigureLead, { corridors, anchors, numeric }: MapParts): DrawnMap {
  const { places } = lead.prepared.lead;
  const projection = fitted([...anchors.values()], MAP_WIDTH, HEIGHT);
  const at = (place: number): Point => projection([...anchors.get(place)!]) ?? [0, 0];
  const land = landPaths(lead.geography.outlines, projection, numeric);
  const value = ({ rows }: Corridor): number => rows.reduce((sum, row) => sum + lead.prepared.minor[row]!, 0);
  const drawn = corridors.filter(({ from, to }) => anchors.has(from) && anchors.has(to));
  const most = greatest(drawn.map(value), 1e-9);
  const arcs = drawn
    .filter(({ from, to }) => at(from).join() !== at(to).join())
    .sort((a, b) => value(b) - value(a))
    .map((corridor) => {
      const d = taper(at(corridor.from), at(corridor.to), {
        wide: 2 + 11 * Math.sqrt(value(corridor) / most),
        bend: corridor.kind === 'in' ? 0.16 : 0.3,
      });
      const paint = { fill: darkFill(corridor.kind), stroke: EDGE[corridor.kind], 'stroke-width': 0.6 };
      return el('path', { d, ...paint, 'fill-opacity': 0.85 }, el('title', {}, textOf(words(lead, corridor))));
    });
  const circles = mapCircles(
    drawn.map((corridor) => ({
      from: places[corridor.from]!,
      to: places[corridor.to]!,
      value: value(corridor),
    })),
    new Map([...anchors.keys()].map((place) => [places[place]!, at(place)])),
    14,
  );
  const { spots, left } = placeLabels(circles, { width: MAP_WIDTH, height: HEIGHT });
  const content = el(
    'g',
    {},
    el('rect', { width: MAP_WIDTH, height: HEIGHT, fill: INK.panel, stroke: INK.line }),
    el('path', { d: land.others, fill: INK.land, stroke: INK.panel, 'stroke-width': 0.7 }),
    el('path', { d: land.involved, fill: INK.involved, stroke: INK.panel, 'stroke-width': 0.7 }),
    ...arcs,
    ...circles.map(circle),
    ...circles.flatMap(({ name }, i) => {
      const spot = spots[i] ?? null;
      if (spot === null) return [];
      return line(name, [spot.x + spot.width / 2, spot.y + 11], { bold: true, halo: true, anchor: 'middle' });
    }),
  );
  return { content, left };
}

function circle({ name, x, y, radius, received }: MapCircle): Svg {
  const paint =
    received === 0
      ? { fill: INK.panel, stroke: INK.line2 }
      : { fill: INK.place, 'fill-opacity': '0.22', stroke: INK.place };
  return el('circle', { cx: x, cy: y, r: radius, 'stroke-width': 1.4, ...paint }, el('title', {}, textOf(name)));
}

/** Exact sums of the fullest corridors, right of the map. */
function corridorList(lead: FigureLead, corridors: readonly Corridor[]): Drawn {
  const x = MAP_WIDTH + 24;
  const room = INNER - x - 18;
  const content: Svg[] = [line('Corridors, fullest first', [x, 14], { size: 13, bold: true })];
  let y = 38;
  for (const corridor of corridors.slice(0, MOST_LINES)) {
    const paint = { fill: darkFill(corridor.kind), stroke: EDGE[corridor.kind] };
    content.push(el('rect', { x, y: short(y - 9), width: 12, height: 10, ...paint }));
    for (const [i, text] of wrapped(words(lead, corridor), room, 11.5).entries()) {
      content.push(line(text, [x + 18, y], { size: 11.5, fill: i === 0 ? INK.ink : INK.ink2 }));
      y += 15;
    }
    y += 7;
  }
  const more = corridors.length - MOST_LINES;
  if (more > 0)
    content.push(line(`${counted(more, 'further corridor')}, in case.json.`, [x, y], { size: 11.5, fill: INK.ink2 }));
  return { content: el('g', {}, ...content), height: y + 8 };
}

function words(lead: FigureLead, { from, to, rows }: Corridor): string {
  const way = from === to ? `Inside ${nameOf(lead, from)}` : `${nameOf(lead, from)} to ${nameOf(lead, to)}`;
  return `${way}: ${exactSum(lead.prepared, rows)} in ${counted(rows.length, 'transfer')}`;
}

function nameOf({ prepared }: FigureLead, place: number): string {
  return countryName(prepared.lead.places[place]!);
}
