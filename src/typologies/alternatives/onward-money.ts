import { type Account, HOUR_MS, type Row } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { dwellMs, matchPassThrough } from '../../trace/index.js';

/** Where the credits of a finding went, by first in, first out, in the currency of most of them. */
export interface OnwardMoney {
  /** Value of the finding's credits to the account, minor units. */
  readonly credited: number;
  readonly passed: number;
  /** Part that left within 48 hours. */
  readonly passedFast: number;
  readonly byReceiver: ReadonlyMap<Account, number>;
  /** Part that left by card. */
  readonly byCard: number;
}

/** Cost: one matching of the account's transfers. */
export function onwardMoney(graph: TemporalGraph, account: Account, credits: ReadonlySet<Row>): OnwardMoney {
  let best: OnwardMoney = { credited: 0, passed: 0, passedFast: 0, byReceiver: new Map(), byCard: 0 };
  let most = 0;
  for (const lane of matchPassThrough(graph, account)) {
    const mine = lane.creditRows.map((row) => (credits.has(row) ? 1 : 0));
    const count = mine.reduce((sum, one) => sum + one, 0);
    if (count <= most) continue;
    most = count;
    const byReceiver = new Map<Account, number>();
    let passed = 0;
    let passedFast = 0;
    let byCard = 0;
    lane.pieceCredit.forEach((credit, piece) => {
      if (mine[credit] === 0) return;
      const row = lane.debitRows[lane.pieceDebit[piece]!]!;
      const minor = Number(lane.pieceMinor[piece]);
      const receiver = graph.beneficiary[row]!;
      byReceiver.set(receiver, (byReceiver.get(receiver) ?? 0) + minor);
      passed += minor;
      if (dwellMs(lane, piece) <= 48 * HOUR_MS) passedFast += minor;
      if (graph.ledger.channel(row) === 'card') byCard += minor;
    });
    let credited = 0;
    mine.forEach((counts, credit) => {
      if (counts === 1) credited += Number(lane.creditMinor[credit]);
    });
    best = { credited, passed, passedFast, byReceiver, byCard };
  }
  return best;
}
