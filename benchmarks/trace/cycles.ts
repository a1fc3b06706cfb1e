import { existsSync } from 'node:fs';
import { HOUR_MS } from '../../src/foundation/index.js';
import { buildTemporalGraph, type TemporalGraph } from '../../src/graph/index.js';
import { type countCyclesInParallel, readTransactions } from '../../src/node/index.js';
import { countTemporalCycles, type CycleCount } from '../../src/trace/index.js';
import { builtNode } from '../data/built-package.js';
import { g1mName, loadG1M } from '../data/g1m.js';
import { type BenchmarkCase, benchmarkCase } from '../harness.js';
import { describeAllocation, measureAllocation } from './allocation.js';
import {
  countWithGraphology,
  countWithObjects,
  countWithTypedWalk,
  toGraphologyWithTimes,
  toPlainObjects,
} from './plain-cycles.js';

const BUDGETS: ReadonlyMap<number, string> = new Map([
  [6, '0.25 s'],
  [8, '0.35 s'],
  [12, '1.0 s'],
  [24, '30 s'],
]);

/** Graphs beside G1M, as the SNAP collection has them. */
const SNAP = [
  ['CollegeMsg', 'CollegeMsg.txt.gz', [24, 48]],
  ['email-Eu-core', 'email-Eu-core-temporal.txt.gz', [6]],
] as const;

/** Temporal cycles, strict, window inclusive: ours on one and two threads, and what else one would write. */
export function cycleCases(): BenchmarkCase[] {
  const cases = [1, 6, 8, 12, 16, 24].flatMap((hours) => [
    counted(`cycles-${hours}h`, g1mName(), hours, loadG1M, 1),
    ...(hours >= 12 ? [counted(`cycles-${hours}h-2`, g1mName(), hours, loadG1M, 2)] : []),
    ...(hours <= 12 ? [peerTyped(hours)] : []),
    ...(hours <= 8 ? [peerObjects(hours)] : []),
    ...(hours <= 1 ? [peerGraphology(hours)] : []),
  ]);
  for (const [name, file, windows] of SNAP) {
    const path = `${process.env['ILLICIT_FLOWS_DATA'] ?? '../shared/data'}/snap-temporal/${file}`;
    if (!existsSync(path)) continue;
    const load = async (): Promise<TemporalGraph> =>
      buildTemporalGraph((await readTransactions(path, { mapping: 'edge-list' })).ledger);
    for (const hours of windows) {
      cases.push(counted(`cycles-${name}-${hours}h`, name, hours, load, 1));
      cases.push(counted(`cycles-${name}-${hours}h-2`, name, hours, load, 2));
    }
  }
  return cases;
}

interface ParallelState {
  readonly graph: TemporalGraph;
  readonly count: typeof countCyclesInParallel;
}

function taskOf(graph: string, hours: number): string {
  return `count cycles within ${hours} h, ${graph}`;
}

function counted(
  id: string,
  name: string,
  hours: number,
  prepare: () => TemporalGraph | Promise<TemporalGraph>,
  workers: number,
): BenchmarkCase {
  const options = { window: hours * HOUR_MS, ties: 'strict' } as const;
  const budget = workers === 1 && name === g1mName() ? BUDGETS.get(hours) : undefined;
  const common = {
    id,
    task: taskOf(name, hours),
    warmups: hours >= 24 ? 0 : 1,
    repeats: hours >= 24 ? 1 : 5,
    prepare,
    ...(budget === undefined ? {} : { budget }),
  };
  if (workers > 1) {
    return benchmarkCase<ParallelState, CycleCount>({
      ...common,
      who: `ours, ${workers} threads`,
      note: 'the built package, starting the threads included',
      prepare: async () => ({ graph: await prepare(), count: (await builtNode()).countCyclesInParallel }),
      run: ({ graph, count }) => count(graph, options, { workers }),
      report: ({ total, complete }) => ({ cycles: String(total), complete: String(complete) }),
    });
  }
  return benchmarkCase({
    ...common,
    who: 'ours, 1 thread',
    note: 'laying out for walking included',
    run: (graph: TemporalGraph) => measureAllocation(() => countTemporalCycles(graph, options)),
    report: (measured) => ({
      cycles: String(measured.result.total),
      'M steps': measured.result.visits / 1e6,
      ...describeAllocation(measured),
    }),
  });
}

function peerTyped(hours: number): BenchmarkCase {
  return benchmarkCase({
    id: `cycles-${hours}h-typed-walk`,
    task: taskOf(g1mName(), hours),
    who: 'plain depth-first walk, typed arrays',
    repeats: hours > 8 ? 1 : 3,
    warmups: hours > 8 ? 0 : 1,
    prepare: loadG1M,
    run: (graph: TemporalGraph) => countWithTypedWalk(graph, hours * HOUR_MS),
    report: (total) => ({ cycles: String(total) }),
  });
}

function peerObjects(hours: number): BenchmarkCase {
  return benchmarkCase({
    id: `cycles-${hours}h-objects`,
    task: taskOf(g1mName(), hours),
    who: 'plain depth-first walk, objects',
    note: 'building the objects excluded',
    repeats: 1,
    warmups: 0,
    prepare: () => toPlainObjects(loadG1M()),
    run: (nodes) => countWithObjects(nodes, hours * HOUR_MS),
    report: (total) => ({ cycles: String(total) }),
  });
}

function peerGraphology(hours: number): BenchmarkCase {
  return benchmarkCase({
    id: `cycles-${hours}h-graphology`,
    task: taskOf(g1mName(), hours),
    who: 'graphology, handwritten traversal',
    note: 'building the graph excluded',
    repeats: 1,
    warmups: 0,
    prepare: () => toGraphologyWithTimes(loadG1M()),
    run: (graph) => countWithGraphology(graph, hours * HOUR_MS),
    report: (total) => ({ cycles: String(total) }),
  });
}
