import { defaultTies, PRECISIONS, type Row } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { GrowableColumn } from '../../structures/index.js';
import { dwellMs, type FifoLane, leastOpening, matchFifoInto } from '../../trace/index.js';
import { type AccountFlows, type Flow } from './account-flows.js';

/**
 * What became of an account's credits in one currency, by first in, first out: all that `onwardMoney` asks, a fifth of the
 * size of a lane. Columns named credit... have one entry per credit, piece... per matched piece; `firstPiece` one more, the
 * last being the number of pieces.
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

export const FAST = 1;
export const EVERYDAY = 2;

/** What is asked of pieces. */
export interface PieceRule {
  /** Debits that count as everyday. */
  readonly everydayRows: ReadonlySet<Row>;
  /** What leaves within this, inclusive, leaves at once. */
  readonly fastMs: number;
}

/** Copies what is asked for later out of a lane, so that the lane can be dropped. O(credits + pieces). */
export function piecesOfLane(lane: FifoLane, { everydayRows, fastMs }: PieceRule): CreditPieces {
  const { creditRows, creditMinor, pieceCredit, pieceMinor, pieceDebit, debitRows } = lane;
  const kept = emptyPieces(creditRows, pieceCredit.length);
  for (let credit = 0; credit < creditRows.length; credit++) kept.creditMinor[credit] = Number(creditMinor[credit]);
  for (let piece = 0; piece < pieceCredit.length; piece++) {
    kept.pieceMinor[piece] = Number(pieceMinor[piece]);
    const isEveryday = everydayRows.has(debitRows[pieceDebit[piece]!]!);
    kept.pieceKind[piece] = kindOf(dwellMs(lane, piece) <= fastMs, isEveryday);
  }
  countPieces(kept.firstPiece, pieceCredit, pieceCredit.length);
  return kept;
}

/**
 * Matches the flows of small accounts one after the other: the same as {@link piecesOfLane} of the lane of the currency,
 * with the least opening balance and the default ties of the ledger, without a lane, whose many views cost more than
 * matching. Where only a lane is exact it gives no answer.
 */
export class PieceMatcher {
  readonly #canMatch: boolean;
  readonly #sameInstant: boolean;
  readonly #creditMs = new GrowableColumn(Float64Array, 64);
  readonly #debitMs = new GrowableColumn(Float64Array, 64);
  readonly #creditMinor = new GrowableColumn(Float64Array, 64);
  readonly #debitMinor = new GrowableColumn(Float64Array, 64);
  readonly #pieceCredit = new GrowableColumn(Int32Array, 64);
  readonly #pieceDebit = new GrowableColumn(Int32Array, 64);
  readonly #pieceMinor = new GrowableColumn(Float64Array, 64);

  constructor({ ledger }: TemporalGraph, currency: number) {
    // Lanes round times to days where a transfer is only known to the day, and hold wide amounts in BigInts.
    const isFine = PRECISIONS.indexOf(ledger.precision) > PRECISIONS.indexOf('day');
    this.#canMatch = isFine && ledger.currencies[currency]?.lane === 'safe';
    this.#sameInstant = defaultTies(ledger.precision) === 'same-instant-allowed';
  }

  /** Undefined where only a lane is exact. O(flows). */
  match({ credits, debits }: AccountFlows, { everydayRows, fastMs }: PieceRule): CreditPieces | undefined {
    if (!this.#canMatch) return undefined;
    const credited = fill(this.#creditMs, this.#creditMinor, credits);
    const debited = fill(this.#debitMs, this.#debitMinor, debits);
    if (credited > Number.MAX_SAFE_INTEGER || debited > Number.MAX_SAFE_INTEGER) return undefined;
    const creditMinor = this.#creditMinor.array.subarray(0, credits.length);
    const debitMinor = this.#debitMinor.array.subarray(0, debits.length);
    const [creditMs, debitMs] = [this.#creditMs.array, this.#debitMs.array];
    const opening = leastOpening(creditMs, creditMinor, debitMs, debitMinor, this.#sameInstant);
    for (const column of [this.#pieceCredit, this.#pieceDebit, this.#pieceMinor]) {
      column.reserve(credits.length + debits.length);
    }
    const [pieceCredit, pieceDebit] = [this.#pieceCredit.array, this.#pieceDebit.array];
    const pieceMinor = this.#pieceMinor.array;
    // prettier-ignore
    const pieces = matchFifoInto(opening, creditMs, creditMinor, debitMs, debitMinor, this.#sameInstant, Infinity, pieceCredit, pieceDebit, pieceMinor);
    const kept = emptyPieces(new Int32Array(credits.length), pieces);
    for (let credit = 0; credit < credits.length; credit++) {
      kept.creditRows[credit] = credits[credit]!.row;
      kept.creditMinor[credit] = credits[credit]!.minor;
    }
    for (let piece = 0; piece < pieces; piece++) {
      const isFast = debitMs[pieceDebit[piece]!]! - creditMs[pieceCredit[piece]!]! <= fastMs;
      kept.pieceMinor[piece] = pieceMinor[piece]!;
      kept.pieceKind[piece] = kindOf(isFast, everydayRows.has(debits[pieceDebit[piece]!]!.row));
    }
    countPieces(kept.firstPiece, pieceCredit, pieces);
    return kept;
  }
}

/** Times and amounts of flows, in columns that are used again. Returns the sum, rounded if it leaves the exact integers. */
function fill(
  times: GrowableColumn<Float64Array>,
  amounts: GrowableColumn<Float64Array>,
  flows: readonly Flow[],
): number {
  times.reserve(flows.length);
  amounts.reserve(flows.length);
  let sum = 0;
  for (let i = 0; i < flows.length; i++) {
    const { timeMs, minor } = flows[i]!;
    times.array[i] = timeMs;
    amounts.array[i] = minor;
    sum += minor;
  }
  return sum;
}

function emptyPieces(creditRows: Int32Array, pieces: number): CreditPieces {
  return {
    creditRows,
    creditMinor: new Float64Array(creditRows.length),
    firstPiece: new Int32Array(creditRows.length + 1),
    pieceMinor: new Float64Array(pieces),
    pieceKind: new Uint8Array(pieces),
  };
}

/** First piece of each credit, of pieces that ascend by credit. */
function countPieces(firstPiece: Int32Array, pieceCredit: Int32Array, pieces: number): void {
  for (let piece = 0; piece < pieces; piece++) firstPiece[pieceCredit[piece]! + 1] = piece + 1;
  for (let credit = 1; credit < firstPiece.length; credit++) {
    if (firstPiece[credit]! < firstPiece[credit - 1]!) firstPiece[credit] = firstPiece[credit - 1]!;
  }
}

function kindOf(isFast: boolean, isEveryday: boolean): number {
  return (isFast ? FAST : 0) | (isEveryday ? EVERYDAY : 0);
}
