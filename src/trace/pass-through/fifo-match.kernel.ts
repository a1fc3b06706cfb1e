/**
 * First in, first out through one lane, the fast twin of `matchFifoWide` and so of LineHolding: gives each debit the opening
 * balance, which is the oldest money, and then the oldest credit that is not yet used up and not later than the debit
 * (`sameInstant`) or earlier than it (otherwise). Credits older than `maxAgeMs` at the debit are passed over for good.
 *
 * Both sides are ordered by time. `creditMinor` and `debitMinor` are consumed: afterwards they hold what was never passed
 * on and what no credit covers, the opening balance included. Fills the three piece columns, whose length must be at
 * least credits + debits - 1. Amounts are integers up to 2^53 - 1; every result is a difference, a minimum or a part of a
 * debit, hence exact.
 *
 * @returns the number of pieces. Pieces ascend in credit and in debit. O(credits + debits).
 */
export function matchFifoInto(
  openingMinor: number,
  creditTimeMs: Float64Array,
  creditMinor: Float64Array,
  debitTimeMs: Float64Array,
  debitMinor: Float64Array,
  sameInstant: boolean,
  maxAgeMs: number,
  pieceCredit: Int32Array,
  pieceDebit: Int32Array,
  pieceMinor: Float64Array,
): number {
  let pieces = 0;
  let credit = 0;
  let opening = openingMinor;
  for (let debit = 0; debit < debitMinor.length; debit++) {
    const now = debitTimeMs[debit]!;
    const fromOpening = Math.min(debitMinor[debit]!, opening);
    opening -= fromOpening;
    let open = debitMinor[debit]! - fromOpening;
    while (open > 0 && credit < creditMinor.length) {
      const arrived = creditTimeMs[credit]!;
      if (sameInstant ? arrived > now : arrived >= now) break;
      const left = creditMinor[credit]!;
      if (left === 0 || now - arrived > maxAgeMs) {
        credit++;
        continue;
      }
      const piece = left < open ? left : open;
      pieceCredit[pieces] = credit;
      pieceDebit[pieces] = debit;
      pieceMinor[pieces] = piece;
      pieces++;
      open -= piece;
      creditMinor[credit] = left - piece;
    }
    debitMinor[debit] = open + fromOpening;
  }
  return pieces;
}

/**
 * The smallest opening balance that keeps the balance from going below zero at any debit, credits of the same instant
 * first if `sameInstant`. Fast twin of `leastOpening` in holdings. Exact while neither side adds up to more than 2^53 - 1.
 * O(credits + debits).
 */
export function leastOpening(
  creditTimeMs: Float64Array,
  creditMinor: Float64Array,
  debitTimeMs: Float64Array,
  debitMinor: Float64Array,
  sameInstant: boolean,
): number {
  let balance = 0;
  let lowest = 0;
  let credit = 0;
  for (let debit = 0; debit < debitMinor.length; debit++) {
    const now = debitTimeMs[debit]!;
    while (credit < creditMinor.length && (sameInstant ? creditTimeMs[credit]! <= now : creditTimeMs[credit]! < now)) {
      balance += creditMinor[credit]!;
      credit++;
    }
    balance -= debitMinor[debit]!;
    if (balance < lowest) lowest = balance;
  }
  return -lowest;
}
