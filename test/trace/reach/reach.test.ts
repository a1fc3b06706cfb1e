import { describe, expect, it } from 'vitest';
import { type Ties } from '../../../src/foundation/index.js';
import { buildTemporalGraph, type TemporalGraph } from '../../../src/graph/index.js';
import { createLedger, type TransferInput } from '../../../src/ledger/index.js';
import {
  reachableFrom,
  reachCounts,
  type ReachForm,
  reachingInto,
  type ReachOptions,
} from '../../../src/trace/index.js';

const FORMS: readonly ReachForm[] = ['scan', 'index', 'auto'];
const TIES: readonly Ties[] = ['strict', 'same-instant-allowed'];

const graphOf = (transfers: readonly TransferInput[]): TemporalGraph =>
  buildTemporalGraph(createLedger(transfers).ledger);
const node = (graph: TemporalGraph, name: string): number => {
  for (let account = 0; account < graph.accountCount; account++) {
    if (graph.ledger.accounts.key(account).account === name) return account;
  }
  throw new Error(`Expected an account ${name}`);
};
const pay = (payer: string, beneficiary: string, timeMs: number): TransferInput => ({ payer, beneficiary, timeMs });

const HUB = Array.from({ length: 100_000 }, (_, i) => pay(`in${i % 50_000}`, 'hub', 5)).map((transfer, i) =>
  i % 2 === 0 ? transfer : pay('hub', `out${i % 1000}`, 5),
);
const hub = graphOf([pay('start', 'in0', 1), ...HUB]);

describe('reach in hostile data', () => {
  it.each(FORMS)('a hub with 100,000 transfers in one instant, by %s', (form) => {
    const from = { accounts: [node(hub, 'start')] };
    expect(reachableFrom(hub, from, { ties: 'strict', form }).accounts.length).toBe(3);
    const reach = reachableFrom(hub, from, { ties: 'same-instant-allowed', form });
    expect(reach.accounts.length).toBe(3 + 500);
    expect(reach.witness(node(hub, 'out1'))!.length).toBe(3);
    const into = reachingInto(hub, { accounts: [node(hub, 'out1')] }, { ties: 'same-instant-allowed', form });
    expect(into.accounts.length).toBe(1 + 1 + 25_000 + 1);
  });

  it.each(TIES)('a chain of 10,000 hops, %s', (ties) => {
    const strict = ties === 'strict';
    // In one instant the rows lie in the order of names, which runs against the chain.
    const name = (hop: number): string => `a${20_000 - hop}`;
    const chain = Array.from({ length: 10_000 }, (_, hop) => pay(name(hop), name(hop + 1), strict ? hop : 0));
    const graph = graphOf(chain);
    const last = node(graph, name(10_000));
    for (const form of FORMS) {
      for (const options of [{}, { maxWait: 1 }] satisfies ReachOptions[]) {
        const reach = reachableFrom(graph, { accounts: [node(graph, name(0))] }, { ties, form, ...options });
        expect(reach.accounts.length).toBe(10_001);
        expect(reach.witness(last)!.length).toBe(10_000);
        expect(reach.hops[reach.accounts.indexOf(last)]).toBe(10_000);
      }
    }
    const first = reachCounts(
      graph,
      chain.map((_, row) => row),
      { ties },
    );
    expect(Math.max(...first)).toBe(10_000);
  });

  it.each(FORMS)('nothing but self-transfers, by %s', (form) => {
    const graph = graphOf([pay('a', 'a', 1), pay('a', 'a', 2), pay('b', 'b', 2)]);
    expect([...reachableFrom(graph, { accounts: [0], rows: [0, 1, 2] }, { form }).accounts]).toEqual([0]);
    expect([...reachCounts(graph, [0, 1, 2])]).toEqual([0, 0, 0]);
  });

  it.each(FORMS)('no transfers, no sources, sources that never pay, by %s', (form) => {
    expect(reachableFrom(graphOf([]), {}, { form }).accounts.length).toBe(0);
    const graph = graphOf([pay('a', 'b', 1)]);
    expect(reachableFrom(graph, {}, { form }).accounts.length).toBe(0);
    const reach = reachableFrom(graph, { accounts: [1] }, { form, startMs: 0 });
    expect([[...reach.accounts], [...reach.timeMs], [...reach.hops]]).toEqual([[1], [0], [0]]);
    expect(reach.witness(1)).toEqual(new Int32Array(0));
    expect(reach.witness(0)).toBeUndefined();
  });

  it.each(FORMS)('a time and a wait of length zero, and an empty time, by %s', (form) => {
    const graph = graphOf([pay('a', 'b', 5), pay('b', 'c', 5), pay('c', 'd', 6)]);
    const count = (options: ReachOptions): number =>
      reachableFrom(graph, { accounts: [0] }, { form, ...options }).accounts.length;
    expect(count({ startMs: 5, deadlineMs: 5, ties: 'strict' })).toBe(2);
    expect(count({ startMs: 5, deadlineMs: 5, ties: 'same-instant-allowed' })).toBe(3);
    expect(count({ maxWait: 0, ties: 'same-instant-allowed' })).toBe(3);
    expect(count({ maxWait: 1, ties: 'same-instant-allowed' })).toBe(4);
    expect(count({ maxHops: 0 })).toBe(1);
    expect(count({ startMs: 6, deadlineMs: 5 })).toBe(1);
  });
});

describe('a reach', () => {
  const graph = graphOf([{ ...pay('a', 'b', 1), amount: '1' }]);

  it('says what it does not claim', () => {
    expect(reachableFrom(graph, { accounts: [0] }).notClaimed.join(' ')).toMatch(/walk, not a path/);
  });

  it.each<[ReachOptions, string]>([
    [{ maxWait: -1 }, 'option-range'],
    [{ maxHops: NaN }, 'option-range'],
    [{ startMs: NaN }, 'option-range'],
    [{ minAmount: 'much' }, 'filter-amount'],
    [{ since: 1 } as never, 'unknown-option'],
  ])('refuses %j', (options, code) => {
    expect(() => reachableFrom(graph, {}, options)).toThrow(expect.objectContaining({ code }));
  });

  it('refuses accounts and rows that are not there', () => {
    expect(() => reachableFrom(graph, { accounts: [2] })).toThrow(expect.objectContaining({ code: 'trace-account' }));
    expect(() => reachingInto(graph, { rows: [-1] })).toThrow(expect.objectContaining({ code: 'row-range' }));
  });

  it('treats all accounts of a holder as one', () => {
    const joined = graphOf([
      { ...pay('a', 'b', 1), beneficiaryHolder: 'h', beneficiaryHolderId: 'h' },
      { ...pay('c', 'd', 2), payerHolder: 'h', payerHolderId: 'h' },
    ]);
    const names = [...reachableFrom(joined, { accounts: [0] }).accounts];
    expect(names.map((account) => joined.ledger.accounts.key(account).account)).toEqual(['a', 'b', 'd']);
    expect(reachableFrom(joined, { accounts: [node(joined, 'c')] }).accounts.length).toBe(2);
  });
});
