import { describe, expect, it } from 'vitest';
import { inspectSample, type Mapping } from '../../src/ingest/index.js';
import { faultsOf, readOne, rowsOf, utf8 } from '../support/ingest/reading.js';

const IBAN = 'GB29NWBK60161331926819';
const OTHER_IBAN = 'GB94BARC10201530093459';
const HEADER = 'Date,Account,To IBAN,To account,Amount\n';
const MAPPING: Mapping = {
  payer: { account: 'Account' },
  beneficiary: { account: { column: 'To IBAN', orColumn: 'To account' } },
  amount: { column: 'Amount', currency: { constant: 'GBP' } },
  time: { column: 'Date', formats: ['YYYY-MM-DD'] },
};

/** Beneficiaries of a file with these pairs of cells. */
async function beneficiaries(
  pairs: readonly (readonly [iban: string, account: string])[],
  mapping: Partial<Mapping> = {},
): Promise<{ readonly named: string[]; readonly faults: string[] }> {
  const lines = pairs.map(([iban, account], i) => `2024-01-${i + 11},A1,${iban},${account},5\n`);
  const reading = await readOne(HEADER + lines.join(''), { mapping: { ...MAPPING, ...mapping } });
  return { named: rowsOf(reading).map((row) => row.split(' | ')[1]!), faults: faultsOf(reading) };
}

describe('an account that stands in one of two columns', () => {
  it('is the first that holds something', async () => {
    const { named, faults } = await beneficiaries([
      [IBAN, ''],
      ['', '12345678'],
      [IBAN, '12345678'],
      ['  ', ' 12345678 '],
    ]);
    expect(named).toEqual([IBAN, '12345678', IBAN, '12345678']);
    expect(faults).toEqual([]);
  });

  it('is not one text of both: files that fill either column tell of one account', async () => {
    const [one, other] = [await beneficiaries([[IBAN, '']]), await beneficiaries([['', IBAN]])];
    expect(one.named).toEqual(other.named);
  });

  it('holds nothing where the text is no account, by the same rules as elsewhere', async () => {
    const { named, faults } = await beneficiaries([
      ['-', '12345678'],
      ['N/A', '0'],
      ['', '000'],
      ['', ''],
    ]);
    expect(named).toEqual(['12345678']);
    expect(faults).toEqual([
      '3 account-placeholder To IBAN or To account',
      '4 account-placeholder To IBAN or To account',
      '5 account-missing To IBAN or To account',
    ]);
    const asked = await beneficiaries(
      [
        ['none', '7'],
        ['0', '8'],
        ['unknown', '9'],
      ],
      {
        missing: ['Unknown'],
        accounts: { placeholders: [] },
      },
    );
    expect(asked.named).toEqual(['none', '0', '9']);
  });

  it('is one column where the other is optional and absent, and none where both are', async () => {
    const account = { column: { name: 'Lost', optional: true }, orColumn: 'To account' };
    const { named } = await beneficiaries([[IBAN, '12345678']], { beneficiary: { account } });
    expect(named).toEqual(['12345678']);
    const lost = beneficiaries([[IBAN, '1']], { beneficiary: { account: { column: 'To IBAN', orColumn: 'Lost' } } });
    await expect(lost).rejects.toMatchObject({ code: 'column-missing' });
  });

  it('serves institutions and holders too, and hides both cells of a record that was not read', async () => {
    const text = 'Date,A,B,Long name,Short name,Amount\n2024-01-15,1001,1002,,Bank,5\n2024-01-16,1001,1002,Bank,B,x\n';
    const institution = { column: 'Long name', orColumn: 'Short name' };
    const reading = await readOne(text, {
      mapping: { ...MAPPING, payer: { account: 'A', institution }, beneficiary: { account: 'B', institution } },
    });
    expect(rowsOf(reading)[0]).toMatch(/^Bank\/1001 \| Bank\/1002 \| /);
    expect(reading.quarantine.entries[0]!.raw).toBe('9999-99-99 | [hidden] | [hidden] | [hidden] | [hidden] | a');
  });

  it('is read by the reader of every dialect and refused by the one of bytes; one absent column leaves it plain', async () => {
    const text = `${HEADER}2024-01-15,A1,,12345678,5\n`;
    const { files } = await readOne(text, { mapping: MAPPING });
    expect(files[0]!.reader).toBe('papa');
    await expect(readOne(text, { mapping: MAPPING, reader: 'bytes' })).rejects.toMatchObject({ code: 'reader-unfit' });
    const account = { column: { name: 'Lost', optional: true }, orColumn: 'To account' };
    const plain = { ...MAPPING, beneficiary: { account } };
    const [bytes, papa] = [
      await readOne(text, { mapping: plain, reader: 'bytes' }),
      await readOne(text, { mapping: plain, reader: 'papa' }),
    ];
    expect(rowsOf(bytes)).toEqual(rowsOf(papa));
  });

  it('is not for amounts, which have a rule of their own', async () => {
    const amount = { column: { column: 'Amount', orColumn: 'To account' }, currency: { constant: 'GBP' } };
    await expect(beneficiaries([[IBAN, '']], { amount })).rejects.toThrow('orColumn beside the column of an amount');
  });
});

describe('a proposal for one account in two columns', () => {
  const inspect = (text: string): ReturnType<typeof inspectSample> =>
    inspectSample(utf8(text), 'file.csv', { isWhole: true });
  const proposed = (pairs: readonly (readonly [string, string])[], names = 'Receiver account,Receiver IBAN'): string =>
    `Date,Sender account,${names},Amount,Currency\n${pairs
      .map(([one, other], i) => `2024-01-${i + 13},1111000${i},${one},${other},5.10,GBP\n`)
      .join('')}`;
  const IN_TURNS = [
    ['22220001', ''],
    ['', IBAN],
    ['22220002', ''],
    ['-', OTHER_IBAN],
  ] as const;

  it('reads the column of IBANs first, and says so', async () => {
    const text = proposed(IN_TURNS);
    const { mapping, doubts, sample } = inspect(text);
    expect(mapping?.beneficiary?.account).toEqual({ column: 'Receiver IBAN', orColumn: 'Receiver account' });
    expect(doubts).toContain(
      'one account stands in two columns: Receiver account is read where Receiver IBAN holds none (orColumn); one that is written in both ways, in different rows or files, counts as two',
    );
    expect(sample).toMatchObject({ rows: 4, accepted: 4 });
    expect(rowsOf(await readOne(text, { mapping: mapping! })).map((row) => row.split(' | ')[1])).toEqual([
      '22220001',
      IBAN,
      '22220002',
      OTHER_IBAN,
    ]);
  });

  it('is none where a row has an account in both, where one column is never alone, and for three columns', () => {
    const account = (text: string): unknown => inspect(text).mapping?.beneficiary?.account;
    expect(account(proposed([...IN_TURNS, ['22220003', IBAN]]))).toBe('Receiver account');
    expect(
      account(
        proposed([
          ['22220001', ''],
          ['22220002', ''],
        ]),
      ),
    ).toBe('Receiver account');
    const third = proposed(IN_TURNS)
      .replace('Amount', 'Receiver account number,Amount')
      .replaceAll(',5.10', ',333301,5.10');
    expect(account(third)).toBe('Receiver account');
  });

  it('holds for the other side of a statement, with who stands in where neither column names an account', () => {
    const rows = [
      ['22220001', '', 'wire'],
      ['', OTHER_IBAN, 'wire'],
      ['', '', 'ATM'],
      ['22220002', '', 'wire'],
    ].map(([one, other, kind], i) => `2024-01-${i + 13},${IBAN},${one},${other},${kind},-5.10,GBP\n`);
    const text = `Date,Account,Counterparty account,Counterparty IBAN,Kind,Amount,Currency\n${rows.join('')}`;
    const { mapping, doubts, sample } = inspect(text);
    expect(mapping?.beneficiary).toEqual({
      account: { column: 'Counterparty IBAN', orColumn: 'Counterparty account' },
      whenMissing: [{ column: 'Kind', values: { ATM: 'cash-desk' } }],
    });
    expect(doubts.join('\n')).toMatch(/where Counterparty account and Counterparty IBAN name no account, column Kind/);
    expect(sample).toMatchObject({ rows: 4, accepted: 4 });
  });
});
