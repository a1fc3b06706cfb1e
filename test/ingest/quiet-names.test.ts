import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tellingTexts } from '../../src/ingest/cite-quietly.js';
import { quietNames as namesOf } from '../../src/ingest/quiet-names.js';
import { AccountTable } from '../../src/ledger/index.js';

function tableOf(accounts: readonly string[], holders: readonly string[] = []): AccountTable {
  const table = new AccountTable();
  for (const account of accounts) table.intern('bank', account);
  for (const holder of holders) table.noteHolder(table.intern('', 'x'), holder);
  return table;
}

/** Names of files as a reading with these accounts and holders cites them. */
function quietNames(names: readonly string[], table: AccountTable, isOwnName: boolean): readonly string[] {
  const telling = tellingTexts(names, table);
  return namesOf(names, (name) => isOwnName || telling.has(name));
}

describe('names that sources are cited by', () => {
  it.each([
    ['an account', 'statement_DE89370400440532013000.csv', ['DE89370400440532013000'], [], 'file-0001.csv'],
    ['an account in blanks', 'DE89 3704 0044 0532 0130 00.xlsx', ['DE89370400440532013000'], [], 'file-0001.xlsx'],
    ['an account written apart in the data', 'export-12345678.csv.gz', ['12-34 56.78'], [], 'file-0001.csv.gz'],
    ['a folder', 'customers/ACME-0099/may.csv', ['ACME0099'], [], 'file-0001.csv'],
    ['a sheet', 'book.xlsx#4711-0815', ['47110815'], [], 'file-0001.xlsx'],
    ['a holder', 'Amina_Haddad_2024.csv', ['1'], ['Amina Haddad'], 'file-0001.csv'],
    ['full-width digits', 'konto１２３４５６.csv', ['123456'], [], 'file-0001.csv'],
    ['an ending that tells more', 'a123456.b123456', ['123456'], [], 'file-0001'],
  ])('hide %s', (_, name, accounts, holders, quiet) => {
    expect(quietNames([name], tableOf(accounts, holders), false)).toEqual([quiet]);
  });

  it('stay as they are where nothing of the data stands in them', () => {
    const names = ['transactions.csv', '2024-01.csv', 'b.csv'];
    expect(quietNames(names, tableOf(['transfer9', '99', '2024', 'bcsv'], ['Ann']), false)).toBe(names);
  });

  it('are all hidden where the account is taken from them, or where there are too many to look at', () => {
    expect(quietNames(['4711.csv', 'b.csv'], tableOf(['4711']), true)).toEqual(['file-0001.csv', 'file-0002.csv']);
    const many = Array.from({ length: 4001 }, (_, i) => `${i}.csv`);
    expect(quietNames(many, tableOf([]), false)[4000]).toBe('file-4001.csv');
  });

  it('do not take the name of another', () => {
    const names = ['a123456.csv', 'file-0001.csv'];
    expect(quietNames(names, tableOf(['123456']), false)).toEqual(['_file-0001.csv', 'file-0001.csv']);
  });

  it('hold no account of five letters or digits or more, and are as many and as different as before', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'B', '1', '-', ' ', '.'), minLength: 1, maxLength: 9 });
    const plain = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/gu, '');
    fc.assert(
      fc.property(fc.uniqueArray(letters, { minLength: 1, maxLength: 5 }), fc.array(letters), (names, accounts) => {
        const quiet = quietNames(names, tableOf(accounts), false);
        expect(new Set(quiet).size).toBe(names.length);
        quiet.forEach((name, i) => {
          const told = accounts.map(plain).filter((text) => text.length >= 5 && plain(names[i]!).includes(text));
          expect(name === names[i]).toBe(told.length === 0);
        });
      }),
    );
  });
});
