import { type Account } from '../foundation/index.js';
import { type TemporalGraph } from '../graph/index.js';
import { type TransferPath } from '../trace/index.js';
import { FlowShares } from './flow-shares.js';
import { gathersMoney } from './operators.js';
import { TraceNames } from './trace-names.js';

/**
 * Who may be named along paths: the ends, which somebody typed, and accounts between them that gather money (paid by at
 * least four others, none of whom makes half of it). Anybody else on the way may merely have paid, and is `account-0001`
 * onwards in the order of the paths. O(transfers of the accounts).
 */
export function protectPaths(
  graph: TemporalGraph,
  ends: Iterable<Account>,
  paths: readonly TransferPath[],
): TraceNames {
  const inflow = new FlowShares(graph, 'in');
  const typed = new Set(ends);
  const between = [...new Set(paths.flatMap(({ accounts }) => accounts))].filter((account) => !typed.has(account));
  const masked = between.filter((account) => !gathersMoney(account, inflow));
  const unnamed = new Set(masked);
  return new TraceNames(graph, {
    named: [...typed, ...between.filter((account) => !unnamed.has(account))],
    masked: masked.map((account) => ({ account, kind: 'unnamed' })),
  });
}
