// Builds the benchmarks and runs one: npm run bench -- NAME [words]. Measured code is built code: what a TypeScript loader
// costs while it runs (a tenth of reading, for one), no user pays.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { build } from 'tsup';
import { buildReport } from './build-report.mjs';

const root = resolve(import.meta.dirname, '..');
const outDir = resolve(root, '.bench/built');
await build({
  config: false,
  // Threads of the library look for their entry beside what starts them.
  entry: { run: resolve(root, 'benchmarks/run.ts'), worker: resolve(root, 'src/node/worker.ts') },
  outDir,
  format: ['esm'],
  target: 'node20',
  clean: true,
  silent: true,
  skipNodeModulesBundle: true,
});
// A whole run writes the page of its case.
await buildReport(resolve(outDir, 'report-template.html'));
// Room for young objects as the command line has it.
const flags = ['--expose-gc', '--max-old-space-size=16000', '--max-semi-space-size=64'];
const { status } = spawnSync(process.execPath, [...flags, resolve(outDir, 'run.js'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
