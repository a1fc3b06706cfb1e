// The command line that is measured: as strangers run it, in a process of its own.
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { build } from 'tsup';
import { buildReport } from '../build-report.mjs';

const ROOT = resolve(import.meta.dirname, '../..');

/** Builds the command line from the source as it stands, without types, with the template of its reports, and gives its path. */
export async function buildCommandLine() {
  const outDir = resolve(ROOT, '.bench/quality');
  await build({
    config: false,
    entry: { cli: resolve(ROOT, 'src/cli/main.ts'), worker: resolve(ROOT, 'src/node/worker.ts') },
    outDir,
    format: ['esm'],
    target: 'node20',
    splitting: false,
    clean: true,
    silent: true,
    skipNodeModulesBundle: true,
  });
  await buildReport(resolve(outDir, 'report-template.html'));
  return resolve(outDir, 'cli.js');
}

/** A command line to be run, and what its simulate can do. */
export class CommandLine {
  #path;
  /** Options of simulate, such as `--regime`. */
  simulateOptions;
  /** Regimes of simulate, in its order; none where it has only one kind of world. */
  regimes;

  constructor(path) {
    this.#path = path;
    const help = this.run('simulate', '--help');
    const [options, regimes = ''] = help.split(/^Regimes:$/mu);
    this.simulateOptions = new Set([...options.matchAll(/^ {2}(--[a-z-]+)/gmu)].map(([, option]) => option));
    this.regimes = [...regimes.matchAll(/^ {2}([a-z][a-z-]*) /gmu)].map(([, regime]) => regime);
  }

  /** What a command prints. Throws with what it complained of. */
  run(...args) {
    try {
      const options = { encoding: 'utf8', maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'pipe'] };
      return execFileSync(process.execPath, ['--max-old-space-size=8000', this.#path, ...args], options);
    } catch (error) {
      throw new Error(`illicit-flows ${args.join(' ')}: ${String(error.stderr || error.message).trim()}`, {
        cause: error,
      });
    }
  }
}
