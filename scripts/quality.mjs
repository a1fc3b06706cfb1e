// Quality on simulated worlds, through the built command line: simulate, investigate, evaluate. Prints two tables.
// Usage: node scripts/quality.mjs [first seed] [last seed] [transfers]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const [first = 1, last = 5, transfers = 200_000] = process.argv.slice(2).map(Number);
const cli = resolve(import.meta.dirname, '../dist/cli.js');
const run = (...args) => execFileSync(process.execPath, [cli, ...args], { encoding: 'utf8' });
const say = (text) => process.stdout.write(`${text}\n`);
const percent = (share) => `${(share * 100).toFixed(1)} %`;
const byMode = new Map();
const all = {
  networks: 0,
  found: 0,
  listed: 0,
  right: 0,
  accounts: 0,
  flagged: 0,
  planted: 0,
  exposed: 0,
  payers: 0,
  reached: 0,
};

say(
  '| seed | networks found | operator precision | operator recall | false alarms per 1,000 accounts | look-alikes flagged | payers exposed |',
);
say('|---|---|---|---|---|---|---|');
for (let seed = first; seed <= last; seed++) {
  const folder = mkdtempSync(join(tmpdir(), 'illicit-flows-quality-'));
  const [world, out] = [join(folder, 'world'), join(folder, 'case')];
  run('simulate', '--seed', String(seed), '--transfers', String(transfers), '--out', world);
  run('investigate', join(world, 'transactions.csv'), '--map', 'illicit-flows', '--out', out);
  const found = JSON.parse(run('evaluate', '--case', out, '--truth', join(world, 'truth.json'), '--json'));
  for (const { id, mode } of JSON.parse(readFileSync(join(world, 'truth.json'), 'utf8')).networks) {
    const tally = byMode.get(mode) ?? { planted: 0, found: 0 };
    tally.planted++;
    if (!found.networksMissed.includes(id)) tally.found++;
    byMode.set(mode, tally);
  }
  const planted = found.lookAlikes.reduce((sum, { planted: n }) => sum + n, 0);
  const flagged = found.lookAlikes.reduce((sum, { flagged: n }) => sum + n, 0);
  const right = Math.round(found.operatorPrecision * found.listedAccounts);
  all.networks += found.networks;
  all.found += found.networksFound;
  all.listed += found.listedAccounts;
  all.right += right;
  all.flagged += flagged;
  all.planted += planted;
  all.exposed += found.payersExposed;
  all.payers += found.payers;
  all.accounts += JSON.parse(readFileSync(join(world, 'truth.json'), 'utf8')).accounts;
  if (found.networkRecall >= 0.9) all.reached++;
  const cells = [
    seed,
    `${found.networksFound} of ${found.networks} (${percent(found.networkRecall)})`,
    percent(found.operatorPrecision),
    percent(found.operatorRecall),
    found.falseAlarmsPer1000Accounts.toFixed(2),
    `${flagged} of ${planted}`,
    `${found.payersExposed} of ${found.payers}`,
  ];
  say(`| ${cells.join(' | ')} |`);
  rmSync(folder, { recursive: true, force: true });
}
const totals = [
  percent(all.right / all.listed),
  '',
  (((all.listed - all.right) * 1000) / all.accounts).toFixed(3),
  `${all.flagged} of ${all.planted}`,
  `${all.exposed} of ${all.payers}`,
];
say(`| all | ${all.found} of ${all.networks} (${percent(all.found / all.networks)}) | ${totals.join(' | ')} |`);
say(`\nIn ${all.reached} of ${last - first + 1} worlds at least 0.9 of the networks are found.`);
say('\n| way of paying | networks found |\n|---|---|');
for (const [mode, { planted, found }] of [...byMode].sort()) say(`| ${mode} | ${found} of ${planted} |`);
