import { type Layout } from '../mapping.js';

/**
 * ICIJ FinCEN Files, bank connections: which banks the reports of a bank name. They are no transfers; the preset exists so that
 * nobody reads them as such by another one, and so that links between banks can be looked at on their own.
 */
export const FINCEN_BANK_CONNECTIONS_LAYOUTS: readonly Layout[] = [
  {
    name: 'bank connections',
    mapping: {
      payer: { account: 'filer_org_name_id' },
      beneficiary: { account: 'entity_b_id', country: 'entity_b_iso_code' },
      time: 'file-order',
      notes: [
        'these are no transfers: a row connects a bank that reported with another one, without amount, time and direction',
      ],
    },
  },
];
