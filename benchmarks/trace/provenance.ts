import { buildTemporalGraph, type TemporalGraph } from '../../src/graph/index.js';
import { traceProvenance } from '../../src/trace/index.js';
import { bookBalancesInto } from '../../src/trace/whole-ledger/account-balances.kernel.js';
import { moveLineLots } from '../../src/trace/whole-ledger/line-lots.kernel.js';
import { LotPool } from '../../src/trace/whole-ledger/lot-pool.js';
import { type MoneyEvents, moneyEvents } from '../../src/trace/whole-ledger/money-events.js';
import { g1mName, loadG1M } from '../data/g1m.js';
import { scaleFreeLedger } from '../data/scale-free-ledger.js';
import { type BenchmarkCase, benchmarkCase } from '../harness.js';
import { describeAllocation, measureAllocation } from './allocation.js';
import { plainLots, plainShares } from './plain-provenance.js';

const PEER = 'plain objects in a Map';
const ITEMS = 990_562;

/** The budget of design, and 1.2 times what compiled C with doubles needed on a machine of this kind. */
const BUDGETS = {
  fifo: '450 ms',
  lifo: '516 ms',
  'least-recently-born': '1,212 ms',
  'most-recently-born': '1,008 ms',
} as const;

/** Origins of every balance of the reference graph, and what the memory alone costs. */
export function provenanceCases(): readonly BenchmarkCase[] {
  const policies = Object.keys(BUDGETS) as (keyof typeof BUDGETS)[];
  return [...policies.flatMap(lotCases), ...shareCases(), ...floorCases()];
}

function lotCases(policy: keyof typeof BUDGETS): BenchmarkCase[] {
  const task = `provenance by ${policy}, ${g1mName()}`;
  const ours = benchmarkCase({
    id: `provenance-${policy}`,
    task,
    who: 'ours',
    items: ITEMS,
    repeats: 7,
    budget: BUDGETS[policy],
    note: 'from the graph to columns of (origin, birth, amount) per account: order of booking, events, balances, kernel, layout',
    prepare: loadG1M,
    run: (graph: TemporalGraph) => traceProvenance(graph, { policy, shortfall: 'born-now' })[0]!,
    report: ({ lotMoves, origin }) => ({ 'lot moves': lotMoves, lots: origin.length }),
  });
  if (policy !== 'fifo' && policy !== 'lifo') return [ours];
  return [ours, plainCase(policy, task)];
}

function plainCase(policy: 'fifo' | 'lifo', task: string): BenchmarkCase {
  return benchmarkCase({
    id: `provenance-${policy}-plain`,
    task,
    who: PEER,
    items: ITEMS,
    note: 'no births, no columns, no checks: lots of {origin, amount} only',
    prepare: loadG1M,
    run: (graph: TemporalGraph) => plainLots(graph, policy),
    report: (moves) => ({ 'lot moves': moves }),
  });
}

function shareCases(): BenchmarkCase[] {
  const small = (): TemporalGraph => buildTemporalGraph(scaleFreeLedger(20_000));
  const task = 'provenance pro rata, all origins, seeded 20k';
  const ours = (id: string, name: string, prepare: () => TemporalGraph, items: number, most: number): BenchmarkCase =>
    benchmarkCase({
      id,
      task: name,
      who: 'ours',
      items,
      prepare,
      run: (graph: TemporalGraph) =>
        traceProvenance(graph, { policy: 'pro-rata', shortfall: 'born-now', mostOrigins: most })[0]!,
      report: ({ origin, merged }) => ({ entries: origin.length, merged: String(merged) }),
    });
  return [
    ours('provenance-pro-rata', `provenance pro rata, 64 origins an account, ${g1mName()}`, loadG1M, ITEMS, 64),
    ours('provenance-pro-rata-20k', task, small, 20_000, 1 << 20),
    benchmarkCase({
      id: 'provenance-pro-rata-20k-plain',
      task,
      who: 'a Map of Maps, doubles',
      items: 20_000,
      note: 'not exact: shares of less than a cent live on and money is lost to rounding',
      prepare: small,
      run: plainShares,
      report: (entries) => ({ entries }),
    }),
  ];
}

interface KernelState {
  readonly events: MoneyEvents;
  readonly head: Int32Array;
  readonly tail: Int32Array;
  readonly balance: readonly Float64Array[];
}

function kernelState(): KernelState {
  const graph = loadG1M();
  const accounts = graph.accountCount + 1;
  return {
    events: moneyEvents(graph, 0),
    head: new Int32Array(accounts),
    tail: new Int32Array(accounts),
    balance: [0, 1, 2].map(() => new Float64Array(accounts)),
  };
}

function floorCases(): BenchmarkCase[] {
  const task = `the FIFO kernel and its floors, ${g1mName()}`;
  return [
    benchmarkCase({
      id: 'provenance-fifo-kernel',
      task,
      who: 'ours, kernel alone',
      items: ITEMS,
      warmups: 6,
      repeats: 7,
      note: 'array growth is the pool of lots, doubled as lots come into being; nothing is allocated per transfer',
      prepare: kernelState,
      run: ({ events: { from, to, quantity }, head, tail }: KernelState) => {
        head.fill(-1);
        tail.fill(-1);
        return measureAllocation(() => moveLineLots(from, to, quantity, false, new LotPool('lists'), head, tail));
      },
      report: (allocation) => ({ 'lot moves': allocation.result, ...describeAllocation(allocation) }),
    }),
    benchmarkCase({
      id: 'provenance-balances',
      task,
      who: 'floor: balances without origins',
      items: ITEMS,
      repeats: 7,
      prepare: kernelState,
      run: ({ events: { from, to, quantity }, head, balance: [balance, shortfall, born] }: KernelState) => {
        for (const column of [balance!, shortfall!, born!]) column.fill(0);
        return bookBalancesInto(from, to, quantity, balance!, shortfall!, born!, head.fill(-1));
      },
    }),
    benchmarkCase({
      id: 'provenance-scan',
      task,
      who: 'floor: reading the columns',
      items: ITEMS,
      repeats: 7,
      prepare: kernelState,
      run: ({ events: { from, to, quantity } }: KernelState) => {
        let sum = 0;
        for (let event = 0; event < from.length; event++) sum += from[event]! + to[event]! + quantity[event]!;
        return sum;
      },
    }),
  ];
}
