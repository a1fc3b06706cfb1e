import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse as csvParse } from 'csv-parse';
import { MultiDirectedGraph } from 'graphology';
import Papa from 'papaparse';
import { buildTemporalGraph, type TemporalGraph } from '../src/graph/index.js';
import { type ReaderName } from '../src/ingest/index.js';
import { readTransactions } from '../src/node/index.js';
import { builtNode } from './data/built-package.js';
import { amlworldFile } from './data/amlworld-file.js';
import { hasPolars, loadPolars, readByPolars } from './data/polars.js';
import { type Benchmark, type BenchmarkCase, benchmarkCase } from './harness.js';

const SIZES = new Map([
  ['100k', 100_000],
  ['1m', 1_000_000],
  ['5m', 5_000_000],
]);

const POLARS = hasPolars();

/** File to ledger to graph, beside what the field has. Words: sizes (`100k`, `1m`, `5m`); default `1m`. */
export const benchmark: Benchmark = {
  title: `CSV to ledger to temporal graph, AMLworld layout (11 columns, 7 currencies)${POLARS ? '' : '; skipped: Polars, as nodejs-polars is not installed'}`,
  cases: (words) => (words.length === 0 ? ['1m'] : words).flatMap((word) => casesOf(word, SIZES.get(word) ?? NaN)),
};

function casesOf(word: string, rows: number): BenchmarkCase[] {
  const path = amlworldFile(rows);
  const size = `${(statSync(path).size / 1e6).toFixed(0)} MB`;
  const common = { task: `${word.toUpperCase()} rows, ${size}`, items: rows, warmups: 0 };
  const repeats = rows > 1_000_000 ? 2 : 3;
  return [
    oursCase(word, path, { reader: 'bytes', workers: 2 }, { ...common, repeats: rows > 1_000_000 ? 3 : 5 }),
    oursCase(word, path, { reader: 'bytes', workers: 1 }, { ...common, repeats: rows > 1_000_000 ? 3 : 5 }),
    oursCase(word, path, { reader: 'papa', workers: 1 }, { ...common, repeats: rows > 1_000_000 ? 1 : 2 }),
    benchmarkCase({
      ...common,
      id: `duckdb-ids-${word}`,
      who: 'DuckDB, typed columns and dense account ids',
      note: 'read_csv with stated types into a table, DISTINCT (bank, account) numbered, joined twice; 2 threads; no validation beyond the types, no order, no graph',
      repeats,
      run: () => duckdb(path, true, 2),
      report: (count) => ({ rows: count }),
    }),
    benchmarkCase({
      ...common,
      id: `duckdb-ids-one-thread-${word}`,
      who: 'DuckDB on one thread, typed columns and dense account ids',
      note: 'as above with one thread',
      repeats,
      run: () => duckdb(path, true, 1),
      report: (count) => ({ rows: count }),
    }),
    ...(POLARS ? [2, 1].map((threads) => polarsCase(word, path, threads, { ...common, repeats })) : []),
    benchmarkCase({
      ...common,
      id: `duckdb-columns-${word}`,
      who: 'DuckDB, typed columns only',
      note: 'read_csv with stated types (times, decimals, texts) into a table; 2 threads',
      repeats,
      run: () => duckdb(path, false, 2),
      report: (count) => ({ rows: count }),
    }),
    benchmarkCase({
      ...common,
      id: `papaparse-${word}`,
      who: 'Papa Parse 5.7, cells as strings only',
      note: 'stream of decoded text, records counted and thrown away',
      repeats,
      run: () => papaRecords(path),
      report: (count) => ({ rows: count }),
    }),
    benchmarkCase({
      ...common,
      id: `csv-parse-${word}`,
      who: 'csv-parse 7.0, cells as strings only',
      note: 'stream, records counted and thrown away',
      repeats: 1,
      run: () => csvParseRecords(path),
      report: (count) => ({ rows: count }),
    }),
    ...(rows > 1_000_000 ? [] : [graphologyCase(word, path, common)]),
    benchmarkCase({
      ...common,
      id: `floor-sha256-${word}`,
      who: 'floor: read the file and hash it',
      note: 'stream of 1 MiB pieces, SHA-256; our readers do this too',
      repeats,
      run: () => readBytes(path, true),
    }),
    benchmarkCase({
      ...common,
      id: `floor-read-${word}`,
      who: 'floor: read the file',
      repeats,
      run: () => readBytes(path, false),
    }),
  ];
}

interface Ours {
  readonly reader: ReaderName;
  readonly workers: number;
}

interface Common {
  readonly task: string;
  readonly items: number;
  readonly warmups: number;
  readonly repeats?: number;
}

function oursCase(word: string, path: string, { reader, workers }: Ours, common: Common): BenchmarkCase {
  return benchmarkCase({
    ...common,
    id: `ours-${reader}${workers === 1 ? '-one-thread' : ''}-${word}`,
    who: `ours, reader ${reader}, ${workers === 1 ? 'one thread' : `${workers} threads for 64 MiB or more`}`,
    note:
      'hashed, every cell checked, exact amounts, canonical order, duplicates looked for, line of every row kept, ' +
      'then both directions of the graph' +
      (workers === 1 ? '' : '; reading from the built package, whose threads start without a TypeScript loader'),
    ...(reader === 'bytes' ? { budget: '>= 1.0M rows/s, <= 60 bytes/transfer' } : {}),
    prepare: () => readerOf(workers),
    run: async (read) => {
      const { ledger, files } = await read(path, { mapping: 'amlworld', reader, workers });
      return { graph: buildTemporalGraph(ledger), accepted: files[0]?.accepted ?? 0 };
    },
    report: ({ graph, accepted }) => ({
      rows: accepted,
      accounts: graph.accountCount,
      'bytes/transfer': keptBytes(graph) / graph.transferCount,
    }),
  });
}

/** The function that reads; with several threads the built one. */
async function readerOf(workers: number): Promise<typeof readTransactions> {
  return workers === 1 ? readTransactions : (await builtNode()).readTransactions;
}

/** Bytes of all columns and of the graph's index; the account directory is not counted. */
function keptBytes({ ledger, payer, beneficiary, out, in: incoming }: TemporalGraph): number {
  const arrays: unknown[] = [
    ...(Object.values(ledger.columns) as unknown[]),
    payer,
    beneficiary,
    out.starts,
    out.rows,
    incoming.starts,
    incoming.rows,
  ];
  let total = 0;
  for (const array of new Set(arrays)) if (ArrayBuffer.isView(array)) total += array.byteLength;
  return total;
}

async function duckdb(path: string, withIds: boolean, threads: number): Promise<number> {
  const instance = await DuckDBInstance.create(':memory:', { threads: String(threads) });
  const connection = await instance.connect();
  await connection.run(
    `CREATE TABLE raw AS SELECT * FROM read_csv('${path}', header = false, skip = 1, delim = ',', quote = '"',
      timestampformat = '%Y/%m/%d %H:%M', columns = {'time': 'TIMESTAMP', 'from_bank': 'VARCHAR', 'from_account': 'VARCHAR',
      'to_bank': 'VARCHAR', 'to_account': 'VARCHAR', 'received': 'DECIMAL(18,6)', 'received_currency': 'VARCHAR',
      'paid': 'DECIMAL(18,6)', 'currency': 'VARCHAR', 'format': 'VARCHAR', 'label': 'TINYINT'})`,
  );
  if (withIds) {
    await connection.run(
      `CREATE TABLE accounts AS SELECT bank, account, CAST(row_number() OVER () AS INTEGER) AS id FROM
        (SELECT from_bank AS bank, from_account AS account FROM raw UNION SELECT to_bank, to_account FROM raw)`,
    );
    await connection.run(
      `CREATE TABLE transfers AS SELECT time, p.id AS payer, b.id AS beneficiary, paid, currency, received,
        received_currency, format, label FROM raw
        JOIN accounts p ON p.bank = from_bank AND p.account = from_account
        JOIN accounts b ON b.bank = to_bank AND b.account = to_account`,
    );
  }
  const result = await connection.runAndReadAll(`SELECT count(*)::INTEGER FROM ${withIds ? 'transfers' : 'raw'}`);
  connection.closeSync();
  instance.closeSync();
  return Number(result.getRows()[0]?.[0]);
}

function polarsCase(word: string, path: string, threads: number, common: Common): BenchmarkCase {
  return benchmarkCase({
    ...common,
    id: `polars-ids-${threads}-${word}`,
    who: `Polars${threads === 1 ? ' on one thread' : ''}, typed columns and dense account ids`,
    note: `read_csv with stated types (amounts as doubles), times parsed, unique (bank, account) numbered, joined twice; threads: ${threads}; no validation beyond the types, no order, no graph`,
    prepare: () => loadPolars(threads),
    run: (polars) => readByPolars(polars, path),
    report: (count) => ({ rows: count }),
  });
}

function papaRecords(path: string, onRecord?: (cells: readonly string[]) => void): Promise<number> {
  let count = 0;
  return new Promise((resolve, reject) => {
    Papa.parse<string[]>(createReadStream(path, { highWaterMark: 1 << 20, encoding: 'utf8' }), {
      delimiter: ',',
      newline: '\n',
      skipEmptyLines: false,
      chunk: ({ data }) => {
        count += data.length;
        if (onRecord !== undefined) for (const cells of data) onRecord(cells);
      },
      complete: () => {
        resolve(count);
      },
      error: reject,
    });
  });
}

async function csvParseRecords(path: string): Promise<number> {
  let count = 0;
  const parser = createReadStream(path, { highWaterMark: 1 << 20 }).pipe(csvParse({ delimiter: ',' }));
  parser.on('readable', () => {
    while (parser.read() !== null) count++;
  });
  await new Promise((resolve, reject) => parser.on('end', resolve).on('error', reject));
  return count;
}

function graphologyCase(word: string, path: string, common: Common): BenchmarkCase {
  return benchmarkCase({
    ...common,
    id: `graphology-${word}`,
    who: 'graphology 0.26, MultiDirectedGraph',
    note: 'from records already parsed; one edge per transfer with amount, currency and time as attributes; reading not included',
    repeats: 1,
    prepare: async () => {
      const records: (readonly string[])[] = [];
      await papaRecords(path, (cells) => records.push(cells));
      return records.slice(1).filter((cells) => cells.length === 11);
    },
    run: (records) => {
      const graph = new MultiDirectedGraph();
      for (const [time, bank, account, toBank, toAccount, , , amount, currency] of records) {
        const payer = `${bank ?? ''}:${account ?? ''}`;
        const beneficiary = `${toBank ?? ''}:${toAccount ?? ''}`;
        graph.mergeNode(payer);
        graph.mergeNode(beneficiary);
        graph.addEdge(payer, beneficiary, { amount: Number(amount), currency, time });
      }
      return graph;
    },
    report: (graph) => ({ accounts: graph.order, transfers: graph.size }),
  });
}

async function readBytes(path: string, hashed: boolean): Promise<string> {
  const hash = createHash('sha256');
  let sum = 0;
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Uint8Array>) {
    if (hashed) hash.update(piece);
    sum += piece[0] ?? 0;
  }
  return hashed ? hash.digest('hex') : String(sum);
}
