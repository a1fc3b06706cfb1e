import { type Mapping, type PartyColumns, type WhenMissing } from '../mapping.js';

/** Cash and fees name no counterparty: the bank itself stands there. */
const STAND_INS: readonly WhenMissing[] = [{ column: 'channel', values: { cash: 'cash-desk', fee: 'fees' } }];

/** How the columns that readers of bank statements hand out become transfers; see STATEMENT_COLUMNS. */
export const STATEMENT_MAPPING: Mapping = {
  payer: party('payer'),
  beneficiary: party('beneficiary'),
  amount: { column: 'amount', currency: 'currency' },
  time: { column: 'booking_time', formats: ['YYYY-MM-DD'], zone: '+00:00' },
  id: 'reference',
  channel: {
    column: 'channel',
    values: {
      transfer: 'wire',
      'direct-debit': 'wire',
      card: 'card',
      cash: 'cash',
      cheque: 'cheque',
      internal: 'internal',
      fee: 'other',
      other: 'other',
    },
  },
  numbers: { decimalMark: '.' },
};

function party(side: 'payer' | 'beneficiary'): PartyColumns {
  return {
    account: `${side}_account`,
    institution: `${side}_institution`,
    holder: `${side}_name`,
    country: `${side}_country`,
    whenMissing: STAND_INS,
  };
}
