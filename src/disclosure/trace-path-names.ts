import { type Account } from '../foundation/index.js';
import { type TemporalGraph } from '../graph/index.js';
import { type PathEnds, type TransferPath } from '../trace/index.js';
import { resolveParameters } from '../evidence/index.js';
import { GATHERING } from './gathering-parameters.js';
import { TraceNames } from './trace-names.js';
import { type KnownAccounts, TraceNaming } from './trace-naming.js';

/** What {@link protectPaths} may be told. */
export interface ProtectPathsOptions {
  /** Values that replace defaults of the set `gathering`; they can only name fewer. Default none. */
  readonly gathering?: Readonly<Record<string, number>> | undefined;
  /** Default nothing. */
  readonly known?: KnownAccounts | undefined;
}

/**
 * Who may be named along paths and cycles: the operators of the case they are asked in, or without one accounts that handle money of
 * others ({@link TraceNaming}). A path has no claim of which they
 * could carry a share. Anybody else may merely have paid. The ends are no exception, though somebody typed them: they are
 * then `from-0001` and `to-0001` onwards, and those between them `account-0001` onwards in the order of the paths.
 * A cycle has no ends.
 * O(transfers of the accounts).
 *
 * @throws UsageError `unknown-parameter`, `option-range`, `parameter-integer`
 */
export function protectPaths(
  graph: TemporalGraph,
  { from, to }: PathEnds,
  paths: readonly Pick<TransferPath, 'accounts'>[],
  options: ProtectPathsOptions = {},
): TraceNames {
  const gathering = resolveParameters(GATHERING, options.gathering);
  const { unit } = graph.ledger.accounts;
  const nodeOf = (account: Account): Account => (graph.holdersJoined ? unit[account]! : account);
  const ends = { from: [...from].map(nodeOf), to: [...to].map(nodeOf) };
  const typed = new Set([...ends.from, ...ends.to]);
  const between = [...new Set(paths.flatMap(({ accounts }) => accounts))].filter((account) => !typed.has(account));
  const shown = [...between, ...typed];
  const naming = new TraceNaming(graph, gathering, options.known);
  const named = new Set(shown.filter((account) => naming.mayBeNamed(account)));
  const masked = shown.filter((account) => !named.has(account));
  return new TraceNames(graph, {
    named,
    masked: masked.map((account) => ({ account, kind: 'unnamed' })),
    ends,
    withinCase: naming.withinCase,
  });
}
