import { s } from './dom.js';
import { COLUMN_TITLES } from '../pictures/flow-columns.js';
import { BAR, drawNode, type FlowDrawing } from './flow-draw-node.js';
import { layOutFlow, type PlacedLink } from '../pictures/flow-layout.js';

/** Draws the flow: ribbons under nodes under labels. */
export function drawFlow(drawing: FlowDrawing): SVGSVGElement {
  const { journey, width, isUpright } = drawing;
  const columns = [...new Set(journey.nodes.map(({ column }) => column))].sort((a, b) => a - b);
  const most = Math.max(1, ...columns.map((at) => journey.nodes.filter(({ column }) => column === at).length));
  const pad = isUpright ? { along: 34, before: 6, after: 46 } : { along: 30, before: 150, after: 152 };
  const frame = isUpright
    ? { along: (columns.length - 1) * 150, across: width - 20, gap: 74, leastSize: 3 }
    : { along: width - pad.before - pad.after, across: Math.max(300, most * 58), gap: 29, leastSize: 3 };
  const layout = layOutFlow(journey.nodes, journey.links, frame);
  const hasBack = layout.links.some(({ way }) => way === 'backward');
  const height = isUpright ? frame.along + 122 : frame.across + pad.along + (hasBack ? 44 : 12);
  const at = (along: number, across: number): string =>
    isUpright
      ? `${(across + 10).toFixed(1)},${(along + pad.along).toFixed(1)}`
      : `${(along + pad.before).toFixed(1)},${(across + pad.along).toFixed(1)}`;
  const path = (link: PlacedLink, i: number): string => {
    const { from, to } = journey.links[i]!;
    const [a, b] = [layout.nodes[from]!.along + BAR, layout.nodes[to]!.along];
    if (link.way === 'forward') {
      const middle = (a + b) / 2;
      return `M${at(a, link.start)}C${at(middle, link.start)} ${at(middle, link.end)} ${at(b, link.end)}`;
    }
    if (link.way === 'inside') {
      const bow = a + 26 + Math.min(70, Math.abs(link.end - link.start) / 3);
      return `M${at(a, link.start)}C${at(bow, link.start)} ${at(bow, link.end)} ${at(a, link.end)}`;
    }
    const under = frame.across + 14 + (i % 4) * 6;
    return `M${at(a, link.start)}C${at(a + 60, link.start)} ${at(a + 60, under)} ${at(a, under)}L${at(b, under)}C${at(b - 60, under)} ${at(b - 60, link.end)} ${at(b, link.end)}`;
  };
  const ribbons = layout.links.map((link, i) => {
    const { from, to, rows } = journey.links[i]!;
    const [source, target] = [journey.nodes[from]!, journey.nodes[to]!];
    const hint = `${source.title} to ${target.title}: ${drawing.exact(rows)}`;
    const classes = `ribbon from-${source.kind} n${from} n${to}`;
    return s('path', { d: path(link, i), class: classes, 'stroke-width': link.width.toFixed(1) }, s('title', {}, hint));
  });
  const step = frame.along / Math.max(1, columns.length - 1);
  const roomOf = (column: number): number => {
    if (column === 0) return pad.before - 10;
    return (column === columns.at(-1) ? pad.after : step) - BAR - 26;
  };
  const nodes = journey.nodes.map(({ column }, i) =>
    drawNode(drawing, { i, placed: layout.nodes[i]!, at, room: roomOf(column) }),
  );
  const titles = isUpright ? [] : columnTitles(columns, frame.along, pad.before);
  return s(
    'svg',
    {
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      class: 'picture flow-picture',
      role: 'group',
      'aria-label': 'The money across the journey; the same as a table below',
    },
    s('g', { class: 'ribbons' }, ...ribbons),
    ...titles,
    ...nodes,
  );
}

function columnTitles(columns: readonly number[], along: number, before: number): SVGTextElement[] {
  return columns.map((column, i) => {
    const x = before + BAR / 2 + (columns.length < 2 ? 0 : (along / (columns.length - 1)) * i);
    return s('text', { x, y: 12, class: 'column-title', 'text-anchor': 'middle' }, COLUMN_TITLES[column]);
  });
}
