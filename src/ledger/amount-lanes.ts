import { type Currency } from './currency-table.js';

/** A column of exact decimals as read: mantissa and number of decimals; NaN mantissa = none. */
export interface RawAmounts {
  readonly mantissa: Float64Array;
  readonly decimals: Uint8Array;
  readonly currency: Uint16Array;
  /** Rows whose mantissa is beyond 2^53 - 1. Their float mantissa is not to be used. */
  readonly wide: ReadonlyMap<number, bigint>;
}

/** Room for the decimals of one currency in a table by currency and decimals. */
const DECIMALS = 64;

/** Scale and lane of each currency over all columns given, in the order of `codes`. */
export function planCurrencies(codes: readonly string[], columns: readonly RawAmounts[]): Currency[] {
  const largest = new Float64Array(DECIMALS * codes.length).fill(-1);
  const isWide = new Uint8Array(codes.length);
  for (const column of columns) {
    noteLargest(column, largest);
    for (const row of column.wide.keys()) isWide[column.currency[row]!] = 1;
  }
  return codes.map((code, i) => {
    const mine = largest.subarray(DECIMALS * i, DECIMALS * (i + 1));
    let scale = DECIMALS - 1;
    while (scale > 0 && mine[scale]! < 0) scale--;
    const isBeyond = mine.some((mantissa, decimals) => mantissa * 10 ** (scale - decimals) > Number.MAX_SAFE_INTEGER);
    return { code, scale, lane: isWide[i] === 1 || isBeyond ? 'wide' : 'safe' };
  });
}

/** Largest absolute mantissa by currency and decimals. */
function noteLargest({ mantissa, decimals, currency }: RawAmounts, largest: Float64Array): void {
  for (let row = 0; row < mantissa.length; row++) {
    const entry = DECIMALS * currency[row]! + decimals[row]!;
    const size = Math.abs(mantissa[row]!);
    if (size > largest[entry]!) largest[entry] = size;
  }
}

/** Exact minor units of one row at the scale of its currency, or undefined for no amount. */
export function exactMinor(amounts: RawAmounts, row: number, currencies: readonly Currency[]): bigint | undefined {
  const mantissa = amounts.wide.get(row) ?? amounts.mantissa[row]!;
  if (typeof mantissa === 'number' && Number.isNaN(mantissa)) return undefined;
  const shift = currencies[amounts.currency[row]!]!.scale - amounts.decimals[row]!;
  return BigInt(mantissa) * 10n ** BigInt(shift);
}

/**
 * The rows of `order` at the scale of their currency: floats (exact in safe lanes, nearest double in wide ones) and the
 * exact values of the wide ones, keyed by position in `order`.
 *
 * @param minor receives the floats; of the order's length
 */
export function layOutAmounts(
  amounts: RawAmounts,
  order: Uint32Array,
  currencies: readonly Currency[],
  minor: Float64Array,
): { minor: Float64Array; wide: Map<number, bigint> } {
  const wide = new Map<number, bigint>();
  const factors = new Float64Array(DECIMALS * currencies.length);
  currencies.forEach(({ scale, lane }, i) => {
    for (let d = 0; d <= scale; d++) factors[DECIMALS * i + d] = lane === 'wide' ? NaN : 10 ** (scale - d);
  });
  const { mantissa, decimals, currency } = amounts;
  for (let i = 0; i < order.length; i++) {
    const row = order[i]!;
    minor[i] = mantissa[row]! * factors[DECIMALS * currency[row]! + decimals[row]!]!;
  }
  if (currencies.every(({ lane }) => lane === 'safe')) return { minor, wide };
  for (let i = 0; i < order.length; i++) {
    if (currencies[currency[order[i]!]!]?.lane !== 'wide') continue;
    const exact = exactMinor(amounts, order[i]!, currencies);
    if (exact === undefined) continue;
    wide.set(i, exact);
    minor[i] = Number(exact);
  }
  return { minor, wide };
}
