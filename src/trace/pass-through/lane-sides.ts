import { type Account, DAY_MS, PRECISIONS } from '../../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../../graph/index.js';

const DAY_PRECISION = PRECISIONS.indexOf('day');

/** The credits and debits of one node in one currency. */
export interface LaneSides {
  readonly account: Account;
  /** Index into the ledger's currencies. */
  readonly currency: number;
  readonly creditRows: Int32Array;
  readonly debitRows: Int32Array;
  /** True if times of this node are day numbers: durations in hours are then rounded up to days. */
  readonly wholeDays: boolean;
}

/** Which lanes of a node are wanted; see PassThroughOptions. */
export interface LaneChoice {
  readonly currency: number | undefined;
  readonly leastCredits: number;
  readonly leastDebits: number;
}

/** The sides of each wanted lane of a node, by currency. O(transfers of the node). */
export function lanesOf(graph: TemporalGraph, account: Account, choice: LaneChoice): LaneSides[] {
  const { columns } = graph.ledger;
  const paidIn: Side = {
    rows: rowsOf(graph.in, account),
    others: graph.payer,
    amounts: columns.receivedMinor ?? columns.amountMinor,
    currencies: columns.receivedCurrency ?? columns.currency,
  };
  const paidOut: Side = {
    rows: rowsOf(graph.out, account),
    others: graph.beneficiary,
    amounts: columns.amountMinor,
    currencies: columns.currency,
  };
  const { currency, leastCredits, leastDebits } = choice;
  if (paidIn.rows.length < leastCredits || paidOut.rows.length < leastDebits) return [];
  const wanted = countByCurrency(account, paidIn, paidOut, currency).filter(
    ({ credits, debits }) => credits >= leastCredits && debits >= leastDebits,
  );
  if (wanted.length === 0) return [];
  const wholeDays = hasDayPrecision(graph, account, paidIn) || hasDayPrecision(graph, account, paidOut);
  return wanted.map(({ code, credits, debits }) => ({
    account,
    currency: code,
    creditRows: countedRows(account, paidIn, code, credits),
    debitRows: countedRows(account, paidOut, code, debits),
    wholeDays,
  }));
}

/** All transfers of a node in one direction, and the columns that tell who is on the other side and what was moved. */
interface Side {
  readonly rows: Int32Array;
  readonly others: Int32Array;
  readonly amounts: Float64Array;
  readonly currencies: Uint16Array;
}

/** Whether a transfer is neither one to oneself nor without amount. */
function counts(account: Account, { others, amounts }: Side, row: number): boolean {
  return others[row] !== account && !Number.isNaN(amounts[row]!);
}

/** The rows that count in one currency, as many as were counted: where that is all of them, the same list. */
function countedRows(account: Account, side: Side, currency: number, length: number): Int32Array {
  const { rows, currencies } = side;
  if (length === rows.length) return rows;
  const kept = new Int32Array(length);
  for (let i = 0, at = 0; at < length; i++) {
    if (currencies[rows[i]!] === currency && counts(account, side, rows[i]!)) kept[at++] = rows[i]!;
  }
  return kept;
}

/** How many rows of either side count in one currency. */
interface CurrencyCount {
  readonly code: number;
  credits: number;
  debits: number;
}

/** Counts of each currency of either side, or of the one that is wanted, ascending. O(rows, times currencies where they take turns). */
function countByCurrency(account: Account, paidIn: Side, paidOut: Side, wanted: number | undefined): CurrencyCount[] {
  const found: CurrencyCount[] = [];
  let latest: CurrencyCount = { code: -1, credits: 0, debits: 0 };
  for (const side of [paidIn, paidOut]) {
    for (let i = 0; i < side.rows.length; i++) {
      const row = side.rows[i]!;
      const code = side.currencies[row]!;
      if ((wanted !== undefined && code !== wanted) || !counts(account, side, row)) continue;
      if (code !== latest.code) {
        const known = found.find((one) => one.code === code);
        latest = known ?? { code, credits: 0, debits: 0 };
        if (known === undefined) found.push(latest);
      }
      if (side === paidIn) latest.credits++;
      else latest.debits++;
    }
  }
  return found.length < 2 ? found : found.sort((a, b) => a.code - b.code);
}

function hasDayPrecision({ ledger }: TemporalGraph, account: Account, side: Side): boolean {
  if (PRECISIONS.indexOf(ledger.precision) > DAY_PRECISION) return false;
  const { precision } = ledger.columns;
  for (const row of side.rows) if (precision[row] === DAY_PRECISION && counts(account, side, row)) return true;
  return false;
}

/** A loop of our own: `Float64Array.from` walks an iterator, ten times slower. */
export function gatherInto(values: Float64Array, column: Float64Array, rows: Int32Array): Float64Array {
  for (let i = 0; i < rows.length; i++) values[i] = column[rows[i]!]!;
  return values;
}

export function timesInto(
  values: Float64Array,
  { ledger }: TemporalGraph,
  rows: Int32Array,
  wholeDays: boolean,
): Float64Array {
  gatherInto(values, ledger.columns.timeMs, rows);
  if (wholeDays) for (let i = 0; i < values.length; i++) values[i] = Math.floor(values[i]! / DAY_MS) * DAY_MS;
  return values;
}
