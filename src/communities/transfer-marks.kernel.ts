/** Scrambles 32 bits; a bijection (finaliser in the manner of MurmurHash3). */
export function scramble(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85eb_ca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2_ae35);
  return mixed ^ (mixed >>> 16);
}

/** What the marks of a stretch of transfers are computed from; all columns are indexed by row. */
export interface MarkColumns {
  readonly payer: Int32Array;
  readonly beneficiary: Int32Array;
  readonly timeMs: Float64Array;
  readonly amount: Float64Array;
  readonly currency: Uint16Array;
  /** Per currency, a hash of its code. */
  readonly currencyHash: Int32Array;
  readonly firstRow: number;
  readonly endRow: number;
}

/**
 * Adds to marks[row - firstRow] what the row is *to its owner*: how long after the owner's first transfer it came, and
 * what share its amount is of the owner's largest amount in that currency. Neither changes when all times are shifted,
 * all amounts are scaled by an integer, or anything is renamed. `starts` and `rows` list the owners' rows (one
 * direction), `role` tells the directions apart. `first` and `largest` come from {@link ownerScalesInto}.
 */
export function addMarksInto(
  marks: Int32Array,
  columns: MarkColumns,
  owner: Int32Array,
  firstTime: Float64Array,
  largest: Float64Array,
  role: number,
): void {
  const { timeMs, amount, currency, currencyHash, firstRow, endRow } = columns;
  const bits = new Float64Array(1);
  const words = new Int32Array(bits.buffer);
  for (let row = firstRow; row < endRow; row++) {
    bits[0] = timeMs[row]! - firstTime[owner[row]!]!;
    let mark = scramble(words[0]! ^ role) + scramble(words[1]! ^ (role + 1));
    if (amount[row]! > 0) {
      bits[0] = amount[row]! / largest[row - firstRow]!;
      mark += scramble(words[0]! ^ (role + 2)) + scramble(words[1]! ^ (role + 3));
      mark ^= currencyHash[currency[row]!]!;
    }
    marks[row - firstRow]! += scramble(mark);
  }
}

/**
 * For each account the time of its first row of the stretch (Infinity if it has none), and for each row the largest
 * amount that its payer / its beneficiary has in the row's currency, in either role. `out` and `in` are the two
 * directions of a temporal index. O(accounts + rows); `scale` is scratch with one entry per currency.
 */
export function ownerScalesInto(
  firstTime: Float64Array,
  largestOfPayer: Float64Array,
  largestOfBeneficiary: Float64Array,
  columns: MarkColumns,
  outStarts: Int32Array,
  outRows: Int32Array,
  inStarts: Int32Array,
  inRows: Int32Array,
  scale: Float64Array,
): void {
  const { timeMs, amount, currency, firstRow, endRow } = columns;
  firstTime.fill(Infinity);
  const raise = (account: number, rows: Int32Array, from: number, to: number): void => {
    for (let k = from; k < to; k++) {
      const row = rows[k]!;
      if (row < firstRow || row >= endRow) continue;
      if (timeMs[row]! < firstTime[account]!) firstTime[account] = timeMs[row]!;
      if (amount[row]! > scale[currency[row]!]!) scale[currency[row]!] = amount[row]!;
    }
  };
  const copy = (rows: Int32Array, from: number, to: number, largest: Float64Array): void => {
    for (let k = from; k < to; k++) {
      const row = rows[k]!;
      if (row >= firstRow && row < endRow && amount[row]! > 0) largest[row - firstRow] = scale[currency[row]!]!;
    }
  };
  const reset = (rows: Int32Array, from: number, to: number): void => {
    for (let k = from; k < to; k++) if (amount[rows[k]!]! > 0) scale[currency[rows[k]!]!] = 0;
  };
  for (let account = 0; account < firstTime.length; account++) {
    const out = outStarts[account]!;
    const outEnd = outStarts[account + 1]!;
    const into = inStarts[account]!;
    const intoEnd = inStarts[account + 1]!;
    raise(account, outRows, out, outEnd);
    raise(account, inRows, into, intoEnd);
    copy(outRows, out, outEnd, largestOfPayer);
    copy(inRows, into, intoEnd, largestOfBeneficiary);
    reset(outRows, out, outEnd);
    reset(inRows, into, intoEnd);
  }
}

/**
 * What marks leave out because it changes with the unit of amounts: for each account its largest amount, and a hash of
 * all its amounts and currencies. `unit` is the size of one minor unit per currency, as a divisor. O(rows).
 */
export function absoluteScalesInto(
  largest: Float64Array,
  hash: Int32Array,
  columns: MarkColumns,
  unit: Float64Array,
): void {
  const { payer, beneficiary, amount, currency, currencyHash, firstRow, endRow } = columns;
  const bits = new Float64Array(1);
  const words = new Int32Array(bits.buffer);
  for (let row = firstRow; row < endRow; row++) {
    if (!(amount[row]! > 0)) continue;
    const from = payer[row]!;
    const to = beneficiary[row]!;
    const size = amount[row]! / unit[currency[row]!]!;
    if (size > largest[from]!) largest[from] = size;
    if (size > largest[to]!) largest[to] = size;
    bits[0] = size;
    const mark = scramble(words[0]! ^ currencyHash[currency[row]!]!) + scramble(words[1]!);
    hash[from]! += scramble(mark ^ 0x0400);
    hash[to]! += scramble(mark ^ 0x0800);
  }
}

/**
 * One round of colour refinement over transfers: next[a] = scramble(colour[a]) + the sum over a's rows of a scramble of
 * the row's mark, its direction and the colour at its far end. Sums do not depend on the order of rows. `salt` makes
 * independent lanes.
 */
export function refineColoursInto(
  next: Int32Array,
  colour: Int32Array,
  marks: Int32Array,
  columns: MarkColumns,
  salt: number,
): void {
  const { payer, beneficiary, firstRow, endRow } = columns;
  for (let account = 0; account < next.length; account++) next[account] = scramble(colour[account]! ^ salt);
  for (let row = firstRow; row < endRow; row++) {
    const from = payer[row]!;
    const to = beneficiary[row]!;
    const mark = marks[row - firstRow]! ^ salt;
    next[from]! += scramble(scramble(colour[to]! + mark) ^ 0x2545_f491);
    next[to]! += scramble(scramble(colour[from]! + mark) ^ 0x61c8_8647);
  }
}
