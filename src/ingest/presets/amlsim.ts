import { type ChannelColumn, type Layout } from '../mapping.js';

const CHANNEL_VALUES: ChannelColumn['values'] = {
  WIRE: 'wire',
  TRANSFER: 'wire',
  CREDIT: 'card',
  CHECK: 'cheque',
  DEPOSIT: 'cash',
  CASH: 'cash',
  WITHDRAWAL: 'cash',
};

/** IBM AMLSim: transactions as its converter writes them, the planted ones, and two older forms with integer steps. */
export const AMLSIM_LAYOUTS: readonly Layout[] = [
  {
    name: 'transactions',
    mapping: {
      payer: { account: 'orig_acct' },
      beneficiary: { account: 'bene_acct' },
      amount: { column: 'base_amt', currency: { constant: 'XXX' } },
      time: { column: 'tran_timestamp', formats: ['YYYY-MM-DD'], zone: '+00:00' },
      channel: { column: 'tx_type', values: CHANNEL_VALUES },
      id: 'tran_id',
      label: 'is_sar',
      numbers: { decimalMark: '.' },
      currencies: ['XXX'],
      notes: ['the file names no currency'],
    },
  },
  {
    name: 'raw transactions',
    mapping: {
      payer: { account: 'SENDER_ACCOUNT_ID' },
      beneficiary: { account: 'RECEIVER_ACCOUNT_ID' },
      amount: { column: 'TX_AMOUNT', currency: { constant: 'XXX' } },
      time: { column: 'TIMESTAMP', step: 'day' },
      channel: { column: 'TX_TYPE', values: CHANNEL_VALUES },
      id: 'TX_ID',
      label: { name: 'IS_FRAUD', optional: true },
      numbers: { decimalMark: '.' },
      currencies: ['XXX'],
      notes: ['the file names no currency'],
    },
  },
  {
    name: 'edges',
    mapping: {
      payer: { account: 'sourceNodeId' },
      beneficiary: { account: 'targetNodeId' },
      amount: { column: 'value', currency: { constant: 'XXX' } },
      time: { column: 'time', step: 'day' },
      numbers: { decimalMark: '.' },
      currencies: ['XXX'],
      notes: ['the file names no currency'],
    },
  },
];
