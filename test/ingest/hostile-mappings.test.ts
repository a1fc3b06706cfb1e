import { describe, expect, it } from 'vitest';
import { type Mapping } from '../../src/ingest/index.js';
import { readOne } from '../support/ingest/reading.js';

const BASE: Mapping = {
  payer: { account: 'from' },
  beneficiary: { account: 'to' },
  time: 'file-order',
};
const many = (count: number): string[] => Array.from({ length: count }, (_, i) => `word ${i}`);

describe('a mapping that asks for too much', () => {
  it.each<readonly [name: string, more: Partial<Mapping>]>([
    ['500,000 missing words', { missing: many(500_000) }],
    ['a missing word of a megabyte', { missing: ['x'.repeat(1 << 20)] }],
    ['500,000 prefixes', { dialect: { skipPrefixes: many(500_000) } }],
    ['500,000 footers', { dialect: { footerPrefixes: many(500_000) } }],
    [
      '500,000 channel words',
      { channel: { column: 'how', values: Object.fromEntries(many(5000).map((word) => [word, 'cash'])) } },
    ],
    ['500,000 notes', { notes: many(500_000) }],
    ['a billion columns', { columnCount: 1e9 }],
    ['half a column', { columnCount: 1.5 }],
    ['column a billion', { payer: { account: 1e9 } }],
    ['a column name of a megabyte', { payer: { account: 'x'.repeat(1 << 20) } }],
    ['a megabyte of currency signs', { numbers: { currencySigns: '$'.repeat(1 << 20) } }],
  ])('%s: is refused by a code', async (_, more) => {
    await expect(readOne('from,to\na,b\n', { mapping: { ...BASE, ...more } })).rejects.toMatchObject({
      code: 'mapping-invalid',
    });
  });

  it('runs no pattern: nested ones are words like others', async () => {
    const words = ['(a+)+$', '(?:a|a)*b', '^(([a-z])+.)+$'];
    const mapping = { ...BASE, missing: words, dialect: { skipPrefixes: words, delimiter: ',' } };
    const reading = await readOne(`from,to\n${'a'.repeat(100_000)},b\n(a+)+$,b\nc,(?:a|a)*b\n`, { mapping });
    expect([reading.ledger.rowCount, reading.quarantine.total, reading.files[0]!.skipped]).toEqual([1, 1, 2]);
  });
});
