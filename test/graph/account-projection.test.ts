import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPeriod } from '../../src/foundation/index.js';
import {
  type AccountProjection,
  adjacencyOf,
  buildTemporalGraph,
  counterpartyCount,
  counterpartyCounts,
  degreeHubs,
  projectAccounts,
  setHubsAside,
  windowOf,
} from '../../src/graph/index.js';
import { createLedger, type Ledger } from '../../src/ledger/index.js';
import { shareWeights } from '../support/oracles/graph-oracles.js';
import { ledgerOf, transfersArbitrary } from '../support/small-ledgers.js';

const graphOf = (...transfers: string[]): ReturnType<typeof buildTemporalGraph> =>
  buildTemporalGraph(ledgerOf(...transfers));

function pairsOf({ accounts, source, target, weights }: AccountProjection): Map<string, number> {
  return new Map(
    Array.from(source, (node, pair) => [`${accounts[node]!}>${accounts[target[pair]!]!}`, weights[pair]!]),
  );
}

function countPairs(ledger: Ledger, directed: boolean): Map<string, number> {
  const counts = new Map<string, number>();
  ledger.columns.payer.forEach((payer, row) => {
    const beneficiary = ledger.columns.beneficiary[row]!;
    if (payer === beneficiary) return;
    const flip = !directed && beneficiary < payer;
    const key = flip ? `${beneficiary}>${payer}` : `${payer}>${beneficiary}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  });
  return counts;
}

describe('projectAccounts', () => {
  it('merges parallel and opposite transfers and drops self-transfers', () => {
    const graph = graphOf('a>b@1', 'a>b@2', 'b>a@3', 'c>c@4', 'b>c@5');
    const undirected = projectAccounts(graph);
    expect(pairsOf(undirected)).toEqual(new Map([['0>1', 3], ['1>2', 1]])); // prettier-ignore
    expect([...undirected.transferCounts]).toEqual([3, 1]);
    expect(pairsOf(projectAccounts(graph, { directed: true }))).toEqual(
      new Map([['0>1', 2], ['1>0', 1], ['1>2', 1]]), // prettier-ignore
    );
    expect([...projectAccounts(graph, { weight: 'presence' }).weights]).toEqual([1, 1]);
  });

  it('counts like a table of pairs, in ascending order', () => {
    fc.assert(
      fc.property(transfersArbitrary, fc.boolean(), (transfers, directed) => {
        const { ledger } = createLedger(transfers);
        const projection = projectAccounts(buildTemporalGraph(ledger), { directed });
        expect(pairsOf(projection)).toEqual(countPairs(ledger, directed));
        const keys = Array.from(projection.source, (node, pair) => node * 100 + projection.target[pair]!);
        expect(keys).toEqual([...keys].sort((a, b) => a - b));
      }),
    );
  });

  it('weighs shares as defined, without adding currencies', () => {
    const graph = graphOf('a>b@1 30 EUR', 'a>c@2 10 EUR', 'a>c@3 7 USD', 'd>c@4 7 USD', 'c>a@5 1 EUR');
    const weights = pairsOf(projectAccounts(graph, { weight: 'amount-share' }));
    expect(weights.get('0>1')).toBe(30 / 40 + 1);
    expect(weights.get('0>2')).toBe(10 / 40 + 1 + (1 + 0.5) + (1 + 1));
    expect(weights.get('2>3')).toBe(1 + 0.5);
    fc.assert(
      fc.property(transfersArbitrary, (transfers) => {
        const { ledger } = createLedger(transfers);
        const found = pairsOf(projectAccounts(buildTemporalGraph(ledger), { weight: 'amount-share' }));
        const expected = shareWeights(ledger);
        expect([...found.keys()].sort()).toEqual([...expected.keys()].sort());
        for (const [key, weight] of found) expect(weight).toBeCloseTo(expected.get(key)!, 12);
      }),
    );
  });

  it('adds amounts that no double holds without losing what their order would cost', () => {
    const huge = '9007199254740993';
    const small = Array.from({ length: 40 }, (_, i) => `a>c@${i} 3`);
    const weights = (...transfers: string[]): number[] => [
      ...projectAccounts(graphOf(...transfers), { weight: 'amount-share' }).weights,
    ];
    const forward = weights(`a>b@1 ${huge}`, `a>b@50 ${huge}`, ...small);
    const backward = weights(...small.map((text) => text.replace('@', '@9')), `a>b@1 ${huge}`, `a>b@0 ${huge}`);
    expect(forward).toEqual(backward);
    expect(forward[0]! + forward[1]!).toBeCloseTo(3, 12);
  });

  it('counts pairs that weigh nothing instead of hiding them', () => {
    const projection = projectAccounts(graphOf('a>b@1', 'b>c@2 5 EUR'), { weight: 'amount-share' });
    expect(projection.pairsWithoutWeight).toBe(1);
    expect([...projection.accounts]).toEqual([0, 1, 2]);
    expect([...projection.weights]).toEqual([2]);
  });

  it('sees only the window and only the accounts it is given', () => {
    const graph = graphOf('a>b@1', 'b>c@2', 'c>d@3');
    const window = windowOf(graph, createPeriod(2, 3));
    expect(pairsOf(projectAccounts(graph, { window }))).toEqual(new Map([['1>2', 1]]));
    const some = projectAccounts(graph, { accounts: [0, 1, 3] });
    expect(pairsOf(some)).toEqual(new Map([['0>1', 1]]));
    expect([...some.accounts]).toEqual([0, 1]);
  });

  it('keeps a share as it is when a partner is left out or outside the window', () => {
    const graph = graphOf('a>b@1 30 EUR', 'a>c@1 10 EUR', 'a>b@9 1 EUR');
    const weight = 'amount-share';
    expect([...projectAccounts(graph, { weight, accounts: [0, 2] }).weights]).toEqual([10 / 41 + 1]);
    const window = windowOf(graph, createPeriod(1, 2));
    expect([...projectAccounts(graph, { weight, window }).weights]).toEqual([30 / 40 + 1, 10 / 40 + 1]);
  });

  it('sets hubs aside above the cap, not at it, and keeps their partners', () => {
    const graph = graphOf('h>a@1', 'h>b@1', 'c>h@1', 'a>b@2');
    const at = projectAccounts(graph, { hubDegreeCap: 3 });
    expect(at.hubs).toHaveLength(0);
    const below = projectAccounts(graph, { hubDegreeCap: 2 });
    expect([...below.hubs]).toEqual([3]);
    expect([...below.accounts]).toEqual([0, 1, 2]);
    expect(pairsOf(below)).toEqual(new Map([['0>1', 1]]));
    expect([...setHubsAside(below, 0).hubs]).toEqual([0, 1, 3]);
  });

  it('counts a partner in both directions once, when directed too', () => {
    const graph = graphOf('a>b@1', 'b>a@1', 'a>c@1', 'c>c@2');
    expect([...counterpartyCounts(graph)]).toEqual([2, 1, 1]);
    expect([0, 1, 2].map((account) => counterpartyCount(graph, account))).toEqual([2, 1, 1]);
    expect(degreeHubs(graph, 1)).toEqual([0]);
    expect(degreeHubs(graph, 2)).toEqual([]);
    expect([...projectAccounts(graph, { directed: true, hubDegreeCap: 1 }).hubs]).toEqual([0]);
    expect([...projectAccounts(graph, { directed: true, hubDegreeCap: 2 }).hubs]).toEqual([]);
    expect([...counterpartyCounts(graph, windowOf(graph, createPeriod(2, 3)))]).toEqual([0, 0, 0]);
  });

  it('lists each pair at both ends', () => {
    const { starts, neighbours, pairs } = adjacencyOf(projectAccounts(graphOf('a>b@1', 'b>c@1')));
    expect([...starts]).toEqual([0, 1, 3, 4]);
    expect([...neighbours]).toEqual([1, 0, 2, 1]);
    expect([...pairs]).toEqual([0, 0, 1, 1]);
  });

  it('is empty where nobody deals with anybody', () => {
    for (const graph of [graphOf(), graphOf('a>a@1')]) {
      const projection = projectAccounts(graph, { weight: 'amount-share', hubDegreeCap: 1 });
      expect(projection.accounts).toHaveLength(0);
      expect(projection.weights).toHaveLength(0);
    }
  });

  it.each([
    ['unknown-option', { weights: 'count' }],
    ['projection-weight', { weight: 'money' }],
    ['option-range', { hubDegreeCap: -1 }],
    ['option-range', { accounts: [7] }],
  ])('throws %s', (code, options) => {
    const graph = graphOf('a>b@1');
    expect(() => projectAccounts(graph, options as object)).toThrow(expect.objectContaining({ code }) as Error);
  });
});
