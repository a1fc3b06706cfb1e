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
  const { currency: wanted, leastCredits, leastDebits } = choice;
  if (paidIn.rows.length < leastCredits || paidOut.rows.length < leastDebits) return [];
  const counts = countsOf(graph);
  countInto(counts.credits, account, paidIn);
  countInto(counts.debits, account, paidOut);
  const lanes: LaneSides[] = [];
  let wholeDays: boolean | undefined;
  for (let currency = 0; currency < counts.credits.length; currency++) {
    const [credits, debits] = [counts.credits[currency]!, counts.debits[currency]!];
    if (credits + debits === 0) continue;
    counts.credits[currency] = 0;
    counts.debits[currency] = 0;
    if ((wanted !== undefined && currency !== wanted) || credits < leastCredits || debits < leastDebits) continue;
    wholeDays ??= hasDayPrecision(graph, account, paidIn) || hasDayPrecision(graph, account, paidOut);
    const creditRows = countedRows(account, paidIn, currency, credits);
    const debitRows = countedRows(account, paidOut, currency, debits);
    lanes.push({ account, currency, creditRows, debitRows, wholeDays });
  }
  return lanes;
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

/** By currency, how many rows of either side count; zeros between calls. */
interface CurrencyCounts {
  readonly credits: Int32Array;
  readonly debits: Int32Array;
}

/** One for each graph: most nodes have few transfers, and all are asked about. */
const knownCounts = new WeakMap<TemporalGraph, CurrencyCounts>();

function countsOf(graph: TemporalGraph): CurrencyCounts {
  const known = knownCounts.get(graph);
  if (known !== undefined) return known;
  const { length } = graph.ledger.currencies;
  const fresh = { credits: new Int32Array(length), debits: new Int32Array(length) };
  knownCounts.set(graph, fresh);
  return fresh;
}

/** Nothing is decided by what the currency is, so that the processor need not wait for one row before it looks at the next. */
function countInto(counted: Int32Array, account: Account, side: Side): void {
  const { rows, currencies } = side;
  for (let i = 0; i < rows.length; i++) if (counts(account, side, rows[i]!)) counted[currencies[rows[i]!]!]!++;
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
