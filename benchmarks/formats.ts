import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { read, utils, write } from '@e965/xlsx';
import { XMLParser } from 'fast-xml-parser';
import { type Mapping, type PresetName } from '../src/ingest/index.js';
import { readTransactions } from '../src/node/index.js';
import { type Benchmark, type BenchmarkCase, benchmarkCase } from './harness.js';

const FOLDER = '.bench';
const ROWS = 100_000;
const MAPPING: Mapping = {
  payer: { account: 'from' },
  beneficiary: { account: 'to' },
  amount: { column: 'amount', currency: 'currency' },
  time: { column: 'day', formats: ['YYYY-MM-DD'], zone: '+00:00' },
  numbers: { decimalMark: '.' },
};

interface Row {
  readonly day: string;
  readonly from: string;
  readonly to: string;
  readonly cents: number;
}

/** Files of 100,000 transfers in each format to a ledger, beside what others make of them. */
export const benchmark: Benchmark = {
  title: `Formats beside CSV, ${ROWS} transfers each`,
  cases: async () => [
    ...pair('csv', csvFile(), MAPPING, undefined),
    ...pair('camt', camtFile(), 'iso20022', {
      who: 'fast-xml-parser 5.12, tree of texts',
      run: (path) => {
        const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false });
        return Object.keys(parser.parse(readFileSync(path, 'utf8')) as object).length;
      },
    }),
    ...pair('mt940', mt940File(), 'mt940', undefined),
    ...pair('ndjson', ndjsonFile(), MAPPING, {
      who: 'JSON.parse of each line',
      run: (path) =>
        readFileSync(path, 'utf8')
          .split('\n')
          .filter((line) => line !== '')
          .map((line): unknown => JSON.parse(line)).length,
    }),
    ...pair('xlsx', xlsxFile(), MAPPING, {
      who: '@e965/xlsx 0.20, dense cells',
      run: (path) => read(readFileSync(path), { dense: true }).SheetNames.length,
    }),
    ...pair('parquet', await parquetFile(), MAPPING, {
      who: 'DuckDB 1.5, typed columns into a table',
      run: async (path) => {
        const connection = await (await DuckDBInstance.create()).connect();
        await connection.run(`create table t as select * from read_parquet('${path}')`);
        return 1;
      },
    }),
  ],
};

interface Peer {
  readonly who: string;
  readonly run: (path: string) => number | Promise<number>;
}

function pair(format: string, path: string, mapping: PresetName | Mapping, peer: Peer | undefined): BenchmarkCase[] {
  const common = {
    task: `${format}, ${(statSync(path).size / 1e6).toFixed(1)} MB`,
    items: ROWS,
    warmups: 0,
    repeats: 3,
  };
  const ours = benchmarkCase({
    ...common,
    id: `ours-${format}`,
    who: 'ours, to a ledger',
    note: 'hashed, every cell checked, exact amounts, order, duplicates looked for, place of every row kept',
    run: async () => (await readTransactions(path, { mapping, workers: 1 })).ledger.rowCount,
    report: (count) => ({ rows: count }),
  });
  if (peer === undefined) return [ours];
  return [ours, benchmarkCase({ ...common, id: `peer-${format}`, who: peer.who, run: () => peer.run(path) })];
}

function rows(): Row[] {
  return Array.from({ length: ROWS }, (_, i) => ({
    day: new Date(Date.UTC(2024, 0, 1 + (i % 300))).toISOString().slice(0, 10),
    from: `A${10_000_000 + (i % 5000)}`,
    to: `B${20_000_000 + ((i * 7) % 5000)}`,
    cents: 100 + ((i * 3713) % 1_000_000),
  }));
}

function amountOf({ cents }: Row): string {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
}

/** A file that is written once. */
function once(name: string, content: () => string | Uint8Array): string {
  const path = `${FOLDER}/formats-${ROWS}.${name}`;
  if (existsSync(path)) return path;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${path}.part`, content());
  renameSync(`${path}.part`, path);
  return path;
}

function csvFile(): string {
  const line = (row: Row): string => `${row.day},${row.from},${row.to},${amountOf(row)},EUR\n`;
  return once('csv', () => `day,from,to,amount,currency\n${rows().map(line).join('')}`);
}

function ndjsonFile(): string {
  const line = (row: Row): string =>
    `{"day":"${row.day}","from":"${row.from}","to":"${row.to}","amount":${amountOf(row)},"currency":"EUR"}\n`;
  return once('ndjson', () => rows().map(line).join(''));
}

function camtFile(): string {
  const entry = (row: Row, i: number): string =>
    `<Ntry><Amt Ccy="EUR">${amountOf(row)}</Amt><CdtDbtInd>${i % 2 === 0 ? 'CRDT' : 'DBIT'}</CdtDbtInd><Sts>BOOK</Sts>` +
    `<BookgDt><Dt>${row.day}</Dt></BookgDt><ValDt><Dt>${row.day}</Dt></ValDt>` +
    `<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>` +
    `<NtryDtls><TxDtls><Refs><EndToEndId>E${i}</EndToEndId></Refs><RltdPties>` +
    ['Dbtr', 'Cdtr']
      .map(
        (side) =>
          `<${side}><Nm>N ${row.to}</Nm></${side}><${side}Acct><Id><Othr><Id>${row.to}</Id></Othr></Id></${side}Acct>`,
      )
      .join('') +
    `</RltdPties></TxDtls></NtryDtls></Ntry>\n`;
  return once('xml', () => {
    const account = '<Acct><Id><IBAN>DE89370400440532013000</IBAN></Id></Acct>';
    const start = '<?xml version="1.0"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">';
    return `${start}<BkToCstmrStmt><Stmt>${account}\n${rows().map(entry).join('')}</Stmt></BkToCstmrStmt></Document>\n`;
  });
}

function mt940File(): string {
  const line = (row: Row, i: number): string =>
    `:61:${row.day.slice(2).replaceAll('-', '')}${i % 2 === 0 ? 'C' : 'D'}${amountOf(row).replace('.', ',')}NTRFNONREF//B${i}\n` +
    `:86:166?00TRANSFER?20EREF+E${i}?21SVWZ+text?3020050550?31${row.to}?32N ${row.to}\n`;
  const start = ':20:A\n:25:DE89370400440532013000\n:28C:1/1\n:60F:C240101EUR0,\n';
  return once('sta', () => `${start}${rows().map(line).join('')}-\n`);
}

function xlsxFile(): string {
  return once('xlsx', () => {
    const cells = rows().map((row) => [new Date(row.day), row.from, row.to, row.cents / 100, 'EUR']);
    const sheet = utils.aoa_to_sheet([['day', 'from', 'to', 'amount', 'currency'], ...cells], {
      cellDates: true,
      UTC: true,
    });
    const book = { SheetNames: ['S'], Sheets: { S: sheet } };
    return new Uint8Array(
      write(book, { type: 'array', bookType: 'xlsx', bookSST: true, compression: true }) as ArrayBuffer,
    );
  });
}

async function parquetFile(): Promise<string> {
  const path = `${FOLDER}/formats-${ROWS}.parquet`;
  if (existsSync(path)) return path;
  const connection = await (await DuckDBInstance.create()).connect();
  const columns = `{day: 'date', "from": 'varchar', "to": 'varchar', amount: 'decimal(14,2)', currency: 'varchar'}`;
  await connection.run(
    `copy (select * from read_csv('${csvFile()}', header = true, columns = ${columns.replaceAll('"', "'")})) to '${path}' (format parquet)`,
  );
  return path;
}
