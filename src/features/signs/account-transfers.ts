import { type TemporalIndex } from '../../graph/index.js';
import { type FlowFeatures } from '../flow-features.js';
import { type DirectedTransfers } from './use.kernel.js';

/** Times and values of all transfers by account, both directions; 16 bytes a transfer each. */
export interface AccountTransfers {
  readonly into: DirectedTransfers;
  readonly out: DirectedTransfers;
}

/**
 * Gathers times and values in the order of accounts. Everything that walks through an account's transfers then reads what
 * lies side by side, and the looks at random places, in which nothing depends on anything, do not wait for each other.
 * O(transfers).
 */
export function gatherByAccount({ graph, units }: Pick<FlowFeatures, 'graph' | 'units'>): AccountTransfers {
  const { timeMs } = graph.ledger.columns;
  const gather = ({ starts, rows }: TemporalIndex): DirectedTransfers => {
    const timesMs = new Float64Array(rows.length);
    const values = new Float64Array(rows.length);
    for (let k = 0; k < rows.length; k++) {
      timesMs[k] = timeMs[rows[k]!]!;
      values[k] = units.paid[rows[k]!]!;
    }
    return { starts, rows, timesMs, values };
  };
  return { into: gather(graph.in), out: gather(graph.out) };
}
