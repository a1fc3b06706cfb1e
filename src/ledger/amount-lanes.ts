import { type Currency } from './currency-table.js';

/** A column of exact decimals as read: mantissa and number of decimals; NaN mantissa = none. */
export interface RawAmounts {
  readonly mantissa: Float64Array;
  readonly decimals: Uint8Array;
  readonly currency: Uint16Array;
  /** Rows whose mantissa is beyond 2^53 - 1. Their float mantissa is not to be used. */
  readonly wide: ReadonlyMap<number, bigint>;
}

/** Scale and lane of each currency over all columns given, in the order of `codes`. */
export function planCurrencies(codes: readonly string[], columns: readonly RawAmounts[]): Currency[] {
  const scales = new Uint8Array(codes.length);
  for (const { mantissa, decimals, currency } of columns) {
    for (let row = 0; row < mantissa.length; row++) {
      if (!Number.isNaN(mantissa[row]!) && decimals[row]! > scales[currency[row]!]!) {
        scales[currency[row]!] = decimals[row]!;
      }
    }
  }
  const isWide = new Uint8Array(codes.length);
  for (const { mantissa, decimals, currency, wide } of columns) {
    for (const row of wide.keys()) isWide[currency[row]!] = 1;
    for (let row = 0; row < mantissa.length; row++) {
      const shift = scales[currency[row]!]! - decimals[row]!;
      if (Math.abs(mantissa[row]!) * 10 ** shift > Number.MAX_SAFE_INTEGER) isWide[currency[row]!] = 1;
    }
  }
  return codes.map((code, i) => ({ code, scale: scales[i]!, lane: isWide[i] === 1 ? 'wide' : 'safe' }));
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
 */
export function layOutAmounts(
  amounts: RawAmounts,
  order: Uint32Array,
  currencies: readonly Currency[],
): { minor: Float64Array; wide: Map<number, bigint> } {
  const minor = new Float64Array(order.length);
  const wide = new Map<number, bigint>();
  const powers = Array.from({ length: 23 }, (_, exponent) => 10 ** exponent);
  for (let i = 0; i < order.length; i++) {
    const row = order[i]!;
    const currency = currencies[amounts.currency[row]!];
    if (currency?.lane === 'wide') {
      const exact = exactMinor(amounts, row, currencies);
      if (exact !== undefined) wide.set(i, exact);
      minor[i] = exact === undefined ? NaN : Number(exact);
    } else {
      minor[i] =
        currency === undefined ? NaN : amounts.mantissa[row]! * powers[currency.scale - amounts.decimals[row]!]!;
    }
  }
  return { minor, wide };
}
