import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HOUR_MS } from '../../src/foundation/index.js';
import { buildTemporalGraph } from '../../src/graph/index.js';
import { readTransactions } from '../../src/node/index.js';
import { countTemporalCycles } from '../../src/trace/index.js';

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
