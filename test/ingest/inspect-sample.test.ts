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
    expect(mapping).toMatchObject({ time: { formats: ['auto-date'] }, amount: { currency: { constant: 'XXX' } } });
    expect(doubts.join('\n')).toMatch(/tell day from month but received 01\/02\/2024/);
    expect(doubts.join('\n')).toMatch(/may mean thousands or three decimals/);
    expect(doubts.join('\n')).toMatch(/no currency column/);
    const odd = inspect('when,sender,receiver,value\nlast week,a,b,much\n');
    expect(odd.doubts.join('\n')).toMatch(/form of the times was not recognised/);
    expect(odd.doubts.join('\n')).toMatch(/amounts were not recognised as numbers/);
    const none = inspect('x,y,z\n1,2,3\n');
    expect(none.mapping).toBeUndefined();
    expect(none.doubts).toHaveLength(5);
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
    expect(inspect(text).mapping).toBeUndefined();
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
    await expect(readOne(bytes, { mapping: mapping! })).rejects.toThrow('currency');
    const completed = { ...mapping!, amount: { column: 'Betrag', currency: { constant: 'EUR' } } };
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

  it('survives anything', async () => {
    for (const text of ['', '\n', '"', 'sep=;\n', '\u0000'.repeat(100), 'a'.repeat(70_000)]) {
      expect(() => inspect(text)).not.toThrow();
    }
    const packed = new Uint8Array(gzipSync(utf8('1 2 3\n'.repeat(50_000))));
    expect((await inspectStream(chunked(packed, 100), 'x.gz')).preset).toBe('edge-list');
  });
});
