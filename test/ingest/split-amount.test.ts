import { describe, expect, it } from 'vitest';
import { inspectSample } from '../../src/ingest/index.js';
import { type Mapping } from '../../src/ingest/mapping.js';
import { readOne, rowsOf, utf8 } from '../support/ingest/reading.js';

type Row = readonly [payer: string, beneficiary: string, first: string, second: string];

/** Rows of a file whose amount may stand in one of two columns. */
function file([first, second]: readonly [string, string], rows: readonly Row[]): string {
  const lines = rows.map((row, i) => `2024-01-${i + 13},${row.join(',')},EUR`);
  return `date,payer account,beneficiary account,${first},${second},currency\n${lines.join('\n')}\n`;
}

function proposed(text: string): { readonly mapping: Mapping | undefined; readonly doubts: string } {
  const { mapping, doubts } = inspectSample(utf8(text), 'file.csv', { isWhole: true });
  return { mapping, doubts: doubts.join('\n') };
}

/** One account, `111111`, pays where the first is filled and is paid where the second is. */
const SEEN_FROM_ONE: readonly Row[] = [
  ['111111', '222222', '5.10', '0'],
  ['333333', '111111', '0', '6.20'],
  ['111111', '333333', '7.30', ''],
  ['111111', '111111', '8.40', '8.40'],
];
/** Nobody stands in all rows. */
const AMONG_MANY: readonly Row[] = [
  ['111111', '222222', '5.10', ''],
  ['333333', '444444', '', '6.20'],
  ['555555', '666666', '7.30', ''],
];
const OPEN = /no column was recognised as the amount: it may be/;

describe('a proposal for one amount in two columns', () => {
  it('reads each row by whichever column holds it, and says so', async () => {
    const text = file(['amount out', 'amount in'], SEEN_FROM_ONE);
    const { mapping, doubts } = proposed(text);
    expect(mapping?.amount).toEqual({ column: 'amount out', orColumn: 'amount in', currency: 'currency' });
    expect(mapping?.direction).toBeUndefined();
    expect(doubts).toContain(
      'one amount stands in two columns: amount in is read where amount out holds nothing (amount.orColumn), and payer and beneficiary are taken as the columns name them',
    );
    expect(rowsOf(await readOne(text, { mapping: mapping! })).map((row) => row.split(' | ')[3])).toEqual([
      '51e-1 EUR',
      '62e-1 EUR',
      '73e-1 EUR',
      '84e-1 EUR',
    ]);
  });

  it('comes from debit and credit where the sides of the rows say the same as the columns', () => {
    const out = proposed(file(['debit', 'credit'], SEEN_FROM_ONE));
    expect(out.mapping?.amount).toMatchObject({ column: 'debit', orColumn: 'credit' });
    const into = proposed(
      file(
        ['credit', 'debit'],
        SEEN_FROM_ONE.map(([a, b, x, y]) => [a, b, y, x]),
      ),
    );
    expect(into.mapping?.amount).toMatchObject({ column: 'credit', orColumn: 'debit' });
    // Nothing but the columns would say which way the money went.
    const apart = proposed(file(['debit', 'credit'], AMONG_MANY));
    expect(apart.mapping?.amount?.column).toBe('???');
    expect(apart.doubts).toMatch(OPEN);
  });

  it('comes from names of amounts where nobody stands in all rows', () => {
    const { mapping } = proposed(file(['cash amount', 'transfer amount'], AMONG_MANY));
    expect(mapping?.amount).toMatchObject({ column: 'cash amount', orColumn: 'transfer amount' });
  });

  it('is left open where one account pays in all rows, so that the column may say the direction', () => {
    const seen = AMONG_MANY.map(([, other, x, y]): Row => ['111111', other, x, y]);
    const { mapping, doubts } = proposed(file(['amount out', 'amount in'], seen));
    expect(mapping?.amount?.column).toBe('???');
    expect(doubts).toMatch(OPEN);
  });

  it('is none where both hold something else, where names say two currencies, and for three columns', () => {
    const both: Row[] = [...AMONG_MANY, ['111111', '333333', '1.10', '2.20']];
    const several = proposed(file(['amount a', 'amount b'], both));
    expect(several.mapping?.amount?.orColumn).toBeUndefined();
    expect(several.doubts).toMatch(/several columns hold amounts: amount a was taken, not amount b/);
    expect(several.doubts).toMatch(/rows of the sample are not read: amount-missing/);
    expect(proposed(file(['amount EUR', 'amount USD'], AMONG_MANY)).mapping?.amount?.column).toBe('???');
    const third = file(['amount a', 'amount b'], AMONG_MANY)
      .replace('currency', 'currency,amount c')
      .replaceAll('EUR', 'EUR,9.90');
    expect(proposed(third).mapping?.amount?.column).toBe('???');
  });

  it('is none where one column holds every amount', () => {
    const whole = AMONG_MANY.map(([a, b, x, y]): Row => [a, b, x === '' ? y : x, '']);
    expect(proposed(file(['amount a', 'amount b'], whole)).mapping?.amount).toEqual({
      column: 'amount a',
      currency: 'currency',
    });
  });
});
