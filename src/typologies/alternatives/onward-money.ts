import { type Account, HOUR_MS, type Row } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { dwellMs, matchPassThrough } from '../../trace/index.js';

/** Where credits went, by first in, first out; minor units of one currency. */
export interface OnwardMoney {
  readonly credited: number;
  readonly passed: number;
  /** Part that left within 48 hours. */
  readonly passedFast: number;
  /** Part that left by everyday debits. */
  readonly everyday: number;
}

/** Follows the given credits of an account; `everyday` are the debits that count as such. One matching of the account. */
export function onwardMoney(
  graph: TemporalGraph,
  account: Account,
  currency: number,
  credits: ReadonlySet<Row>,
  everydayRows: ReadonlySet<Row>,
): OnwardMoney {
  const lane = matchPassThrough(graph, account).find((one) => one.currency === currency);
  const money = { credited: 0, passed: 0, passedFast: 0, everyday: 0 };
  if (lane === undefined) return money;
  lane.creditRows.forEach((row, credit) => {
    if (credits.has(row)) money.credited += Number(lane.creditMinor[credit]);
  });
  lane.pieceCredit.forEach((credit, piece) => {
    if (!credits.has(lane.creditRows[credit]!)) return;
    const minor = Number(lane.pieceMinor[piece]);
    money.passed += minor;
    if (dwellMs(lane, piece) <= 48 * HOUR_MS) money.passedFast += minor;
    if (everydayRows.has(lane.debitRows[lane.pieceDebit[piece]!]!)) money.everyday += minor;
  });
  return money;
}
