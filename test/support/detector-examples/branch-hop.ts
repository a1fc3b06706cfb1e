import { DAY_MS } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { type DetectorExample } from '../detector-contract.js';
import { pay } from './pay.js';

const START = Date.UTC(2023, 10, 15, 9);

/** Three people wire to one, who is paid at three branches on three days running; the last time `lateMs` later. */
function hops(lateMs: number): TransferInput[] {
  return [0, DAY_MS, 3 * DAY_MS - 9 * 3_600_000 - 1 + lateMs].map((after, i) =>
    pay(`payer-${i}>account`, START + after, '400.00', { channel: 'wire', placeTo: `branch ${i}` }),
  );
}

export const branchHopExample: DetectorExample = { positive: hops(0), oneBelow: hops(1) };
