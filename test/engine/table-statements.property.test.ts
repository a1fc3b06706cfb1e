import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogueTable } from '../../src/engine/index.js';
import { isSayable, quotedColumn } from '../../src/engine/table-names.js';
import { tableQuery, tableStatements } from '../../src/engine/table-statements.js';
import { HOSTILE_TEXTS } from '../support/hostile-texts.js';
import { splitSparkSql } from '../support/oracles/split-spark-sql.js';

/** Signs that mean something to spark-sql, to its variables or to names within backticks, among others. */
const signs = fc.array(fc.constantFrom(...'`\'"\\;-/*${}.,()#?[]% \n\u2028aé日'.split('')), {
  minLength: 1,
  maxLength: 8,
});
const columns = fc.oneof(
  signs.map((some) => some.join('')),
  fc.constantFrom(...HOSTILE_TEXTS.map(([, text]) => text)),
  fc.string({ unit: 'grapheme', minLength: 1 }),
);
const TABLE = { name: 'bank.transfers', key: ['id'] };
const statementsOf = (query: string, key: readonly string[]): string[] =>
  splitSparkSql(tableStatements(query, key, '/lake/spark'));

describe('names in statements', () => {
  it('change no statement, nor how many there are, where a column can be said', () => {
    const plain = statementsOf(tableQuery(TABLE, ['id']), ['id']);
    fc.assert(
      fc.property(columns.filter(isSayable), (column) => {
        const hostile = statementsOf(tableQuery({ ...TABLE, key: [column] }, [column]), [column]);
        expect(hostile).toEqual(plain.map((statement) => statement.replaceAll('`id`', () => quotedColumn(column))));
      }),
    );
  });

  it('can be read back, whatever backticks they have', () => {
    fc.assert(
      fc.property(columns, (column) => {
        const [, inner = ''] = /^`((?:[^`]|``)*)`$/u.exec(quotedColumn(column)) ?? [];
        expect(inner.replaceAll('``', '`')).toBe(column);
      }),
    );
  });

  it('would break statements where they are refused', () => {
    const plain = statementsOf(tableQuery(TABLE, undefined), ['id']);
    for (const column of ['a;b', "payer's", 'a"b', 'a -- b', 'a /* b']) {
      expect(isSayable(column)).toBe(false);
      const query = tableQuery({ ...TABLE, key: [column] }, undefined);
      expect(statementsOf(query, ['id'])).not.toEqual(
        plain.map((statement) => statement.replace('ORDER BY `id`', `ORDER BY ${quotedColumn(column)}`)),
      );
    }
  });
});

describe('catalogueTable', () => {
  const codeOf = (name: string, key: string, snapshot?: string): unknown => {
    try {
      return catalogueTable({ name, key, ...(snapshot === undefined ? {} : { snapshot }) });
    } catch (error) {
      return error instanceof Error && 'code' in error ? error.code : error;
    }
  };

  it.each(['transfers', 'bank.transfers', 'lake-1.bank.transfers', 'überweisungen.2024_01', '_a.b.c.d'])(
    'takes %s for a table',
    (name) => {
      expect(codeOf(name, 'id, day ,payer account')).toEqual({ name, key: ['id', 'day', 'payer account'] });
    },
  );

  it.each([
    ...['', '.', 'a.', '.a', 'a..b', 'a b', '`a`', 'a`b', 'a;b', "a'b", 'a--b', '-a', 'a-', 'a/*b', 'parquet.`/x`'],
    ...['a/b', 'a\\b', '${x}', 'a$', '*', 'a\u202eb', 'a\nb', 'a, b', 'range(3)', 'a VERSION AS OF 3', 'x'.repeat(256)],
  ])('refuses %j as a table', (name) => {
    expect(codeOf(name, 'id')).toBe('table-name');
  });

  it.each(['', ' ', 'a,', ',a', 'a,,b', 'a,A', 'a,b,a', 'a;b', "a'b", 'a"b', 'a\\', 'a--b', 'a/*', '${a}', 'a\nb'])(
    'refuses %j as a key',
    (key) => {
      expect(codeOf('transfers', key)).toBe('table-key');
    },
  );

  it('takes a number for a version, and nothing else', () => {
    expect(codeOf('a', 'b', '5909513794279764753')).toEqual({ name: 'a', key: ['b'], snapshot: '5909513794279764753' });
    for (const other of ['', '-1', '1.5', "'main'", '1 ORDER BY', '1e3', '٣', '1'.repeat(20)]) {
      expect(codeOf('a', 'b', other)).toBe('table-snapshot');
    }
  });
});
