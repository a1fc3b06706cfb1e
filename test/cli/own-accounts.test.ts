import { describe, expect, it } from 'vitest';
import { ownAccountsOf, withoutOwnAccount } from '../../src/cli/own-accounts.js';
import { type Mapping } from '../../src/ingest/index.js';

describe('--own-account', () => {
  it('names a file and its account', () => {
    expect([...ownAccountsOf(['x/a.csv', 'b=c.csv'], ['b=c.csv=2=2', 'x/a.csv= 1 '])]).toEqual([
      ['b=c.csv', '2=2'],
      ['a.csv', '1'],
    ]);
    expect([...ownAccountsOf(['x/a.csv'], ['DE89'])]).toEqual([['a.csv', 'DE89']]);
    expect(ownAccountsOf(['a.csv']).size).toBe(0);
  });

  it.each([[['c.csv=1']], [['DE89']], [['a.csv=']], [['a.csv=1', 'a.csv=2']]])('refuses %j', (given) => {
    expect(() => ownAccountsOf(['a.csv', 'b.csv'], given)).toThrow(
      expect.objectContaining({ code: 'own-account-unused' }) as Error,
    );
  });

  it('keeps accounts of mappings out of manifests', () => {
    const mapping: Mapping = { beneficiary: { account: 'x' }, time: 'file-order' };
    const given: Mapping = { ...mapping, ownAccount: 'given' };
    expect(withoutOwnAccount({ ...mapping, ownAccount: { constant: 'DE89' } })).toEqual(given);
    expect(withoutOwnAccount({ ...mapping, payer: { account: { constant: 'DE89' }, country: 'c' } })).toEqual({
      ...given,
      payer: { country: 'c' },
    });
    const received: Mapping = {
      payer: { account: 'x' },
      beneficiary: { account: { constant: 'DE89' } },
      time: 'file-order',
    };
    expect(withoutOwnAccount(received)).toEqual({
      payer: { account: 'x' },
      beneficiary: {},
      ownAccount: 'given',
      time: 'file-order',
    });
    const byName: Mapping = { ...mapping, ownAccount: { fileName: '\\d+' } };
    expect(withoutOwnAccount(byName)).toBe(byName);
    expect(withoutOwnAccount('berka')).toBe('berka');
  });
});
