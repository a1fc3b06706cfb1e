import { type Layout } from '../mapping.js';

/** PaySim (Lopez-Rojas and others, 2016): mobile money in steps of one hour. */
export const PAYSIM_LAYOUTS: readonly Layout[] = [
  {
    name: 'transactions',
    mapping: {
      payer: { account: 'nameOrig' },
      beneficiary: { account: 'nameDest' },
      amount: { column: 'amount', currency: { constant: 'XXX' } },
      time: { column: 'step', step: 'hour' },
      channel: {
        column: 'type',
        values: { CASH_IN: 'cash', CASH_OUT: 'cash', TRANSFER: 'p2p', PAYMENT: 'p2p', DEBIT: 'wire' },
      },
      label: 'isFraud',
      numbers: { decimalMark: '.' },
      currencies: ['XXX'],
      notes: [
        'the file names no currency',
        'CASH_IN is read from nameOrig to nameDest as written, although the balance of nameOrig grows',
      ],
    },
  },
];
