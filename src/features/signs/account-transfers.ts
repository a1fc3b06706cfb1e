import { type TemporalIndex } from '../../graph/index.js';
import { type SignBasis } from './sign-basis.js';
import { type DirectedTransfers } from './use.kernel.js';

/** Times and values of all transfers by account, both directions; 17 bytes a transfer each. */
export interface AccountTransfers {
  readonly into: DirectedTransfers;
  readonly out: DirectedTransfers;
}

/**
 * Gathers times and values in the order of accounts. Everything that walks through an account's transfers then reads what
 * lies side by side, and the looks at random places, in which nothing depends on anything, do not wait for each other.
 * O(transfers).
 */
export function gatherByAccount({ features, facts }: Pick<SignBasis, 'features' | 'facts'>): AccountTransfers {
  const { graph, units, relations } = features;
  const { timeMs } = graph.ledger.columns;
  const gather = ({ starts, rows }: TemporalIndex, isOrdinary: Uint8Array): DirectedTransfers => {
    const timesMs = new Float64Array(rows.length);
    const values = new Float64Array(rows.length);
    const ordinary = new Uint8Array(rows.length);
    for (let k = 0; k < rows.length; k++) {
      timesMs[k] = timeMs[rows[k]!]!;
      values[k] = units.paid[rows[k]!]!;
      const relation = relations.ofRow[rows[k]!]!;
      if (relation >= 0) ordinary[k] = isOrdinary[relation]!;
    }
    return { starts, rows, timesMs, values, ordinary };
  };
  return { into: gather(graph.in, relations.regular), out: gather(graph.out, facts.living) };
}
