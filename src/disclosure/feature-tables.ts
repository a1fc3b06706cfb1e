import { type SignColumn } from '../features/index.js';
import { type Account } from '../foundation/index.js';
import { type TemporalGraph } from '../graph/index.js';
import { type AccountKey } from '../ledger/index.js';
import { type CaseFile } from './case-file.js';

/** An operator of a lead, as a table of features may name it. */
export interface NamedOperator {
  /** Id of the lead in the case, `C001` onwards. */
  readonly lead: string;
  /** More than one if its holder has several accounts. */
  readonly names: readonly AccountKey[];
}

/**
 * Features of a file, ready to be shown: accounts are row numbers, and no name is in it but those of the operators of a
 * case. Values are those that the features room measured; NaN = missing.
 */
export interface FeatureTables {
  readonly graph: TemporalGraph;
  /** Node of each line of the table of accounts: who pays or receives, by first appearance. Line i is row number i + 1. */
  readonly nodes: Int32Array;
  /** Row number of each node, from 1; 0 = the node is in no transfer. */
  readonly rowOf: Int32Array;
  readonly operators: ReadonlyMap<Account, NamedOperator>;
  /** One value per node. */
  readonly accounts: readonly SignColumn[];
  /** One value per transfer, in the order of the ledger; undefined if not asked for. */
  readonly transfers: readonly SignColumn[] | undefined;
}

/**
 * Numbers the accounts of a graph by their first appearance in the order of the ledger (time, then content), the payer of a
 * transfer before its beneficiary: an order that follows neither names nor the lines of the input. O(transfers).
 */
export function numberByAppearance({
  payer,
  beneficiary,
  accountCount,
  transferCount,
}: TemporalGraph): Pick<FeatureTables, 'nodes' | 'rowOf'> {
  const rowOf = new Int32Array(accountCount);
  const nodes = new Int32Array(accountCount);
  let count = 0;
  for (let row = 0; row < transferCount; row++) {
    for (const node of [payer[row]!, beneficiary[row]!]) {
      if (rowOf[node] !== 0) continue;
      nodes[count++] = node;
      rowOf[node] = count;
    }
  }
  return { nodes: nodes.slice(0, count), rowOf };
}

/** The accounts that a case names as operators of its leads, by node. */
export function operatorsOf({ leads }: Pick<CaseFile, 'leads'>): ReadonlyMap<Account, NamedOperator> {
  return new Map(
    leads.flatMap(({ id, operators }) =>
      operators.map(({ account, names }) => [account, { lead: id, names }] as const),
    ),
  );
}
