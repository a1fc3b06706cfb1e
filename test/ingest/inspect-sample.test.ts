import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inspectSample, inspectStream } from '../../src/ingest/index.js';
import { checkMapping } from '../../src/ingest/check-mapping.js';
import { chunked, readOne, utf8 } from '../support/ingest/reading.js';

function inspect(text: string): ReturnType<typeof inspectSample> {
  return inspectSample(utf8(text), 'file.csv', { isWhole: true });
}

describe('inspectSample', () => {
  it('knows the presets', () => {
    const own = inspect('time,payer_account,beneficiary_account,amount\n2024-01-01,a,b,1\n');
    expect(own).toMatchObject({ preset: 'illicit-flows', layout: 'transfers', mapping: undefined });
    expect(inspect('1 2 1082040961\n')).toMatchObject({ preset: 'edge-list', delimiter: 'blank' });
    const eleven = 'a,b,c,d,e,f,g,h,i,j,k\n1,2,3,4,5,6,7,8,9,10,11\n';
    expect(inspect(eleven).preset).toBeUndefined();
  });

  it('proposes a mapping that reads the file, and states its doubts', async () => {
    const text =
      'Buchungsdatum;Konto Absender;Name Absender;Konto Empfänger;Betrag;Währung;Staatsangehörigkeit\n' +
      '31.01.2024;DE1;Ann;DE2;1.234,56 €;EUR;x\n01.02.2024;DE1;Ann;DE3;12,50 €;EUR;x\n';
    const { mapping, doubts, delimiter } = inspect(text);
    expect(delimiter).toBe(';');
    expect(mapping).toMatchObject({
      payer: { account: 'Konto Absender', holder: 'Name Absender' },
      beneficiary: { account: 'Konto Empfänger' },
      amount: { column: 'Betrag', currency: 'Währung' },
      time: { column: 'Buchungsdatum', formats: ['DD/MM/YYYY'] },
      numbers: { decimalMark: ',', thousandsMark: '.', currencySigns: '€' },
    });
    expect(doubts.join('\n')).toMatch(/Staatsangehörigkeit is about what a person is/);
    expect(doubts.join('\n')).toMatch(/dates read as DD\/MM\/YYYY, because of 31.01.2024/);
    checkMapping(mapping!);
    expect((await readOne(text, { mapping: mapping! })).ledger.totals([0, 1])).toEqual([
      { minor: 124_706n, scale: 2, currency: 'EUR' },
    ]);
  });

  it('does not decide what cannot be seen', () => {
    const { mapping, doubts } = inspect('date,from account,to account,amount\n01/02/2024,a,b,"1,234"\n');
    expect(mapping).toMatchObject({ time: { formats: ['auto-date'] }, amount: { currency: { constant: '???' } } });
    expect(() => {
      checkMapping(mapping!);
    }).toThrow('every ??? of a proposal');
    expect(doubts.join('\n')).toMatch(/tell day from month but received 01\/02\/2024/);
    expect(doubts.join('\n')).toMatch(/may mean thousands or three decimals/);
    expect(doubts.join('\n')).toMatch(/no column was recognised as the currency/);
    const odd = inspect('when,sender,receiver,value\nlast week,a,b,much\n');
    expect(odd.doubts).toContain('no column was recognised as the time: it may be when');
    expect(odd.doubts).toContain('no column was recognised as the amount: it may be value');
    expect(odd.mapping).toMatchObject({ payer: { account: 'sender' }, amount: { column: '???' } });
    expect(odd.sample).toBeUndefined();
    const none = inspect('x,y,z\n1,2,3\n');
    expect(none.mapping).toBeUndefined();
    expect(none.doubts.join('\n')).toMatch(/recognised as the amount: it may be x \| y \| z/);
  });

  it('recognises the usual forms of time', () => {
    const forms = [
      ['1082040961', 'unix-seconds'],
      ['1082040961000', 'unix-milliseconds'],
      ['20240131', 'YYYYMMDD'],
      ['930101', 'YYMMDD'],
      ['"Mar 25, 2015"', 'MMM D, YYYY'],
      ['2024-01-31 10:00', 'YYYY-MM-DD'],
      ['01/31/2024', 'MM/DD/YYYY'],
    ];
    for (const [text, format] of forms) {
      const { mapping } = inspect(`date,sender,receiver,amount,currency\n${text!},a,b,1.5,EUR\n`);
      expect(mapping?.time).toMatchObject({ formats: [format] });
    }
  });

  it('says what is odd about amounts, and tells columns of one name apart', () => {
    const text = 'date,bank from,account,account,amount\n2024-01-01,x,a,b,1.5\n';
    expect(inspect(text).mapping).toMatchObject({ ownAccount: 'given', beneficiary: { account: '???' } });
    const { mapping, doubts } = inspect(
      'date,from,To,to,amount\n2024-01-01,a,b,c,(1.5)\n2024-01-01,a,b,c,-1E5\n2024-01-02,a,b,c,"1,5"\n',
    );
    expect(mapping?.beneficiary?.account).toEqual({ name: 'To', occurrence: 1 });
    expect(mapping?.numbers).toMatchObject({ bracketsAreNegative: true });
    expect(doubts.join('\n')).toMatch(/have an exponent/);
    expect(doubts.join('\n')).toMatch(/negative amounts/);
    expect(doubts.join('\n')).toMatch(/others a decimal comma/);
  });

  it('finds the header below titles, and guesses at an encoding that is not UTF-8', async () => {
    const text =
      'Kontobewegungen;;;\n\nStand: heute\nDatum;Absender;Empf\u00e4nger;Betrag;Typ\n' +
      '31.01.2024;\u00d6sterreich 1;b;12,50 \u0080;Cash deposit\n31.01.2024;a;b;1,50 \u0080;\u00dcberweisung\n';
    // Latin-1 code points are the bytes of windows-1252, the euro sign being 0x80.
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    const { mapping, doubts, columns, encoding } = inspectSample(bytes, 'f.csv', { isWhole: true });
    expect(encoding).toBe('windows-1252');
    expect(columns).toEqual(['Datum', 'Absender', 'Empf\u00e4nger', 'Betrag', 'Typ']);
    expect(mapping).toMatchObject({
      dialect: { encoding: 'windows-1252', titleRows: 3 },
      channel: { column: 'Typ', values: { 'Cash deposit': 'cash' } },
    });
    expect(doubts.join('\n')).toMatch(/windows-1252, which is a guess/);
    expect(doubts.join('\n')).toMatch(/first 3 records are taken for titles/);
    expect(doubts.join('\n')).toMatch(/"Cash deposit" is taken for the channel cash/);
    expect(doubts.join('\n')).toMatch(/not translated: \u00dcberweisung\. Say in channel\.values/);
    expect(doubts.join('\n')).toMatch(/taken for UTC/);
    expect(mapping).toMatchObject({ amount: { column: 'Betrag', currency: 'in-amount' } });
    expect((await readOne(bytes, { mapping: mapping! })).ledger.rowCount).toBe(2);
    const completed = {
      ...mapping!,
      amount: { column: 'Betrag', currency: { constant: 'EUR' } },
      numbers: { ...mapping!.numbers, currencySigns: '€' },
    };
    for (const reader of ['bytes', 'papa'] as const) {
      const { ledger } = await readOne(bytes, { mapping: completed, reader });
      expect(ledger.rowCount).toBe(2);
      expect(ledger.accounts.find({ institution: '', account: '\u00d6sterreich 1' })).toBeDefined();
    }
  });

  it('names columns it has no use for, and takes a column of many words for no channel', () => {
    const rows = Array.from({ length: 30 }, (_, i) => `2024-01-01,a,b,1,EUR,word ${i},x`).join('\n');
    const { mapping, doubts } = inspect(`date,sender,receiver,amount,currency,type,memo\n${rows}\n`);
    expect(mapping?.channel?.values).toEqual({});
    expect(doubts.join('\n')).toMatch(/holds 30 different words/);
    expect(doubts.join('\n')).not.toMatch(/word 7/);
    expect(doubts).toContain('columns not used: memo');
  });

  it('does not take a value date for a currency, nor surnames for accounts', () => {
    const valuta = inspect(
      'Buchung;Valuta;Absender;Empfänger;Betrag;Währung\n31.01.2024;30.01.2024;12345;23456;1,50;EUR\n30.01.2024;30.01.2024;12345;34567;2,50;EUR\n',
    );
    expect(valuta.mapping).toMatchObject({ time: { column: 'Buchung' }, amount: { currency: 'Währung' } });
    const surnames = inspect(
      'date,SenderLastName,ReceiverLastName,amount,currency\n2024-01-31,Abel,Brandt,1.5,EUR\n2024-01-31,Costa,Abel,1.5,EUR\n',
    );
    expect(JSON.stringify(surnames.mapping)).not.toContain('LastName');
    expect(surnames.doubts.join('\n')).toMatch(
      /account of the other side: it may be SenderLastName \| ReceiverLastName/,
    );
    expect(surnames.sample).toBeUndefined();
  });

  it('takes symbols of tokens for what amounts are of, and one clock where there are two', () => {
    const { mapping, sample, doubts } = inspect(
      'UnixTimestamp,Date,From,To,Value,TokenSymbol\n1700000000,2023-11-14 22:13:20,0xa1b2,0xb1c2,5,USDC\n1700000060,2023-11-14 22:14:20,0xa1b2,0xc1d2,6,STUFF\n',
    );
    expect(mapping).toMatchObject({ amount: { currency: 'TokenSymbol' }, time: { column: 'Date' } });
    expect(mapping?.tokens).toMatch(/anybody may choose/);
    expect(mapping?.time).not.toHaveProperty('timeOfDay');
    expect(doubts.join('\n')).toMatch(/symbols of TokenSymbol are taken for currencies/);
    expect(sample).toMatchObject({ rows: 2, accepted: 2 });
  });

  it('reads the sample with its proposal and names what it could not read', () => {
    const rows = Array.from({ length: 20 }, (_, i) => `2024-01-${i + 10},DE12345${i},FR98765${i},${i + 1}.50,EUR`);
    const { sample, doubts } = inspect(
      `date,sender iban,receiver iban,amount,currency\n${rows.join('\n')}\n2024-01-31,DE1234567,FR9876543,0.00,EUR\n2024-01-31,DE1234567,,5.00,EUR\n`,
    );
    expect(sample).toMatchObject({ rows: 22, accepted: 20, leftOut: 0 });
    expect(sample?.refused).toEqual([
      { code: 'account-missing', count: 1 },
      { code: 'amount-zero', count: 1 },
    ]);
    expect(sample?.transfers).toHaveLength(3);
    expect(sample?.transfers[0]).toMatchObject({ payer: 'DE…50', beneficiary: 'FR…50', amount: '1.5 EUR' });
    expect(doubts).toContain('2 of 22 rows of the sample are not read: account-missing 1, amount-zero 1');
  });

  it('says that balances speak against the direction', () => {
    const rows = [10, 20, 30, 40, 50, 60].map(
      (amount, i) => `2024-01-${i + 13},12345${i},${amount}.00,${(i + 1) * 7}.00`,
    );
    const { doubts } = inspect(
      `Date,Own account,Counterparty account,Amount EUR,Balance\n${rows.map((row) => row.replace(',', ',777777,')).join('\n')}\n`,
    );
    expect(doubts.join('\n')).toMatch(/nothing says which way the money went/);
    expect(doubts.join('\n')).toMatch(/balances of the sample do not follow/);
  });

  it('sets a ragged table apart at its tabs, and speaks of a delimiter only where there is one', () => {
    const ragged = ['a shop\tb shop\t1', 'a shop\tb shop\t1\tlong note of words\tx', 'a shop\tb shop\t1\tword'].join(
      '\n',
    );
    expect(inspect(`from\tto\tday\tnote\tmark\n${ragged}\n`).delimiter).toBe('\t');
    expect(inspect('word\nother\n').doubts.join('\n')).not.toMatch(/delimiter/);
  });

  it('names columns that a preset does not use, and takes no preset that does not read', () => {
    const own = inspect('time,payer_account,beneficiary_account,amount,extra\n2024-01-01,a,b,1,x\n');
    expect(own.preset).toBe('illicit-flows');
    expect(own.doubts).toContain('columns not used: extra');
    expect(own.sample).toMatchObject({ rows: 1, accepted: 1 });
    // By its first line with three words this is an edge list; by its rows it is none.
    const rows = ['1;a b;1,5', '2;c;2,5', '3;d 4 5;3,5', '4;e;4,5'].join('\n');
    expect(inspect(`Konto;Text;Betrag\n${rows}\n`).preset).toBeUndefined();
  });

  it('survives anything', async () => {
    for (const text of ['', '\n', '"', 'sep=;\n', '\u0000'.repeat(100), 'a'.repeat(70_000)]) {
      expect(() => inspect(text)).not.toThrow();
    }
    const packed = new Uint8Array(gzipSync(utf8('1 2 3\n'.repeat(50_000))));
    expect((await inspectStream(chunked(packed, 100), 'x.gz')).preset).toBe('edge-list');
  });
});
