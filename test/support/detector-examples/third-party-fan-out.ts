import { DAY_MS } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { type DetectorExample } from '../detector-contract.js';
import { pay } from './pay.js';

const START = 1_700_000_000_000;

/** Two people send to four recipients of their own, the second to `ownOfSecond`, in three towns, and to a common one. */
function senders(ownOfSecond: number): TransferInput[] {
  return [4, ownOfSecond].flatMap((own, sender) => [
    ...Array.from({ length: own }, (_, i) =>
      pay(`sender-${sender}>recipient-${sender}-${i}`, START + i * 20 * DAY_MS, '150.00', { placeTo: `town ${i % 3}` }),
    ),
    pay(`sender-${sender}>shared`, START + 100 * DAY_MS, '200.00', { placeTo: 'town 0' }),
  ]);
}

export const thirdPartyFanOutExample: DetectorExample = { positive: senders(4), oneBelow: senders(3) };
