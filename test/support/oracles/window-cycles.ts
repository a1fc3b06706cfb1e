import { type OracleEdge } from './temporal-cycles.js';

/**
 * All simple cycles of 2 to `maxLength` edges that lie within `window` of their earliest edge, in any order of time: lists
 * of edge numbers from that edge on, of equal times the smallest number. Tries everything; for a dozen edges.
 */
export function allWindowCycles(edges: readonly OracleEdge[], window: number, maxLength: number): number[][] {
  const found: number[][] = [];
  const isLater = (edge: number, root: number): boolean =>
    edges[edge]![2] > edges[root]![2] || (edges[edge]![2] === edges[root]![2] && edge > root);
  const extend = (path: number[]): void => {
    const first = edges[path[0]!]!;
    const last = edges[path[path.length - 1]!]!;
    if (last[1] === first[0]) {
      found.push(path);
      return;
    }
    if (path.length === maxLength) return;
    edges.forEach(([payer, beneficiary, time], edge) => {
      const isNew = !path.some((other) => edges[other]![1] === beneficiary);
      const fits = payer === last[1] && payer !== beneficiary && time - first[2] <= window;
      if (fits && isNew && isLater(edge, path[0]!)) extend([...path, edge]);
    });
  };
  edges.forEach(([payer, beneficiary], edge) => {
    if (payer !== beneficiary) extend([edge]);
  });
  return found;
}
