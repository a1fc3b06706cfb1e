import { DAY_MS } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { type DetectorExample } from '../detector-contract.js';

/** Six people hand in 1,000.00 at four places, one a day; a day later 900.00 is taken out in a fifth place. */
function funnel(lastOut: string): TransferInput[] {
  return Array.from({ length: 6 }, (_, i): TransferInput[] => [
    {
      payer: `payer-${i}`,
      beneficiary: 'funnel',
      timeMs: i * DAY_MS,
      amount: '1000.00',
      currency: 'USD',
      channel: 'cash',
      placeFrom: `state-${i % 4}`,
      placeTo: 'branch',
    },
    {
      payer: 'funnel',
      beneficiary: 'counter',
      timeMs: (i + 1) * DAY_MS + 1,
      amount: i === 5 ? lastOut : '900.00',
      currency: 'USD',
      channel: 'wire',
      placeFrom: 'branch',
      placeTo: 'border',
    },
  ]).flat();
}

export const funnelAccountExample: DetectorExample = { positive: funnel('900.00'), oneBelow: funnel('899.99') };
