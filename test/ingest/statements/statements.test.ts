import { describe, expect, it } from 'vitest';
import { type Mapping, readLedger } from '../../../src/ingest/index.js';
import { INSTITUTION_ACCOUNTS } from '../../../src/ledger/index.js';
import { chunked, faultsOf, readOne, rowsOf, utf8 } from '../../support/ingest/reading.js';

const MAPPING: Mapping = {
  ownAccount: { constant: 'OWN' },
  payer: { institution: { constant: 'BANK' } },
  beneficiary: { account: 'iban', institution: 'bic' },
  amount: { column: 'amount', currency: { constant: 'EUR' } },
  time: { column: 'day', formats: ['YYYY-MM-DD'] },
};

/** Payer and beneficiary of each row that was read, then the faults. */
async function read(mapping: Mapping, text: string): Promise<string[]> {
  const reading = await readOne(text, { mapping });
  const sides = rowsOf(reading).map((row) => row.split(' | '));
  return [...sides.map(([from, to, , , channel]) => `${from} > ${to} ${channel}`), ...faultsOf(reading)];
}

describe('statements of one account', () => {
  const text = 'iban,bic,amount,day\nX,B1,5,2024-01-01\n';

  it('name it in the mapping, the name of the file, or a title', async () => {
    expect(await read(MAPPING, text)).toEqual(['BANK/OWN > B1/X unknown']);
    const byName: Mapping = { ...MAPPING, ownAccount: { fileName: '^([a-z]+)' } };
    expect(await read(byName, text)).toEqual(['BANK/file > B1/X unknown']);
    const byTitle: Mapping = {
      ...MAPPING,
      ownAccount: { title: 'Account: (\\S+)' },
      dialect: { titleRows: 2, header: true },
    };
    expect(await read(byTitle, `My Bank,,,\nAccount:,DE12,,\n${text}`)).toEqual(['BANK/DE12 > B1/X unknown']);
    const absent: Mapping = { ...MAPPING, ownAccount: { fileName: '(\\d{10})' } };
    await expect(read(absent, text)).rejects.toMatchObject({ code: 'value-missing', message: /name of the file/ });
  });

  it('or have it said for each file', async () => {
    const mapping: Mapping = { ...MAPPING, ownAccount: 'given' };
    await expect(read(mapping, text)).rejects.toMatchObject({ code: 'own-account-missing' });
    const sources = ['a.csv', 'b.csv'].map((name) => ({ name, bytes: chunked(utf8(text), 100) }));
    const ownAccounts = new Map([
      ['a.csv', 'A1'],
      ['b.csv', 'B1'],
    ]);
    const reading = await readLedger(sources, { mapping, ownAccounts });
    expect(rowsOf(reading).map((row) => row.split(' | ')[0])).toEqual(['BANK/A1', 'BANK/B1']);
    expect(reading.files[0]!.notes.join()).not.toContain('A1');
    const mistyped = new Map([['c.csv', 'A1']]);
    await expect(readLedger([], { mapping, ownAccounts: mistyped })).rejects.toMatchObject({
      code: 'own-account-unused',
    });
  });

  it('are checked as mappings', async () => {
    const open: Mapping = { beneficiary: { account: 'iban' }, time: MAPPING.time };
    await expect(read(open, text)).rejects.toMatchObject({ code: 'mapping-invalid', message: /ownAccount/ });
    const both: Mapping = { ...MAPPING, payer: { account: 'bic' } };
    await expect(read(both, text)).rejects.toMatchObject({ code: 'mapping-invalid' });
    const unsafe: Mapping = { ...MAPPING, ownAccount: { fileName: '(a+)+' } };
    await expect(read(unsafe, text)).rejects.toMatchObject({ code: 'pattern-refused' });
  });
});

describe('direction words', () => {
  const flagged: Mapping = { ...MAPPING, direction: { column: 'bic' }, beneficiary: { account: 'iban' } };
  const table = (words: readonly string[]): string =>
    `iban,bic,amount,day\n${words.map((word, i) => `X${i},${word},5,2024-01-01\n`).join('')}`;

  it('are known as banks write them', async () => {
    const out = ['DR', 'DBIT', 'S', 'D', '-', 'VYDAJ', 'Výběr', 'Debit', 'Af', 'Wn', 'Дебет', 'borç', 'مدين'];
    const incoming = ['CR', 'CRDT', 'H', 'C', '+', 'PRIJEM', 'credit', 'Bij', 'Ma', 'Кредит', 'ALACAK', 'دائن'];
    const sides = await read(flagged, table(out));
    expect(sides.filter((side) => side.startsWith('BANK/OWN >'))).toHaveLength(out.length);
    const others = await read(flagged, table(incoming));
    expect(others.filter((side) => side.includes('> BANK/OWN'))).toHaveLength(incoming.length);
  });

  it('that are not known are no direction', async () => {
    expect(await read(flagged, table(['B', '', 'toString']))).toEqual([
      ...['2 direction-unknown bic', '3 direction-missing bic', '4 direction-unknown bic'],
    ]);
    const own: Mapping = { ...flagged, direction: { column: 'bic', out: ['B'], in: ['A'] } };
    expect(await read(own, table(['b', 'a', 'DR']))).toEqual([
      ...['X1 > BANK/OWN unknown', 'BANK/OWN > X0 unknown', '4 direction-unknown bic'],
    ]);
    const twice: Mapping = { ...flagged, direction: { column: 'bic', out: ['B'], in: ['b '] } };
    await expect(read(twice, table(['b']))).rejects.toMatchObject({ code: 'mapping-invalid' });
  });

  it('turn with a negative amount only if the mapping says so', async () => {
    const text = 'iban,bic,amount,day\nX,DR,-5,2024-01-01\nX,CR,-5,2024-01-02\n';
    expect(await read(flagged, text)).toEqual(['2 amount-negative amount', '3 amount-negative amount']);
    const absolute: Mapping = { ...flagged, numbers: { negative: 'absolute' } };
    expect(await read(absolute, text)).toEqual(['BANK/OWN > X unknown', 'X > BANK/OWN unknown']);
    const reverse: Mapping = { ...flagged, numbers: { negative: 'reverse' } };
    expect(await read(reverse, text)).toEqual(['X > BANK/OWN unknown', 'BANK/OWN > X unknown']);
  });
});

describe('rows without counterparty', () => {
  const mapping: Mapping = {
    ...MAPPING,
    beneficiary: {
      account: 'iban',
      whenMissing: [
        { column: 'about', values: { fee: 'fees', interest: 'interest' } },
        { column: 'how', values: { ATM: 'cash-desk', '': 'cash-desk' } },
      ],
    },
    channel: { column: 'how', values: { ATM: 'card' } },
    direction: 'signed',
  };
  const text = `iban,how,about,amount,day
,ATM,,-5,2024-01-01
,ATM,fee,-1,2024-01-02
,,interest,2,2024-01-03
,,,3,2024-01-04
-,atm,,-4,2024-01-05
,wire,,-6,2024-01-06
X,ATM,fee,-7,2024-01-07
`;

  it('are given accounts of the institution, by the first rule that knows the word', async () => {
    expect(await read(mapping, text)).toEqual([
      'BANK/OWN > BANK/(cash desk) cash',
      'BANK/OWN > BANK/(fees) internal',
      'BANK/(interest) > BANK/OWN internal',
      'BANK/(cash desk) > BANK/OWN cash',
      'BANK/OWN > BANK/(cash desk) cash',
      'BANK/OWN > X card',
      '7 account-missing iban',
    ]);
    const { files, ledger } = await readOne(text, { mapping });
    expect(files[0]!.notes).toContain(
      '5 rows name no counterparty; accounts of the institution stand in: the cash desk in 3, fees in 1, interest in 1',
    );
    expect(ledger.accounts.institutionAccounts().map((account) => ledger.accounts.key(account).account)).toEqual(
      Object.values(INSTITUTION_ACCOUNTS),
    );
  });
});

describe('running balances', () => {
  const mapping: Mapping = { ...MAPPING, beneficiary: { account: 'iban' }, direction: 'signed', balance: 'balance' };
  const check = async (rows: readonly string[], more: Partial<Mapping> = {}): Promise<(string | number)[]> => {
    const text = `iban,amount,balance,day\n${rows.map((row) => `${row}\n`).join('')}`;
    const { files, notes, ledger } = await readOne(text, { mapping: { ...mapping, ...more } });
    expect(ledger.rowCount).toBe(rows.length);
    const lines = notes.filter(({ code }) => code === 'balance-break').flatMap(({ examples }) => examples);
    return [...lines.map(({ place }) => place.line), ...files[0]!.notes.slice(-2)];
  };
  const oldest = ['A,10,10.00,2024-01-01', 'B,-4,6.00,2024-01-02', 'C,1,7.00,2024-01-02', 'D,-7,0,2024-01-03'];

  it('hold in either order of lines, and in any order within a day', async () => {
    const said = 'running balance: 4 rows checked, 0 breaks';
    expect(await check(oldest)).toEqual([said, 'lines stand oldest first, by their days']);
    expect(await check([...oldest].reverse())).toEqual([said, 'lines stand newest first, by their days']);
    const [first, second, third, fourth] = oldest;
    expect(await check([first!, third!, second!, fourth!])).toEqual([said, 'lines stand oldest first, by their days']);
  });

  it('break where a row is missing, turned, or repeated, and no row is dropped for it', async () => {
    const said = (count: number, rows: number): string => `running balance: ${rows} rows checked, ${count} breaks`;
    const order = 'lines stand oldest first, by their days';
    expect(await check([oldest[0]!, oldest[1]!, oldest[3]!])).toEqual([4, said(1, 3), order]);
    const turned = oldest.map((row, i) => (i === 1 ? 'B,4,6.00,2024-01-02' : row));
    expect((await check(turned)).slice(0, 1)).toEqual([3]);
    expect(await check([oldest[0]!, oldest[0]!, ...oldest.slice(1)])).toEqual([3, said(1, 5), order]);
  });

  it('may be off by a tolerance, and are left alone where they cannot be read', async () => {
    const rounded = ['A,10,10.00,2024-01-01', 'B,-4,6.05,2024-01-02', 'C,1,7.00,2024-01-03'];
    expect((await check(rounded)).slice(0, 2)).toEqual([3, 4]);
    expect((await check(rounded, { balanceTolerance: 0.05 }))[0]).toBe('running balance: 3 rows checked, 0 breaks');
    const unread = ['A,10,x,2024-01-01', 'B,-4,,2024-01-02', 'C,1,7.00,2024-01-03'];
    expect(await check(unread)).toEqual([
      'running balance: 1 rows checked, 0 breaks',
      '1 balances could not be compared',
    ]);
    expect((await check(['A,-5,5.00 DR,2024-01-01', 'A,-5,10.00 DR,2024-01-02']))[0]).toMatch(/ 0 breaks/);
  });
});
