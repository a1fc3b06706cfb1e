import { describe, expect, it } from 'vitest';
import { factStatements } from '../../src/engine/fact-statements.js';
import {
  ballStatements,
  candidateCore,
  inOnePart,
  rowsAround,
  rowsInStretches,
  sizeQuery,
  starCore,
  stretchNumbers,
  togetherCore,
} from '../../src/engine/part-statements.js';
import { DUCKDB, isSparkPath, SPARK, type SqlDialect } from '../../src/engine/index.js';

const rule = { parts: 8, hubDegreeCap: 400, publicPayers: 25, publicByHand: 0.5 };
const stretches = { firstMs: -5, lengthMs: 1000, spanMs: 10 };

function statementsOf(dialect: SqlDialect): Record<string, unknown> {
  const relations = { core: 'around_relations', ball: 'around_relations_2' };
  return {
    facts: factStatements(dialect, ['/lake/transfers.parquet'], rule),
    stars: [starCore(dialect, 'star_core'), rowsAround(dialect, 'star', { core: 'star_core', ball: 'star_core' })],
    candidates: candidateCore(dialect, ['funnel-account']),
    together: togetherCore(dialect, ['stack', 'round-trip']),
    relations: [
      ballStatements(dialect, 'relations', relations.core),
      sizeQuery('relations', relations, { parts: 8, onePartFrom: 0.5 }),
      inOnePart(relations.core, 'around_relations_size'),
      rowsAround(dialect, 'relations', relations),
    ],
    stretches: [rowsInStretches(dialect, stretches), stretchNumbers(stretches)],
  };
}

it.each([
  ['DuckDB', DUCKDB],
  ['Spark', SPARK],
])('writes these statements for %s', (_, dialect) => {
  expect(statementsOf(dialect)).toMatchSnapshot();
});

it('calls no parts large where no share of the file is too large', () => {
  const size = sizeQuery('pairs', { core: 'c', ball: 'b' }, { parts: 8, onePartFrom: Infinity });
  expect(size).toBe('SELECT 0 AS is_large');
});

describe('texts in statements', () => {
  it('do not get out of their quotes in DuckDB, and no path is a pattern', () => {
    expect(DUCKDB.text(`a'; DROP TABLE x; --\\`)).toBe(`'a''; DROP TABLE x; --\\'`);
    expect(DUCKDB.parquet([`/it's [1]*?.parquet`])).toContain(`read_parquet(['/it''s [[]1][*][?].parquet'], `);
    expect(candidateCore(DUCKDB, [`x' OR ''='`])).toContain(`IN ('x'' OR ''''=''')`);
  });

  it('do not get out of their quotes in Spark, nor become variables', () => {
    expect(SPARK.text(`a'; DROP TABLE x; --\\`)).toBe(`'a\\'; DROP TABLE x; --\\\\'`);
    expect(SPARK.text('${spark.x}\n')).toBe(`'\\u0024{spark.x}\\n'`);
  });

  it.each([`it's`, 'a"b', 'a`b', '${x}', 'a\\b', 'a;b', '{a,b}', '[ab]', 'a*', 'a?', 'a\nb'])(
    'are no paths for Spark: %j',
    (path) => {
      expect([isSparkPath(path), isSparkPath(`/lake/${path}/x`)]).toEqual([false, false]);
    },
  );

  it('are paths for Spark where nothing in them is a sign', () => {
    expect(isSparkPath('s3a://bank-a/år 2024/lake=1/transfers.parquet')).toBe(true);
  });
});
