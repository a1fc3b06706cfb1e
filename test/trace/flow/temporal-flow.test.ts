import { describe, expect, it } from 'vitest';
import { type Account } from '../../../src/foundation/index.js';
import { buildTemporalGraph, type TemporalGraph } from '../../../src/graph/index.js';
import { createLedger, type TransferInput } from '../../../src/ledger/index.js';
import { greedyTemporalFlow } from '../../../src/trace/flow/greedy-temporal-flow.js';
import { maxTemporalFlow, type TemporalFlowOptions } from '../../../src/trace/flow/max-temporal-flow.js';
import { ledgerOf, transferOf } from '../../support/small-ledgers.js';

const graphOf = (...transfers: string[]): TemporalGraph => buildTemporalGraph(ledgerOf(...transfers));

function account(graph: TemporalGraph, name: string): Account {
  return graph.ledger.accounts.find({ institution: '', account: name })!;
}

function flowOf(graph: TemporalGraph, options?: TemporalFlowOptions): ReturnType<typeof maxTemporalFlow> {
  return maxTemporalFlow(graph, { sources: [account(graph, 's')], targets: [account(graph, 'z')] }, options);
}

describe('a temporal flow', () => {
  it('gives amounts with their currency, transfers, paths and the bottleneck', () => {
    const graph = graphOf('s>a@1 10.50 EUR', 'a>z@2 4 EUR', 'a>z@3 3.25 EUR');
    expect(flowOf(graph)).toEqual({
      value: { minor: 725n, scale: 2, currency: 'EUR' },
      transfers: [
        { row: 0, minor: 725n },
        { row: 1, minor: 400n },
        { row: 2, minor: 325n },
      ],
      cut: [1, 2],
      paths: {
        items: [
          { rows: [0, 1], minor: 400n },
          { rows: [0, 2], minor: 325n },
        ],
        complete: true,
        stoppedBy: undefined,
      },
      complete: true,
      stoppedBy: undefined,
    });
  });

  it('joins several sources and several targets', () => {
    const graph = graphOf('s>a@1 5', 't>a@2 7', 's>t@2 99', 'a>y@3 4', 'a>z@3 6', 'z>y@4 99');
    const ends = { sources: ['s', 't'], targets: ['y', 'z'] };
    const flow = maxTemporalFlow(graph, {
      sources: ends.sources.map((name) => account(graph, name)),
      targets: ends.targets.map((name) => account(graph, name)),
    });
    expect(flow.value.minor).toBe(10n);
  });

  it('is nothing without a way, at once and in the right currency', () => {
    const late = flowOf(graphOf('a>z@1 5 EUR', 's>a@1 5 EUR'));
    expect(late).toMatchObject({ value: { minor: 0n, currency: 'EUR' }, transfers: [], cut: [], complete: true });
    expect(flowOf(graphOf('s>z@1', 's>z@2'))).toMatchObject({ value: { minor: 0n, scale: 0, currency: 'XXX' } });
    const two = graphOf('s>a@1 5 EUR', 'b>z@1 5 USD');
    expect(flowOf(two, { currencies: ['USD'] }).value).toEqual({ minor: 0n, scale: 0, currency: 'USD' });
    expect(maxTemporalFlow(two, { sources: [], targets: [] }).value.minor).toBe(0n);
  });

  it('never adds currencies nor passes through an exchange', () => {
    const graph = graphOf('s>z@1 5 EUR', 's>z@1 7 USD', 'a>z@2 9 JPY');
    expect(() => flowOf(graph)).toThrow('EUR and USD');
    expect(flowOf(graph, { currencies: ['USD'] }).value).toEqual({ minor: 7n, scale: 0, currency: 'USD' });
    const exchange: TransferInput = { ...transferOf('a>z@2 5 EUR'), receivedAmount: '6', receivedCurrency: 'USD' };
    const exchanged = buildTemporalGraph(createLedger([transferOf('s>a@1 5 EUR'), exchange]).ledger);
    expect(flowOf(exchanged).value.minor).toBe(0n);
  });

  it('does not pass a fee on', () => {
    const fee: TransferInput = { ...transferOf('s>a@1 5 EUR'), receivedAmount: '4.50', receivedCurrency: 'EUR' };
    const graph = buildTemporalGraph(createLedger([fee, transferOf('a>z@2 5 EUR')]).ledger);
    expect(flowOf(graph).value.minor).toBe(45n);
  });

  it('uses what the filter admits', () => {
    const graph = graphOf('s>a@1 5', 'a>z@2 3', 's>b@1 9', 'b>z@2 1', 'b>z@7 8');
    expect(flowOf(graph).value.minor).toBe(12n);
    expect(flowOf(graph, { excluded: [account(graph, 'b')] }).value.minor).toBe(3n);
    expect(flowOf(graph, { minAmount: '2' }).value.minor).toBe(11n);
    expect(flowOf(graph, { period: { startMs: 0, endMs: 7 } }).value.minor).toBe(4n);
  });

  it('treats the accounts of a holder as one where they are joined', () => {
    const transfers = [
      { ...transferOf('s>a@1 5'), beneficiaryHolder: 'h', beneficiaryHolderId: 'h' },
      { ...transferOf('b>z@2 4'), payerHolder: 'h', payerHolderId: 'h' },
      { ...transferOf('s2>z@3 1'), payerHolder: 'o', payerHolderId: 'o' },
      { ...transferOf('q>s@0 1'), beneficiaryHolder: 'o', beneficiaryHolderId: 'o' },
    ];
    const { ledger } = createLedger(transfers);
    const sources = [account(buildTemporalGraph(ledger), 's2')];
    const targets = [account(buildTemporalGraph(ledger), 'z')];
    expect(maxTemporalFlow(buildTemporalGraph(ledger), { sources, targets }).value.minor).toBe(5n);
    const apart = buildTemporalGraph(ledger, { joinHolders: false });
    expect(maxTemporalFlow(apart, { sources, targets }).value.minor).toBe(1n);
  });

  it('refuses calls that make no sense', () => {
    const graph = graphOf('s>z@1 5');
    const code = (call: () => unknown): unknown => {
      try {
        return call();
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    expect(code(() => maxTemporalFlow(graph, { sources: [0], targets: [0, 1] }))).toBe('flow-overlap');
    expect(code(() => maxTemporalFlow(graph, { sources: [2], targets: [0] }))).toBe('trace-account');
    expect(code(() => greedyTemporalFlow(graph, { sources: [-1], targets: [0] }))).toBe('trace-account');
    expect(code(() => flowOf(graph, { maxWait: -1 }))).toBe('option-range');
    expect(code(() => flowOf(graph, { maxSteps: 0 }))).toBe('budget-limit');
    expect(code(() => flowOf(graph, { wait: 1 } as TemporalFlowOptions))).toBe('unknown-option');
  });
});

describe('greedy temporal flow', () => {
  it('shows what moved, money that got stuck included', () => {
    const graph = graphOf('s>a@1 5', 'a>b@2 3', 'a>z@3 9', 'b>b@4 2');
    const flow = greedyTemporalFlow(graph, { sources: [account(graph, 's')], targets: [account(graph, 'z')] });
    expect(flow.value.minor).toBe(2n);
    expect(flow.transfers.map(({ minor }) => minor)).toEqual([5n, 3n, 2n]);
  });

  it('equals the maximum on a chain', () => {
    const graph = graphOf('s>a@1 5', 's>a@3 5', 'a>b@2 3', 'a>b@5 9', 'b>z@4 1', 'b>z@6 7');
    const ends = { sources: [account(graph, 's')], targets: [account(graph, 'z')] };
    expect(greedyTemporalFlow(graph, ends).value.minor).toBe(8n);
    expect(flowOf(graph).value.minor).toBe(8n);
  });
});

describe('a temporal flow of hostile data', () => {
  it('stops at its budget and says so', () => {
    const graph = graphOf('s>a@1 5', 'a>z@2 3', 's>z@3 1');
    const stopped = flowOf(graph, { maxSteps: 1 });
    expect(stopped).toMatchObject({ value: { minor: 0n }, cut: undefined, complete: false, stoppedBy: 'maxSteps 1' });
    let steps = 1;
    while (flowOf(graph, { maxSteps: steps }).cut === undefined) steps++;
    // Proved, but not taken apart: transfers still say what moved.
    const proved = flowOf(graph, { maxSteps: steps });
    expect(proved).toMatchObject({ value: { minor: 4n }, complete: false, stoppedBy: `maxSteps ${steps}` });
    expect(proved.paths).toMatchObject({ items: [], complete: false });
    expect(proved.transfers.map(({ minor }) => minor)).toEqual([3n, 3n, 1n]);
    expect(proved.cut).toHaveLength(2);
  });

  it.each([0n, 1n, 1000n])('is exact at the limit of doubles and %i beyond', (beyond) => {
    const limit = BigInt(Number.MAX_SAFE_INTEGER);
    // Both lanes: the amounts of all transfers add up to the limit, or to more.
    const half = limit / 2n + beyond;
    const graph = graphOf(`s>a@1 ${half - 1n}`, `a>z@2 ${half}`, 's>z@3 1', 'x>z@4 1');
    expect(flowOf(graph).value.minor).toBe(half);
    const huge = limit * 1000n + 7n;
    const wide = graphOf(`s>a@1 ${huge}`, `s>b@1 ${huge + 2n}`, `a>z@2 ${huge + 1n}`, `b>z@2 3`, 'b>a@2 8', 'a>z@3 2');
    expect(flowOf(wide).value.minor).toBe(huge + 5n);
  });

  it('follows a chain of 10,000 transfers, waiting or not', () => {
    const chain = Array.from({ length: 10_000 }, (_, i) => `${i === 0 ? 's' : i}>${i === 9999 ? 'z' : i + 1}@${i} 7`);
    const graph = graphOf(...chain);
    expect(flowOf(graph)).toMatchObject({ value: { minor: 7n }, cut: [0] });
    expect(flowOf(graph, { maxWait: 1 }).paths.items[0]?.rows).toHaveLength(10_000);
    expect(flowOf(graph, { maxWait: 0 }).value.minor).toBe(0n);
    const { ledger } = createLedger(chain.map((text) => ({ ...transferOf(text), timeMs: 5 })));
    const instant = flowOf(buildTemporalGraph(ledger), { ties: 'same-instant-allowed', maxWait: 0 });
    expect(instant.value.minor).toBe(7n);
  });

  it('passes a hub with 100,000 transfers at one instant', () => {
    const transfers: TransferInput[] = [];
    for (let i = 0; i < 50_000; i++) transfers.push({ ...transferOf('s>h@5 2'), id: `${i}` });
    for (let i = 0; i < 50_000; i++) transfers.push({ ...transferOf('h>z@5 1'), id: `${i}` });
    const graph = buildTemporalGraph(createLedger(transfers).ledger);
    expect(flowOf(graph).value.minor).toBe(0n);
    const flow = flowOf(graph, { ties: 'same-instant-allowed' });
    expect(flow.value.minor).toBe(50_000n);
    expect(flow.paths.items.length).toBeGreaterThanOrEqual(50_000);
  });

  it('drops circles of money within one instant', () => {
    // The search sends 1 along n>m before it finds that m is better served by m>n.
    const graph = graphOf(
      ...['s>n 1', 'n>m 1', 'm>z 2', 's>q 5', 'q>r 5', 'r>m 5', 'm>n 5', 'n>c 5', 'c>e 5', 'e>z 5'].map((text) =>
        text.replace(' ', '@1 '),
      ),
    );
    const flow = flowOf(graph, { ties: 'same-instant-allowed' });
    expect(flow.value.minor).toBe(6n);
    const used = flow.transfers.map(({ row }) => [graph.payer[row], graph.beneficiary[row]]);
    expect(used).toContainEqual([account(graph, 'm'), account(graph, 'n')]);
    expect(used).not.toContainEqual([account(graph, 'n'), account(graph, 'm')]);
  });

  it('has nothing to do where everybody pays only themselves', () => {
    const flow = flowOf(graphOf('s>s@1 5', 'z>z@2 5', 'a>a@3 5'));
    expect(flow).toMatchObject({ value: { minor: 0n }, transfers: [], cut: [] });
  });
});
