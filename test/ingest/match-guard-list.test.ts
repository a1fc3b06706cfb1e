import { describe, expect, it } from 'vitest';
import { type GuardEntry, type GuardMatch, matchGuardList } from '../../src/ingest/index.js';
import { type AccountKey, createLedger } from '../../src/ledger/index.js';

function key(text: string): AccountKey {
  const [institution = '', account = ''] = text.split('/');
  return { institution, account };
}

/** Accounts of the data, written `institution/account`. */
const DIRECTORY = createLedger(
  ['B1/a', 'B2/a', 'B1/b', '/c', 'B1/c', 'B2/EE273300', 'B1/d e', 'B1/de'].map((text, timeMs) => ({
    payer: { institution: 'X', account: 'payer' },
    beneficiary: key(text),
    timeMs,
  })),
).ledger.accounts;

function match(...texts: string[]): GuardMatch {
  const entries = texts.map((text, i): GuardEntry => {
    const [account = '', kind = 'registered-body'] = text.split(' as ');
    return { ...key(account), kind: kind as GuardEntry['kind'], line: i + 2 };
  });
  return matchGuardList(DIRECTORY, { entries, duplicateLines: [] });
}

function namesOf(accounts: ReadonlySet<number>): string[] {
  return [...accounts]
    .map((account) => DIRECTORY.key(account))
    .map(({ institution, account }) => `${institution}/${account}`);
}

describe('matchGuardList', () => {
  it('finds accounts by institution and account, each kind apart', () => {
    const { registeredBodies, licensedRemitters, matched } = match(
      'B1/a',
      'B1/b as licensed-remitter',
      'B1/a as licensed-remitter',
    );
    expect(namesOf(registeredBodies)).toEqual(['B1/a']);
    expect(namesOf(licensedRemitters)).toEqual(['B1/b', 'B1/a']);
    expect(matched).toBe(3);
  });

  it('lists the lines whose account is not in the data', () => {
    const found = match('B9/a', 'B1/a', '/zzz', 'B1/A');
    expect(found).toMatchObject({ matched: 1, notFoundLines: [2, 4, 5] });
  });

  it('takes an account without institution if only one has it, or one has none', () => {
    expect(namesOf(match('/b', '/c').registeredBodies)).toEqual(['B1/b', '/c']);
  });

  it('does not guess between institutions', () => {
    expect(() => match('B1/b', '/a')).toThrow(
      expect.objectContaining({ code: 'account-ambiguous', message: expect.stringContaining('line 3') as string }),
    );
  });

  it('drops blanks only where the account is not written with them', () => {
    expect(namesOf(match('B2/EE27 3300', '/EE 27 33 00').registeredBodies)).toEqual(['B2/EE273300']);
    expect(namesOf(match('B1/d e').registeredBodies)).toEqual(['B1/d e']);
    expect(namesOf(match('B1/de').registeredBodies)).toEqual(['B1/de']);
  });
});
