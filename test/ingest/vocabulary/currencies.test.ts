import { describe, expect, it } from 'vitest';
import { CURRENCY_CODES } from '../../../src/ingest/vocabulary/currency-codes.js';
import { CURRENCY_SYMBOLS } from '../../../src/ingest/vocabulary/currency-words.js';
import { canonicalCurrency } from '../../../src/ingest/vocabulary/currencies.js';
import { faultsOf, readOne, rowsOf } from '../../support/ingest/reading.js';
import { type Mapping } from '../../../src/ingest/index.js';

const MAPPING: Mapping = {
  payer: { account: 'from' },
  beneficiary: { account: 'to' },
  amount: { column: 'amount', currency: 'currency' },
  time: { column: 'day', formats: ['YYYY-MM-DD'] },
};

/** Currencies of the rows that were read, and faults, of one row for each currency. */
async function read(
  currencies: readonly string[],
  more: Partial<Mapping> = {},
  reader: 'papa' | 'bytes' = 'papa',
): Promise<string[]> {
  const rows = currencies.map((currency, i) => `a,b${i},1,${currency},2024-01-01\n`);
  const reading = await readOne(`from,to,amount,currency,day\n${rows.join('')}`, {
    mapping: { ...MAPPING, ...more },
    reader,
  });
  return [...rowsOf(reading).map((row) => row.split(' | ')[3]!.replace('1e-0 ', '')), ...faultsOf(reading)];
}

describe('currencies', () => {
  it('are codes of three capitals, each once', () => {
    expect(new Set(CURRENCY_CODES).size).toBe(CURRENCY_CODES.length);
    expect(CURRENCY_CODES.length).toBeGreaterThan(200);
    expect(CURRENCY_CODES.every((code) => /^[A-Z]{3}$/.test(code))).toBe(true);
    for (const code of ['XXX', 'XTS', 'FOO']) expect(CURRENCY_CODES).not.toContain(code);
    for (const [symbol, code] of CURRENCY_SYMBOLS) expect(canonicalCurrency(symbol)).toBe(code);
  });

  it.each(['papa', 'bytes'] as const)('are checked by the reader %s', async (reader) => {
    expect(await read(['EUR', 'eur', '€', 'US Dollar', 'UK pounds', '$', 'Bitcoin'], {}, reader)).toEqual([
      ...['EUR', 'EUR', 'EUR', 'US Dollar', 'UK pounds', '$', 'Bitcoin'],
    ]);
    expect(await read(['2024-01-01', 'XXX', 'Betrag', 'FOO', '12', ''], {}, reader)).toEqual([
      ...['2 currency-unknown currency', '3 currency-unknown currency', '4 currency-unknown currency'],
      ...['5 currency-unknown currency', '6 currency-unknown currency', '7 currency-missing currency'],
    ]);
    expect(await read(['FOO', 'XXX', 'BAR'], { currencies: ['FOO', 'XXX'] }, reader)).toEqual([
      ...['FOO', 'XXX', '4 currency-unknown currency'],
    ]);
    expect(await read(['FOO', 'XXX'], { tokens: 'tokens of a chain' }, reader)).toEqual([
      ...['FOO', '3 currency-unknown currency'],
    ]);
  });

  it('are never silently none', async () => {
    const none = { amount: { column: 'amount', currency: { constant: 'XXX' } } };
    await expect(read(['EUR'], none)).rejects.toMatchObject({ code: 'mapping-invalid', message: /confirm it/ });
    expect(await read(['EUR'], { ...none, currencies: ['XXX'] })).toEqual(['XXX']);
  });

  it('are taken from the cell of the amount', async () => {
    const text = ['EUR 100.00', '100.00 EUR', '€5', '-€7', '(CHF 3)', '5', '5 FOO', 'EUR 5 USD', 'zł 2', '1-'].map(
      (amount, i) => `a,b${i},${amount},x,2024-01-01\n`,
    );
    const mapping: Mapping = {
      ...MAPPING,
      amount: { column: 'amount', currency: 'in-amount' },
      numbers: { negative: 'absolute', bracketsAreNegative: true },
    };
    const reading = await readOne(`from,to,amount,currency,day\n${text.join('')}`, { mapping });
    expect(rowsOf(reading).map((row) => row.split(' | ')[3])).toEqual([
      ...['100e-0 EUR', '100e-0 EUR', '5e-0 EUR', '7e-0 EUR', '3e-0 CHF', '2e-0 PLN'],
    ]);
    expect(faultsOf(reading)).toEqual([
      ...['7 currency-missing amount', '8 currency-unknown amount', '9 currency-missing amount'],
      '11 currency-missing amount',
    ]);
  });
});
