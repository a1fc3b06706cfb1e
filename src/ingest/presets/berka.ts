import { type DirectionFlag } from '../statements/direction-words.js';
import { type Layout, type WhenMissing } from '../mapping.js';

/** `VYBER` as a type is money paid out in cash: 651 of the first 49,103 rows are marked so and not `VYDAJ`. */
const DIRECTION: DirectionFlag = { column: 'type', out: ['VYDAJ', 'VYBER'], in: ['PRIJEM'] };

/** What a row is about tells more than how it was made: a fee is `VYBER` (withdrawal) as well. */
const COUNTERPARTIES: readonly WhenMissing[] = [
  { column: 'k_symbol', values: { SLUZBY: 'fees', 'SANKC. UROK': 'fees', UROK: 'interest' } },
  { column: 'operation', values: { VKLAD: 'cash-desk', VYBER: 'cash-desk', 'VYBER KARTOU': 'cash-desk' } },
];

const NOTES = ['amounts are Czech crowns, which the file does not say; penalty interest is counted among the fees'];

/**
 * Berka (PKDD'99 discovery challenge): a Czech bank, 1993-1998. `trans.asc` holds statements of all its accounts, of
 * which cash, fees and interest name no counterparty; `order.asc` standing orders, which have no day.
 */
export const BERKA_LAYOUTS: readonly Layout[] = [
  {
    name: 'transactions',
    mapping: {
      payer: { account: 'account_id' },
      beneficiary: { account: 'account', institution: 'bank', whenMissing: COUNTERPARTIES },
      direction: DIRECTION,
      amount: { column: 'amount', currency: { constant: 'CZK' } },
      balance: 'balance',
      // Interest and fees are printed in tenths, and balances are sums of what was not rounded.
      balanceTolerance: 0.2,
      time: { column: 'date', formats: ['YYMMDD'], zone: '+00:00' },
      id: 'trans_id',
      channel: {
        column: 'operation',
        values: {
          'PREVOD NA UCET': 'wire',
          'PREVOD Z UCTU': 'wire',
          'VYBER KARTOU': 'card',
          VKLAD: 'cash',
          VYBER: 'cash',
        },
      },
      numbers: { decimalMark: '.' },
      accounts: { placeholders: ['0'], spoilt: 'keep' },
      notes: NOTES,
    },
  },
  {
    name: 'standing orders',
    mapping: {
      payer: { account: 'account_id' },
      beneficiary: { account: 'account_to', institution: 'bank_to' },
      amount: { column: 'amount', currency: { constant: 'CZK' } },
      time: 'file-order',
      id: 'order_id',
      channel: { column: 'k_symbol', values: { SIPO: 'wire', UVER: 'wire', POJISTNE: 'wire', LEASING: 'wire' } },
      numbers: { decimalMark: '.' },
      notes: [NOTES[0]!, 'a row is an order to pay every month; it says neither when nor how often it was followed'],
    },
  },
];
