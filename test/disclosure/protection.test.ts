import { describe, expect, it } from 'vitest';
import { buildTemporalGraph, type TemporalGraph } from '../../src/graph/index.js';
import { createLedger, type TransferInput } from '../../src/ledger/index.js';
import { protectPayers } from '../../src/disclosure/index.js';

const DAY = 86_400_000;

function graphOf(lines: readonly string[]): TemporalGraph {
  const transfers = lines.map((line, i): TransferInput => {
    const [payer = '', beneficiary = '', amount = '10', place] = line.split(' ');
    return { payer, beneficiary, amount, currency: 'EUR', timeMs: i * DAY, ...(place ? { placeFrom: place } : {}) };
  });
  return buildTemporalGraph(createLedger(transfers).ledger);
}

function account(graph: TemporalGraph, name: string): number {
  return graph.ledger.accounts.find({ institution: '', account: name })!;
}

describe('protectPayers', () => {
  const graph = graphOf([
    'p1 collector 10 Ada',
    'p2 collector 10 Ada',
    'p3 collector 10 Bern',
    'collector boss 30 Cork',
    'boss p9 5 Cork',
    'p9 collector 5 Dijon',
    'q1 other 5 Ada',
  ]);
  const protection = protectPayers(graph, [[account(graph, 'collector'), account(graph, 'boss')]]);

  it('counts those who only pay in, and their places', () => {
    expect(protection.clusters[0]!.describePayers()).toEqual({ count: 3, places: 2, needsReview: {} });
  });

  it('names operators and nobody who pays them, not even somebody who got something back', () => {
    expect(protection.namesOf(account(graph, 'collector'))).toEqual([{ institution: '', account: 'collector' }]);
    for (const payer of ['p1', 'p2', 'p3', 'p9']) expect(protection.namesOf(account(graph, payer))).toBeUndefined();
  });

  it('names outside leads only who handles money of others: not who never received anything, or was paid once', () => {
    expect(protection.namesOf(account(graph, 'q1'))).toBeUndefined();
    expect(protection.namesOf(account(graph, 'other'))).toBeUndefined();
    const gathering = graphOf(['a', 'b', 'c', 'd', 'e', 'f'].map((payer) => `${payer} other`));
    const outside = protectPayers(gathering, []);
    expect(outside.namesOf(account(gathering, 'other'))).toEqual([{ institution: '', account: 'other' }]);
    expect(outside.namesOf(account(gathering, 'a'))).toBeUndefined();
    const paid = protectPayers(gathering, [], { paid: (one) => one === account(gathering, 'other') });
    expect(paid.namesOf(account(gathering, 'other'))).toBeUndefined();
  });

  it('drops a member that only pays from its group: it cannot be an operator', () => {
    const only = protectPayers(graph, [[account(graph, 'p1'), account(graph, 'collector')]]);
    expect(only.clusters[0]!.operators).toEqual([account(graph, 'collector')]);
    expect(only.isProtectedPayer(account(graph, 'p1'))).toBe(true);
  });

  it('refuses groups that overlap', () => {
    const one = account(graph, 'collector');
    expect(() => protectPayers(graph, [[one], [one]])).toThrow(expect.objectContaining({ code: 'protection-overlap' }));
  });

  it('has a masked payer reviewed from the seventh deposit on, not from the sixth', () => {
    const deposits = (n: number): string[] => Array.from({ length: n }, () => 'p1 collector');
    for (const [count, expected] of [
      [6, {}],
      [7, { 'makes many deposits': 1 }],
    ] as const) {
      const many = graphOf([...deposits(count), 'collector boss']);
      const view = protectPayers(many, [[account(many, 'collector')]]);
      expect(view.clusters[0]!.describePayers().needsReview).toEqual(expected);
      expect(view.namesOf(account(many, 'p1'))).toBeUndefined();
    }
  });

  it('has a masked payer reviewed who pays three collectors, not two', () => {
    const lines = ['p1 a', 'p1 b', 'p1 c', 'a z', 'b z', 'c z'];
    const three = graphOf(lines);
    const members = ['a', 'b', 'c'].map((name) => account(three, name));
    expect(protectPayers(three, [members]).clusters[0]!.describePayers().needsReview).toEqual({
      'pays several collectors': 1,
    });
    expect(protectPayers(three, [members.slice(0, 2)]).clusters[0]!.describePayers().needsReview).toEqual({});
  });

  it('has a masked payer reviewed who passes on money of three others', () => {
    const three = graphOf(['s1 p 10', 's2 p 10', 's3 p 10', 'p a 30', 'a z 30']);
    const view = protectPayers(three, [[account(three, 'a')]]);
    expect(view.clusters[0]!.describePayers().needsReview).toEqual({ 'passes on money of several others': 1 });
    const two = graphOf(['s1 p 10', 's2 p 20', 's3 p 10', 'p a 30', 'a z 30']);
    expect(protectPayers(two, [[account(two, 'a')]]).clusters[0]!.describePayers().needsReview).toEqual({});
  });

  it('protects all accounts of a holder, and names all accounts of an operator', () => {
    const transfers: TransferInput[] = [
      {
        payer: 'p1',
        beneficiary: 'c1',
        payerHolder: 'payer',
        payerHolderId: 'payer',
        beneficiaryHolder: 'op',
        beneficiaryHolderId: 'op',
        timeMs: 0,
        amount: '1',
      },
      {
        payer: 'p2',
        beneficiary: 'c2',
        payerHolder: 'payer',
        payerHolderId: 'payer',
        beneficiaryHolder: 'op',
        beneficiaryHolderId: 'op',
        timeMs: 1,
        amount: '1',
      },
      { payer: 'c1', beneficiary: 'z', timeMs: 2, amount: '2' },
    ];
    const joined = buildTemporalGraph(createLedger(transfers).ledger);
    const view = protectPayers(joined, [[account(joined, 'c1')]]);
    expect(view.clusters[0]!.payerCount).toBe(1);
    expect(view.namesOf(account(joined, 'c1'))!.map((key) => key.account)).toEqual(['c1', 'c2']);
  });
});
