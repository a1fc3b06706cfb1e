import { type FifoLane } from '../../trace/index.js';
import { ExactPrefix } from '../numbers/exact-prefix.js';

/** Value credited in a stretch of time, and the part of it that left within the same stretch, in minor units. */
export interface PassedValue {
  readonly creditedMinor: bigint;
  readonly passedMinor: bigint;
}

/**
 * Asks one lane about many windows: how much of what came in between two times (inclusive) went out by the second.
 * By first in, first out; both ends of a window are times of the ledger. O(pieces) once, O(log pieces) per window.
 */
export class PassedShare {
  readonly #lane: FifoLane;
  readonly #credited: ExactPrefix;
  readonly #passed: ExactPrefix;
  readonly #pieceDebitMs: Float64Array;
  readonly #pieceCreditMs: Float64Array;

  constructor(lane: FifoLane) {
    this.#lane = lane;
    this.#credited = new ExactPrefix(lane.creditMinor);
    this.#passed = new ExactPrefix(lane.pieceMinor);
    this.#pieceDebitMs = new Float64Array(lane.pieceDebit.length);
    this.#pieceCreditMs = new Float64Array(lane.pieceCredit.length);
    for (let piece = 0; piece < lane.pieceDebit.length; piece++) {
      this.#pieceDebitMs[piece] = lane.debitTimeMs[lane.pieceDebit[piece]!]!;
      this.#pieceCreditMs[piece] = lane.creditTimeMs[lane.pieceCredit[piece]!]!;
    }
  }

  between(firstMs: number, lastMs: number): PassedValue {
    const { creditTimeMs } = this.#lane;
    const firstPiece = countBefore(this.#pieceCreditMs, firstMs, false);
    // Pieces ascend by credit and by debit: those that left in time are a stretch of them.
    const endPiece = Math.max(firstPiece, countBefore(this.#pieceDebitMs, lastMs, true));
    return {
      creditedMinor: this.#credited.between(
        countBefore(creditTimeMs, firstMs, false),
        countBefore(creditTimeMs, lastMs, true),
      ),
      passedMinor: this.#passed.between(firstPiece, endPiece),
    };
  }
}

/** Number of leading times that are < bound, or <= bound if `inclusive`. */
function countBefore(times: Float64Array, bound: number, inclusive: boolean): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]! < bound || (inclusive && times[middle] === bound)) low = middle + 1;
    else high = middle;
  }
  return low;
}
