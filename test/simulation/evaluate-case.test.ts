import { describe, expect, it } from 'vitest';
import { evaluateCase, evaluationTable, type ListedAccount, type Truth } from '../../src/simulation/index.js';

const truth: Truth = {
  version: 1,
  seed: 1,
  transfers: 100,
  accounts: 500,
  networks: [
    {
      id: 'N001',
      mode: 'escrow',
      corridor: 'channel',
      members: [
        { institution: 'A', account: '01', role: 'collector' },
        { institution: 'A', account: '02', role: 'collector' },
        { institution: 'A', account: '03', role: 'coordinator' },
        { institution: 'A', account: '04', role: 'value-transfer' },
        { institution: 'A', account: '05', role: 'journey-service' },
      ],
      transferIds: [],
    },
  ],
  lookAlikes: [
    { id: 'L001', kind: 'savings-club', accounts: [{ institution: 'B', account: '01' }] },
    { id: 'L002', kind: 'landlord', accounts: [{ institution: 'B', account: '02' }] },
  ],
  payers: [
    { institution: 'A', account: '0099' },
    { institution: 'A', account: '7788' },
  ],
};

function listed(...accounts: string[]): ListedAccount[] {
  return accounts.map((text) => {
    const [cluster, institution, account] = text.split(' ') as [string, string, string];
    return { cluster, institution, account, role: 'collector' };
  });
}

describe('evaluateCase', () => {
  it('finds a network through half of its core operators, and not through one fewer', () => {
    const two = evaluateCase({ clusters: ['C1'], accounts: listed('C1 A 01', 'C1 A 02'), emittedTexts: [] }, truth);
    expect(two).toMatchObject({ networkRecall: 1, networksMissed: [], operatorRecall: 0.5, operatorPrecision: 1 });
    const one = evaluateCase({ clusters: ['C1'], accounts: listed('C1 A 01'), emittedTexts: [] }, truth);
    expect(one).toMatchObject({ networkRecall: 0, networksMissed: ['N001'], operatorRecall: 0.25 });
  });

  it('does not add up two clusters to one network', () => {
    const accounts = listed('C1 A 01', 'C2 A 02');
    const split = evaluateCase({ clusters: ['C1', 'C2'], accounts, emittedTexts: [] }, truth);
    expect(split).toMatchObject({ networksFound: 0, operatorRecall: 0.5 });
  });

  it('counts services paid for the journey for precision but not for recall', () => {
    const accounts = listed('C1 A 05', 'C1 A 01');
    const result = evaluateCase({ clusters: ['C1'], accounts, emittedTexts: [] }, truth);
    expect(result).toMatchObject({ operatorPrecision: 1, operatorRecall: 0.25, falseAlarmsPer1000Accounts: 0 });
  });

  it('counts strangers and look-alikes as false alarms, same number at another bank included', () => {
    const accounts = listed('C1 A 01', 'C1 B 01', 'C1 Z 02', 'C1 Z 02');
    const result = evaluateCase({ clusters: ['C1'], accounts, emittedTexts: [] }, truth);
    expect(result.listedAccounts).toBe(3);
    expect(result.operatorPrecision).toBeCloseTo(1 / 3);
    expect(result.falseAlarmsPer1000Accounts).toBe(4);
    expect(result.lookAlikes.filter(({ planted }) => planted > 0)).toEqual([
      { kind: 'savings-club', planted: 1, flagged: 1 },
      { kind: 'landlord', planted: 1, flagged: 0 },
    ]);
  });

  it('leaves out clusters that do not count', () => {
    const accounts = listed('C1 A 01', 'C1 A 02', 'C9 Z 77');
    expect(evaluateCase({ clusters: ['C1'], accounts, emittedTexts: [] }, truth).listedAccounts).toBe(2);
  });

  it('sees a payer only where the whole number stands', () => {
    const count = (...emittedTexts: string[]): number =>
      evaluateCase({ clusters: [], accounts: [], emittedTexts }, truth).payersExposed;
    expect(count('x00991', 'T0099', '99', 'a-7788')).toBe(0);
    expect(count('{"account":"0099"}')).toBe(1);
    expect(count('A,0099,1\n', 'seen 7788. And 7788 again')).toBe(2);
  });

  it('has no false ratios where there is nothing', () => {
    const empty: Truth = { ...truth, networks: [], lookAlikes: [], payers: [], accounts: 0 };
    const result = evaluateCase({ clusters: [], accounts: [], emittedTexts: ['0099'] }, empty);
    expect(result).toMatchObject({
      networkRecall: 1,
      operatorPrecision: 1,
      operatorRecall: 1,
      falseAlarmsPer1000Accounts: 0,
      payersExposed: 0,
    });
  });

  it('prints as a table with one line for each measure', () => {
    const result = evaluateCase({ clusters: ['C1'], accounts: listed('C1 A 01'), emittedTexts: [] }, truth);
    const table = evaluationTable(result);
    expect(table).toContain('networks found');
    expect(table).toContain('0 of 1 (0.0 %)');
    expect(table).toMatch(/networks missed +N001\n/);
    expect(table).toMatch(/payers exposed +0 of 2\n$/);
  });
});
