// Packs the library, installs the tarball into an empty project, and uses it there as a stranger would: run from ESM and
// from CommonJS, run the command line, and type-check NodeNext (ESM and CommonJS) and Bundler consumers without skipLibCheck.
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const project = mkdtempSync(join(tmpdir(), 'illicit-flows-consumer-'));
const run = (command, args, cwd = project) =>
  execFileSync(command, args, { cwd, stdio: ['ignore', 'pipe', 'inherit'] }).toString();
/** Sources of maps are most of it. */
const MOST_BYTES = 8_000_000;
/** Pages that stand in the repository alone; npm shows them from there. */
const REPOSITORY_ONLY = /^(?:CONTRIBUTING\.md|src|test|examples|benchmarks|\.ci|scripts)(?:\/|$)/u;

/** Links of an installed page that lead to no file of the package. */
function brokenLinks(folder, page) {
  const text = readFileSync(join(folder, page), 'utf8');
  return [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/gu)]
    .map(([, target]) => join(dirname(page), target))
    .filter((target) => !REPOSITORY_ONLY.test(target) && !existsSync(join(folder, target)))
    .map((target) => `${page} -> ${target}`);
}

/** Path of a tarball made here, in the folder of the project. */
function pack() {
  const name = run('npm', ['pack', '--silent', '--pack-destination', project], root).trim().split('\n').at(-1);
  return join(project, name);
}

const say = (text) => process.stdout.write(`${text}\n`);

try {
  const tarball = 'illicit-flows.tgz';
  copyFileSync(process.argv[2] ?? pack(), join(project, tarball));
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
  const bytes = statSync(join(project, tarball)).size;
  if (bytes > MOST_BYTES) throw new Error(`The tarball has ${bytes} bytes, more than ${MOST_BYTES}`);
  const installed = join(project, 'node_modules/illicit-flows');
  const pages = [
    'README.md',
    ...readdirSync(join(installed, 'docs'), { recursive: true }).map((name) => join('docs', name)),
  ];
  const broken = pages.filter((name) => name.endsWith('.md')).flatMap((name) => brokenLinks(installed, name));
  if (broken.length > 0) throw new Error(`Links that lead out of the package: ${broken.join(', ')}`);
  say(`documentation: ${pages.length} files, links lead somewhere; tarball of ${Math.round(bytes / 1e3)} kB`);
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
