/** Amounts from here on are split before they are added, so that running sums stay exact in doubles. */
const SPLIT_AT = 2 ** 52;
const HIGH_UNIT = 2 ** 40;

/**
 * Sums of amounts per currency, exact to 2^93 and therefore independent of the order of additions. Cleared in time
 * proportional to what was touched.
 */
export class CurrencySums {
  readonly #low: Float64Array;
  readonly #high: Float64Array;
  readonly #touched: Uint16Array;
  #count = 0;
  readonly size: number;

  constructor(currencies: number) {
    this.size = currencies;
    this.#low = new Float64Array(currencies);
    this.#high = new Float64Array(currencies);
    this.#touched = new Uint16Array(currencies);
  }

  /** Adds a positive integer amount. */
  add(currency: number, amount: number): void {
    if (this.#low[currency] === 0 && this.#high[currency] === 0) this.#touched[this.#count++] = currency;
    let rest = amount;
    if (rest >= SPLIT_AT) {
      const units = Math.floor(rest / HIGH_UNIT);
      this.#high[currency]! += units;
      rest -= units * HIGH_UNIT;
    }
    const sum = this.#low[currency]! + rest;
    if (sum >= SPLIT_AT) {
      const units = Math.floor(sum / HIGH_UNIT);
      this.#high[currency]! += units;
      this.#low[currency] = sum - units * HIGH_UNIT;
    } else {
      this.#low[currency] = sum;
    }
  }

  /** The sum, rounded once to the nearest double. */
  get(currency: number): number {
    return this.#high[currency]! * HIGH_UNIT + this.#low[currency]!;
  }

  /** Currencies with a sum, ascending. */
  currencies(): Uint16Array {
    const touched = this.#touched.subarray(0, this.#count);
    return this.#count > 1 ? touched.sort() : touched;
  }

  clear(): void {
    for (let i = 0; i < this.#count; i++) {
      this.#low[this.#touched[i]!] = 0;
      this.#high[this.#touched[i]!] = 0;
    }
    this.#count = 0;
  }
}

/**
 * For each row first .. end - 1 that is no self-transfer and has an amount, writes into totals[row - first] what the
 * row's owner moved in that row's currency over all such rows. `starts` and `indexRows` are one direction of a temporal
 * index, `other` the account at the far end of each row. O(accounts + rows).
 */
export function ownerTotalsInto(
  totals: Float64Array,
  starts: Int32Array,
  indexRows: Int32Array,
  other: Int32Array,
  amount: Float64Array,
  currency: Uint16Array,
  first: number,
  end: number,
  sums: CurrencySums,
): void {
  for (let owner = 0; owner + 1 < starts.length; owner++) {
    const from = starts[owner]!;
    const to = starts[owner + 1]!;
    for (let k = from; k < to; k++) {
      const row = indexRows[k]!;
      if (row >= first && row < end && other[row] !== owner && amount[row]! > 0) sums.add(currency[row]!, amount[row]!);
    }
    for (let k = from; k < to; k++) {
      const row = indexRows[k]!;
      if (row >= first && row < end && other[row] !== owner && amount[row]! > 0) {
        totals[row - first] = sums.get(currency[row]!);
      }
    }
    sums.clear();
  }
}

/**
 * Share weight of each pair: over both directions and all currencies, the sum of
 * (pair's amount / payer's outgoing total) + (pair's amount / beneficiary's incoming total).
 * Rows pairRows[pairStarts[p] .. pairStarts[p + 1]) belong to pair p; `source` tells their direction. The two
 * directions are summed apart and added last, so swapping the accounts' names changes no bit. O(rows).
 */
export function shareWeightsInto(
  weights: Float64Array,
  low: Int32Array,
  pairStarts: Int32Array,
  pairRows: Int32Array,
  source: Int32Array,
  amount: Float64Array,
  currency: Uint16Array,
  paidTotals: Float64Array,
  receivedTotals: Float64Array,
  first: number,
  sums: CurrencySums,
): void {
  // Some row of the pair in each currency, to look the totals up by.
  const rowOf = new Int32Array(sums.size);
  const oneWay = (pair: number, forward: boolean): number => {
    for (let k = pairStarts[pair]!; k < pairStarts[pair + 1]!; k++) {
      const row = pairRows[k]!;
      if ((source[row] === low[pair]) !== forward || !(amount[row]! > 0)) continue;
      sums.add(currency[row]!, amount[row]!);
      rowOf[currency[row]!] = row;
    }
    let share = 0;
    for (const touched of sums.currencies()) {
      const row = rowOf[touched]!;
      const total = sums.get(touched);
      share += total / paidTotals[row - first]! + total / receivedTotals[row - first]!;
    }
    sums.clear();
    return share;
  };
  for (let pair = 0; pair < weights.length; pair++) {
    if (pairStarts[pair + 1]! - pairStarts[pair]! > 1) {
      weights[pair] = oneWay(pair, true) + oneWay(pair, false);
      continue;
    }
    // Most pairs are one transfer: the same sum with nothing to add up.
    const row = pairRows[pairStarts[pair]!]!;
    const paid = amount[row]!;
    weights[pair] = paid > 0 ? paid / paidTotals[row - first]! + paid / receivedTotals[row - first]! : 0;
  }
}
