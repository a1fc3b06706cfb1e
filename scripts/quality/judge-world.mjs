// One world: made, investigated, held against its truth.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that is gone afterwards, whatever happens. */
export async function inFolder(use) {
  const folder = mkdtempSync(join(tmpdir(), 'illicit-flows-quality-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Makes a world with further options of simulate, such as `{ regime: 'single-bank', networks: 0 }`. */
export function makeWorld(commandLine, out, { seed, transfers, ...options }) {
  const flags = Object.entries(options).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`, `${value}`],
  );
  commandLine.run('simulate', '--seed', `${seed}`, '--transfers', `${transfers}`, ...flags, '--out', out);
}

export function truthOf(world) {
  return JSON.parse(readFileSync(join(world, 'truth.json'), 'utf8'));
}

/** Investigates transactions and evaluates the case; with `traces` it also traces around every listed account. */
export function judge(commandLine, { transactions, truth, out, traces }) {
  commandLine.run('investigate', transactions, '--map', 'illicit-flows', '--out', out);
  const data = traces ? ['--data', transactions, '--map', 'illicit-flows'] : [];
  const evaluation = JSON.parse(commandLine.run('evaluate', '--case', out, '--truth', truth, ...data, '--json'));
  const { accounts, networks } = JSON.parse(readFileSync(truth, 'utf8'));
  return { ...evaluation, accounts, plans: networks.map(({ id, mode }) => ({ id, mode })) };
}

/** Makes a world in a folder that goes away, and judges it. */
export async function judgeWorld(commandLine, options, { traces }) {
  return inFolder((folder) => {
    const world = join(folder, 'world');
    makeWorld(commandLine, world, options);
    const [transactions, truth] = ['transactions.csv', 'truth.json'].map((name) => join(world, name));
    return judge(commandLine, { transactions, truth, out: join(folder, 'case'), traces });
  });
}
