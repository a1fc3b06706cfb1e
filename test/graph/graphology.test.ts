import { MultiDirectedGraph, UndirectedGraph } from 'graphology';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  buildTemporalGraph,
  fromGraphology,
  projectAccounts,
  projectionToGraphology,
  toGraphology,
} from '../../src/graph/index.js';
import { createLedger, Ledger } from '../../src/ledger/index.js';
import { ledgerOf, transfersArbitrary } from '../support/small-ledgers.js';

const code = (expected: string): Error => expect.objectContaining({ code: expected }) as Error;

function contentOf(ledger: Ledger): unknown[] {
  return Array.from({ length: ledger.rowCount }, (_, row) => [
    ledger.accounts.key(ledger.columns.payer[row]!),
    ledger.accounts.key(ledger.columns.beneficiary[row]!),
    ledger.columns.timeMs[row],
    ledger.amount(row),
    ledger.received(row),
    ledger.channel(row),
    ledger.precisionOf(row),
    ledger.id(row),
  ]);
}

describe('toGraphology', () => {
  it('takes a ledger of another copy of the library, and a temporal graph', async () => {
    vi.resetModules();
    const copy = await import('../../src/ledger/index.js');
    const { ledger } = copy.createLedger([{ payer: 'a', beneficiary: 'b', timeMs: 1 }]);
    expect(ledger).not.toBeInstanceOf(Ledger);
    expect(toGraphology(ledger).order).toBe(2);
    expect(toGraphology(buildTemporalGraph(ledger)).order).toBe(2);
  });

  it('refuses anything else', () => {
    const built = createLedger([{ payer: 'a', beneficiary: 'b', timeMs: 1 }]);
    for (const other of [built, {}, [], undefined, null, 'ledger']) {
      expect(() => toGraphology(other as Ledger)).toThrow(code('graph-source'));
    }
  });

  it('generates keys and keeps names and exact amounts as attributes', () => {
    const { ledger } = createLedger([
      {
        payer: { institution: 'Bank', account: '007' },
        beneficiary: 'x',
        timeMs: 5,
        amount: '9007199254740993.25',
        currency: 'EUR',
        receivedAmount: '3',
        receivedCurrency: 'USD',
        id: 't1',
        channel: 'cash',
        precision: 'day',
      },
      { payer: 'x', beneficiary: 'x', timeMs: 6 },
    ]);
    const graph = toGraphology(ledger);
    expect(graph.nodes()).toEqual(['n0', 'n1']);
    expect(graph.getNodeAttributes('n1')).toEqual({ institution: 'Bank', account: '007' });
    expect(graph.edges()).toEqual(['e0', 'e1']);
    expect(graph.getEdgeAttributes('e0')).toMatchObject({
      row: 0,
      timeMs: 5,
      precision: 'day',
      amount: '9007199254740993.25',
      currency: 'EUR',
      receivedAmount: '3',
      receivedCurrency: 'USD',
      channel: 'cash',
      id: 't1',
      file: 'memory',
      line: 1,
    });
    expect(Object.keys(graph.getEdgeAttributes('e1'))).not.toContain('amount');
    expect(graph.extremities('e1')).toEqual(['n0', 'n0']);
    expect(contentOf(fromGraphology(graph).ledger)[0]).toEqual([
      ...(contentOf(ledger)[0] as unknown[]).slice(0, 4),
      { minor: 3n, scale: 0, currency: 'USD' },
      'cash',
      'day',
      't1',
    ]);
  });

  it('comes back from a round trip unchanged', () => {
    fc.assert(
      fc.property(transfersArbitrary, (transfers) => {
        const { ledger } = createLedger(transfers);
        const back = fromGraphology(toGraphology(buildTemporalGraph(ledger)));
        expect(contentOf(back.ledger)).toEqual(contentOf(ledger));
      }),
    );
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'n0'])('survives an account named %s', (name) => {
    const ledger = ledgerOf(`${name}>b@1 5 EUR`, `b>${name}@2 4 EUR`, `${name}>b@3 4 EUR`);
    const graph = toGraphology(ledger);
    const account = ledger.accounts.find({ institution: '', account: name })!;
    expect(graph.getNodeAttribute(`n${account}`, 'account')).toBe(name);
    expect(graph.size).toBe(3);
    expect(graph.inNeighbors(`n${account}`)).toHaveLength(1);
    expect(projectionToGraphology(projectAccounts(buildTemporalGraph(ledger))).size).toBe(1);
    expect(contentOf(fromGraphology(graph).ledger)).toEqual(contentOf(ledger));
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>)['previous']).toBeUndefined();
  });
});

describe('projectionToGraphology', () => {
  it('gives simple graphs with weights in canonical order', () => {
    const graph = buildTemporalGraph(ledgerOf('b>a@1', 'a>b@2', 'c>a@3'));
    const simple = projectionToGraphology(projectAccounts(graph));
    expect(simple.type).toBe('undirected');
    expect(simple.nodes()).toEqual(['n0', 'n1', 'n2']);
    expect(simple.mapEdges((_, { weight, transfers }, s, t) => [s, t, weight, transfers])).toEqual([
      ['n0', 'n1', 2, 2],
      ['n0', 'n2', 1, 1],
    ]);
    expect(simple.getNodeAttribute('n2', 'account')).toBe(2);
    const directed = projectionToGraphology(projectAccounts(graph, { directed: true }));
    expect(directed.type).toBe('directed');
    expect(directed.hasDirectedEdge('n2', 'n0')).toBe(true);
    expect(directed.size).toBe(3);
  });
});

describe('fromGraphology', () => {
  const graphWith = (attributes: object): MultiDirectedGraph => {
    const graph = new MultiDirectedGraph();
    graph.addNode('p');
    graph.addNode('q');
    graph.addDirectedEdgeWithKey('e', 'p', 'q', attributes);
    return graph;
  };

  it('takes other attribute names, numbers for amounts and node keys for names', () => {
    const { ledger } = fromGraphology(graphWith({ when: 7, value: 0.1, cur: 'EUR' }), {
      timeMs: 'when',
      amount: 'value',
      currency: 'cur',
    });
    expect(ledger.accounts.key(ledger.columns.payer[0]!)).toEqual({ institution: '', account: 'p' });
    expect(ledger.amount(0)).toEqual({ minor: 1n, scale: 1, currency: 'EUR' });
  });

  it('never reads what all objects inherit', () => {
    const { ledger } = fromGraphology(graphWith({ timeMs: 7 }), { account: 'constructor', id: 'toString' });
    expect(ledger.id(0)).toBeUndefined();
    expect(ledger.accounts.key(1)).toEqual({ institution: '', account: 'q' });
  });

  it.each([
    ['graph-attribute', { timeMs: '7' }],
    ['graph-attribute', {}],
    ['graph-attribute', { timeMs: 7, currency: 5 }],
    ['graph-attribute', { timeMs: 7, precision: 'century' }],
  ])('throws %s for %j', (expected, attributes) => {
    expect(() => fromGraphology(graphWith(attributes))).toThrow(code(expected));
  });

  it.each([
    ['amount-negative', { timeMs: 7, amount: '-1' }],
    ['amount-unreadable', { timeMs: 7, amount: NaN }],
    ['time-unreadable', { timeMs: 7.5 }],
  ])('leaves an edge out and tells %s for %j', (expected, attributes) => {
    const { ledger, issues } = fromGraphology(graphWith(attributes));
    expect(ledger.rowCount).toBe(0);
    expect(issues).toMatchObject([{ code: expected, effect: 'quarantined', place: { line: 1 } }]);
  });

  it('refuses edges without direction and unknown options', () => {
    const graph = new UndirectedGraph();
    graph.addNode('p');
    graph.addNode('q');
    graph.addUndirectedEdgeWithKey('e', 'p', 'q', { timeMs: 1 });
    expect(() => fromGraphology(graph)).toThrow(code('graph-undirected'));
    expect(() => fromGraphology(graphWith({ timeMs: 1 }), { time: 'x' } as object)).toThrow(code('unknown-option'));
  });
});
