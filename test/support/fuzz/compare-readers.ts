import { isDeepStrictEqual } from 'node:util';
import { type LedgerReading, type ReaderName, readLedger } from '../../../src/ingest/index.js';
import { chunked } from '../ingest/reading.js';
import { plainDecimal, slowCsvReading, type SlowReading } from '../oracles/slow-csv-reading.js';
import { fuzzedCsv } from './csv-files.js';

const READERS: readonly ReaderName[] = ['papa', 'bytes'];

/** What the readers made of the file of a seed. */
export interface Comparison {
  readonly rows: number;
  readonly records: number;
  /** Where a reader differs from the slow one, with everything to repeat it; undefined where both agree with it. */
  readonly difference: string | undefined;
}

/** Reads the file of a seed with both readers and with the slow one. */
export async function compareReaders(seed: number): Promise<Comparison> {
  const { bytes, delimiter, mapping } = fuzzedCsv(seed);
  const slow = slowCsvReading(bytes, delimiter);
  const answer = { rows: slow.rows.length, records: slow.read };
  for (const reader of READERS) {
    const source = { name: 'f', bytes: chunked(bytes, 1 + (seed % 97)) };
    const found = await readLedger([source], { mapping, reader }).then(describe, String);
    if (isDeepStrictEqual(found, slow)) continue;
    const told = { seed, reader, text: new TextDecoder().decode(bytes), found, slow };
    return { ...answer, difference: JSON.stringify(told) };
  }
  return { ...answer, difference: undefined };
}

function describe({ ledger, files: [file] }: LedgerReading): SlowReading {
  const { columns, accounts } = ledger;
  const rows = Array.from({ length: ledger.rowCount }, (_, row) => {
    const sum = ledger.amount(row);
    return {
      line: ledger.source(row).line,
      payer: accounts.key(columns.payer[row]!).account,
      beneficiary: accounts.key(columns.beneficiary[row]!).account,
      timeMs: columns.timeMs[row]!,
      amount: sum === undefined ? '' : plainDecimal(sum.minor, sum.scale),
    };
  });
  rows.sort((a, b) => a.line - b.line);
  const { read = 0, quarantined = 0, skipped = 0 } = file ?? {};
  return { rows, read, quarantined, skipped };
}
