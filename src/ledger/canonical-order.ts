import { sortPositions, sortRunsByPair } from '../structures/index.js';
import { exactMinor, type RawAmounts } from './amount-lanes.js';
import { type Currency } from './currency-table.js';
import { type LedgerDraft } from './ledger-draft.js';

/** Steps that the values of a column may all be multiples of: a day, an hour, a minute, a second, nothing. */
const UNITS = [86_400_000, 3_600_000, 60_000, 1000, 1];
/** Values of one key. */
const WORD = 0x1_0000_0000;

/**
 * One or two unsigned keys, high word first, that order like the integers in `values`. Integers may be negative; their
 * range must be below 2^53. Counted in the largest unit that fits, so that clocks of minutes make for one short key.
 */
export function integerKeys(values: Float64Array): Uint32Array[] {
  let least = Infinity;
  let most = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const unit = UNITS.find((candidate) => dividesAll(values, least, candidate)) ?? 1;
  const low = new Uint32Array(values.length);
  if ((most - least) / unit < WORD) {
    for (let i = 0; i < values.length; i++) low[i] = (values[i]! - least) / unit;
    return [low];
  }
  const high = new Uint32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const offset = (values[i]! - least) / unit;
    high[i] = Math.floor(offset / WORD);
    low[i] = offset - high[i]! * WORD;
  }
  return [high, low];
}

/** Whether all values are `least` plus a multiple of `unit`; exact below 2^53. */
function dividesAll(values: Float64Array, least: number, unit: number): boolean {
  for (let i = 0; i < values.length; i++) {
    const offset = values[i]! - least;
    if (Math.floor(offset / unit) * unit !== offset) return false;
  }
  return true;
}

/** Rows in canonical order, and what it takes to tell whether two neighbours are the same transfer. */
export interface CanonicalOrder {
  readonly order: Uint32Array;
  /** Negative, zero or positive; zero = equal in everything but sequence and source position. */
  readonly compareContent: (left: number, right: number) => number;
  /**
   * Rows such that those of equal content lie side by side, and among them in the order of `order`. The same array as
   * `order` unless a sequence pulls equal rows apart.
   */
  readonly byContent: Uint32Array;
  /** Calls back with each run [start, end) of `byContent` that agrees on time, payer and beneficiary. */
  readonly forEachTie: (visit: (start: number, end: number) => void) => void;
}

/** Rows in some order, and its runs of rows that agree on time, payer and beneficiary: start, end, start, end. */
interface SortedRows {
  readonly order: Uint32Array;
  readonly ties: Float64Array;
}

interface Amounts {
  readonly paid: RawAmounts;
  readonly received: RawAmounts | undefined;
  readonly currencies: readonly Currency[];
}

/**
 * The one order of transfers: time, then the mapped sequence, then content (payer, beneficiary, amounts, currency,
 * channel, places, id), then source position for exact duplicates only. Accounts, currencies and places must already be
 * numbered in code-unit order of their texts, so that the order of the input's rows has no say.
 */
export function canonicalOrder(draft: LedgerDraft, amounts: Amounts): CanonicalOrder {
  const time = integerKeys(draft.timeMs.finish());
  const payer = draft.payer.finish();
  const beneficiary = draft.beneficiary.finish();
  const compareContent = contentOrder(draft, amounts);
  const sorted = (keys: readonly Uint32Array[], last: (a: number, b: number) => number): SortedRows => {
    const order = sortPositions(draft.rowCount, keys);
    const ties = sortRunsByPair(order, keys, payer, beneficiary);
    for (let i = 0; i < ties.length; i += 2) {
      order.subarray(ties[i], ties[i + 1]).sort((a, b) => compareContent(a, b) || last(a, b));
    }
    return { order, ties };
  };
  const sequence = sequenceKeys(draft);
  const canonical = sorted([...time, ...sequence], (a, b) => comparePosition(draft, a, b));
  const { order } = canonical;
  let alike = canonical;
  if (sequence.length > 0) {
    const rank = new Uint32Array(order.length);
    order.forEach((row, position) => (rank[row] = position));
    alike = sorted(time, (a, b) => rank[a]! - rank[b]!);
  }
  const { ties } = alike;
  const forEachTie = (visit: (start: number, end: number) => void): void => {
    for (let i = 0; i < ties.length; i += 2) visit(ties[i]!, ties[i + 1]!);
  };
  return { order, compareContent, byContent: alike.order, forEachTie };
}

function sequenceKeys(draft: LedgerDraft): Uint32Array[] {
  if (draft.sequence === undefined) return [];
  draft.sequence.appendRepeated(0, draft.rowCount - draft.sequence.length);
  return integerKeys(draft.sequence.finish());
}

function comparePosition(draft: LedgerDraft, a: number, b: number): number {
  const file = draft.sourceFile.array[a]! - draft.sourceFile.array[b]!;
  return file !== 0 ? file : draft.sourceLine.array[a]! - draft.sourceLine.array[b]!;
}

function contentOrder(draft: LedgerDraft, { paid, received, currencies }: Amounts): (a: number, b: number) => number {
  const columns = [draft.currency.finish(), draft.channel.finish(), draft.precision.finish()];
  const optional = draft.placeColumns.map((column) => column?.finish());
  return (a, b) => {
    for (const column of columns) if (column[a] !== column[b]) return column[a]! - column[b]!;
    const byAmount = compareAmount(paid, a, b, currencies);
    if (byAmount !== 0) return byAmount;
    if (received !== undefined) {
      const byCurrency = received.currency[a]! - received.currency[b]!;
      const byReceived = byCurrency !== 0 ? byCurrency : compareAmount(received, a, b, currencies);
      if (byReceived !== 0) return byReceived;
    }
    for (const column of optional) {
      const difference = (column?.[a] ?? -1) - (column?.[b] ?? -1);
      if (difference !== 0) return difference;
    }
    return draft.ids === undefined ? 0 : draft.ids.compare(a, b);
  };
}

function compareAmount(amounts: RawAmounts, a: number, b: number, currencies: readonly Currency[]): number {
  if (
    amounts.decimals[a] === amounts.decimals[b] &&
    amounts.mantissa[a] === amounts.mantissa[b] &&
    !amounts.wide.has(a)
  ) {
    return 0;
  }
  const left = exactMinor(amounts, a, currencies);
  const right = exactMinor(amounts, b, currencies);
  if (left === right) return 0;
  if (left === undefined || right === undefined) return left === undefined ? -1 : 1;
  return left < right ? -1 : 1;
}
