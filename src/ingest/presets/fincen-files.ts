import { type Layout } from '../mapping.js';

/**
 * ICIJ FinCEN Files. A row of the map sums up several payments between two banks; its time is the day of the first.
 * Everything in it had been reported to the authority: it says nothing about normal payments.
 */
export const FINCEN_FILES_LAYOUTS: readonly Layout[] = [
  {
    name: 'transactions map',
    mapping: {
      payer: { account: 'originator_bank_id', country: 'originator_iso' },
      beneficiary: { account: 'beneficiary_bank_id', country: 'beneficiary_iso' },
      amount: { column: 'amount_transactions', currency: { constant: 'USD' } },
      time: { column: 'begin_date', formats: ['MMM D, YYYY'], zone: '+00:00' },
      id: 'id',
      numbers: { decimalMark: '.', scientific: true },
      notes: ['a row sums up number_transactions payments from begin_date to end_date; its time is begin_date'],
    },
  },
];
