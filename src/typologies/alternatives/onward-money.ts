import { type Row } from '../../foundation/index.js';
import { dwellMs, type FifoLane } from '../../trace/index.js';
import { type Flow } from './account-flows.js';

/** Where credits went, by first in, first out; minor units of one currency. */
export interface OnwardMoney {
  readonly credited: number;
  readonly passed: number;
  /** Part that left at once: within `fastMs`, inclusive. */
  readonly passedFast: number;
  /** Part that left by everyday debits. */
  readonly everyday: number;
}

/**
 * Follows the given credits (ascending by row) through a matched lane; `everydayRows` are the debits that count as such,
 * and what leaves within `fastMs` leaves at once.
 * O(pieces of these credits), and a search for each.
 */
export function onwardMoney(
  lane: FifoLane | undefined,
  credits: readonly Flow[],
  { everydayRows, fastMs }: { readonly everydayRows: ReadonlySet<Row>; readonly fastMs: number },
): OnwardMoney {
  const money = { credited: 0, passed: 0, passedFast: 0, everyday: 0 };
  if (lane === undefined) return money;
  const { creditRows, creditMinor, pieceCredit, pieceMinor, pieceDebit, debitRows } = lane;
  let credit = 0;
  let piece = 0;
  for (const { row } of credits) {
    credit = firstAtLeast(creditRows, row, credit);
    if (creditRows[credit] !== row) continue;
    money.credited += Number(creditMinor[credit]);
    piece = firstAtLeast(pieceCredit, credit, piece);
    for (; piece < pieceCredit.length && pieceCredit[piece] === credit; piece++) {
      const minor = Number(pieceMinor[piece]);
      money.passed += minor;
      if (dwellMs(lane, piece) <= fastMs) money.passedFast += minor;
      if (everydayRows.has(debitRows[pieceDebit[piece]!]!)) money.everyday += minor;
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
