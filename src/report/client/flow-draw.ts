import { shortMoney } from '../words/numbers.js';
import { shortened } from '../words/shortened.js';
import { countryName } from './countries.js';
import { type Child, s } from './dom.js';
import { COLUMN_TITLES, type Journey } from '../pictures/flow-graph.js';
import { layOutFlow, type PlacedLink } from '../pictures/flow-layout.js';
import { mark } from './roles.js';

const BAR = 12;

export interface FlowDrawing {
  readonly journey: Journey;
  readonly width: number;
  readonly isUpright: boolean;
  /** What a link and a node are worth, in words for hints. */
  readonly exact: (rows: readonly number[]) => string;
  readonly short: (minor: number) => string;
  readonly onChoose: (account: number) => void;
}

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
  const height = isUpright ? frame.along + 110 : frame.across + pad.along + (hasBack ? 44 : 12);
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
  const letters = isUpright
    ? 24
    : Math.max(9, Math.floor((frame.along / Math.max(1, columns.length - 1) - BAR - 30) / 7.4));
  const nodes = journey.nodes.map((_, i) => drawNode(drawing, { i, placed: layout.nodes[i]!, at, letters }));
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

interface NodePlace {
  readonly i: number;
  readonly placed: {
    readonly along: number;
    readonly across: number;
    readonly size: number;
    readonly sumIn: number;
    readonly sumOut: number;
  };
  readonly at: (along: number, across: number) => string;
  /** Letters that a label has room for. */
  readonly letters: number;
}

function drawNode(drawing: FlowDrawing, { i, placed, at, letters }: NodePlace): SVGGElement {
  const { journey, isUpright, short, onChoose } = drawing;
  const { kind, title, note, account, column } = journey.nodes[i]!;
  const name = column === 0 && kind === 'payers' ? countryName(title) : title;
  const label = account === null ? name : shortened(name, letters);
  const sum = short(Math.max(placed.sumIn, placed.sumOut));
  const below = note === '' ? sum : `${note} · ${sum}`;
  const [x, y] = at(placed.along, placed.across).split(',').map(Number) as [number, number];
  const box = isUpright ? { width: placed.size, height: BAR } : { width: BAR, height: placed.size };
  const choose = (): void => {
    if (account !== null) onChoose(account);
  };
  const light = (): void => {
    light.group
      ?.closest('svg')
      ?.querySelectorAll(`.n${i}`)
      .forEach((link) => {
        link.classList.add('lit');
      });
    light.group?.closest('svg')?.classList.add('has-lit');
  };
  light.group = null as SVGGElement | null;
  const dim = (): void => {
    light.group
      ?.closest('svg')
      ?.querySelectorAll('.lit')
      .forEach((link) => {
        link.classList.remove('lit');
      });
    light.group?.closest('svg')?.classList.remove('has-lit');
  };
  const asButton = account === null ? {} : { role: 'button', tabindex: 0 };
  const group = s(
    'g',
    {
      class: `flow-node role-${kind} ${account === null ? '' : 'choosable'}`,
      ...asButton,
      click: choose,
      keydown: (event) => {
        if (event instanceof KeyboardEvent && (event.key === 'Enter' || event.key === ' ')) {
          event.preventDefault();
          choose();
        }
      },
      mouseenter: light,
      mouseleave: dim,
      focus: light,
      blur: dim,
    },
    s('title', {}, account === null ? `${name}, ${below}` : `${name}, ${below}: choose`),
    s('rect', { x, y, ...box, rx: 1.5, class: kind === 'payers' || kind === 'others' ? 'hollow' : '' }),
    ...labels(
      { x, y, size: placed.size, isFirst: column === 0, isUpright, width: drawing.width },
      [label, below],
      kind,
    ),
  );
  light.group = group;
  return group;
}

interface LabelPlace {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly isFirst: boolean;
  /** Width of the picture. */
  readonly width: number;
  readonly isUpright: boolean;
}

function labels(
  { x, y, size, isFirst, isUpright, width }: LabelPlace,
  [name, below]: readonly [string, string],
  kind: Parameters<typeof mark>[0],
): Child[] {
  if (isUpright) {
    const room = (text: string): object => {
      const half = text.length * 3.5;
      return { x: Math.min(Math.max(x + size / 2, half), width - half), 'text-anchor': 'middle' };
    };
    return [
      s('text', { ...room(name), y: y - 6, class: 'node-name' }, name),
      s('text', { ...room(below), y: y + BAR + 13, class: 'node-note' }, below),
    ];
  }
  const isOut = kind === 'others' && !isFirst;
  const [at, anchor] = isFirst ? [x - 8, 'end'] : [x + BAR + (isOut ? 8 : 22), 'start'];
  const middle = y + size / 2;
  return [
    isFirst || isOut ? null : mark(kind, [x + BAR + 12, middle - 3], 5),
    s('text', { x: at, y: middle - 1, class: 'node-name', 'text-anchor': anchor }, name),
    s('text', { x: at, y: middle + 12, class: 'node-note', 'text-anchor': anchor }, below),
  ];
}

/** A shortened sum in whole units. */
export function shortSum(currency: string, digits: number): (minor: number) => string {
  return (minor) => shortMoney(currency, minor / 10 ** digits);
}
