import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createManifest } from '../src/investigation/index.js';
import { investigateInParallel, readTransactions, writeCase } from '../src/node/index.js';
import { amlworldFile } from './data/amlworld-file.js';
import { sizesOf } from './data/scale-free-ledger.js';
import { type Benchmark, type BenchmarkCase, benchmarkCase } from './harness.js';

/** What a whole run gave, stage by stage. */
interface WholeRun {
  readonly accounts: number;
  readonly findings: number;
  readonly leads: number;
  readonly stages: Readonly<Record<string, number>>;
}

export const benchmark: Benchmark = {
  title: 'Whole run: read, investigate, write the case folder',
  cases: (words) =>
    sizesOf(words.length === 0 ? ['100k', '1m', '5m'] : words).flatMap((size) =>
      [2, 1].map((workers) => wholeCase(size, workers)),
    ),
};

function wholeCase({ name, transfers }: { name: string; transfers: number }, workers: number): BenchmarkCase {
  return benchmarkCase({
    id: `whole-${name}-${workers}`,
    task: `whole run, ${transfers.toLocaleString('en-US')} rows in the AMLworld layout`,
    who: workers === 1 ? 'illicit-flows, one thread' : 'illicit-flows, two threads',
    items: transfers,
    warmups: 0,
    repeats: 1,
    ...(name === '1m' && { budget: '8 s' }),
    ...(name === '5m' && { budget: '30 s, 4096 MiB' }),
    prepare: () => amlworldFile(transfers),
    run: (file) => wholeRun(file, workers),
    report: ({ accounts, findings, leads, stages }) => ({ accounts, findings, leads, ...stages }),
  });
}

/** One run from file to folder in a cold process, as a user of the command line has it. */
async function wholeRun(file: string, workers: number): Promise<WholeRun> {
  const stages: Record<string, number> = {};
  let stage = 'reading';
  let since = performance.now();
  const enter = (next: string): void => {
    const now = performance.now();
    stages[`${stage}, ms`] = Math.round((stages[`${stage}, ms`] ?? 0) + now - since);
    stage = next;
    since = now;
  };
  const read = await readTransactions([file], { mapping: 'amlworld', workers });
  enter('indexing');
  const investigation = await investigateInParallel(
    read.ledger,
    {
      seed: 1,
      onProgress: ({ stage: next }) => {
        if (next !== stage) enter(next);
      },
    },
    { workers },
  );
  enter('writing');
  const folder = mkdtempSync(join(tmpdir(), 'whole-run-'));
  try {
    const manifest = createManifest(investigation, read, { mapping: 'amlworld', duplicates: 'keep', reader: 'auto' });
    await writeCase(join(folder, 'case'), investigation, { quarantine: read.quarantine, manifest, audit: [] });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  enter('end');
  return {
    accounts: read.ledger.accounts.size,
    findings: investigation.findings.length,
    leads: investigation.leads.length,
    stages,
  };
}
