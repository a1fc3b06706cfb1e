import { type Account, type Row } from '../foundation/index.js';
import { type TemporalGraph } from '../graph/index.js';
import { type AccountFacts } from './account-facts.js';
import { plainRow } from './plain-row.js';
import { ROW_BITS, type SliceRow } from './slice-row.js';

/** What rows of a slice are made from. */
export interface RowSource {
  readonly graph: TemporalGraph;
  readonly facts: AccountFacts;
}

/** Rows of a ledger as plain values; `core` = the accounts that are whole in the slice. O(rows), made one by one. */
export function* listRows(
  { graph, facts }: RowSource,
  rows: Iterable<Row>,
  core: ReadonlySet<Account>,
): Generator<SliceRow, void, undefined> {
  const flagsOf = (node: Account): number =>
    (core.has(node) ? 1 : 0) + 2 * facts.isHub[node]! + 4 * facts.isPublic[node]! + 8 * facts.isEverybodys[node]!;
  for (const row of rows) {
    const [payer, beneficiary] = [graph.payer[row]!, graph.beneficiary[row]!];
    yield {
      ...plainRow(graph.ledger, row, { payer, beneficiary }),
      bits: bitsOf(flagsOf(payer), flagsOf(beneficiary)),
      payerPayers: facts.payers[payer]!,
      beneficiaryPayers: facts.payers[beneficiary]!,
    };
  }
}

/** From flags of the two ends: 1 core, 2 hub, 4 public, 8 everybody's. */
function bitsOf(payer: number, beneficiary: number): number {
  return (
    (payer & 7) +
    8 * (beneficiary & 7) +
    ((payer & 8) === 0 ? 0 : ROW_BITS.payerEverybodys) +
    ((beneficiary & 8) === 0 ? 0 : ROW_BITS.beneficiaryEverybodys)
  );
}
