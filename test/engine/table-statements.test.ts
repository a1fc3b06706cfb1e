import { describe, expect, it } from 'vitest';
import { catalogueTable } from '../../src/engine/index.js';
import { tableColumns } from '../../src/engine/table-columns.js';
import { tableQuery, tableStatements } from '../../src/engine/table-statements.js';
import { type ColumnRef, type Mapping } from '../../src/ingest/index.js';

const mapping = (payer: ColumnRef): Mapping => ({
  payer: { account: payer, institution: { column: 'Bank', orColumn: ' branch ' } },
  beneficiary: { account: ['to', 'to sub'], institution: { constant: 'ours' } },
  time: { column: 'day', timeOfDay: { column: 'hour', pattern: '(.*)' }, formats: ['YYYY-MM-DD'] },
  amount: { column: 'amount', currency: 'in-amount' },
  except: { status: ['void'] },
  id: 'ID',
});

it('writes, in the order of the key, what a mapping reads, and counts it by key', () => {
  const table = catalogueTable({ name: 'lake.bank.transfers', key: 'day,id' });
  const query = tableQuery(table, tableColumns(mapping({ name: 'payer`s account' }), table.key));
  expect(tableStatements(query, table.key, '/lake/spark')).toMatchSnapshot();
});

it('asks for a version where one is named', () => {
  const table = catalogueTable({ name: 'bank.transfers', key: 'id', snapshot: '7' });
  expect(tableQuery(table, undefined)).toBe('SELECT * FROM `bank`.`transfers` VERSION AS OF 7 ORDER BY `id`');
});

describe('columns of a table', () => {
  it('are those of the mapping and the key, each once', () => {
    expect(tableColumns(mapping('bank'), ['id', 'no'])).toEqual([
      ...['id', 'no', 'bank', 'branch', 'to', 'to sub', 'amount', 'day', 'hour', 'status'],
    ]);
  });

  it.each<[string, Mapping | 'illicit-flows']>([
    ['a preset', 'illicit-flows'],
    ['a place', mapping(3)],
    ['a place of a filter', { ...mapping('a'), only: { '#3': ['x'] } }],
    ['a column that may be absent', mapping({ name: 'a', optional: true })],
    ['one of several columns', mapping({ name: 'a', occurrence: 1 })],
    ['a name that cannot be said', mapping("payer's account")],
  ])('are all where the mapping has %s', (_, chosen) => {
    expect(tableColumns(chosen, ['id'])).toBeUndefined();
    expect(tableQuery({ name: 't', key: ['a', 'b`'] }, undefined)).toBe('SELECT * FROM `t` ORDER BY `a`, `b```');
  });
});
