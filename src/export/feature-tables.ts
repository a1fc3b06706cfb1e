import { type FeatureTables } from '../disclosure/index.js';
import { type SignColumn } from '../features/index.js';
import { csvTable, type TableColumn } from './csv-table.js';

/**
 * features.csv: one line an account (or holder, where the data join accounts) that is in a transfer. Accounts are row
 * numbers; `lead`, `institution` and `account` are filled for the operators that the tables may name and for nobody else. A
 * sign is written with all its digits; empty = it could not be measured. `FEATURE_DICTIONARY` says what each column is.
 */
export function accountFeaturesTable({ nodes, operators, accounts }: FeatureTables): Generator<string, void> {
  const names = (index: number, of: 'institution' | 'account'): string => {
    const texts = (operators.get(nodes[index]!)?.names ?? []).map((key) => key[of]);
    return texts.every((text) => text === '') ? '' : texts.join(' | ');
  };
  return csvTable<number>(
    [
      { name: 'row', kind: 'plain', value: (index) => index + 1 },
      { name: 'lead', kind: 'plain', value: (index) => operators.get(nodes[index]!)?.lead ?? '' },
      { name: 'institution', kind: 'text', value: (index) => names(index, 'institution') },
      { name: 'account', kind: 'text', value: (index) => names(index, 'account') },
      ...signColumnsOf(accounts, (index) => nodes[index]!),
    ],
    nodes.keys(),
  );
}

/**
 * features-transfers.csv: one line a transfer, in the order of the ledger: its place in the input, the row numbers of both
 * accounts and its signs. Holds no amount, time or name. Nothing where transfers were not measured.
 */
export function* transferFeaturesTable({ graph, rowOf, transfers }: FeatureTables): Generator<string, void> {
  if (transfers === undefined) return;
  const { payer, beneficiary, ledger } = graph;
  const { sourceFile, sourceLine } = ledger.columns;
  yield* csvTable<number>(
    [
      { name: 'transfer', kind: 'plain', value: (row) => row + 1 },
      { name: 'file', kind: 'text', value: (row) => ledger.sources[sourceFile[row]!]?.name ?? '' },
      { name: 'line', kind: 'plain', value: (row) => sourceLine[row]! },
      { name: 'payer', kind: 'plain', value: (row) => rowOf[payer[row]!]! },
      { name: 'beneficiary', kind: 'plain', value: (row) => rowOf[beneficiary[row]!]! },
      ...signColumnsOf(transfers, (row) => row),
    ],
    payer.keys(),
  );
}

function signColumnsOf(columns: readonly SignColumn[], indexOf: (item: number) => number): TableColumn<number>[] {
  return columns.map(({ name, values }) => ({
    name,
    kind: 'plain',
    value: (item) => {
      const value = values[indexOf(item)]!;
      return Number.isNaN(value) ? '' : value;
    },
  }));
}
