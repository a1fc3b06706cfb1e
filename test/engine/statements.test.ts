import { expect, it } from 'vitest';
import { accountStatement, tableStatements } from '../../src/engine/fact-statements.js';
import {
  ballStatements,
  candidateCore,
  rowsAround,
  rowsInStretches,
  sizeAround,
  starCore,
} from '../../src/engine/part-statements.js';
import { DUCKDB } from '../../src/engine/index.js';

it('writes these statements for DuckDB', () => {
  const rule = { parts: 8, hubDegreeCap: 400, publicPayers: 25, publicByHand: 0.5 };
  const statements = {
    tables: tableStatements(DUCKDB, ['/lake/transfers.parquet']),
    accounts: accountStatement(DUCKDB, rule, { payers: 25, receivers: 31 }),
    stars: [starCore(DUCKDB), ...ballStatements(DUCKDB, 'star'), rowsAround('star')],
    senders: [
      candidateCore(DUCKDB, ['funnel-account'], false),
      ...ballStatements(DUCKDB, 'senders'),
      rowsAround('senders'),
    ],
    relations: ballStatements(DUCKDB, 'relations'),
    size: [sizeAround('star'), sizeAround('relations')],
    together: candidateCore(DUCKDB, ['round-trip'], true),
    stretches: rowsInStretches({ firstMs: -5, lengthMs: 1000, spanMs: 10 }),
  };
  expect(statements).toMatchSnapshot();
});

it('lets no text out of its quotes, and no path be a pattern', () => {
  expect(DUCKDB.text(`a'; DROP TABLE x; --\\`)).toBe(`'a''; DROP TABLE x; --\\'`);
  expect(DUCKDB.parquet([`/it's [1]*?.parquet`])).toBe(`read_parquet(['/it''s [[]1][*][?].parquet'])`);
  expect(candidateCore(DUCKDB, [`x' OR ''='`], true)).toContain(`IN ('x'' OR ''''=''')`);
});
