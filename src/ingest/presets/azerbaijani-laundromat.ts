import { type Layout } from '../mapping.js';

/** OCCRP, Azerbaijani Laundromat: the payments, and the same as pairs of accounts in payment order. */
export const AZERBAIJANI_LAUNDROMAT_LAYOUTS: readonly Layout[] = [
  {
    name: 'payments',
    mapping: {
      payer: { account: 'payer_account', holder: 'payer_name_norm', country: 'payer_bank_country' },
      beneficiary: {
        account: 'beneficiary_account',
        holder: 'beneficiary_name_norm',
        country: 'beneficiary_bank_country',
      },
      amount: { column: 'amount_orig', currency: 'amount_orig_currency' },
      time: { column: 'date', formats: ['YYYY-MM-DD'], zone: '+00:00' },
      id: 'id',
      numbers: { decimalMark: '.', negative: 'absolute' },
      missing: ['null'],
      accountBlanks: 'remove',
      notes: ['negative amounts are read without sign: payer and beneficiary already give the direction'],
    },
  },
  {
    name: 'account pairs',
    mapping: {
      payer: { account: 'payerAccount', holder: 'payerId', holderId: 'payerId' },
      beneficiary: { account: 'beneficiaryAccount', holder: 'beneficiaryId', holderId: 'beneficiaryId' },
      time: 'file-order',
      missing: ['null'],
      accountBlanks: 'remove',
    },
  },
];
