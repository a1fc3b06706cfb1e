import { describe, expect, it } from 'vitest';
import { type Database, withDatabase } from '../../src/node/index.js';

function asked<T>(use: (database: Database) => Promise<T>, megabytes = 128): Promise<T> {
  return withDatabase('test', { memoryBytes: megabytes * 2 ** 20 }, use);
}

async function count(rows: AsyncIterable<readonly (readonly unknown[])[]>): Promise<number> {
  let sum = 0;
  for await (const [column] of rows) sum += column!.length;
  return sum;
}

describe('an answer of DuckDB', () => {
  const fails = `SELECT CASE WHEN i = 1500000 THEN error('secret') ELSE i END FROM range(3000000) t(i)`;

  it('is refused where it ends before its time', async () => {
    await expect(asked((database) => count(database.columns(fails)))).rejects.toMatchObject({
      code: 'engine-failed',
      message: expect.not.stringContaining('secret') as string,
    });
    const large = `SELECT repeat('x', CASE WHEN i > 1000000 THEN 100000 ELSE 1 END) FROM range(3000000) t(i)`;
    await expect(asked((database) => count(database.columns(large)), 64)).rejects.toMatchObject({
      code: expect.stringMatching(/^engine-(failed|memory)$/u) as string,
    });
  });

  it('may be left early, and others be asked for', async () => {
    const rows = await asked(async (database) => {
      for await (const [column] of database.columns('SELECT i FROM range(100000) t(i)')) if (column!.length > 0) break;
      await database.run('CREATE TABLE later AS SELECT 1 AS x');
      return count(database.columns('SELECT x FROM later'));
    });
    expect(rows).toBe(1);
  });

  it('comes as numbers and bytes', async () => {
    const seen = await asked(async (database) => {
      const sql = `SELECT CAST(i AS DOUBLE), CASE WHEN i % 2 = 0 THEN encode('ü' || repeat('x', CAST(i AS INTEGER))) END FROM range(40) t(i)`;
      const [numbers, sizes]: [number[], (number | undefined)[]] = [[], []];
      for await (const chunk of database.chunks(sql)) {
        const into = new Float64Array(chunk.rowCount);
        chunk.numbersInto(0, into);
        const bytes = chunk.bytes(1);
        for (let row = 0; row < chunk.rowCount; row++) {
          numbers.push(into[row]!);
          sizes.push(bytes(row)?.length);
        }
      }
      return { numbers, sizes };
    });
    expect(seen.numbers).toEqual(Array.from({ length: 40 }, (_, i) => i));
    expect(seen.sizes).toEqual(Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? i + 2 : undefined)));
  });
});
