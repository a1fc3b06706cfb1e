import { type Flow } from './account-flows.js';
import { type CreditPieces, EVERYDAY, FAST } from './credit-pieces.js';

/** Where credits went, by first in, first out; minor units of one currency. */
export interface OnwardMoney {
  readonly credited: number;
  readonly passed: number;
  /** Part that left at once: within `fastMs` of the rule of pieces, inclusive. */
  readonly passedFast: number;
  /** Part that left by everyday debits. */
  readonly everyday: number;
}

/** Follows the given credits, ascending by row. O(pieces of these credits), and a search for each. */
export function onwardMoney(kept: CreditPieces | undefined, credits: readonly Flow[]): OnwardMoney {
  const money = { credited: 0, passed: 0, passedFast: 0, everyday: 0 };
  if (kept === undefined) return money;
  const { creditRows, creditMinor, firstPiece, pieceMinor, pieceKind } = kept;
  let credit = 0;
  for (const { row } of credits) {
    credit = firstAtLeast(creditRows, row, credit);
    if (creditRows[credit] !== row) continue;
    money.credited += creditMinor[credit]!;
    for (let piece = firstPiece[credit]!; piece < firstPiece[credit + 1]!; piece++) {
      const minor = pieceMinor[piece]!;
      money.passed += minor;
      if ((pieceKind[piece]! & FAST) !== 0) money.passedFast += minor;
      if ((pieceKind[piece]! & EVERYDAY) !== 0) money.everyday += minor;
    }
  }
  return money;
}

/** First position from `low` on whose number is not below `wanted`. */
function firstAtLeast(ascending: Int32Array, wanted: number, low: number): number {
  for (let high = ascending.length; low < high;) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
