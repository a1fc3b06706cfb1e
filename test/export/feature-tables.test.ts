import { describe, expect, it } from 'vitest';
import { type FeatureTables } from '../../src/disclosure/index.js';
import { accountFeaturesTable, FEATURE_DICTIONARY, transferFeaturesTable } from '../../src/export/index.js';
import { UsageError } from '../../src/foundation/index.js';
import { investigate, measureFeatures } from '../../src/investigation/index.js';
import { createLedger } from '../../src/ledger/index.js';
import { ledgerOf } from '../support/small-ledgers.js';

const text = (chunks: Iterable<string>): string => [...chunks].join('');

describe('tables of features', () => {
  it('write hostile names of operators as texts that run nothing', () => {
    const { tables } = measureFeatures(
      createLedger([{ payer: 'a', beneficiary: 'b', timeMs: 1, amount: '1', currency: 'EUR' }]).ledger,
    );
    const names = [
      { institution: '=cmd|x', account: '@SUM(1)"\u202e' },
      { institution: '', account: 'two,three' },
    ];
    const named: FeatureTables = { ...tables, operators: new Map([[tables.nodes[1]!, { lead: 'C001', names }]]) };
    const lines = text(accountFeaturesTable(named)).split('\n');
    expect(lines[1]).toMatch(/^1,,,,/u);
    expect(lines[2]).toContain(`2,C001,"'=cmd|x | ","'@SUM(1)""\\u202e | two,three",`);
  });

  it('make one line of a holder with several accounts, and of nobody who is in no transfer', () => {
    const transfers = [
      { payer: 'a', beneficiary: 'b', timeMs: 1, amount: '1', currency: 'EUR', payerHolder: 'h', payerHolderId: 'h' },
      {
        payer: 'c',
        beneficiary: 'a2',
        timeMs: 2,
        amount: '1',
        currency: 'EUR',
        beneficiaryHolder: 'h',
        beneficiaryHolderId: 'h',
      },
    ];
    const { ledger } = createLedger(transfers);
    const joined = measureFeatures(ledger, { transfers: true });
    expect(text(transferFeaturesTable(joined.tables))).toMatch(/\n1,[^,]*,\d+,1,2,[^\n]*\n2,[^,]*,\d+,3,1,/u);
    expect(measureFeatures(ledger, { joinHolders: false }).tables.nodes.length).toBe(4);
    expect(text(transferFeaturesTable(measureFeatures(ledger).tables))).toBe('');
  });

  it('take the options of the investigation that names operators, and no other ledger', () => {
    const ledger = ledgerOf('a>b@1 10 EUR', 'b>c@90000000 8 EUR');
    const investigation = investigate(ledger, { joinHolders: false, parameters: { features: { strictPayers: 3 } } });
    const { options, namedBy } = measureFeatures(ledger, { investigation });
    expect(options).toMatchObject({ joinHolders: false, parameters: { strictPayers: 3 } });
    expect(namedBy).toBe(investigation.options);
    for (const wrong of [{ joinHolders: true }, { parameters: {} }]) {
      expect(() => measureFeatures(ledger, { investigation, ...wrong })).toThrow(UsageError);
    }
    expect(() => measureFeatures(ledgerOf('a>b@1 10 EUR'), { investigation })).toThrow(UsageError);
  });

  it('have no column twice in the dictionary', () => {
    const keys = FEATURE_DICTIONARY.map(({ table, name }) => `${table}.${name}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
