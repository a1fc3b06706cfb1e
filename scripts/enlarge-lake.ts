import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROW_COLUMNS } from '../src/slices/index.js';
import { sqlPath, sqlText } from '../src/export/index.js';
import { hashFileAt } from '../src/node/hash-file.js';
import { LAKE_MANIFEST } from '../src/node/lake-manifest.js';
import { openLake, withDatabase } from '../src/node/index.js';

/**
 * Writes a lake that holds another one several times over, each time at institutions of its own and some hours later, straight
 * to Parquet: for measuring with more transfers than `simulate` makes. Every row is a row of one file that there is not.
 *
 *   node --import tsx scripts/enlarge-lake.ts LAKE COPIES OUT
 */
const [from, copies, out] = process.argv.slice(2);
const count = Number(copies);
if (from === undefined || out === undefined || !(count >= 1)) throw new Error('Expected LAKE COPIES OUT');

const INSTITUTIONS: ReadonlySet<string> = new Set(
  ['payer', 'payerUnit', 'beneficiary', 'beneficiaryUnit'].map((end) => `${end}Institution`),
);
const HOURS_APART = 5;

/** A column of copy `k`; texts that are not given stay so. */
function copied(name: string): string {
  if (INSTITUTIONS.has(name)) return `k || '-' || "${name}" AS "${name}"`;
  if (name === 'id') return `k || '-' || id AS id`;
  if (name === 'timeMs') return `"timeMs" + k * ${HOURS_APART * 3_600_000} AS "timeMs"`;
  return `"${name}"`;
}

const { manifest, paths } = await openLake([join(from, 'transfers.parquet')]);
const columns = ROW_COLUMNS.map(({ name }) => `"${name}"`);
// The order of a ledger: what stands beside time and accounts is in order within each copy already.
const order =
  '"timeMs", "payerInstitution", "payerAccount", "beneficiaryInstitution", "beneficiaryAccount", file_row_number';
const source = sqlText(manifest.inputs[0]!.name);
const written = columns.map((name) => (name === '"row"' ? 'row_number() OVER () + 1 AS "row"' : name));
const path = join(out, 'transfers.parquet');
await mkdir(out);
const where = { memoryBytes: 4 * 2 ** 30, spill: join(out, 'spill') };
await withDatabase('enlarge a lake', where, async (database) => {
  const lake = `read_parquet([${paths.map((one) => sqlText(sqlPath(one))).join(', ')}], file_row_number = true)`;
  const all = `SELECT ${[...ROW_COLUMNS.map(({ name }) => copied(name)), 'file_row_number'].join(', ')} FROM ${lake}, range(${count}) copies(k)`;
  const sorted = `SELECT * REPLACE (${source} AS source) FROM (${all}) ORDER BY ${order}`;
  await database.run(
    `COPY (SELECT ${written.join(', ')} FROM (${sorted})) TO ${sqlText(path)} (FORMAT parquet, COMPRESSION zstd)`,
  );
});
await rm(where.spill, { recursive: true, force: true });
const { sha256 } = await hashFileAt(path);
const transfers = count * manifest.ledger.transfers;
const { read } = manifest.totals;
const totals = { ...manifest.totals, read: count * read, accepted: transfers };
await writeFile(
  join(out, LAKE_MANIFEST),
  JSON.stringify({
    ...manifest,
    files: [{ name: 'transfers.parquet', bytes: (await stat(path)).size, sha256, rows: transfers }],
    inputs: [{ ...manifest.inputs[0]!, read: totals.read, accepted: transfers }],
    totals,
    ledger: { ...manifest.ledger, transfers, accounts: count * manifest.ledger.accounts },
  }),
);
