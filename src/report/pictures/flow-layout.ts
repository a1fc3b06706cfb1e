import { type FlowLink, type FlowNode, type PlacedLink, type PlacedNode } from './flow-parts.js';
import { orderColumns } from './flow-order.js';
import { placeLinks } from './flow-link-places.js';

export type { FlowLink, FlowNode, PlacedLink, PlacedNode };

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
