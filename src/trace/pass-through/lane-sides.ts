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
export function lanesOf(
  graph: TemporalGraph,
  account: Account,
  { currency, leastCredits, leastDebits }: LaneChoice,
): LaneSides[] {
  const { columns } = graph.ledger;
  const creditCurrency = columns.receivedCurrency ?? columns.currency;
  const creditAmount = columns.receivedMinor ?? columns.amountMinor;
  const credits = countedRows(rowsOf(graph.in, account), graph.payer, account, creditAmount);
  const debits = countedRows(rowsOf(graph.out, account), graph.beneficiary, account, columns.amountMinor);
  const present = distinctCurrencies(credits, creditCurrency, debits, columns.currency);
  const lanes: LaneSides[] = [];
  let wholeDays: boolean | undefined;
  for (const code of present) {
    if (currency !== undefined && code !== currency) continue;
    const creditRows = present.length === 1 ? credits : rowsWith(credits, creditCurrency, code);
    const debitRows = present.length === 1 ? debits : rowsWith(debits, columns.currency, code);
    if (creditRows.length < leastCredits || debitRows.length < leastDebits) continue;
    wholeDays ??= hasDayPrecision(graph, credits) || hasDayPrecision(graph, debits);
    lanes.push({ account, currency: code, creditRows, debitRows, wholeDays });
  }
  return lanes;
}

/** Rows that are neither transfers to oneself nor without amount: nearly always all of them, and then the same list. */
function countedRows(rows: Int32Array, other: Int32Array, account: Account, amount: Float64Array): Int32Array {
  const counts = (row: number): boolean => other[row] !== account && !Number.isNaN(amount[row]!);
  for (let i = 0; i < rows.length; i++) if (!counts(rows[i]!)) return rows.filter(counts);
  return rows;
}

/** Currencies of either side, ascending. Nearly all nodes have one, which costs no more than a comparison per row. */
function distinctCurrencies(
  credits: Int32Array,
  creditCurrency: Uint16Array,
  debits: Int32Array,
  debitCurrency: Uint16Array,
): number[] {
  const found: number[] = [];
  let latest = -1;
  const see = (code: number): void => {
    if (code === latest) return;
    latest = code;
    if (!found.includes(code)) found.push(code);
  };
  for (let i = 0; i < credits.length; i++) see(creditCurrency[credits[i]!]!);
  for (let i = 0; i < debits.length; i++) see(debitCurrency[debits[i]!]!);
  return found.sort((a, b) => a - b);
}

function rowsWith(rows: Int32Array, column: Uint16Array, currency: number): Int32Array {
  let length = 0;
  for (let i = 0; i < rows.length; i++) if (column[rows[i]!] === currency) length++;
  const kept = new Int32Array(length);
  for (let i = 0, at = 0; at < length; i++) if (column[rows[i]!] === currency) kept[at++] = rows[i]!;
  return kept;
}

function hasDayPrecision({ ledger }: TemporalGraph, rows: Int32Array): boolean {
  if (PRECISIONS.indexOf(ledger.precision) > DAY_PRECISION) return false;
  const { precision } = ledger.columns;
  for (let i = 0; i < rows.length; i++) if (precision[rows[i]!] === DAY_PRECISION) return true;
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
