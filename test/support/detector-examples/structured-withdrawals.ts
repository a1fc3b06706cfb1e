import { HOUR_MS } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { type DetectorExample } from '../detector-contract.js';
import { pay } from './pay.js';

const START = 1_700_000_000_000;

/** Three people pay 300 each; cash is taken out at three places, the last 24 hours after the first or `lateMs` later. */
function withdrawals(lateMs: number): TransferInput[] {
  const into = [0, 1, 2].map((i) => pay(`payer-${i}>account`, START + i * HOUR_MS, '300.00', { channel: 'p2p' }));
  const cash = [10 * HOUR_MS, 20 * HOUR_MS, 34 * HOUR_MS + lateMs].map((after, i) =>
    pay('account>machine', START + after, '280.00', { channel: 'cash', placeTo: `branch ${i}` }),
  );
  return [...into, ...cash];
}

export const structuredWithdrawalsExample: DetectorExample = { positive: withdrawals(0), oneBelow: withdrawals(1) };
