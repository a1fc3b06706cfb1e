import { DAY_MS, HOUR_MS } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { type DetectorExample } from '../detector-contract.js';
import { pay } from './pay.js';

const START = 1_700_000_000_000;

/** Two customers pay in 500 of cash three times and wire it abroad 72 hours later, the last time `lateMs` more. */
function customers(lateMs: number): TransferInput[] {
  return ['left', 'right'].flatMap((customer) =>
    [0, 1, 2].flatMap((i) => {
      const paidIn = START + i * 10 * DAY_MS;
      const late = customer === 'right' && i === 2 ? lateMs : 0;
      return [
        pay(`counter>${customer}`, paidIn, '500.00', { channel: 'cash', countryFrom: 'AA', countryTo: 'AA' }),
        pay(`${customer}>recipient`, paidIn + 72 * HOUR_MS + late, '500.00', {
          channel: 'wire',
          countryFrom: 'AA',
          countryTo: 'BB',
        }),
      ];
    }),
  );
}

export const cashThenWireExample: DetectorExample = { positive: customers(0), oneBelow: customers(1) };
