import { InputError, UsageError } from '../../../src/foundation/index.js';
import { type LedgerReading, type Mapping, type PresetName, readLedger } from '../../../src/ingest/index.js';
import { FORMAT_READERS } from '../../../src/node/format-readers.js';
import { bankFile } from '../ingest/bank-files.js';
import { chunked } from '../ingest/reading.js';
import { fuzzedCsv } from './csv-files.js';
import { spoilBytes } from './spoil-bytes.js';

const NESTED: Mapping = {
  payer: { account: 'from.account' },
  beneficiary: { account: 'to.account' },
  amount: { column: 'amount', currency: 'currency' },
  time: { column: 'at', formats: ['YYYY-MM-DD'] },
};
const CSV = fuzzedCsv(3);

/** A valid file of each text format, with how it is read. */
const FILES: readonly { readonly bytes: Uint8Array; readonly mapping: PresetName | Mapping }[] = [
  { bytes: CSV.bytes, mapping: CSV.mapping },
  { bytes: bankFile('camt053-v2-single.xml'), mapping: 'iso20022' },
  { bytes: bankFile('camt054-v8-batch.xml'), mapping: 'iso20022' },
  { bytes: bankFile('mt940-german.sta'), mapping: 'mt940' },
  { bytes: bankFile('mt940-codewords.txt'), mapping: 'mt940' },
  { bytes: bankFile('mt942-interim.txt'), mapping: 'mt940' },
  { bytes: bankFile('transfers.json'), mapping: NESTED },
  { bytes: bankFile('transfers.ndjson'), mapping: 'illicit-flows' },
];

/**
 * What reading a spoilt file comes to: `read` with every record accounted for, `refused` with a code, or else what went wrong, with
 * the seed. The seed chooses format and faults.
 */
export async function readSpoilt(seed: number): Promise<string> {
  const { bytes, mapping } = FILES[seed % FILES.length]!;
  const source = { name: 'x', bytes: chunked(spoilBytes(bytes, seed), 1 + (seed % 301)), readers: FORMAT_READERS };
  return readLedger([source], { mapping }).then(
    (reading) => (reconciles(reading) ? 'read' : `rows lost, seed ${seed}`),
    (error: unknown) =>
      (error instanceof InputError || error instanceof UsageError) && error.code !== ''
        ? 'refused'
        : `crashed, seed ${seed}: ${String(error)}`,
  );
}

/** Every record is accounted for: the ledger has the accepted ones, the quarantine those that are not. */
function reconciles({ files, ledger, quarantine }: LedgerReading): boolean {
  const sum = (of: (file: (typeof files)[number]) => number): number => files.reduce((all, file) => all + of(file), 0);
  return (
    files.every((file) => file.read === file.accepted + file.quarantined + file.skipped) &&
    sum((file) => file.accepted) === ledger.rowCount &&
    sum((file) => file.quarantined) === quarantine.total
  );
}
