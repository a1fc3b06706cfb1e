import { sortPositions, type TextColumn } from '../structures/index.js';
import { exactMinor, type RawAmounts } from './amount-lanes.js';
import { type Currency } from './currency-table.js';
import { type LedgerDraft } from './ledger-draft.js';

/**
 * Two unsigned keys, high word first, that order like the integers in `values`. Integers may be negative; their range
 * must be below 2^53.
 */
export function integerKeys(values: Float64Array): [Uint32Array, Uint32Array] {
  let least = Infinity;
  for (const value of values) if (value < least) least = value;
  const high = new Uint32Array(values.length);
  const low = new Uint32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const offset = values[i]! - least;
    high[i] = Math.floor(offset / 0x1_0000_0000);
    low[i] = offset % 0x1_0000_0000;
  }
  return [high, low];
}

/**
 * Calls `visit` for each run of two or more neighbours in `order` that agree on all keys.
 */
export function forEachTie(
  order: Uint32Array,
  keys: readonly Uint32Array[],
  visit: (start: number, end: number) => void,
): void {
  const same = (a: number, b: number): boolean => {
    for (const key of keys) if (key[a] !== key[b]) return false;
    return true;
  };
  let start = 0;
  for (let i = 1; i <= order.length; i++) {
    if (i < order.length && same(order[i - 1]!, order[i]!)) continue;
    if (i - start > 1) visit(start, i);
    start = i;
  }
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
  const parties = [unsigned(draft.payer.finish()), unsigned(draft.beneficiary.finish())];
  const compareContent = contentOrder(draft, amounts);
  const sorted = (keys: readonly Uint32Array[], last: (a: number, b: number) => number): Uint32Array => {
    const order = sortPositions(draft.rowCount, keys);
    forEachTie(order, keys, (start, end) => {
      order.subarray(start, end).sort((a, b) => compareContent(a, b) || last(a, b));
    });
    return order;
  };
  const alike = [...time, ...parties];
  const sequence = sequenceKeys(draft);
  const order = sorted([...time, ...sequence, ...parties], (a, b) => comparePosition(draft, a, b));
  let byContent = order;
  if (sequence.length > 0) {
    const rank = new Uint32Array(order.length);
    order.forEach((row, position) => (rank[row] = position));
    byContent = sorted(alike, (a, b) => rank[a]! - rank[b]!);
  }
  const forEachRun = (visit: (start: number, end: number) => void): void => {
    forEachTie(byContent, alike, visit);
  };
  return { order, compareContent, byContent, forEachTie: forEachRun };
}

function sequenceKeys(draft: LedgerDraft): Uint32Array[] {
  if (draft.sequence === undefined) return [];
  while (draft.sequence.length < draft.rowCount) draft.sequence.push(0);
  return integerKeys(draft.sequence.finish());
}

function unsigned(column: Int32Array): Uint32Array {
  return new Uint32Array(column.buffer, column.byteOffset, column.length);
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
    return draft.ids === undefined ? 0 : compareIds(draft.ids, a, b);
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

function compareIds(ids: TextColumn, a: number, b: number): number {
  const hasA = a < ids.length;
  const hasB = b < ids.length;
  return hasA && hasB ? ids.compare(a, b) : Number(hasA) - Number(hasB);
}
