import { buildTemporalGraph, type TemporalGraph } from '../../src/graph/index.js';
import { createLedger } from '../../src/ledger/index.js';
import { type OracleEdge } from './oracles/temporal-cycles.js';

/** A graph of an oracle's edges; their numbers become the transfers' ids. */
export function graphOfEdges(edges: readonly OracleEdge[]): TemporalGraph {
  const { ledger } = createLedger(
    edges.map(([payer, beneficiary, timeMs], edge) => ({ payer, beneficiary, timeMs, id: `${edge}` })),
  );
  return buildTemporalGraph(ledger);
}

/** The published sample of the IBM cycle programs, with its edge numbers. */
export const SAMPLE: readonly OracleEdge[] = [
  ['1', '2', 0],
  ['1', '5', 1],
  ['2', '3', 2],
  ['3', '1', 3],
  ['3', '2', 4],
  ['3', '4', 5],
  ['3', '6', 6],
  ['4', '5', 7],
  ['5', '2', 8],
  ['6', '4', 9],
  ['4', '7', 10],
];

/** Ties, parallel transfers, a self-transfer, and cycles that end exactly where windows do. */
export const TIED: readonly OracleEdge[] = [
  ['A', 'B', 10],
  ['B', 'C', 20],
  ['B', 'C', 20],
  ['C', 'A', 30],
  ['C', 'C', 25],
  ['B', 'A', 10],
  ['A', 'B', 30],
  ['B', 'A', 40],
  ['C', 'A', 20],
  ['C', 'A', 35],
  ['B', 'D', 20],
  ['D', 'C', 20],
  ['D', 'C', 25],
];

/** Every account pays every other twice, so that plain walks run out of steps. */
export function thicket(size: number): OracleEdge[] {
  const numbers = Array.from({ length: size }, (_, i) => i);
  return numbers.flatMap((i) =>
    numbers.flatMap((j) =>
      i === j ? [] : [0, 1].map((round): OracleEdge => [`t${i}`, `t${j}`, round * 20 + ((i * 5 + j * 3) % 17)]),
    ),
  );
}
