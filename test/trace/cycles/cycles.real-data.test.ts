import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HOUR_MS } from '../../../src/foundation/index.js';
import { buildTemporalGraph } from '../../../src/graph/index.js';
import { countCyclesInParallel, readTransactions } from '../../../src/node/index.js';
import { countTemporalCycles } from '../../../src/trace/index.js';
import { graphOfEdges } from '../../support/cycle-graphs.js';
import { allTemporalCycles, type OracleEdge } from '../../support/oracles/temporal-cycles.js';

const DATA = process.env['ILLICIT_FLOWS_DATA'] ?? '../shared/data';

/** Published and independently counted numbers, on files that are not part of the repository. */
const COUNTS: readonly [file: string, hours: number, total: bigint][] = [
  ['bench/g1m.txt.gz', 6, 15_959n],
  ['bench/g1m.txt.gz', 8, 45_198n],
  ['snap-temporal/CollegeMsg.txt.gz', 1, 61_473n],
  ['snap-temporal/CollegeMsg.txt.gz', 24, 204_680_686n],
  // With fractions of seconds; cut to whole seconds there are 16,968.
  ['snap-temporal/soc-sign-bitcoinotc.csv', 168, 16_993n],
];

describe('temporal cycles of real and reference graphs', () => {
  for (const [file, hours, total] of COUNTS) {
    const path = join(DATA, file);
    const name = `${file} within ${hours} h`;
    if (!existsSync(path)) {
      it.skip(`${name}: ${path} is absent`, () => undefined);
      continue;
    }
    it(name, async () => {
      const { ledger } = await readTransactions(path, { mapping: 'edge-list' });
      const count = countTemporalCycles(buildTemporalGraph(ledger), { window: hours * HOUR_MS, ties: 'strict' });
      expect(count).toMatchObject({ total, complete: true });
    });
  }
});

describe('temporal cycles counted by two threads', () => {
  const path = join(DATA, 'snap-temporal/CollegeMsg.txt.gz');
  it.skipIf(!existsSync(path))('are as many as by one; skipped where CollegeMsg is absent', async () => {
    const { ledger } = await readTransactions(path, { mapping: 'edge-list' });
    const graph = buildTemporalGraph(ledger);
    const options = { window: 24 * HOUR_MS, ties: 'strict' } as const;
    expect(await countCyclesInParallel(graph, options, { workers: 2 })).toEqual(countTemporalCycles(graph, options));
  });
});

/** Beginnings of files that the slow oracle can handle. */
const PREFIXES: readonly [file: string, transfers: number, hours: number][] = [
  ['snap-temporal/CollegeMsg.txt.gz', 1000, 6],
  ['snap-temporal/CollegeMsg.txt.gz', 600, 24],
  ['snap-temporal/email-Eu-core-temporal.txt.gz', 1000, 24],
  ['snap-temporal/soc-sign-bitcoinotc.csv', 700, 720],
];

describe('temporal cycles of the beginnings of real graphs', () => {
  for (const [file, transfers, hours] of PREFIXES) {
    const path = join(DATA, file);
    const name = `${transfers} transfers of ${file} within ${hours} h`;
    if (!existsSync(path)) {
      it.skip(`${name}: ${path} is absent`, () => undefined);
      continue;
    }
    it(`${name}: as the search that tries everything`, async () => {
      const { ledger } = await readTransactions(path, { mapping: 'edge-list' });
      const { payer, beneficiary, timeMs } = ledger.columns;
      const edges = Array.from({ length: transfers }, (_, row): OracleEdge => [
        `n${payer[row]!}`,
        `n${beneficiary[row]!}`,
        timeMs[row]!,
      ]);
      const window = hours * HOUR_MS;
      const counts = new Map<number, bigint>();
      for (const { length } of allTemporalCycles(edges, window, 'strict')) {
        counts.set(length, (counts.get(length) ?? 0n) + 1n);
      }
      const expected = [...counts].sort(([a], [b]) => a - b);
      expect(expected.length).toBeGreaterThan(1);
      expect(countTemporalCycles(graphOfEdges(edges), { window, ties: 'strict' }).byLength).toEqual(expected);
    });
  }
});
