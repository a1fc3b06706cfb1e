import { type ChannelColumn, type ColumnRef, type Layout } from '../mapping.js';

const CHANNEL_VALUES: ChannelColumn['values'] = {
  ACH: 'wire',
  Wire: 'wire',
  Cheque: 'cheque',
  'Credit Card': 'card',
  Cash: 'cash',
  Bitcoin: 'crypto',
  Reinvestment: 'internal',
};

/** Columns in the order of the published transaction and pattern files. */
interface AmlworldColumns {
  readonly time: ColumnRef;
  readonly payerBank: ColumnRef;
  readonly payerAccount: ColumnRef;
  readonly beneficiaryBank: ColumnRef;
  readonly beneficiaryAccount: ColumnRef;
  readonly received: ColumnRef;
  readonly receivedCurrency: ColumnRef;
  readonly paid: ColumnRef;
  readonly paidCurrency: ColumnRef;
  readonly format: ColumnRef;
  readonly label: ColumnRef;
}

function layout(name: string, columns: AmlworldColumns, form: Partial<Layout['mapping']> = {}): Layout {
  return {
    name,
    mapping: {
      payer: { institution: columns.payerBank, account: columns.payerAccount },
      beneficiary: { institution: columns.beneficiaryBank, account: columns.beneficiaryAccount },
      amount: { column: columns.paid, currency: columns.paidCurrency },
      received: { column: columns.received, currency: columns.receivedCurrency },
      time: { column: columns.time, formats: ['YYYY-MM-DD'], zone: '+00:00' },
      channel: { column: columns.format, values: CHANNEL_VALUES },
      label: columns.label,
      numbers: { decimalMark: '.' },
      ...form,
    },
  };
}

/**
 * IBM AMLworld (Altman and others, NeurIPS 2023): the published transactions, a copy of them with renamed columns, and
 * the file of patterns, which has no header and encloses each attempt in marker lines. Bank numbers keep their zeros.
 */
export const AMLWORLD_LAYOUTS: readonly Layout[] = [
  layout('transactions', {
    time: 'Timestamp',
    payerBank: 'From Bank',
    payerAccount: { name: 'Account', occurrence: 1 },
    beneficiaryBank: 'To Bank',
    beneficiaryAccount: { name: 'Account', occurrence: 2 },
    received: 'Amount Received',
    receivedCurrency: 'Receiving Currency',
    paid: 'Amount Paid',
    paidCurrency: 'Payment Currency',
    format: 'Payment Format',
    label: 'Is Laundering',
  }),
  layout('renamed transactions', {
    time: 'timestamp',
    payerBank: 'from_bank_id',
    payerAccount: 'from_account_id',
    beneficiaryBank: 'to_bank_id',
    beneficiaryAccount: 'to_account_id',
    received: 'amount_received',
    receivedCurrency: 'receiving_currency',
    paid: 'amount_paid',
    paidCurrency: 'payment_currency',
    format: 'payment_format',
    label: 'is_laundering',
  }),
  layout(
    'patterns',
    {
      time: 1,
      payerBank: 2,
      payerAccount: 3,
      beneficiaryBank: 4,
      beneficiaryAccount: 5,
      received: 6,
      receivedCurrency: 7,
      paid: 8,
      paidCurrency: 9,
      format: 10,
      label: 11,
    },
    {
      columnCount: 11,
      dialect: {
        delimiter: ',',
        header: false,
        skipPrefixes: ['BEGIN LAUNDERING ATTEMPT', 'END LAUNDERING ATTEMPT'],
      },
    },
  ),
];
