import { SIGN_DICTIONARY, type SignEntry, TRANSFER_SIGN_DICTIONARY } from '../features/index.js';
import { csvTable } from './csv-table.js';

/** The two tables of features: one line an account, one line a transfer. */
export type FeatureTableName = 'accounts' | 'transfers';

/** What one column of a table of features is. */
export interface FeatureColumn extends Pick<SignEntry, 'name' | 'meaning' | 'causal'> {
  readonly table: FeatureTableName;
  readonly unit: SignEntry['unit'] | 'row number' | 'line number' | 'text';
  /** `none` for columns that say which account or transfer a line is about: they are no signs. */
  readonly direction: SignEntry['direction'] | 'none';
}

const label = (
  table: FeatureTableName,
  name: string,
  unit: FeatureColumn['unit'],
  causal: boolean,
  meaning: string,
): FeatureColumn => Object.freeze({ table, name, unit, meaning, direction: 'none', causal });

const signs = (table: FeatureTableName, entries: readonly SignEntry[]): FeatureColumn[] =>
  entries.map((entry) => Object.freeze({ table, ...entry }));

const NAMED_ONLY = 'empty unless the account is an operator of a lead and names were asked for';

/** Every column of both tables, in their order, and no other. */
export const FEATURE_DICTIONARY: readonly FeatureColumn[] = Object.freeze([
  label(
    'accounts',
    'row',
    'row number',
    true,
    'number of the account in this file, from 1, by its first transfer in order of time; not a name, and not the same in another file',
  ),
  label('accounts', 'lead', 'text', false, `lead of which the account is an operator; ${NAMED_ONLY}`),
  label('accounts', 'institution', 'text', false, `institution of the account; ${NAMED_ONLY}`),
  label('accounts', 'account', 'text', false, `account as in the data; ${NAMED_ONLY}`),
  ...signs('accounts', SIGN_DICTIONARY),
  label('transfers', 'transfer', 'row number', true, 'number of the transfer, from 1, in order of time'),
  label('transfers', 'file', 'text', true, 'input file that holds the transfer'),
  label('transfers', 'line', 'line number', true, 'physical line in that file'),
  label('transfers', 'payer', 'row number', true, 'row of the paying account in the table of accounts'),
  label('transfers', 'beneficiary', 'row number', true, 'row of the receiving account in the table of accounts'),
  ...signs('transfers', TRANSFER_SIGN_DICTIONARY),
]);

/** The dictionary as CSV: table, name, unit, direction, causal, meaning. Default both tables. */
export function featureDictionaryTable(
  tables: readonly FeatureTableName[] = ['accounts', 'transfers'],
): Generator<string, void> {
  return csvTable<FeatureColumn>(
    [
      { name: 'table', kind: 'plain', value: (column) => column.table },
      { name: 'name', kind: 'plain', value: (column) => column.name },
      { name: 'unit', kind: 'plain', value: (column) => column.unit },
      { name: 'direction', kind: 'plain', value: (column) => DIRECTIONS[column.direction] },
      { name: 'causal', kind: 'plain', value: (column) => (column.causal ? 'yes' : 'no') },
      { name: 'meaning', kind: 'plain', value: (column) => column.meaning },
    ],
    FEATURE_DICTIONARY.filter(({ table }) => tables.includes(table)),
  );
}

/** In words: a spreadsheet takes a lone sign for a formula. */
const DIRECTIONS: Readonly<Record<FeatureColumn['direction'], string>> = Object.freeze({
  '+': 'more',
  '-': 'less',
  open: 'open',
  none: 'none',
});
