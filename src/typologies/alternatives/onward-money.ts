import { HOUR_MS, type Row } from '../../foundation/index.js';
import { dwellMs, type FifoLane } from '../../trace/index.js';

/** Where credits went, by first in, first out; minor units of one currency. */
export interface OnwardMoney {
  readonly credited: number;
  readonly passed: number;
  /** Part that left within 48 hours. */
  readonly passedFast: number;
  /** Part that left by everyday debits. */
  readonly everyday: number;
}

/** Follows the given credits through a matched lane; `everydayRows` are the debits that count as such. O(pieces). */
export function onwardMoney(
  lane: FifoLane | undefined,
  credits: ReadonlySet<Row>,
  everydayRows: ReadonlySet<Row>,
): OnwardMoney {
  const money = { credited: 0, passed: 0, passedFast: 0, everyday: 0 };
  if (lane === undefined) return money;
  const { creditRows, creditMinor, pieceCredit, pieceMinor, pieceDebit, debitRows } = lane;
  let piece = 0;
  for (let credit = 0; credit < creditRows.length; credit++) {
    while (piece < pieceCredit.length && pieceCredit[piece]! < credit) piece++;
    if (!credits.has(creditRows[credit]!)) continue;
    money.credited += Number(creditMinor[credit]);
    for (; piece < pieceCredit.length && pieceCredit[piece] === credit; piece++) {
      const minor = Number(pieceMinor[piece]);
      money.passed += minor;
      if (dwellMs(lane, piece) <= 48 * HOUR_MS) money.passedFast += minor;
      if (everydayRows.has(debitRows[pieceDebit[piece]!]!)) money.everyday += minor;
    }
  }
  return money;
}
