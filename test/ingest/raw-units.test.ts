import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExactDecimal } from '../../src/foundation/index.js';
import { type AmountColumns, type Mapping } from '../../src/ingest/mapping.js';
import { parseAmount } from '../../src/ingest/parse-amount.js';
import { fromRawUnits } from '../../src/ingest/raw-units.js';
import { isRoundedAmount } from '../../src/ingest/rounded-amount.js';
import { faultsOf, readOne, rowsOf } from '../support/ingest/reading.js';

const NUMBERS = {
  decimalMark: '.',
  thousandsMark: '',
  currencySigns: '',
  bracketsAreNegative: false,
  scientific: true,
  negative: 'quarantine',
  leavesOutZero: false,
} as const;

function mapped(amount: AmountColumns, rest: Partial<Mapping> = {}): Mapping {
  return {
    payer: { account: 'from' },
    beneficiary: { account: 'to' },
    time: { column: 't', formats: ['unix-seconds'] },
    amount,
    ...rest,
  };
}

describe('raw units', () => {
  it('are the same number with the mark moved', () => {
    const digits = fc.bigInt({ min: 1n, max: 10n ** 37n });
    fc.assert(
      fc.property(digits, fc.integer({ min: 0, max: 36 }), (units, decimals) => {
        const { mantissa, decimals: scale, wide } = fromRawUnits(parseAmount(`${units}`, NUMBERS)!, decimals);
        const text = `${units}`.padStart(decimals + 1, '0');
        const cut = text.length - decimals;
        const expected = decimals === 0 ? text : `${text.slice(0, cut)}.${text.slice(cut)}`;
        expect({ mantissa: wide ?? BigInt(mantissa), decimals: scale }).toEqual(exactly(expected));
      }),
    );
  });

  it('take their decimals from a column, and are refused where it says none', async () => {
    const text = 'from,to,v,c,d,t\na,b,1500000,USDC,6,1\na,b,15,USDC,,2\na,b,1.5,USDC,6,3\na,b,5,USDC,99,4\n';
    for (const reader of ['papa', 'auto'] as const) {
      const reading = await readOne(text, {
        mapping: mapped({ column: 'v', currency: 'c', decimals: 'd' }),
        reader,
      });
      expect(rowsOf(reading)).toEqual(['a | b | 1000 second | 15e-1 USDC | unknown']);
      expect(faultsOf(reading)).toEqual([
        '3 decimals-unreadable d',
        '4 amount-unreadable v',
        '5 decimals-unreadable d',
      ]);
    }
  });

  it('say in their currency that they are raw, constants too', async () => {
    const text = 'from,to,v,c,t\na,b,15,USDC,1\na,b,7,,2\n';
    for (const reader of ['papa', 'auto'] as const) {
      const reading = await readOne(text, {
        mapping: mapped({ column: 'v', currency: 'c', whenNoCurrency: 'wei', rawUnits: true }),
        reader,
      });
      expect(rowsOf(reading)).toEqual([
        'a | b | 1000 second | 15e-0 raw USDC | unknown',
        'a | b | 2000 second | 7e-0 wei | unknown',
      ]);
      const one = await readOne(text, {
        mapping: mapped({ column: 'v', currency: { constant: 'EUR' }, rawUnits: true }),
      });
      expect(one.ledger.currencies.map(({ code }) => code)).toEqual(['raw EUR']);
    }
  });

  it('give no currency to rows without one unless the mapping does, whichever reader', async () => {
    const text = 'from,to,v,c,t\na,b,15,USDC,1\na,b,7,,2\n';
    for (const reader of ['papa', 'auto'] as const) {
      const refused = await readOne(text, { mapping: mapped({ column: 'v', currency: 'c' }), reader });
      expect(faultsOf(refused)).toEqual(['3 currency-missing c']);
      const taken = await readOne(text, {
        mapping: mapped({ column: 'v', currency: 'c', whenNoCurrency: 'ETH' }),
        reader,
      });
      expect(rowsOf(taken).at(1)).toBe('a | b | 2000 second | 7e-0 ETH | unknown');
      expect(taken.files[0]?.reader).toBe(reader === 'papa' ? 'papa' : 'bytes');
    }
  });

  it('leave out what moves nothing, if the mapping says so, and refuse it if not', async () => {
    const text = 'from,to,v,t\na,b,0,1\na,b,0.00,2\na,b,3,3\n,b,0,4\n';
    const amount = { column: 'v', currency: { constant: 'EUR' } };
    for (const reader of ['papa', 'auto'] as const) {
      const refused = await readOne(text, { mapping: mapped(amount), reader });
      expect([...refused.quarantine.counts]).toEqual([
        ['account-missing', 1],
        ['amount-zero', 2],
      ]);
      const { files, quarantine } = await readOne(text, {
        mapping: mapped(amount, { numbers: { zero: 'leave-out' } }),
        reader,
      });
      expect(Object.fromEntries(files[0]!.skippedByCode)).toEqual({ 'header-line': 1, 'not-moved': 2 });
      expect([...quarantine.counts]).toEqual([['account-missing', 1]]);
    }
  });

  it('are refused where a mapping cannot be meant', async () => {
    const read = (amount: AmountColumns, rest: Partial<Mapping> = {}): Promise<unknown> =>
      readOne('from,to,v,c,t\na,b,15,USDC,1\n', { mapping: mapped(amount, rest) });
    const both = read({ column: 'v', currency: 'c', rawUnits: true, decimals: { constant: '6' } });
    await expect(both).rejects.toThrow('rawUnits or decimals, not both');
    const constant = read({ column: 'v', currency: { constant: 'EUR' }, whenNoCurrency: 'ETH' });
    await expect(constant).rejects.toThrow('whenNoCurrency beside a column of currencies');
    const signed = read({ column: 'v', orColumn: 'c', currency: { constant: 'EUR' } }, { direction: 'signed' });
    await expect(signed).rejects.toThrow('orColumn with direction as-given');
    const encoded = read(
      { column: 'v', currency: 'c' },
      { dialect: { encoding: 'utf-8', elseEncoding: 'windows-1252' } },
    );
    await expect(encoded).rejects.toThrow('elseEncoding without encoding');
  });
});

describe('an amount that a spreadsheet has rounded', () => {
  it('says fewer digits than it has before the mark', () => {
    expect(['4.22676E+15', '1E+15', '1.2345E+05', '-4,2E+10'].map(isRoundedAmount)).toEqual([true, true, true, true]);
    expect(['1.23456E+05', '5.689852347E7', '1E15', '4.22676e+15', '1E-15', '12'].map(isRoundedAmount)).toEqual(
      Array.from({ length: 6 }, () => false),
    );
  });

  it('is read as it stands, and noted', async () => {
    const text = 'from,to,v,t\na,b,4.22676E+15,1\na,b,5.689852347E7,2\na,b,12,3\n';
    for (const reader of ['papa', 'auto'] as const) {
      const { notes, ledger } = await readOne(text, {
        mapping: mapped({ column: 'v', currency: { constant: 'EUR' } }, { numbers: { scientific: true } }),
        reader,
      });
      expect(ledger.rowCount).toBe(3);
      expect(notes.map(({ code, count }) => [code, count])).toEqual([['amount-rounded', 1]]);
    }
  });
});

describe('an encoding that holds unless UTF-8 is seen', () => {
  const mapping = mapped(
    { column: 'v', currency: { constant: 'EUR' } },
    { payer: { account: 'from', holder: 'name' }, dialect: { elseEncoding: 'windows-1252' } },
  );
  const text = 'from,to,v,t,name\na,b,1,1,Müller\n';

  it.each([
    ['windows-1252', Uint8Array.from(text, (character) => character.charCodeAt(0))],
    ['utf-8', new TextEncoder().encode(text)],
    ['windows-1252', new TextEncoder().encode(text.replace('ü', 'ue'))],
    ['utf-8', new TextEncoder().encode(`\ufeff${text.replace('ü', 'ue')}`)],
  ])('is %s here', async (encoding, bytes) => {
    const { files, quarantine } = await readOne(bytes, { mapping });
    expect(files[0]?.encoding).toBe(encoding);
    expect(quarantine.counts.size).toBe(0);
  });
});

function exactly(text: string): unknown {
  return parseExactDecimal(text) ?? text;
}
