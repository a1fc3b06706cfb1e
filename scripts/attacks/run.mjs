// Attacks on the built command line, each in a process of its own: npm run attacks [-- NAME ...]
// Prints what came of each with its processor time and peak memory; exit code 1 if something did not end as it should.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FILES } from './files.mjs';

const HERE = import.meta.dirname;
const CLI = resolve(HERE, '../../dist/command-line.js');
const read = (more = []) => ['--map', 'illicit-flows', '--max-quarantine', '1', '--no-report', ...more];

/** Name, file, arguments, exit code, and a code that standard error has to hold. */
const ATTACKS = [
  ['start of the program, for comparison', 'small.csv', read(), 0, ''],
  ['open quotes, 40,000 lines, bytes', 'open-quotes-40k.csv', read(['--reader', 'bytes', '--workers', '1']), 0, ''],
  ['open quotes, 40,000 lines, Papa Parse', 'open-quotes-40k.csv', read(['--reader', 'papa']), 0, ''],
  ['open quotes, 1,000,000 lines, bytes', 'open-quotes-1m.csv', read(['--reader', 'bytes', '--workers', '1']), 0, ''],
  ['open quotes, 1,000,000 lines, Papa Parse', 'open-quotes-1m.csv', read(['--reader', 'papa']), 0, ''],
  ['35,000 names alike, 100 broken rows', 'names-alike-100.csv', read(), 0, ''],
  ['35,000 names alike, 10,000 broken rows', 'names-alike-10k.csv', read(), 0, ''],
  ['1,000,000 quarantined rows', 'quarantined-1m.csv', read(), 0, ''],
  ['10 GiB of zeros in a .gz', 'zeros-10g.csv.gz', read(), 1, 'unpacked-too-large'],
  ['a sheet of 600 MB packed 1000 to 1', 'packed.xlsx', read(), 1, 'zip-limit'],
  ['JSON of 5,000,000 open brackets', 'nested.json', read(), 1, ''],
  ['XML with entities that grow', 'entities.xml', ['--map', 'iso20022', '--no-report'], 1, 'xml-doctype'],
  ['a mapping of 100,000 words', 'small.csv', ['--map', 'many-words.json'], 1, 'mapping-invalid'],
  ['a mapping of 500,000 words', 'small.csv', ['--map', 'many-words-5m.json'], 1, 'mapping-invalid'],
  ['a mapping of a billion columns', 'small.csv', ['--map', 'many-columns.json'], 1, 'mapping-invalid'],
  ['a mapping with a nested repetition', 'small.csv', ['--map', 'nested-pattern.json'], 1, 'pattern-refused'],
];

const folder = mkdtempSync(join(tmpdir(), 'attacks-'));
const usage = join(folder, 'usage.json');
const wanted = process.argv.slice(2);
let wrong = 0;
try {
  for (const [name, file, given, exitCode, code] of ATTACKS) {
    if (wanted.length > 0 && !wanted.some((word) => name.includes(word))) continue;
    for (const needed of [file, ...given.filter((word) => word in FILES)]) {
      if (!existsSync(join(folder, needed))) await FILES[needed](join(folder, needed));
    }
    const out = join(folder, 'case');
    mkdirSync(folder, { recursive: true });
    rmSync(out, { recursive: true, force: true });
    const args = given.map((word) => (word in FILES ? join(folder, word) : word));
    const preload = pathToFileURL(join(HERE, 'usage.mjs')).href;
    const { status, stderr, stdout } = spawnSync(
      process.execPath,
      ['--import', preload, CLI, 'investigate', join(folder, file), ...args, '--out', out],
      { encoding: 'utf8', env: { ...process.env, ATTACK_USAGE: usage }, maxBuffer: 1 << 26 },
    );
    const { seconds, megabytes } = JSON.parse(readFileSync(usage, 'utf8'));
    // A refusal leaves nothing, and every record of what was read is counted.
    const isRight =
      status === exitCode && stderr.includes(code) && !/^\s+at /mu.test(stderr) && existsSync(out) === (exitCode === 0);
    if (!isRight) wrong++;
    const size = (statSync(join(folder, file)).size / 1e6).toFixed(1);
    const said = (exitCode === 0 ? stdout : stderr).split('\n')[0].replaceAll(`${folder}/`, '').slice(0, 160);
    process.stdout.write(
      `${isRight ? 'ok   ' : 'WRONG'} | ${name} | ${size} MB | ${seconds.toFixed(2)} s | ${megabytes.toFixed(0)} MB | ${said}\n`,
    );
    if (!isRight) process.stderr.write(`exit code ${status}, expected ${exitCode} ${code}\n${stderr.slice(0, 2000)}\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = wrong === 0 ? 0 : 1;
