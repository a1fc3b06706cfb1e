import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { readLedger } from '../../src/ingest/index.js';
import { standardInput } from '../../src/node/file-source.js';
import { inspectFile, readTransactions, sourceNames } from '../../src/node/index.js';
import { readParquet } from '../../src/node/read-parquet.js';
import { bankFile, bankPath } from '../support/ingest/bank-files.js';
import { freshFolder, runCommand } from '../support/run-command.js';
import { rowsOf } from '../support/ingest/reading.js';

/** One transfer as a line of NDJSON, packed by zstd. */
const ZSTD_NDJSON =
  'KLUv/QRoZQIA8kQQEpA9BmSRQ+dRiQ1hcPS7sagoAWA/KfTz7OazFrsHItnDW7YsugjffO3h7Od3YuocW/ZlVh9OhiBDmDLKz5+M9zoCADBHqTYmFAz1aBY=';

async function codeOf(reading: Promise<unknown>): Promise<string> {
  const error: unknown = await reading.catch((thrown: unknown) => thrown);
  return error instanceof Error && 'code' in error ? String(error.code) : 'read';
}

describe('Parquet', () => {
  it('is read exactly, beside DuckDB', async () => {
    const connection = await (await DuckDBInstance.create()).connect();
    for (const name of ['ledger-snappy.parquet', 'ledger-zstd.parquet']) {
      const { columns, batches } = await readParquet(bankFile(name), name);
      const rows: string[][] = [];
      for await (const batch of batches) rows.push(...batch.map((row) => [...row]));
      const wanted = columns
        .filter((column) => column !== 'tz')
        .map((column) => `coalesce("${column}"::varchar, '') as "${column}"`);
      const result = await connection.runAndReadAll(`select ${wanted.join()} from read_parquet('${bankPath(name)}')`);
      const tz = columns.indexOf('tz');
      expect(rows.map((row) => row.filter((_, i) => i !== tz))).toEqual(result.getRows());
      if (tz >= 0) expect(rows[0]![tz]).toBe('2024-01-02 10:00:00.123456Z');
    }
    connection.closeSync();
  });

  it('becomes a ledger with rows as lines', async () => {
    const reading = await readTransactions(bankPath('ledger-snappy.parquet'), { mapping: 'illicit-flows' });
    expect(reading.files[0]).toMatchObject({ format: 'parquet', read: 3, accepted: 3, layout: 'transfers' });
    expect(reading.files[0]!.notes).toContain('1 nested columns are not read');
    expect(rowsOf(reading)[0]).toContain('9999999999e-2 EUR');
    expect(reading.ledger.source(0)).toMatchObject({ line: 3 });
    expect(await inspectFile(bankPath('ledger-snappy.parquet'))).toMatchObject({
      format: 'parquet',
      preset: 'illicit-flows',
    });
  });

  it('that is cut short is refused', async () => {
    const bytes = bankFile('ledger-snappy.parquet');
    expect(await codeOf(readParquet(bytes.slice(0, 1000), 'x'))).toBe('parquet-unreadable');
    expect(await codeOf(readParquet(bytes.slice(0, 5), 'x'))).toBe('parquet-unreadable');
  });
});

describe('packed files', () => {
  it('are unpacked, whatever is inside', async () => {
    const folder = freshFolder();
    const gz = join(folder, 'statement');
    writeFileSync(gz, gzipSync(bankFile('camt053-v2-single.xml')));
    expect((await readTransactions(gz, { mapping: 'iso20022' })).files[0]).toMatchObject({
      format: 'camt',
      gzip: true,
    });
    const zst = join(folder, 'lines.csv');
    writeFileSync(zst, Buffer.from(ZSTD_NDJSON, 'base64'));
    const reading = await readTransactions(zst, { mapping: 'illicit-flows' });
    expect(reading.files[0]).toMatchObject({ format: 'ndjson', gzip: false, accepted: 1 });
    expect(reading.files[0]!.notes).toContain('unpacked from zstd');
    expect(await inspectFile(zst)).toMatchObject({ format: 'ndjson' });
  });

  it('are refused beyond a limit, or when they are spoilt', async () => {
    const zst = join(freshFolder(), 'lines.zst');
    const bytes = Buffer.from(ZSTD_NDJSON, 'base64');
    writeFileSync(zst, bytes);
    expect(await codeOf(readTransactions(zst, { mapping: 'illicit-flows', maxUnpackedBytes: 10 }))).toBe(
      'unpacked-too-large',
    );
    const lines = '{"time":"2024-01-01","payer_account":"a","beneficiary_account":"b","amount":1,"currency":"EUR"}\n';
    writeFileSync(zst, gzipSync(lines.repeat(20_000)));
    expect(await codeOf(readTransactions(zst, { mapping: 'illicit-flows', maxUnpackedBytes: 1 << 19 }))).toBe(
      'unpacked-too-large',
    );
    writeFileSync(zst, bytes.subarray(0, 40));
    expect(await codeOf(readTransactions(zst, { mapping: 'illicit-flows' }))).toBe('zstd-unreadable');
  });
});

describe('the command line', () => {
  it('reads standard input, and cites it as stdin', async () => {
    const source = standardInput(Readable.from([bankFile('mt940-german.sta')]));
    const { ledger, files } = await readLedger([source], { mapping: 'mt940' });
    expect(files[0]).toMatchObject({ name: 'stdin', format: 'mt940', accepted: 4 });
    expect(files[0]!.sha256).toBe(createHash('sha256').update(bankFile('mt940-german.sta')).digest('hex'));
    expect(ledger.source(0).file).toBe('stdin');
    expect(sourceNames(['-', 'a/x', 'b/x'])).toEqual(['stdin', 'a/x', 'b/x']);
  });

  it('names format and preset, and takes them', async () => {
    const inspected = await runCommand('inspect', bankPath('camt054-v8-batch.xml'));
    expect(inspected.out).toContain('camt054-v8-batch.xml: camt, utf-8, 18 columns');
    expect(inspected.out).toContain('use --map iso20022');
    const out = join(freshFolder(), 'case');
    const read = await runCommand('investigate', bankPath('camt054-v8-batch.xml'), '--map', 'iso20022', '--out', out);
    expect(read).toMatchObject({ exitCode: 0 });
    const verified = await runCommand('verify', out, bankPath('camt054-v8-batch.xml'));
    expect(verified).toMatchObject({ exitCode: 0 });
  });

  it('answers a document with one sentence and exit code 1', async () => {
    const pdf = join(freshFolder(), 'scan.csv');
    writeFileSync(pdf, '%PDF-1.4\n');
    const { err, exitCode } = await runCommand('investigate', pdf, '--map', 'mt940', '--out', join(freshFolder(), 'c'));
    expect([exitCode, err.trim().split('\n').length]).toEqual([1, 1]);
    expect(err).toContain('[format-unreadable]');
  });
});
