import { type Account, DAY_MS, defaultTies, PRECISIONS, resolveOptions, type Ties } from '../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../graph/index.js';
import { matchFifoInto } from './fifo-match.kernel.js';
import { matchFifoWide } from './fifo-match-wide.js';

const DAY_PRECISION = PRECISIONS.indexOf('day');

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
  const credits = countedRows(rowsOf(graph.in, account), graph, creditAmount);
  const debits = countedRows(rowsOf(graph.out, account), graph, columns.amountMinor);
  const wholeDays = hasDayPrecision(graph, credits) || hasDayPrecision(graph, debits);
  const present = distinctCurrencies(credits, creditCurrency, debits, columns.currency);
  const only = present.length === 1;
  return present.map((currency) => {
    const creditRows = only ? credits : credits.filter((row) => creditCurrency[row] === currency);
    const debitRows = only ? debits : debits.filter((row) => columns.currency[row] === currency);
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

/** Rows that are neither transfers to oneself nor without amount. */
function countedRows(rows: Int32Array, { payer, beneficiary }: TemporalGraph, amount: Float64Array): Int32Array {
  const counted = new Int32Array(rows.length);
  let length = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (payer[row] !== beneficiary[row] && !Number.isNaN(amount[row]!)) counted[length++] = row;
  }
  return length === rows.length ? counted : counted.slice(0, length);
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

function hasDayPrecision({ ledger }: TemporalGraph, rows: Int32Array): boolean {
  const { precision } = ledger.columns;
  for (let i = 0; i < rows.length; i++) if (precision[rows[i]!] === DAY_PRECISION) return true;
  return false;
}

function timesOf({ ledger }: TemporalGraph, rows: Int32Array, wholeDays: boolean): Float64Array {
  const times = gather(ledger.columns.timeMs, rows);
  if (wholeDays) for (let i = 0; i < times.length; i++) times[i] = Math.floor(times[i]! / DAY_MS) * DAY_MS;
  return times;
}

/** A loop of our own: `Float64Array.from` walks an iterator, ten times slower. */
function gather(column: Float64Array, rows: Int32Array): Float64Array {
  const values = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) values[i] = column[rows[i]!]!;
  return values;
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
    pieceCredit: pieceCredit.slice(0, pieces),
    pieceDebit: pieceDebit.slice(0, pieces),
    pieceMinor: pieceMinor.slice(0, pieces),
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
