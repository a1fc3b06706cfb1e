import { dwellMs, type FifoLane, laneDurationMs, uncensoredCredits } from '../../trace/index.js';
import { ExactPrefix } from '../numbers/exact-prefix.js';

/**
 * Answers, for any stretch of a node's credits, how much of it left by when and how much left fast. A stretch is given
 * by credit positions from .. to - 1. Built in O(credits + pieces), asked in O(log pieces).
 */
export class LanePassage {
  readonly lane: FifoLane;
  /** The time within which money counts as leaving fast. */
  readonly limitMs: number;
  readonly #credited: ExactPrefix;
  readonly #passed: ExactPrefix;
  readonly #fast: ExactPrefix;
  /** First piece of each credit; one more entry for the end. */
  readonly #firstPiece: Int32Array;
  readonly #uncensored: number;

  constructor(lane: FifoLane, limitHours: number, endOfDataMs: number) {
    this.lane = lane;
    this.limitMs = laneDurationMs(lane, limitHours);
    this.#credited = new ExactPrefix(lane.creditMinor);
    this.#passed = new ExactPrefix(lane.pieceMinor);
    this.#fast = new ExactPrefix(lane.pieceMinor, (piece) => dwellMs(lane, piece) <= this.limitMs);
    this.#uncensored = uncensoredCredits(lane, this.limitMs, endOfDataMs);
    const credits = lane.creditRows.length;
    this.#firstPiece = new Int32Array(credits + 1);
    let piece = 0;
    for (let credit = 0; credit <= credits; credit++) {
      while (piece < lane.pieceCredit.length && lane.pieceCredit[piece]! < credit) piece++;
      this.#firstPiece[credit] = piece;
    }
  }

  creditedMinor(from: number, to: number): bigint {
    return this.#credited.between(from, to);
  }

  /** Pieces of the stretch whose debit is not later than `untilMs`: first position and the position after the last. */
  piecesUntil(from: number, to: number, untilMs: number): { readonly first: number; readonly end: number } {
    const first = this.#firstPiece[from]!;
    const { pieceDebit, debitTimeMs } = this.lane;
    let low = first;
    let high = this.#firstPiece[to]!;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (debitTimeMs[pieceDebit[middle]!]! <= untilMs) low = middle + 1;
      else high = middle;
    }
    return { first, end: low };
  }

  passedMinor(pieces: { readonly first: number; readonly end: number }): bigint {
    return this.#passed.between(pieces.first, pieces.end);
  }

  /**
   * Whether the value median of the stay is within the limit: at least half of the value of the credits left that fast.
   * Credits too young at the end of the data are left out; without any other the answer is no.
   */
  medianIsFast(from: number, to: number): boolean {
    const end = Math.min(to, this.#uncensored);
    if (end <= from) return false;
    const fast = this.#fast.between(this.#firstPiece[from]!, this.#firstPiece[end]!);
    return 2n * fast >= this.#credited.between(from, end);
  }
}
