import { type Layout } from '../mapping.js';

/** Flows of three Ethereum hacks with hand-checked starts and ends (MFTracer). */
export const LAUNDER_EVM_LAYOUTS: readonly Layout[] = [
  {
    name: 'flows',
    mapping: {
      payer: { account: 'From' },
      beneficiary: { account: 'To' },
      amount: { column: 'Value_in_USD', currency: { constant: 'USD' } },
      time: { column: 'Timestamp', formats: ['YYYY-MM-DD'], zone: '+00:00' },
      id: 'Tx_hash',
      numbers: { decimalMark: '.' },
      notes: ['amounts are US dollar values of tokens at the time, as the file gives them'],
    },
  },
];
