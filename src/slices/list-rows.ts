import { type Account, formatMoney, type Row } from '../foundation/index.js';
import { type TemporalGraph } from '../graph/index.js';
import { type AccountFacts } from './account-facts.js';
import { keyOf } from './account-keys.js';
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
  const { ledger } = graph;
  const { columns, currencies, places } = ledger;
  const flagsOf = (node: Account): number =>
    (core.has(node) ? 1 : 0) + 2 * facts.isHub[node]! + 4 * facts.isPublic[node]! + 8 * facts.isEverybodys[node]!;
  for (const row of rows) {
    const [payer, beneficiary] = [columns.payer[row]!, columns.beneficiary[row]!];
    const [payerNode, beneficiaryNode] = [graph.payer[row]!, graph.beneficiary[row]!];
    const [paid, received] = [ledger.amount(row), ledger.received(row)];
    const isSame = received === undefined || (received.minor === paid?.minor && received.currency === paid.currency);
    const id = ledger.id(row);
    yield {
      source: ledger.sources[columns.sourceFile[row]!]!.name,
      row: columns.sourceLine[row]!,
      sequence: ledger.sequenced ? row : undefined,
      timeMs: columns.timeMs[row]!,
      precision: columns.precision[row]!,
      payer: keyOf(ledger, payer),
      beneficiary: keyOf(ledger, beneficiary),
      payerUnit: payerNode === payer ? undefined : keyOf(ledger, payerNode),
      beneficiaryUnit: beneficiaryNode === beneficiary ? undefined : keyOf(ledger, beneficiaryNode),
      amount: paid && formatMoney(paid),
      currency: currencies[columns.currency[row]!]?.code,
      receivedAmount: isSame ? undefined : formatMoney(received),
      receivedCurrency: isSame ? undefined : received.currency,
      channel: columns.channel[row]!,
      places: [columns.placeFrom, columns.placeTo, columns.countryFrom, columns.countryTo].map(
        (column) => places[column?.[row] ?? -1],
      ),
      id: id === '' ? undefined : id,
      bits: bitsOf(flagsOf(payerNode), flagsOf(beneficiaryNode)),
      payerPayers: facts.payers[payerNode]!,
      beneficiaryPayers: facts.payers[beneficiaryNode]!,
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
