// The main job on the bundled example: build, investigate, and hold the case against the example's truth.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const out = join('case', 'example');
const run = (command, args) => execFileSync(command, args, { cwd: root, stdio: 'inherit' });

run(process.execPath, [join('node_modules', 'tsup', 'dist', 'cli-default.js'), '--no-dts', '--silent']);
run(process.execPath, [join('scripts', 'build-report.mjs')]);
run(process.execPath, [join('scripts', 'build-kernel.mjs')]);
rmSync(join(root, out), { recursive: true, force: true });
const cli = join('dist', 'cli.js');
const data = 'examples/data';
run(process.execPath, [cli, 'investigate', `${data}/transactions.csv`, '--map', 'illicit-flows', '--out', out]);
process.stdout.write('\nThe example is a simulated world, so the answer is known:\n');
run(process.execPath, [cli, 'evaluate', '--case', out, '--truth', `${data}/truth.json`]);
