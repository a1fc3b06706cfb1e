import { type Account, DAY_MS, defaultTies, PRECISIONS, resolveOptions, type Ties } from '../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../graph/index.js';
import { matchFifoInto } from './fifo-match.kernel.js';
import { matchFifoWide } from './fifo-match-wide.js';

/** Exact minor units: a Float64Array of integers below 2^53 in `safe` currencies, BigInts in `wide` ones. */
export type MinorColumn = Float64Array | readonly bigint[];

/**
 * Credits and debits of one node in one currency, and which credit paid which debit by first in, first out. Columns named
 * credit... have one entry per credit, debit... per debit, piece... per matched piece; all ascend in time.
 */
export interface FifoLane {
  readonly account: Account;
  /** Index into the ledger's currencies. */
  readonly currency: number;
  readonly creditRows: Int32Array;
  readonly debitRows: Int32Array;
  /** Whole UTC days if a transfer of the node is only known to the day, else as in the ledger. */
  readonly creditTimeMs: Float64Array;
  readonly debitTimeMs: Float64Array;
  /** True if times of this node are day numbers: durations in hours are then rounded up to days. */
  readonly wholeDays: boolean;
  readonly creditMinor: MinorColumn;
  readonly debitMinor: MinorColumn;
  /** Positions in the credit and debit columns, ascending both. */
  readonly pieceCredit: Int32Array;
  readonly pieceDebit: Int32Array;
  readonly pieceMinor: MinorColumn;
  /** Part of each credit that no later debit took: kept, as far as the data goes. */
  readonly keptMinor: MinorColumn;
  /** Part of each debit that no credit covers: money from before the data, or not seen in it. */
  readonly unmatchedMinor: MinorColumn;
}

/** How {@link matchPassThrough} matches. */
export interface PassThroughOptions {
  /** Whether a debit may use a credit of the same instant. Default: what the ledger's precision suggests. */
  readonly ties?: Ties;
  /** Credits older than this at a debit are no longer used. Milliseconds, inclusive. Default Infinity. */
  readonly maxDwellMs?: number;
}

/**
 * Follows money through one node by first in, first out, per currency. A credit counts with what was received, a debit
 * with what was paid; transfers of a node to itself and transfers without amount are neither. FIFO is a rule of
 * accounting: it does not claim that these very coins moved on. A debit larger than all credits before it is partly
 * unmatched, never an error.
 *
 * @returns one lane per currency in which the node has a credit or a debit, ascending; empty for a node without any.
 * Cost: O(transfers of the node).
 */
export function matchPassThrough(
  graph: TemporalGraph,
  account: Account,
  options: PassThroughOptions = {},
): readonly FifoLane[] {
  const defaults: Required<PassThroughOptions> = { ties: defaultTies(graph.ledger.precision), maxDwellMs: Infinity };
  const { ties, maxDwellMs } = resolveOptions(defaults, options, 'matchPassThrough');
  const { columns, currencies } = graph.ledger;
  const creditCurrency = columns.receivedCurrency ?? columns.currency;
  const creditAmount = columns.receivedMinor ?? columns.amountMinor;
  const credits = split(rowsOf(graph.in, account), graph, creditCurrency, creditAmount);
  const debits = split(rowsOf(graph.out, account), graph, columns.currency, columns.amountMinor);
  const wholeDays = hasDayPrecision(graph, credits) || hasDayPrecision(graph, debits);
  const present = [...new Set([...credits.keys(), ...debits.keys()])].sort((a, b) => a - b);
  return present.map((currency) => {
    const creditRows = Int32Array.from(credits.get(currency) ?? []);
    const debitRows = Int32Array.from(debits.get(currency) ?? []);
    const sides = {
      account,
      currency,
      creditRows,
      debitRows,
      creditTimeMs: timesOf(graph, creditRows, wholeDays),
      debitTimeMs: timesOf(graph, debitRows, wholeDays),
      wholeDays,
    };
    const sameInstant = ties === 'same-instant-allowed';
    return currencies[currency]?.lane === 'wide'
      ? matchWide(graph, sides, sameInstant, maxDwellMs)
      : matchSafe(
          sides,
          gather(creditAmount, creditRows),
          gather(columns.amountMinor, debitRows),
          sameInstant,
          maxDwellMs,
        );
  });
}

type Sides = Pick<
  FifoLane,
  'account' | 'currency' | 'creditRows' | 'debitRows' | 'creditTimeMs' | 'debitTimeMs' | 'wholeDays'
>;

/** Rows by currency, without self-transfers and rows without amount. */
function split(
  rows: Int32Array,
  graph: TemporalGraph,
  currency: Uint16Array,
  amount: Float64Array,
): Map<number, number[]> {
  const byCurrency = new Map<number, number[]>();
  for (const row of rows) {
    if (graph.payer[row] === graph.beneficiary[row] || Number.isNaN(amount[row]!)) continue;
    const known = byCurrency.get(currency[row]!);
    if (known === undefined) byCurrency.set(currency[row]!, [row]);
    else known.push(row);
  }
  return byCurrency;
}

function hasDayPrecision(graph: TemporalGraph, rows: ReadonlyMap<number, readonly number[]>): boolean {
  const day = PRECISIONS.indexOf('day');
  const { precision } = graph.ledger.columns;
  return [...rows.values()].some((some) => some.some((row) => precision[row] === day));
}

function timesOf(graph: TemporalGraph, rows: Int32Array, wholeDays: boolean): Float64Array {
  const { timeMs } = graph.ledger.columns;
  return Float64Array.from(rows, (row) => (wholeDays ? Math.floor(timeMs[row]! / DAY_MS) * DAY_MS : timeMs[row]!));
}

function gather(column: Float64Array, rows: Int32Array): Float64Array {
  return Float64Array.from(rows, (row) => column[row]!);
}

function matchSafe(
  sides: Sides,
  creditMinor: Float64Array,
  debitMinor: Float64Array,
  sameInstant: boolean,
  maxDwellMs: number,
): FifoLane {
  const capacity = creditMinor.length + debitMinor.length;
  const keptMinor = creditMinor.slice();
  const unmatchedMinor = debitMinor.slice();
  const pieceCredit = new Int32Array(capacity);
  const pieceDebit = new Int32Array(capacity);
  const pieceMinor = new Float64Array(capacity);
  const { creditTimeMs, debitTimeMs } = sides;
  // prettier-ignore
  const pieces = matchFifoInto(creditTimeMs, keptMinor, debitTimeMs, unmatchedMinor, sameInstant, maxDwellMs, pieceCredit, pieceDebit, pieceMinor);
  return {
    ...sides,
    creditMinor,
    debitMinor,
    pieceCredit: pieceCredit.subarray(0, pieces),
    pieceDebit: pieceDebit.subarray(0, pieces),
    pieceMinor: pieceMinor.subarray(0, pieces),
    keptMinor,
    unmatchedMinor,
  };
}

function matchWide(graph: TemporalGraph, sides: Sides, sameInstant: boolean, maxDwellMs: number): FifoLane {
  const { ledger } = graph;
  const creditMinor = Array.from(sides.creditRows, (row) => ledger.received(row)?.minor ?? 0n);
  const debitMinor = Array.from(sides.debitRows, (row) => ledger.amountMinor(row) ?? 0n);
  const keptMinor = creditMinor.slice();
  const unmatchedMinor = debitMinor.slice();
  const { creditTimeMs, debitTimeMs } = sides;
  const match = matchFifoWide(creditTimeMs, keptMinor, debitTimeMs, unmatchedMinor, sameInstant, maxDwellMs);
  return {
    ...sides,
    creditMinor,
    debitMinor,
    pieceCredit: Int32Array.from(match.pieceCredit),
    pieceDebit: Int32Array.from(match.pieceDebit),
    pieceMinor: match.pieceMinor,
    keptMinor,
    unmatchedMinor,
  };
}
