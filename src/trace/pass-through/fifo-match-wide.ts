/** What {@link matchFifoWide} answers; the columns mean the same as those of the kernel. */
export interface WideMatch {
  readonly pieceCredit: number[];
  readonly pieceDebit: number[];
  readonly pieceMinor: bigint[];
}

/**
 * The same matching as `matchFifoInto` for sums beyond 2^53 - 1: consumes `creditMinor` and `debitMinor` likewise.
 * O(credits + debits) operations on BigInts.
 */
export function matchFifoWide(
  openingMinor: bigint,
  creditTimeMs: Float64Array,
  creditMinor: bigint[],
  debitTimeMs: Float64Array,
  debitMinor: bigint[],
  sameInstant: boolean,
  maxAgeMs: number,
): WideMatch {
  const match: WideMatch = { pieceCredit: [], pieceDebit: [], pieceMinor: [] };
  let credit = 0;
  let opening = openingMinor;
  for (let debit = 0; debit < debitMinor.length; debit++) {
    const now = debitTimeMs[debit]!;
    const whole = debitMinor[debit] as bigint;
    const fromOpening = whole < opening ? whole : opening;
    opening -= fromOpening;
    let open = whole - fromOpening;
    while (open > 0n && credit < creditMinor.length) {
      const arrived = creditTimeMs[credit]!;
      if (sameInstant ? arrived > now : arrived >= now) break;
      const left = creditMinor[credit] as bigint;
      if (left === 0n || now - arrived > maxAgeMs) {
        credit++;
        continue;
      }
      const piece = left < open ? left : open;
      match.pieceCredit.push(credit);
      match.pieceDebit.push(debit);
      match.pieceMinor.push(piece);
      open -= piece;
      creditMinor[credit] = left - piece;
    }
    debitMinor[debit] = open + fromOpening;
  }
  return match;
}

/** As `leastOpening`, for sums beyond 2^53 - 1. */
export function leastOpeningWide(
  creditTimeMs: Float64Array,
  creditMinor: readonly bigint[],
  debitTimeMs: Float64Array,
  debitMinor: readonly bigint[],
  sameInstant: boolean,
): bigint {
  let balance = 0n;
  let lowest = 0n;
  let credit = 0;
  for (const [debit, minor] of debitMinor.entries()) {
    const now = debitTimeMs[debit]!;
    while (credit < creditMinor.length && (sameInstant ? creditTimeMs[credit]! <= now : creditTimeMs[credit]! < now)) {
      balance += creditMinor[credit++] as bigint;
    }
    balance -= minor;
    if (balance < lowest) lowest = balance;
  }
  return -lowest;
}
