import { type ChannelColumn, type Layout, type Mapping } from '../mapping.js';

const CHANNEL_VALUES: ChannelColumn['values'] = {
  'Credit card': 'card',
  'Debit card': 'card',
  Cash: 'cash',
  'Cash Deposit': 'cash',
  'Cash Withdrawal': 'cash',
  ACH: 'wire',
  'Cross-border': 'wire',
  Cheque: 'cheque',
};

const PAYMENTS: Mapping = {
  payer: { account: 'Sender_account' },
  beneficiary: { account: 'Receiver_account' },
  amount: { column: 'Amount', currency: 'Payment_currency' },
  time: { column: 'Date', timeOfDay: 'Time', formats: ['YYYY-MM-DD'], zone: '+00:00' },
  channel: { column: 'Payment_type', values: CHANNEL_VALUES },
  label: 'Laundering_type',
  numbers: { decimalMark: '.' },
  notes: ['there is one amount, read in the currency of the payment; Received_currency is not read'],
};

/** SAML-D (Oztas and others, 2023): the published file, the same without bank locations, and hops of cycles. */
export const SAML_D_LAYOUTS: readonly Layout[] = [
  {
    name: 'transactions',
    mapping: {
      ...PAYMENTS,
      payer: { account: 'Sender_account', country: 'Sender_bank_location' },
      beneficiary: { account: 'Receiver_account', country: 'Receiver_bank_location' },
    },
  },
  { name: 'transactions without locations', mapping: PAYMENTS },
  {
    name: 'cycle hops',
    mapping: {
      payer: { account: 'Sender_account' },
      beneficiary: { account: 'Receiver_account' },
      amount: { column: 'Amount', currency: { constant: 'XXX' } },
      time: { column: 'Timestamp', formats: ['YYYY-MM-DD'], zone: '+00:00' },
      label: 'Cycle_ID',
      numbers: { decimalMark: '.' },
      currencies: ['XXX'],
      notes: ['the file names no currency'],
    },
  },
];
