import { DAY_MS } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { type DetectorExample } from '../detector-contract.js';

/** Three cash deposits in seven days, each a tenth under AUD 10,000, the last of the given amount. */
function deposits(last: string): TransferInput[] {
  return ['9000.00', '9500.00', last].map((amount, i) => ({
    payer: `payer-${i}`,
    beneficiary: 'account',
    timeMs: 1_700_000_000_000 + i * 3.5 * DAY_MS,
    amount,
    currency: 'AUD',
    channel: 'cash',
    countryFrom: 'AU',
    countryTo: 'AU',
  }));
}

export const structuredDepositsExample: DetectorExample = {
  positive: deposits('9000.00'),
  oneBelow: deposits('8999.99'),
};
