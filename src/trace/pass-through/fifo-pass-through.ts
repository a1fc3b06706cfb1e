import { type Account, DAY_MS, defaultTies, PRECISIONS, resolveOptions, type Ties } from '../../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../../graph/index.js';
import { matchFifoInto } from './fifo-match.kernel.js';
import { matchFifoWide } from './fifo-match-wide.js';
import { type LaneArena } from './lane-arena.js';

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
  /** Only the lane of this currency, by its index in the ledger. Default all currencies. */
  readonly currency?: number | undefined;
  /** Lanes with fewer credits are left out. Default 0. */
  readonly leastCredits?: number;
  /** Lanes with fewer debits are left out. Default 0. */
  readonly leastDebits?: number;
  /** Where lanes are put that need not outlive the next call with the same arena. Default: memory of their own. */
  readonly arena?: LaneArena | undefined;
}

/** {@link PassThroughOptions} with nothing left out. */
export type PassThroughSettings = Required<PassThroughOptions>;

const DEFAULTS: Omit<PassThroughSettings, 'ties'> = Object.freeze({
  maxDwellMs: Infinity,
  currency: undefined,
  leastCredits: 0,
  leastDebits: 0,
  arena: undefined,
});

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
  return matchLanes(graph, account, passThroughSettings(graph, options));
}

/** The options of {@link matchPassThrough} with every default filled in, once for many accounts of a graph. */
export function passThroughSettings(graph: TemporalGraph, options: PassThroughOptions = {}): PassThroughSettings {
  return resolveOptions({ ...DEFAULTS, ties: defaultTies(graph.ledger.precision) }, options, 'matchPassThrough');
}

/** As {@link matchPassThrough}, for loops over all accounts: checking options costs as much as matching a small one. */
export function matchLanes(graph: TemporalGraph, account: Account, settings: PassThroughSettings): readonly FifoLane[] {
  const { ties, maxDwellMs, currency, leastCredits, leastDebits, arena } = settings;
  arena?.reset();
  const { columns, currencies } = graph.ledger;
  const creditCurrency = columns.receivedCurrency ?? columns.currency;
  const creditAmount = columns.receivedMinor ?? columns.amountMinor;
  const credits = countedRows(rowsOf(graph.in, account), graph.payer, account, creditAmount);
  const debits = countedRows(rowsOf(graph.out, account), graph.beneficiary, account, columns.amountMinor);
  const present = distinctCurrencies(credits, creditCurrency, debits, columns.currency);
  const lanes: FifoLane[] = [];
  let wholeDays: boolean | undefined;
  for (const code of present) {
    if (currency !== undefined && code !== currency) continue;
    const creditRows = present.length === 1 ? credits : rowsWith(credits, creditCurrency, code);
    const debitRows = present.length === 1 ? debits : rowsWith(debits, columns.currency, code);
    if (creditRows.length < leastCredits || debitRows.length < leastDebits) continue;
    wholeDays ??= hasDayPrecision(graph, credits) || hasDayPrecision(graph, debits);
    const sides = { account, currency: code, creditRows, debitRows, wholeDays };
    const sameInstant = ties === 'same-instant-allowed';
    lanes.push(
      currencies[code]?.lane === 'wide'
        ? matchWide(graph, sides, sameInstant, maxDwellMs)
        : matchSafe(graph, sides, sameInstant, maxDwellMs, arena),
    );
  }
  return lanes;
}

type Sides = Pick<FifoLane, 'account' | 'currency' | 'creditRows' | 'debitRows' | 'wholeDays'>;

/** Rows that are neither transfers to oneself nor without amount. */
function countedRows(rows: Int32Array, other: Int32Array, account: Account, amount: Float64Array): Int32Array {
  const counted = new Int32Array(rows.length);
  let length = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (other[row] !== account && !Number.isNaN(amount[row]!)) counted[length++] = row;
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
function gatherInto(values: Float64Array, column: Float64Array, rows: Int32Array): Float64Array {
  for (let i = 0; i < rows.length; i++) values[i] = column[rows[i]!]!;
  return values;
}

function timesInto(
  values: Float64Array,
  { ledger }: TemporalGraph,
  rows: Int32Array,
  wholeDays: boolean,
): Float64Array {
  gatherInto(values, ledger.columns.timeMs, rows);
  if (wholeDays) for (let i = 0; i < values.length; i++) values[i] = Math.floor(values[i]! / DAY_MS) * DAY_MS;
  return values;
}

/** All columns of a lane are views of one buffer: for the many small nodes, allocating is what costs. */
function matchSafe(
  graph: TemporalGraph,
  sides: Sides,
  sameInstant: boolean,
  maxDwellMs: number,
  arena: LaneArena | undefined,
): FifoLane {
  const { creditRows, debitRows, wholeDays } = sides;
  const { columns } = graph.ledger;
  const credits = creditRows.length;
  const debits = debitRows.length;
  const capacity = credits + debits;
  const bytes = capacity * (4 * 8 + 2 * 4);
  const { buffer, offset } = arena?.take(bytes) ?? { buffer: new ArrayBuffer(bytes), offset: 0 };
  const doubles = (from: number, length: number): Float64Array => new Float64Array(buffer, offset + 8 * from, length);
  const creditTimeMs = timesInto(doubles(0, credits), graph, creditRows, wholeDays);
  const debitTimeMs = timesInto(doubles(credits, debits), graph, debitRows, wholeDays);
  const creditMinor = gatherInto(doubles(capacity, credits), columns.receivedMinor ?? columns.amountMinor, creditRows);
  const debitMinor = gatherInto(doubles(capacity + credits, debits), columns.amountMinor, debitRows);
  const keptMinor = doubles(2 * capacity, credits);
  const unmatchedMinor = doubles(2 * capacity + credits, debits);
  keptMinor.set(creditMinor);
  unmatchedMinor.set(debitMinor);
  const pieceMinor = doubles(3 * capacity, capacity);
  const pieceCredit = new Int32Array(buffer, offset + 32 * capacity, capacity);
  const pieceDebit = new Int32Array(buffer, offset + 36 * capacity, capacity);
  // prettier-ignore
  const pieces = matchFifoInto(creditTimeMs, keptMinor, debitTimeMs, unmatchedMinor, sameInstant, maxDwellMs, pieceCredit, pieceDebit, pieceMinor);
  return {
    ...sides,
    creditTimeMs,
    debitTimeMs,
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
  const creditTimeMs = timesInto(new Float64Array(creditMinor.length), graph, sides.creditRows, sides.wholeDays);
  const debitTimeMs = timesInto(new Float64Array(debitMinor.length), graph, sides.debitRows, sides.wholeDays);
  const match = matchFifoWide(creditTimeMs, keptMinor, debitTimeMs, unmatchedMinor, sameInstant, maxDwellMs);
  return {
    ...sides,
    creditTimeMs,
    debitTimeMs,
    creditMinor,
    debitMinor,
    pieceCredit: Int32Array.from(match.pieceCredit),
    pieceDebit: Int32Array.from(match.pieceDebit),
    pieceMinor: match.pieceMinor,
    keptMinor,
    unmatchedMinor,
  };
}
