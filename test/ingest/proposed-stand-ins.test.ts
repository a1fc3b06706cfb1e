import { describe, expect, it } from 'vitest';
import { inspectSample } from '../../src/ingest/index.js';
import { readOne, utf8 } from '../support/ingest/reading.js';

function inspect(text: string): ReturnType<typeof inspectSample> {
  return inspectSample(utf8(text), 'file.csv', { isWhole: true });
}

const HEADER = 'Date,Account,Kind,Text,Counterparty account,Amount,Currency\n';
const OWN = 'GB29NWBK60161331926819';
const ROWS =
  `2024-01-15,${OWN},wire,rent,GB94BARC10201530093459,-20.00,GBP\n` +
  `2024-01-16,${OWN},ATM,GA 12,,-100.00,GBP\n` +
  `2024-01-17,${OWN},Interest,,,1.00,GBP\n` +
  `2024-01-18,${OWN},wire,salary,GB33BUKB20201555555555,50.00,GBP\n`;

describe('proposals of who stands in', () => {
  it('come from whole cells that say cash, fees or interest, each with a doubt', async () => {
    const text = `${HEADER}${ROWS}2024-01-19,${OWN},booking,Account fee,-,-2.00,GBP\n2024-01-20,${OWN},booking,coffee,,-3.00,GBP\n`;
    const { mapping, doubts, sample } = inspect(text);
    expect(mapping?.beneficiary?.whenMissing).toEqual([
      { column: 'Kind', values: { ATM: 'cash-desk', Interest: 'interest' } },
      { column: 'Text', values: { 'Account fee': 'fees' } },
    ]);
    expect(doubts).toContain(
      'where Counterparty account names no account, column Kind is taken to say who stands in: "ATM" for the cash desk, "Interest" for interest',
    );
    expect(sample).toMatchObject({ rows: 6, accepted: 5, refused: [{ code: 'account-missing', count: 1 }] });
    const { ledger } = await readOne(text, { mapping: mapping! });
    expect(ledger.rowCount).toBe(5);
  });

  it('are none where every row names the other side, and where no word is known', () => {
    const named = ROWS.replace(',GA 12,,', ',GA 12,GB94BARC10201530093459,').replace(
      'Interest,,,',
      'Interest,,GB94BARC10201530093459,',
    );
    expect(inspect(HEADER + named).mapping?.beneficiary?.whenMissing).toBeUndefined();
    const unknown = ROWS.replace('ATM', 'machine').replace('Interest', 'cash and carry');
    expect(inspect(HEADER + unknown).mapping?.beneficiary?.whenMissing).toBeUndefined();
  });
});

describe('what is no table of transfers', () => {
  it('is said of totals across', () => {
    const years = Array.from({ length: 12 }, (_, i) => `${2000 + i}`);
    const { mapping, doubts } = inspect(
      `Country,${years.join(',')}\nAfghanistan,${years.map(() => '..').join(',')}\nAngola,${years.join(',')}\n`,
    );
    expect(mapping).toBeUndefined();
    expect(doubts.join('\n')).toMatch(/12 of 13 columns hold numbers and none is called a time: totals/);
  });

  it('is said of one column, and of accounts with labels', () => {
    expect(inspect('0xc7a2dd0d776957b4\n0x7a017e5e9672bc99\n').doubts.join('\n')).toMatch(/one column: a list/);
    const labelled = inspect('address,name_tag,label\n0x83a2eb63b6cc,a b,x\n0x31207cb6287e,c d,y\n');
    expect(labelled.doubts.join('\n')).toMatch(/a list of accounts rather than of transfers/);
    expect(labelled.sample).toBeUndefined();
  });

  it('is not said of a wide table of transfers', () => {
    const header =
      'date,sender,receiver,amount,currency,fee1,fee2,fee3,fee4,fee5,fee6,fee7,fee8,fee9,fee10,fee11,fee12,fee13,fee14,fee15';
    const row = `2024-01-15,a1234,b1234,5,EUR,${Array.from({ length: 15 }, () => '1').join(',')}`;
    expect(inspect(`${header}\n${row}\n`).mapping).toMatchObject({ payer: { account: 'sender' } });
  });
});

describe('a status that some rows do not have', () => {
  it('leaves out what failed, and not what says nothing', () => {
    const rows = 'a,b,5,EUR,2024-01-15,0\na,b,5,EUR,2024-01-15,1\na,b,6,EUR,2024-01-15,\na,b,7,EUR,2024-01-16,0\n';
    const { mapping, doubts, sample } = inspect(`from,to,amount,currency,date,isError\n${rows}`);
    expect(mapping).toMatchObject({ except: { isError: ['1'] } });
    expect(mapping?.only).toBeUndefined();
    expect(doubts.join('\n')).toMatch(/"0" is read as moved; "1" is left out/);
    expect(sample).toMatchObject({ accepted: 3, leftOut: 1 });
  });
});

describe('a column that is called a status', () => {
  const file = (name: string, words: readonly string[]): ReturnType<typeof inspect> =>
    inspect(
      `from,to,amount,currency,date,${name}\n${words.map((word, i) => `a,b,${i + 1},EUR,2024-01-15,${word}\n`).join('')}`,
    );

  it('is kept to its known words, be each word said once or one word always', () => {
    const once = file('Status', ['PAID', 'CANCELLED', 'Storniert', 'wibble']);
    expect(once.mapping?.only).toEqual({ Status: ['PAID'] });
    expect(once.doubts.join('\n')).toMatch(
      /"PAID" is read as moved; "CANCELLED", "Storniert" is left out; "wibble" is not known, and left out/,
    );
    expect(once.sample).toMatchObject({ accepted: 1, leftOut: 3 });
    expect(file('Status', ['PAID', 'PAID', 'PAID']).mapping?.only).toEqual({ Status: ['PAID'] });
    // The same words where nothing calls them a status.
    expect(file('kind', ['PAID', 'PAID', 'PAID']).mapping?.only).toBeUndefined();
  });

  it('may hold twenty words', () => {
    const words = ['PAID', 'SETTLED', 'BOOKED', 'FAILED', 'HELD', 'VOID', 'EXPIRED', 'DENIED', 'DROPPED', 'RETURNED'];
    expect(file('Status', words).mapping?.only).toEqual({ Status: ['BOOKED', 'PAID', 'SETTLED'] });
  });

  it('is read past with a doubt where most of its words are unknown', () => {
    for (const words of [
      ['CA', 'NY', 'OK', 'TX'],
      ['A', 'A', 'B'],
      Array.from({ length: 25 }, (_, i) => `case ${String.fromCharCode(97 + i)}`),
    ]) {
      const { mapping, doubts } = file('State', words);
      expect(mapping?.only ?? mapping?.except).toBeUndefined();
      expect(doubts.join('\n')).toMatch(
        /column State is called a status, and of its \d+ different words none was taken for one: all rows are read/,
      );
    }
  });
});
