// Packs the library, installs the tarball into an empty project, and uses it there as a stranger would: run from ESM and
// from CommonJS, run the command line, and type-check NodeNext (ESM and CommonJS) and Bundler consumers without skipLibCheck.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const project = mkdtempSync(join(tmpdir(), 'illicit-flows-consumer-'));
const run = (command, args, cwd = project) =>
  execFileSync(command, args, { cwd, stdio: ['ignore', 'pipe', 'inherit'] }).toString();
const say = (text) => process.stdout.write(`${text}\n`);

try {
  const tarball = run('npm', ['pack', '--silent', '--pack-destination', project], root).trim().split('\n').at(-1);
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'consumer', version: '1.0.0', private: true }));
  const typescript = JSON.parse(run('npm', ['pkg', 'get', 'devDependencies.typescript'], root));
  const nodeTypes = JSON.parse(run('npm', ['pkg', 'get', 'devDependencies.@types/node'], root));
  run('npm', [
    'install',
    '--silent',
    '--no-audit',
    '--no-fund',
    `./${tarball}`,
    `typescript@${typescript}`,
    `@types/node@${nodeTypes}`,
  ]);
  cpSync(join(root, 'test/consumer'), project, { recursive: true });
  say(run('node', ['run.mjs']).trim());
  say(run('node', ['run.cjs']).trim());
  say(`command line: illicit-flows ${run('npx', ['--no-install', 'illicit-flows', '--version']).trim()}`);
  for (const config of readdirSync(project)
    .filter((name) => /^tsconfig\..*\.json$/u.test(name))
    .sort()) {
    run('npx', ['--no-install', 'tsc', '--project', config]);
    say(`types: ${config} passes without skipLibCheck`);
  }
} finally {
  rmSync(project, { recursive: true, force: true });
}
