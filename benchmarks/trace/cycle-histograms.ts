import { existsSync } from 'node:fs';
import { HOUR_MS } from '../../src/foundation/index.js';
import { buildTemporalGraph } from '../../src/graph/index.js';
import { readTransactions } from '../../src/node/index.js';
import { countTemporalCycles } from '../../src/trace/index.js';

/** Files of the SNAP collection and the windows, in hours, for which docs/quality.md shows how many cycles they hold. */
const GRAPHS: readonly (readonly [file: string, hours: readonly number[]])[] = [
  ['CollegeMsg.txt.gz', [1, 6, 24, 48]],
  ['email-Eu-core-temporal.txt.gz', [1, 3, 6]],
  ['soc-sign-bitcoinotc.csv', [24, 168, 720]],
];

/** Prints the histograms by length as a Markdown table: `node --import tsx benchmarks/trace/cycle-histograms.ts`. */
async function printHistograms(): Promise<void> {
  const folder = `${process.env['ILLICIT_FLOWS_DATA'] ?? '../shared/data'}/snap-temporal`;
  console.log('| graph | transfers | window | cycles | by length |\n|---|---|---|---|---|');
  for (const [file, windows] of GRAPHS) {
    const path = `${folder}/${file}`;
    if (!existsSync(path)) continue;
    const { ledger } = await readTransactions(path, { mapping: 'edge-list' });
    const graph = buildTemporalGraph(ledger);
    for (const hours of windows) {
      const count = countTemporalCycles(graph, { window: hours * HOUR_MS, ties: 'strict' });
      const total = `${count.complete ? '' : 'at least '}${format(count.total)}`;
      const lengths = count.byLength.map(([length, cycles]) => `${length}: ${format(cycles)}`).join(' · ');
      console.log(
        `| ${file.split('.')[0]!} | ${format(BigInt(ledger.rowCount))} | ${hours} h | ${total} | ${lengths} |`,
      );
    }
  }
}

function format(count: bigint): string {
  return count.toLocaleString('en-US');
}

await printHistograms();
