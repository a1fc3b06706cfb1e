import { type Layout } from '../mapping.js';

/** The hand-made muling data set of the RIFT hackathon. */
export const RIFT_MULING_LAYOUTS: readonly Layout[] = [
  {
    name: 'transactions',
    mapping: {
      payer: { account: 'sender_id' },
      beneficiary: { account: 'receiver_id' },
      amount: { column: 'amount', currency: { constant: 'XXX' } },
      time: { column: 'timestamp', formats: ['YYYY-MM-DD'], zone: '+00:00' },
      id: 'transaction_id',
      numbers: { decimalMark: '.' },
      currencies: ['XXX'],
      notes: ['the file names no currency'],
    },
  },
];
