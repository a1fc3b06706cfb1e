import { type Account, type Row } from '../../foundation/index.js';
import { indexRows, rowsOf, type TemporalGraph } from '../../graph/index.js';
import { Ledger, type LedgerColumns, pickWide } from '../../ledger/index.js';

/** The transfers of some accounts as a small graph of their own. */
export interface LeadSlice {
  readonly graph: TemporalGraph;
  /** Row of the whole ledger, by row of the slice; ascending. */
  readonly rows: readonly Row[];
  /** Node in the slice of each of the accounts. */
  readonly nodeOf: ReadonlyMap<Account, number>;
}

/**
 * All transfers of some accounts, with everybody else as two nodes: one that only pays, and one that is only paid. So money
 * that leaves the accounts is not followed back into them. The slice shares the account directory of the ledger, whose numbers
 * are not its nodes: it is for following money, not for names. O(transfers of the accounts).
 */
export function sliceOf(graph: TemporalGraph, accounts: Iterable<Account>): LeadSlice {
  const nodeOf = new Map([...accounts].map((account, node) => [account, node]));
  const touched = [...nodeOf.keys()].flatMap((account) => [
    ...rowsOf(graph.in, account),
    ...rowsOf(graph.out, account),
  ]);
  const rows = Int32Array.from(new Set(touched)).sort();
  const [outside, away] = [nodeOf.size, nodeOf.size + 1];
  const payer = rows.map((row) => nodeOf.get(graph.payer[row]!) ?? outside);
  const beneficiary = rows.map((row) => nodeOf.get(graph.beneficiary[row]!) ?? away);
  const count = nodeOf.size + 2;
  return {
    graph: {
      ledger: rowsOfLedger(graph.ledger, rows),
      accountCount: count,
      transferCount: rows.length,
      holdersJoined: false,
      payer,
      beneficiary,
      out: indexRows(payer, count),
      in: indexRows(beneficiary, count),
    },
    rows: [...rows],
    nodeOf,
  };
}

function rowsOfLedger(ledger: Ledger, rows: Int32Array): Ledger {
  const { columns, wideAmounts, wideReceived } = ledger;
  const { textIndex, id } = columns;
  const part: LedgerColumns = {
    payer: rows.map((row) => columns.payer[row]!),
    beneficiary: rows.map((row) => columns.beneficiary[row]!),
    timeMs: Float64Array.from(rows, (row) => columns.timeMs[row]!),
    precision: Uint8Array.from(rows, (row) => columns.precision[row]!),
    amountMinor: Float64Array.from(rows, (row) => columns.amountMinor[row]!),
    currency: Uint16Array.from(rows, (row) => columns.currency[row]!),
    receivedMinor: columns.receivedMinor && Float64Array.from(rows, (row) => columns.receivedMinor![row]!),
    receivedCurrency: columns.receivedCurrency && Uint16Array.from(rows, (row) => columns.receivedCurrency![row]!),
    channel: Uint8Array.from(rows, (row) => columns.channel[row]!),
    placeFrom: undefined,
    placeTo: undefined,
    countryFrom: undefined,
    countryTo: undefined,
    id,
    textIndex: Uint32Array.from(rows, (row) => textIndex?.[row] ?? row),
    sourceFile: Uint16Array.from(rows, (row) => columns.sourceFile[row]!),
    sourceLine: Uint32Array.from(rows, (row) => columns.sourceLine[row]!),
  };
  const { accounts, currencies, places, sources, precision, sequenced } = ledger;
  return new Ledger({
    ...{ accounts, currencies, places, sources, precision, sequenced, columns: part },
    wideAmounts: pickWide(wideAmounts, rows),
    wideReceived: pickWide(wideReceived, rows),
  });
}
