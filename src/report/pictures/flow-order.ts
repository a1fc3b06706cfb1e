import { type FlowLink, type FlowNode } from './flow-parts.js';

const SWEEPS = 6;

/** Columns without gaps in their numbers, each with its nodes in an order that crosses few links. */
export function orderColumns(
  nodes: readonly FlowNode[],
  links: readonly FlowLink[],
  value: readonly number[],
): number[][] {
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
