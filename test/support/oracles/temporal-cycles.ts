import { type Ties } from '../../../src/foundation/index.js';

/** A transfer of an oracle's input: payer, beneficiary, time. Its number is its position. */
export type OracleEdge = readonly [payer: string, beneficiary: string, time: number];

/**
 * All simple temporal cycles, found by trying every continuation: lists of edge numbers, a cycle within one instant once,
 * from its smallest edge. Exponential; for a dozen edges.
 */
export function allTemporalCycles(edges: readonly OracleEdge[], windowLength: number, ties: Ties): number[][] {
  const found: number[][] = [];
  const extend = (path: number[]): void => {
    const first = edges[path[0]!]!;
    const last = edges[path[path.length - 1]!]!;
    if (last[1] === first[0]) {
      const oneInstant = first[2] === last[2];
      if (!oneInstant || path.every((edge) => edge >= path[0]!)) found.push(path);
      return;
    }
    edges.forEach(([payer, beneficiary, time], edge) => {
      const follows = ties === 'strict' ? time > last[2] : time >= last[2];
      const known = path.some((other) => edges[other]![1] === beneficiary);
      const inWindow = time - first[2] <= windowLength;
      if (payer === last[1] && payer !== beneficiary && follows && inWindow && !known && !path.includes(edge)) {
        extend([...path, edge]);
      }
    });
  };
  edges.forEach(([payer, beneficiary], edge) => {
    if (payer !== beneficiary) extend([edge]);
  });
  return found;
}
