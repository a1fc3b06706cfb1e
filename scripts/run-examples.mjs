// Runs every example against the built package and compares what it prints with its expected.txt.
// With --write, writes expected.txt instead (look at the difference before you commit it).
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const examples = resolve(import.meta.dirname, '../examples');
const write = process.argv.includes('--write');
const environment = { ...process.env, TSX_TSCONFIG_PATH: join(import.meta.dirname, 'tsconfig.examples.json') };
let failed = 0;

// The README's library examples are run as they stand, one after the other, as one program.
const text = readFileSync(resolve(examples, '../README.md'), 'utf8');
const readme = join(examples, '.readme.mts');
writeFileSync(readme, [...text.matchAll(/```ts\n([\s\S]*?)```/gu)].map(([, snippet]) => snippet).join('\n'));
try {
  const printed = execFileSync(process.execPath, ['--import', 'tsx', readme], {
    cwd: resolve(examples, '..'),
    env: environment,
    encoding: 'utf8',
  });
  const expected = ['C001', 'Tracing rules are conventions', 'true'];
  const missing = expected.find((part) => !printed.includes(part));
  if (missing !== undefined) throw new Error(`Expected the README to print ${missing} but received ${printed}`);
  process.stdout.write('ok   README\n');
} finally {
  rmSync(readme);
}

for (const name of readdirSync(examples)
  .filter((entry) => /^\d\d-/u.test(entry))
  .sort()) {
  const expectedFile = join(examples, name, 'expected.txt');
  const printed = execFileSync(process.execPath, ['--import', 'tsx', join(examples, name, 'main.ts')], {
    cwd: resolve(examples, '..'),
    env: environment,
    encoding: 'utf8',
  });
  if (write) writeFileSync(expectedFile, printed);
  const same = existsSync(expectedFile) && readFileSync(expectedFile, 'utf8') === printed;
  process.stdout.write(`${same ? 'ok  ' : 'DIFF'} ${name}\n`);
  if (same && printed !== '') continue;
  failed++;
  process.stdout.write(`${printed}\n`);
}
process.exitCode = failed === 0 ? 0 : 1;
