/** A node of the flow before it has a place. */
export interface FlowNode {
  readonly key: string;
  readonly column: number;
  /** Order inside its column before crossings are reduced. */
  readonly rank: number;
}

export interface FlowLink {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

export interface PlacedNode {
  /** Along the journey, and across it. */
  readonly along: number;
  readonly across: number;
  readonly size: number;
  readonly sumIn: number;
  readonly sumOut: number;
}

export interface PlacedLink {
  readonly way: 'forward' | 'inside' | 'backward';
  /** Middle of its ends across the journey, and its width. */
  readonly start: number;
  readonly end: number;
  readonly width: number;
}

export interface FlowLayout {
  readonly nodes: readonly PlacedNode[];
  readonly links: readonly PlacedLink[];
  /** Pixels per unit of value, one for the whole picture. */
  readonly scale: number;
}

export interface FlowFrame {
  readonly along: number;
  readonly across: number;
  /** Room between two nodes of a column. */
  readonly gap: number;
  readonly leastSize: number;
}

const SWEEPS = 6;

/**
 * A layered picture of flows that may run in circles, which a Sankey diagram refuses: columns are given, the order inside
 * a column is by barycentre in six sweeps, node size is the larger of what comes in and goes out on one scale.
 * O(sweeps x (nodes log nodes + links)).
 */
export function layOutFlow(nodes: readonly FlowNode[], links: readonly FlowLink[], frame: FlowFrame): FlowLayout {
  const sums = sumsOf(nodes.length, links);
  const value = nodes.map((_, i) => Math.max(sums.in[i]!, sums.out[i]!));
  const columns = orderColumns(nodes, links, value);
  const scale = Math.min(...columns.map((column) => scaleOf(column, value, frame)), Number.MAX_VALUE);
  const size = value.map((one) => Math.max(frame.leastSize, one * (Number.isFinite(scale) ? scale : 0)));
  const across = new Float64Array(nodes.length);
  columns.forEach((column) => {
    const room = frame.across - column.reduce((sum, i) => sum + size[i]!, 0);
    const gap = Math.max(0, Math.min(frame.gap * 2.2, column.length < 2 ? 0 : room / (column.length - 1)));
    let at = Math.max(0, (room - gap * (column.length - 1)) / 2);
    for (const i of column) {
      across[i] = at;
      at += size[i]! + gap;
    }
  });
  const step = columns.length < 2 ? 0 : frame.along / (columns.length - 1);
  const columnOf = new Uint32Array(nodes.length);
  columns.forEach((column, at) => {
    for (const i of column) columnOf[i] = at;
  });
  const placed = nodes.map((_, i) => ({
    along: step * columnOf[i]!,
    across: across[i]!,
    size: size[i]!,
    sumIn: sums.in[i]!,
    sumOut: sums.out[i]!,
  }));
  return { nodes: placed, links: placeLinks(links, placed), scale };
}

function sumsOf(count: number, links: readonly FlowLink[]): { in: Float64Array; out: Float64Array } {
  const sums = { in: new Float64Array(count), out: new Float64Array(count) };
  for (const { from, to, value } of links) {
    sums.out[from] = sums.out[from]! + value;
    sums.in[to] = sums.in[to]! + value;
  }
  return sums;
}

function scaleOf(column: readonly number[], value: readonly number[], frame: FlowFrame): number {
  const room = frame.across - frame.gap * (column.length - 1) - frame.leastSize * column.length * 0.5;
  const sum = column.reduce((total, i) => total + value[i]!, 0);
  return sum === 0 ? Infinity : Math.max(room, frame.across * 0.1) / sum;
}

/** Columns without gaps in their numbers, each with its nodes in an order that crosses few links. */
function orderColumns(nodes: readonly FlowNode[], links: readonly FlowLink[], value: readonly number[]): number[][] {
  const numbers = [...new Set(nodes.map(({ column }) => column))].sort((a, b) => a - b);
  const columns = numbers.map((number) =>
    nodes
      .flatMap(({ column }, i) => (column === number ? [i] : []))
      .sort((a, b) => nodes[a]!.rank - nodes[b]!.rank || value[b]! - value[a]! || a - b),
  );
  const place = new Float64Array(nodes.length);
  const settle = (column: readonly number[]): void => {
    column.forEach((i, at) => (place[i] = (at + 0.5) / column.length));
  };
  columns.forEach(settle);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const pull = new Float64Array(nodes.length);
    const weight = new Float64Array(nodes.length);
    for (const { from, to, value: amount } of links) {
      const [at, other] = sweep % 2 === 0 ? [to, from] : [from, to];
      pull[at] = pull[at]! + amount * place[other]!;
      weight[at] = weight[at]! + amount;
    }
    const centre = (i: number): number => (weight[i]! > 0 ? pull[i]! / weight[i]! : place[i]!);
    for (const column of columns) {
      column.sort((a, b) => nodes[a]!.rank - nodes[b]!.rank || centre(a) - centre(b) || a - b);
      settle(column);
    }
  }
  return columns;
}

/** Stacks the ends of links along their nodes, in the order in which they run. */
function placeLinks(links: readonly FlowLink[], nodes: readonly PlacedNode[]): PlacedLink[] {
  const middle = ({ across, size }: PlacedNode): number => across + size / 2;
  const ends = { start: new Float64Array(links.length), end: new Float64Array(links.length) };
  const widths = new Float64Array(links.length);
  for (const side of ['start', 'end'] as const) {
    const own = (i: number): number => (side === 'start' ? links[i]!.from : links[i]!.to);
    const other = (i: number): number => (side === 'start' ? links[i]!.to : links[i]!.from);
    const order = links
      .map((_, i) => i)
      .sort((a, b) => own(a) - own(b) || middle(nodes[other(a)]!) - middle(nodes[other(b)]!) || a - b);
    const used = new Float64Array(nodes.length);
    for (const i of order) {
      const node = nodes[own(i)]!;
      const total = Math.max(node.sumIn, node.sumOut);
      const width = total === 0 ? 0 : (links[i]!.value / total) * node.size;
      ends[side][i] = node.across + used[own(i)]! + width / 2;
      used[own(i)] = used[own(i)]! + width;
      widths[i] = side === 'start' ? width : Math.min(widths[i]!, width);
    }
  }
  return links.map(({ from, to }, i) => {
    const ahead = nodes[to]!.along - nodes[from]!.along;
    const way = ahead > 0 ? 'forward' : ahead < 0 ? 'backward' : 'inside';
    return { way, start: ends.start[i]!, end: ends.end[i]!, width: Math.max(0.8, widths[i]!) };
  });
}
