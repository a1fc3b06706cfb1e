import { describe, expect, it } from 'vitest';
import { type Ties } from '../../../src/foundation/index.js';
import { buildTemporalGraph, type TemporalGraph } from '../../../src/graph/index.js';
import { createLedger, type TransferInput } from '../../../src/ledger/index.js';
import { findPaths, type PathOptions } from '../../../src/trace/index.js';

const TIES: readonly Ties[] = ['strict', 'same-instant-allowed'];

const graphOf = (transfers: readonly TransferInput[]): TemporalGraph =>
  buildTemporalGraph(createLedger(transfers).ledger);
const pay = (payer: string, beneficiary: string, timeMs: number, amount = '1', currency = 'EUR'): TransferInput => ({
  payer,
  beneficiary,
  timeMs,
  amount,
  currency,
});

/** Paths as texts such as `a-b-c`. */
function between(graph: TemporalGraph, from: string, to: string, options: PathOptions = {}): string[] {
  const names = Array.from({ length: graph.accountCount }, (_, at) => graph.ledger.accounts.key(at).account);
  const ends = { from: [names.indexOf(from)], to: [names.indexOf(to)] };
  return findPaths(graph, ends, options).items.map(({ accounts }) => accounts.map((at) => names[at]).join('-'));
}

describe('the orders of paths', () => {
  const graph = graphOf([
    pay('a', 'b', 1, '500'),
    pay('b', 'z', 4, '400'),
    pay('a', 'z', 6, '10'),
    pay('a', 'c', 2, '900'),
    pay('c', 'd', 3, '800'),
    pay('d', 'z', 9, '700'),
  ]);

  it.each<[PathOptions, string[]]>([
    [{ order: 'earliest' }, ['a-b-z', 'a-z', 'a-c-d-z']],
    [{ order: 'fewest-hops' }, ['a-z', 'a-b-z', 'a-c-d-z']],
    [{ order: 'largest-bottleneck' }, ['a-c-d-z', 'a-b-z', 'a-z']],
    [{ order: 'largest-bottleneck', maxPaths: 1 }, ['a-c-d-z']],
    [{ maxWait: 3 }, ['a-b-z', 'a-z']],
    [{ maxWait: 2 }, ['a-z']],
    [{ maxHops: 2 }, ['a-b-z', 'a-z']],
    [{ maxHops: 0 }, []],
    [{ minAmount: '400' }, ['a-b-z', 'a-c-d-z']],
    [{ startMs: 2 }, ['a-z', 'a-c-d-z']],
    [{ deadlineMs: 8 }, ['a-b-z', 'a-z']],
    [{ startMs: 6, deadlineMs: 6 }, ['a-z']],
  ])('%j', (options, expected) => {
    expect(between(graph, 'a', 'z', options)).toEqual(expected);
  });

  it('has no path back in time, nor from an account to itself', () => {
    expect(between(graph, 'z', 'a')).toEqual([]);
    expect(between(graph, 'a', 'a')).toEqual([]);
  });

  it('connects the members of one set with each other', () => {
    const all = [0, 1, 2, 3, 4];
    expect(findPaths(graph, { from: all, to: all }).items.map(({ rows }) => rows)).toEqual([
      [0],
      [1],
      [2],
      [3],
      [4],
      [5],
    ]);
  });
});

describe('currencies on paths', () => {
  const graph = graphOf([pay('a', 'b', 1, '5.5', 'EUR'), pay('b', 'c', 2, '700', 'JPY'), pay('b', 'c', 3, '4', 'EUR')]);

  it('never compares different currencies', () => {
    const byAmount: PathOptions = { order: 'largest-bottleneck' };
    expect(() => between(graph, 'a', 'c', byAmount)).toThrow(expect.objectContaining({ code: 'path-currency' }));
    const two = { ...byAmount, currencies: ['EUR', 'JPY'] };
    expect(() => between(graph, 'a', 'c', two)).toThrow(expect.objectContaining({ code: 'path-currency' }));
    expect(between(graph, 'a', 'c', { ...byAmount, currencies: ['EUR'] })).toEqual(['a-b-c']);
    expect(between(graph, 'a', 'c', { ...byAmount, currencies: ['JPY'] })).toEqual([]);
  });

  it('states the smallest amount in each currency, exactly', () => {
    const [path] = findPaths(graph, { from: [0], to: [2] }).items;
    expect(path!.smallest).toEqual([
      { minor: 55n, scale: 1, currency: 'EUR' },
      { minor: 700n, scale: 0, currency: 'JPY' },
    ]);
    expect(path!.withoutAmount).toBe(0);
  });

  it('orders amounts beyond safe integers exactly, and counts missing ones', () => {
    const huge = (last: string): string => `900719925474099${last}`;
    const wide = graphOf([
      pay('a', 'b', 1, huge('3')),
      pay('a', 'b', 1, huge('2')),
      pay('a', 'b', 1, huge('4')),
      { payer: 'b', beneficiary: 'c', timeMs: 2 },
      pay('b', 'c', 3, huge('5')),
    ]);
    const { items } = findPaths(wide, { from: [0], to: [2] }, { order: 'largest-bottleneck' });
    expect(items.map(({ smallest }) => String(smallest[0]!.minor))).toEqual([huge('4'), huge('3'), huge('2')]);
    expect(findPaths(wide, { from: [0], to: [2] }).items[0]!.withoutAmount).toBe(1);
  });
});

describe('paths in hostile data', () => {
  it.each(TIES)('a hub with 100,000 transfers in one instant, %s', (ties) => {
    const through = Array.from({ length: 50_000 }, (_, i) => [pay('a', `m${i}`, 5), pay(`m${i}`, 'z', 5)]).flat();
    const graph = graphOf([...through, pay('a', 'late', 6), pay('late', 'z', 7)]);
    const found = between(graph, 'a', 'z', { ties, maxPaths: 3 });
    expect(found).toEqual(ties === 'strict' ? ['a-late-z'] : ['a-m0-z', 'a-m1-z', 'a-m10-z']);
  });

  it('a chain of 10,000 hops', () => {
    const graph = graphOf(Array.from({ length: 10_000 }, (_, hop) => pay(`a${hop}`, `a${hop + 1}`, hop)));
    for (const order of ['earliest', 'fewest-hops', 'largest-bottleneck'] as const) {
      expect(between(graph, 'a0', 'a10000', { order })[0]!.split('-').length).toBe(10_001);
    }
  });

  it('self-transfers only, no transfers, an account that never pays', () => {
    expect(findPaths(graphOf([]), { from: [], to: [] })).toEqual({ items: [], complete: true, stoppedBy: undefined });
    const graph = graphOf([pay('a', 'a', 1), pay('b', 'b', 2)]);
    expect(between(graph, 'a', 'b')).toEqual([]);
    expect(between(graphOf([pay('a', 'b', 1)]), 'b', 'a')).toEqual([]);
  });

  it('stops by its budget and says so', () => {
    const names = 'bcdefghij'.split('');
    const mesh = names.flatMap((x) => names.map((y, i) => pay(x, y, 10 + i)));
    const dense = graphOf([pay('a', 'b', 1), ...mesh, pay('j', 'z', 99)]);
    const found = findPaths(dense, { from: [0], to: [10] }, { maxVisits: 100, maxPaths: 1_000_000 });
    expect([found.complete, found.stoppedBy]).toEqual([false, 'maxVisits 100']);
    const all = findPaths(dense, { from: [0], to: [10] }, { maxPaths: 1_000_000 });
    expect(all.complete).toBe(true);
    expect(found.items.length).toBeGreaterThan(0);
    expect(all.items.slice(0, found.items.length)).toEqual(found.items);
  });

  it.each<[PathOptions, string]>([
    [{ maxPaths: 0 }, 'option-range'],
    [{ maxWait: -1 }, 'option-range'],
    [{ maxVisits: 0 }, 'budget-limit'],
    [{ period: { startMs: 0, endMs: 1 }, currencies: ['USD'] }, 'filter-currency'],
    [{ until: 5 } as never, 'unknown-option'],
  ])('refuses %j', (options, code) => {
    expect(() => between(graphOf([pay('a', 'b', 1)]), 'a', 'b', options)).toThrow(expect.objectContaining({ code }));
  });
});
