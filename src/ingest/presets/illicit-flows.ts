import { CHANNELS } from '../../ledger/index.js';
import { type Layout, type NamedColumn } from '../mapping.js';

function optional(name: string): NamedColumn {
  return { name, optional: true };
}

/** Our own plain form, which the simulator writes. Only time and the two accounts must be there. */
export const ILLICIT_FLOWS_LAYOUTS: readonly Layout[] = [
  {
    name: 'transfers',
    mapping: {
      payer: {
        institution: optional('payer_institution'),
        account: 'payer_account',
        holder: optional('payer_holder'),
        holderId: optional('payer_holder_id'),
        place: optional('place_from'),
        country: optional('country_from'),
      },
      beneficiary: {
        institution: optional('beneficiary_institution'),
        account: 'beneficiary_account',
        holder: optional('beneficiary_holder'),
        holderId: optional('beneficiary_holder_id'),
        place: optional('place_to'),
        country: optional('country_to'),
      },
      amount: { column: optional('amount'), currency: optional('currency') },
      received: { column: optional('received_amount'), currency: optional('received_currency') },
      time: { column: 'time', formats: ['YYYY-MM-DD'], zone: '+00:00' },
      channel: {
        column: optional('channel'),
        values: Object.fromEntries(CHANNELS.map((channel) => [channel, channel])),
      },
      id: optional('id'),
      numbers: { decimalMark: '.' },
      // Our own form for amounts without a currency.
      currencies: ['XXX'],
    },
  },
];
