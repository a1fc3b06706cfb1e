import { type FlowLink, type PlacedLink, type PlacedNode } from './flow-parts.js';

/** Stacks the ends of links along their nodes, in the order in which they run. */
export function placeLinks(links: readonly FlowLink[], nodes: readonly PlacedNode[]): PlacedLink[] {
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
