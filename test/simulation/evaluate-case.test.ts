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

  it('lets one lead answer for one network', () => {
    const second = {
      ...truth.networks[0]!,
      id: 'N002',
      members: [{ institution: 'A', account: '06', role: 'collector' as const }],
    };
    const two: Truth = { ...truth, networks: [...truth.networks, second] };
    const blob = listed('C1 A 01', 'C1 A 02', 'C1 A 06');
    expect(evaluateCase({ clusters: ['C1'], accounts: blob, emittedTexts: [] }, two)).toMatchObject({
      networksFound: 1,
      networksMissed: ['N002'],
      meanJaccard: 2 / 5,
      largestLead: 3,
    });
    const own = [...blob, ...listed('C2 A 06', 'C2 Z 01')];
    expect(evaluateCase({ clusters: ['C1', 'C2'], accounts: own, emittedTexts: [] }, two)).toMatchObject({
      networksFound: 2,
      meanJaccard: (2 / 5 + 1 / 2) / 2,
    });
  });

  it('reads from the top: leads most of which are one network, and accounts', () => {
    const accounts = listed('C1 Z 01', 'C1 A 01', 'C2 A 02', 'C2 A 05', 'C2 Z 02', 'C3 Z 03');
    const { firstLeads, leads } = evaluateCase({ clusters: ['C1', 'C2', 'C3'], accounts, emittedTexts: [] }, truth);
    expect(leads).toBe(3);
    expect(firstLeads).toEqual([
      { first: 1, leads: 1, rightLeads: 0, accounts: 2, rightAccounts: 1 },
      { first: 3, leads: 3, rightLeads: 1, accounts: 6, rightAccounts: 3 },
      { first: 5, leads: 3, rightLeads: 1, accounts: 6, rightAccounts: 3 },
      { first: 10, leads: 3, rightLeads: 1, accounts: 6, rightAccounts: 3 },
    ]);
  });

  it('lays proposed roles beside true ones, each account once', () => {
    const accounts = listed('C1 A 01', 'C1 A 02', 'C2 A 03', 'C1 Z 09').map((one, i) => ({
      ...one,
      role: ['collector', 'operator', 'coordinator', 'collector'][i]!,
    }));
    const again = { ...accounts[0]!, cluster: 'C2', role: 'coordinator' };
    const { roles } = evaluateCase({ clusters: ['C1', 'C2'], accounts: [...accounts, again], emittedTexts: [] }, truth);
    expect(roles).toEqual([
      { truth: 'collector', proposed: 'collector', accounts: 1 },
      { truth: 'collector', proposed: 'operator', accounts: 1 },
      { truth: 'coordinator', proposed: 'coordinator', accounts: 1 },
    ]);
  });

  it('counts leads by level of review, where the case has some', () => {
    const levelOf = new Map([
      ['C1', 'strong'],
      ['C2', 'second-look'],
    ]);
    const emitted = { clusters: ['C1', 'C2', 'C3'], accounts: [], emittedTexts: [] };
    expect(evaluateCase({ ...emitted, levelOf }, truth).leadsByLevel).toEqual([
      { level: 'strong', leads: 1 },
      { level: 'second-look', leads: 1 },
    ]);
    expect(evaluateCase(emitted, truth)).toMatchObject({ leads: 3, leadsByLevel: [] });
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

  it('tells apart where payers are named, and counts each once', () => {
    const emittedTexts = [
      { where: 'findings.csv', text: 'x,0099' },
      { where: 'findings.csv', text: '0099' },
      { where: 'quarantine.csv', text: '' },
    ];
    const furtherTexts = [{ where: 'paths', text: '["0099","7788"]' }];
    expect(evaluateCase({ clusters: [], accounts: [], emittedTexts, furtherTexts }, truth)).toMatchObject({
      payersExposed: 1,
      payersNamedAnywhere: 2,
      payersNamed: [
        { where: 'findings.csv', payers: 1 },
        { where: 'quarantine.csv', payers: 0 },
        { where: 'paths', payers: 2 },
      ],
    });
  });

  it('counts innocents by whatever kinds the truth has', () => {
    const lookAlikes = ['bakery', 'constructor', 'bakery'].map((kind, i) => ({
      id: `L${i}`,
      kind,
      accounts: [{ institution: 'B', account: `1${i}` }],
    }));
    const accounts = listed('C1 B 12', 'C1 B 11');
    const result = evaluateCase({ clusters: ['C1'], accounts, emittedTexts: [] }, { ...truth, lookAlikes });
    expect(result.lookAlikes).toEqual([
      { kind: 'bakery', planted: 2, flagged: 1 },
      { kind: 'constructor', planted: 1, flagged: 1 },
    ]);
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
