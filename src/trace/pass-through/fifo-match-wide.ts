/** What {@link matchFifoWide} answers; the columns mean the same as those of the kernel. */
export interface WideMatch {
  readonly pieceCredit: number[];
  readonly pieceDebit: number[];
  readonly pieceMinor: bigint[];
}

/**
 * The same matching as `matchFifoInto` for amounts beyond 2^53 - 1: consumes `creditMinor` and `debitMinor` likewise.
 * O(credits + debits) operations on BigInts.
 */
export function matchFifoWide(
  creditTimeMs: Float64Array,
  creditMinor: bigint[],
  debitTimeMs: Float64Array,
  debitMinor: bigint[],
  sameInstant: boolean,
  maxAgeMs: number,
): WideMatch {
  const match: WideMatch = { pieceCredit: [], pieceDebit: [], pieceMinor: [] };
  let credit = 0;
  for (let debit = 0; debit < debitMinor.length; debit++) {
    const now = debitTimeMs[debit]!;
    let open = debitMinor[debit] as bigint;
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
    debitMinor[debit] = open;
  }
  return match;
}
