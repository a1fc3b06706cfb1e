import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, type Ties } from '../../../src/foundation/index.js';
import { buildTemporalGraph, type TemporalGraph } from '../../../src/graph/index.js';
import { createLedger } from '../../../src/ledger/index.js';
import { type FlowEnds } from '../../../src/trace/flow/flow-problem.js';
import { greedyTemporalFlow } from '../../../src/trace/flow/greedy-temporal-flow.js';
import {
  maxTemporalFlow,
  type TemporalFlow,
  type TemporalFlowOptions,
} from '../../../src/trace/flow/max-temporal-flow.js';
import { ledgerOf, transferOf } from '../../support/small-ledgers.js';
import {
  bestFlowOfAll,
  isFeasibleFlow,
  maxFlowByPairs,
  type OracleTransfer,
} from '../../support/oracles/temporal-flow.js';

const TIES: Ties[] = ['strict', 'same-instant-allowed'];

/** Zeros behind the amounts push them out of the range of exact doubles. */
function graphOf(transfers: readonly OracleTransfer[], zeros = ''): TemporalGraph {
  const { ledger } = createLedger(
    transfers.map(({ from, to, time, amount }, number) => ({
      payer: from,
      beneficiary: to,
      timeMs: time,
      amount: `${amount}${zeros}`,
      id: `${number}`,
    })),
  );
  return buildTemporalGraph(ledger);
}

function between(graph: TemporalGraph, source: string, target: string): FlowEnds {
  const find = (name: string): number[] => {
    const account = graph.ledger.accounts.find({ institution: '', account: name });
    return account === undefined ? [] : [account];
  };
  return { sources: find(source), targets: find(target) };
}

describe('temporal flow of the published examples', () => {
  const values = (ledger: TemporalGraph, ends: FlowEnds, ties: Ties): [bigint, bigint] => [
    greedyTemporalFlow(ledger, ends, { ties }).value.minor,
    maxTemporalFlow(ledger, ends, { ties }).value.minor,
  ];

  it('finds what greed sends the wrong way', () => {
    const graph = buildTemporalGraph(ledgerOf('s>a@1 10', 'a>b@2 10', 'a>z@3 6', 'b>z@4 4', 's>b@4 5', 'b>z@5 3'));
    const ends = between(graph, 's', 'z');
    expect(values(graph, ends, 'strict')).toEqual([7n, 13n]);
    expect(values(graph, ends, 'same-instant-allowed')[1]).toBe(13n);
    const { cut, paths } = maxTemporalFlow(graph, ends);
    // The three transfers into z add up to 13 too; s>a@1 and b>z@5 are one fewer.
    expect(cut?.map((row) => graph.ledger.columns.timeMs[row])).toEqual([1, 5]);
    expect(paths.items.map(({ minor }) => minor)).toEqual([4n, 6n, 3n]);
  });

  it('orders transfers of one instant as asked', () => {
    // Known to the day: money into an account is booked before money out of it.
    const days = ['s>a@1 5', 'a>z@1 5', 's>a@2 2', 'a>a@2 9', 'a>s@2 1', 'a>z@3 4'].map(transferOf);
    const { ledger } = createLedger(
      days.map((transfer) => ({ ...transfer, timeMs: DAY_MS * transfer.timeMs, precision: 'day' })),
    );
    const graph = buildTemporalGraph(ledger);
    const ends = between(graph, 's', 'z');
    expect(values(graph, ends, 'strict')).toEqual([4n, 4n]);
    expect(maxTemporalFlow(graph, ends, { ties: 'strict' }).cut).toEqual([5]);
    expect(values(graph, ends, 'same-instant-allowed')).toEqual([7n, 7n]);
  });

  it.each([
    ['0', '3', 10n, 10n],
    ['1', '3', 15n, 15n],
    ['1', '0', 11n, 11n],
    ['2', '0', 12n, 12n],
    ['0', '2', 10n, 10n],
  ])('of the 15 interactions from %s to %s', (source, target, greedy, most) => {
    const transfers = ['2>3@1 2', '0>1@2 5', '1>2@3 7', '0>1@4 3', '1>2@5 2', '2>3@6 5', '2>1@7 4', '0>1@8 1'];
    transfers.push('2>0@9 4', '2>1@10 2', '0>2@11 3', '3>0@15 6', '1>3@17 9', '0>3@18 1', '3>0@19 2');
    const graph = buildTemporalGraph(ledgerOf(...transfers));
    expect(values(graph, between(graph, source, target), 'strict')).toEqual([greedy, most]);
  });
});

/** Few accounts, few times, small amounts: ties, parallels, self-transfers and cycles happen by themselves. */
function transfersOf(maxLength: number, maxAmount: number): fc.Arbitrary<OracleTransfer[]> {
  const account = fc.constantFrom('s', 'a', 'b', 'z');
  return fc.array(
    fc.record({ from: account, to: account, time: fc.nat(5), amount: fc.integer({ min: 1, max: maxAmount }) }),
    { maxLength },
  );
}

/** Checks that paths are timed ways from s to z which add up to the flow: a certificate that it is feasible. */
function certifyPaths(graph: TemporalGraph, flow: TemporalFlow, ends: FlowEnds, options: TemporalFlowOptions): void {
  const { timeMs } = graph.ledger.columns;
  const used = new Map<number, bigint>();
  for (const { rows, minor } of flow.paths.items) {
    expect(minor > 0n).toBe(true);
    expect(ends.sources).toContain(graph.payer[rows[0]!]);
    expect(ends.targets).toContain(graph.beneficiary[rows[rows.length - 1]!]);
    rows.forEach((row, i) => {
      used.set(row, (used.get(row) ?? 0n) + minor);
      if (i === 0) return;
      const wait = timeMs[row]! - timeMs[rows[i - 1]!]!;
      expect(graph.payer[row]).toBe(graph.beneficiary[rows[i - 1]!]);
      expect(options.ties === 'strict' ? wait > 0 : wait >= 0).toBe(true);
      expect(wait).toBeLessThanOrEqual(options.maxWait ?? Infinity);
    });
  }
  expect(flow.transfers.map(({ row, minor }) => [row, minor])).toEqual([...used].sort(([a], [b]) => a - b));
  for (const { row, minor } of flow.transfers) expect(minor <= graph.ledger.amountMinor(row)!).toBe(true);
  expect(flow.paths.items.reduce((sum, { minor }) => sum + minor, 0n)).toBe(flow.value.minor);
}

describe('temporal flow of any small graph', () => {
  it('is the best of all whole-number flows, and greed is one of them', () => {
    fc.assert(
      fc.property(transfersOf(5, 3), fc.constantFrom(...TIES), (transfers, ties) => {
        const graph = graphOf(transfers);
        const ends = between(graph, 's', 'z');
        const best = bestFlowOfAll(transfers, 's', 'z', ties);
        const flow = maxTemporalFlow(graph, ends, { ties });
        expect(flow.value.minor).toBe(BigInt(best));
        const greedy = greedyTemporalFlow(graph, ends, { ties });
        expect(greedy.value.minor <= flow.value.minor).toBe(true);
        for (const { transfers: used } of [flow, greedy]) {
          const moved = transfers.map(() => 0);
          for (const { row, minor } of used) moved[Number(graph.ledger.id(row))] = Number(minor);
          expect(isFeasibleFlow(transfers, moved, 's', 'z', ties)).toBe(true);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('equals the flow over all pairs of transfers, under any limit of waiting', () => {
    const waits = fc.constantFrom(0, 1, 2, 3, 4, Infinity);
    fc.assert(
      fc.property(transfersOf(16, 9), fc.constantFrom(...TIES), waits, (transfers, ties, maxWait) => {
        const graph = graphOf(transfers);
        const ends = between(graph, 's', 'z');
        const flow = maxTemporalFlow(graph, ends, { ties, maxWait });
        expect(flow.value.minor).toBe(BigInt(maxFlowByPairs(transfers, 's', 'z', ties, maxWait)));
        certifyPaths(graph, flow, ends, { ties, maxWait });
        const longer = maxTemporalFlow(graph, ends, { ties, maxWait: maxWait + 1 });
        expect(longer.value.minor >= flow.value.minor).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('equals it at busy accounts too, where arrivals of several waits follow each other', () => {
    const routes = fc.constantFrom('sa', 'sa', 'az', 'az', 'sb', 'ab', 'ba', 'bz');
    const busy = fc.array(fc.tuple(routes, fc.nat(12), fc.integer({ min: 1, max: 9 })), { maxLength: 30 });
    const waits = fc.constantFrom(0, 1, 2, 3, 5, 8);
    fc.assert(
      fc.property(busy, fc.constantFrom(...TIES), waits, (drawn, ties, maxWait) => {
        const transfers = drawn.map(([route, time, amount]) => ({ from: route[0]!, to: route[1]!, time, amount }));
        const graph = graphOf(transfers);
        const ends = between(graph, 's', 'z');
        const flow = maxTemporalFlow(graph, ends, { ties, maxWait });
        expect(flow.value.minor).toBe(BigInt(maxFlowByPairs(transfers, 's', 'z', ties, maxWait)));
        certifyPaths(graph, flow, ends, { ties, maxWait });
      }),
      { numRuns: 800 },
    );
  });

  it('has a cut of the same value, with no more transfers than any other', () => {
    fc.assert(
      fc.property(transfersOf(8, 3), fc.constantFrom(...TIES), fc.constantFrom(1, 2, Infinity), (given, ties, wait) => {
        const graph = graphOf(given);
        const { cut = [], value } = maxTemporalFlow(graph, between(graph, 's', 'z'), { ties, maxWait: wait });
        const cutNumbers = new Set(cut.map((row) => Number(graph.ledger.id(row))));
        const sum = (set: ReadonlySet<number>): number =>
          given.reduce((total, { amount }, i) => (set.has(i) ? total + amount : total), 0);
        const stops = (set: ReadonlySet<number>): boolean =>
          maxFlowByPairs(
            given.filter((_, i) => !set.has(i)),
            's',
            'z',
            ties,
            wait,
          ) === 0;
        expect(BigInt(sum(cutNumbers))).toBe(value.minor);
        expect(stops(cutNumbers)).toBe(true);
        for (let subset = 0; subset < 2 ** given.length; subset++) {
          const set = new Set([...given.keys()].filter((i) => ((subset >> i) & 1) === 1));
          if (set.size < cutNumbers.size && BigInt(sum(set)) === value.minor) expect(stops(set)).toBe(false);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('laws of temporal flow', () => {
  const options = fc.record({
    ties: fc.constantFrom(...TIES),
    maxWait: fc.constantFrom(1, 2, Infinity),
  });
  const valueOf = (given: readonly OracleTransfer[], settings: TemporalFlowOptions, zeros = ''): bigint => {
    const graph = graphOf(given, zeros);
    return maxTemporalFlow(graph, between(graph, 's', 'z'), settings).value.minor;
  };

  it('follows the unit of amounts and ignores the calendar, names and strangers', () => {
    fc.assert(
      fc.property(transfersOf(14, 9), options, (transfers, settings) => {
        const value = valueOf(transfers, settings);
        const scaled = transfers.map((transfer) => ({ ...transfer, amount: transfer.amount * 7 }));
        expect(valueOf(scaled, settings)).toBe(7n * value);
        expect(valueOf(transfers, settings, '0'.repeat(17))).toBe(10n ** 17n * value);
        const shifted = transfers.map((transfer) => ({ ...transfer, time: transfer.time + 1_700_000_000_000 }));
        expect(valueOf(shifted, settings)).toBe(value);
        expect(valueOf([...transfers].reverse(), settings)).toBe(value);
        const swap = (name: string): string => (name === 'a' ? 'b' : name === 'b' ? 'a' : name);
        const renamed = transfers.map((given) => ({ ...given, from: swap(given.from), to: swap(given.to) }));
        expect(valueOf(renamed, settings)).toBe(value);
        const strangers = [1, 2].map((time) => ({ from: `m${time}`, to: 'n', time, amount: 5 }));
        expect(valueOf([...strangers, ...transfers], settings)).toBe(value);
      }),
      { numRuns: 400 },
    );
  });
});
