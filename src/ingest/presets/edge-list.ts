import { type Layout, type Mapping } from '../mapping.js';

const EDGES: Mapping = {
  payer: { account: 1 },
  beneficiary: { account: 2 },
  time: { column: 3, formats: ['unix-seconds'] },
  numbers: { decimalMark: '.' },
  // The form has no currencies.
  currencies: ['XXX'],
};

/**
 * Temporal graphs as they are exchanged: `from to time [amount]`, blanks between, no header, seconds since 1970; or with
 * a header that names `from`, `to` and `time`. Other columns, such as a rating, are not read.
 */
export const EDGE_LIST_LAYOUTS: readonly Layout[] = [
  {
    name: 'named edges',
    mapping: {
      ...EDGES,
      payer: { account: 'from' },
      beneficiary: { account: 'to' },
      time: { column: 'time', formats: ['unix-seconds'] },
      amount: { column: { name: 'amount', optional: true }, currency: { constant: 'XXX' } },
    },
  },
  {
    name: 'edges with amount',
    mapping: {
      ...EDGES,
      amount: { column: 4, currency: { constant: 'XXX' } },
      columnCount: 4,
      dialect: { delimiter: 'blank', header: false },
    },
  },
  {
    name: 'edges',
    mapping: { ...EDGES, columnCount: 3, dialect: { delimiter: 'blank', header: false } },
  },
];
