import { type Row } from '../../foundation/index.js';
import { dwellMs, type FifoLane } from '../../trace/index.js';
import { type Flow } from './account-flows.js';

/** Where credits went, by first in, first out; minor units of one currency. */
export interface OnwardMoney {
  readonly credited: number;
  readonly passed: number;
  /** Part that left at once: within {@link creditPieces} `fastMs`, inclusive. */
  readonly passedFast: number;
  /** Part that left by everyday debits. */
  readonly everyday: number;
}

/**
 * What became of the credits of a lane: all that {@link onwardMoney} asks, a fifth of the lane's own size. Columns named
 * credit... have one entry per credit, piece... per matched piece; `firstPiece` one more, the last being the number of pieces.
 */
export interface CreditPieces {
  /** Ascending. */
  readonly creditRows: Int32Array;
  readonly creditMinor: Float64Array;
  readonly firstPiece: Int32Array;
  readonly pieceMinor: Float64Array;
  /** How each piece left: {@link FAST}, {@link EVERYDAY}, both or neither. */
  readonly pieceKind: Uint8Array;
}

const FAST = 1;
const EVERYDAY = 2;

/**
 * Copies what is asked for later, so that the lane can be dropped. `everydayRows` are the debits that count as such, and
 * what leaves within `fastMs` leaves at once. O(credits + pieces).
 */
export function creditPieces(
  lane: FifoLane,
  { everydayRows, fastMs }: { readonly everydayRows: ReadonlySet<Row>; readonly fastMs: number },
): CreditPieces {
  const { creditRows, creditMinor, pieceCredit, pieceMinor, pieceDebit, debitRows } = lane;
  const [credits, pieces] = [creditRows.length, pieceCredit.length];
  const kept = {
    creditRows,
    creditMinor: new Float64Array(credits),
    firstPiece: new Int32Array(credits + 1),
    pieceMinor: new Float64Array(pieces),
    pieceKind: new Uint8Array(pieces),
  };
  let piece = 0;
  for (let credit = 0; credit < credits; credit++) {
    kept.creditMinor[credit] = Number(creditMinor[credit]);
    for (; piece < pieces && pieceCredit[piece] === credit; piece++) {
      kept.pieceMinor[piece] = Number(pieceMinor[piece]);
      const isEveryday = everydayRows.has(debitRows[pieceDebit[piece]!]!);
      kept.pieceKind[piece] = (dwellMs(lane, piece) <= fastMs ? FAST : 0) | (isEveryday ? EVERYDAY : 0);
    }
    kept.firstPiece[credit + 1] = piece;
  }
  return kept;
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
