import { HOUR_MS } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { type DetectorExample } from '../detector-contract.js';
import { pay } from './pay.js';

const START = 1_700_000_000_000;

/** Two accounts are paid 180 by three people each and send 90 of it, the second `amount`, to one crypto destination. */
function bridges(amount: string): TransferInput[] {
  return ['left', 'right'].flatMap((account) => [
    ...['40.00', '40.00', '100.00'].map((sum, i) =>
      pay(`${account}-payer-${i}>${account}`, START + i * HOUR_MS, sum, { channel: 'p2p' }),
    ),
    pay(`${account}>wallet`, START + 72 * HOUR_MS, account === 'left' ? '90.00' : amount, { channel: 'crypto' }),
  ]);
}

export const cryptoBridgeExample: DetectorExample = { positive: bridges('90.00'), oneBelow: bridges('89.99') };
