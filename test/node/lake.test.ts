import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLake, readLake, readTransactions, writeLake } from '../../src/node/index.js';
import { type LedgerTransfer } from '../../src/ledger/index.js';
import { HOSTILE_TEXTS } from '../support/hostile-texts.js';
import { freshFolder, runCommand } from '../support/run-command.js';

function filesBelow(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    names.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(folder.length + 1), readFileSync(path, 'utf8')];
    }),
  );
}

/** Rows of the preset illicit-flows, as text. */
function csvOf(rows: readonly (readonly string[])[], header: readonly string[]): string {
  return [header, ...rows].map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');
}

const HEADER = [
  ...['payer_institution', 'payer_account', 'payer_holder', 'payer_holder_id', 'beneficiary_account', 'amount'],
  ...['currency', 'received_amount', 'received_currency', 'time', 'channel', 'place_from', 'country_to', 'id'],
];

/** Everything that a row can have, hostile texts in every text, and rows that are not read. */
function strangeFile(folder: string): string {
  const texts = HOSTILE_TEXTS.map(([, text]) => text).filter((text) => !/[\n\r\u0000]/u.test(text));
  const rows = texts.flatMap((text, i) => [
    ...[
      [
        'B1',
        `${text} ${i}`,
        text,
        String(i % 5),
        `x${i}`,
        '0.10',
        'EUR',
        '',
        '',
        '2024-01-02',
        'cash',
        text,
        'DE',
        text,
      ],
    ],
    ...[
      [
        '',
        `p'"\\ ${i}`,
        'One',
        '1',
        `q${i}`,
        '123456789012345678901.25',
        'USD',
        '7.5',
        'EUR',
        '2024-01-01',
        'p2p',
        '',
        '',
        '',
      ],
    ],
    ...[['B2', 'p1', 'One', '1', `q${i}`, '', '', '', '', '2024-01-03T10:00:00.123Z', 'wire', '', 'FR', 'I']],
    ...[['B2', 'p1', '', '', 'p1', 'much', 'EUR', '', '', '2024-01-03', 'wire', '', 'FR', 'I']],
  ]);
  const path = join(folder, `it's a "file" \\n.csv`);
  writeFileSync(path, `${csvOf([...rows, ...rows.slice(0, 3)], HEADER)}\n`);
  return path;
}

describe('a lake', () => {
  it('leads to the case of the files that it was made from', { timeout: 120_000 }, async () => {
    const folder = freshFolder();
    await runCommand('simulate', '--seed', '21', '--transfers', '20000', '--out', join(folder, 'world'));
    const csv = join(folder, 'world', 'transactions.csv');
    const at = (name: string): string => join(folder, name);
    const made = await runCommand('convert', csv, '--map', 'illicit-flows', '--out', at('lake'));
    expect([made.exitCode, made.err]).toEqual([0, '']);
    const common = ['--no-report'];
    await runCommand('investigate', csv, '--map', 'illicit-flows', '--out', at('csv'), ...common);
    const lake = at('lake/transfers.parquet');
    const run = await runCommand('investigate', lake, '--map', 'lake', '--out', at('case'), ...common);
    expect([run.exitCode, run.err]).toEqual([0, '']);
    const [own, expected] = [filesBelow(at('case')), filesBelow(at('csv'))];
    const isAside = (name: string): boolean => name === 'manifest.json' || name === 'audit.jsonl';
    expect([...own].filter(([name]) => !isAside(name))).toEqual([...expected].filter(([name]) => !isAside(name)));
    expect(own.get('leads/C001/transfers.csv')).toContain('transactions.csv');
    const asCsv = own.get('manifest.json')!.replace('"mapping": "lake"', '"mapping": "illicit-flows"');
    expect(asCsv).toBe(expected.get('manifest.json'));
    const verified = await runCommand('verify', at('case'), lake);
    expect([verified.exitCode, verified.err]).toEqual([0, '']);
  });

  it('holds everything that a ledger has, whatever the texts', { timeout: 60_000 }, async () => {
    const folder = freshFolder();
    const file = strangeFile(folder);
    const reading = await readTransactions(file, { mapping: 'illicit-flows', sameHolder: 'name' });
    const { ledger, quarantine } = reading;
    const lake = join(folder, "la'ke; DROP TABLE transfers --");
    const manifest = await writeLake(lake, reading, { mapping: 'illicit-flows', reader: 'auto', duplicates: 'keep' });
    expect(readdirSync(lake).sort()).toEqual(['lake.json', 'quarantine.csv', 'transfers.parquet']);
    expect(manifest.totals.accepted + manifest.totals.quarantined + manifest.totals.skipped).toBe(manifest.totals.read);
    expect(quarantine.total).toBeGreaterThan(10);
    expect(readFileSync(join(lake, 'quarantine.csv'), 'utf8').split('\n').length).toBe(quarantine.total + 2);
    const back = await readLake(await openLake([join(lake, 'transfers.parquet')]));
    const plain = (from: Iterable<LedgerTransfer>): unknown => JSON.parse(JSON.stringify([...from]));
    expect(plain(back.ledger)).toEqual(plain(ledger));
    expect(back.ledger.accounts.unit).toEqual(ledger.accounts.unit);
    expect(new Set(ledger.accounts.unit).size).toBeLessThan(ledger.accounts.size);
    expect(back.ledger.currencies).toEqual(ledger.currencies);
    expect(back.ledger.sources).toEqual(ledger.sources);
    expect(back.holders).toEqual(reading.holders);
    expect(back.quarantine.counts).toEqual(quarantine.counts);
    for (let row = 0; row < ledger.rowCount; row++) expect(back.ledger.source(row)).toEqual(ledger.source(row));
  });
});

describe('what is wrong with a lake', () => {
  it('is said to who names its folder: the files in it are to be named', async () => {
    const { err } = await runCommand('investigate', freshFolder(), '--map', 'lake', '--out', 'none');
    expect(err).toMatch(
      /Parquet files that convert wrote, lake\.json beside them, but .* does not exist \[file-unreadable\]/u,
    );
  });

  const at = async (): Promise<string> => {
    const folder = freshFolder();
    const file = strangeFile(folder);
    await runCommand('convert', file, '--map', 'illicit-flows', '--out', join(folder, 'lake'));
    return join(folder, 'lake');
  };
  const investigated = async (...args: string[]): Promise<string> => {
    const out = join(freshFolder(), 'case');
    const { err, exitCode } = await runCommand('investigate', ...args, '--map', 'lake', '--out', out);
    expect([exitCode, existsSync(out)]).toEqual([1, false]);
    return /\[([a-z-]+)\]\n$/u.exec(err)?.[1] ?? err;
  };

  it('is said: files that changed, that are missing, and flags that come too late', { timeout: 60_000 }, async () => {
    const lake = await at();
    const transfers = join(lake, 'transfers.parquet');
    expect(await investigated(transfers, '--two-views', 'drop')).toBe('lake-settled');
    expect(await investigated(transfers, join(lake, 'lake.json'))).toBe('lake-files');
    const alone = join(freshFolder(), 'transfers.parquet');
    copyFileSync(transfers, alone);
    expect(await investigated(alone)).toBe('file-unreadable');
    writeFileSync(transfers, 'PAR1');
    expect(await investigated(transfers)).toBe('lake-changed');
    writeFileSync(join(lake, 'lake.json'), '{"contract":"lake/0"}');
    expect(await investigated(transfers)).toBe('lake-manifest');
  });
});
