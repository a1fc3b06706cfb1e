import { HOUR_MS } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { type DetectorExample } from '../detector-contract.js';

/** `payers` accounts pay one at even steps over `hours`; one of them twice, and the centre once to itself. */
function collection(payers: number, hours: number): TransferInput[] {
  const transfers = Array.from({ length: payers }, (_, i) => ({
    payer: `payer-${i}`,
    beneficiary: 'centre',
    timeMs: Math.round((i * hours * HOUR_MS) / (payers - 1)),
    amount: '120.50',
    currency: 'EUR',
  }));
  const again = { ...transfers[0]!, timeMs: HOUR_MS, amount: '10' };
  return [...transfers, again, { ...again, payer: 'centre' }];
}

export const fanInExample: DetectorExample = { positive: collection(5, 144), oneBelow: collection(4, 144) };
