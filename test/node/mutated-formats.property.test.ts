import { describe, expect, it } from 'vitest';
import { createRandom, InputError, randomInteger, type RandomSource } from '../../src/foundation/index.js';
import {
  inspectStream,
  type LedgerReading,
  type Mapping,
  type PresetName,
  readLedger,
} from '../../src/ingest/index.js';
import { FORMAT_READERS } from '../../src/node/format-readers.js';
import { bankFile } from '../support/ingest/bank-files.js';
import { chunked } from '../support/ingest/reading.js';
import { textRow, workbookOf } from '../support/ingest/workbooks.js';

const HEADER = ['time', 'payer_account', 'beneficiary_account', 'amount', 'currency'];
const sheetRow = (at: number): string =>
  `<row r="${at}"><c s="1"><v>45293</v></c><c t="str"><v>a${at}</v></c><c t="str"><v>b</v></c><c><v>${at}.5</v></c><c t="str"><v>EUR</v></c></row>`;
const WORKBOOK = workbookOf([{ name: 'S', rows: textRow(1, HEADER) + [2, 3, 4, 5].map(sheetRow).join('') }]);

const NESTED: Mapping = {
  payer: { account: 'from.account' },
  beneficiary: { account: 'to.account' },
  amount: { column: 'amount', currency: 'currency' },
  time: { column: 'at', formats: ['YYYY-MM-DD'] },
};

const FILES: readonly (readonly [string, Uint8Array, PresetName | Mapping, number])[] = [
  ['camt.053', bankFile('camt053-v2-single.xml'), 'iso20022', 250],
  ['camt.054', bankFile('camt054-v8-batch.xml'), 'iso20022', 250],
  ['MT940 with subfields', bankFile('mt940-german.sta'), 'mt940', 400],
  ['MT940 with codewords', bankFile('mt940-codewords.txt'), 'mt940', 400],
  ['JSON', bankFile('transfers.json'), NESTED, 250],
  ['NDJSON', bankFile('transfers.ndjson'), 'illicit-flows', 250],
  ['XLSX', WORKBOOK, 'illicit-flows', 250],
  ['Parquet with snappy', bankFile('ledger-snappy.parquet'), 'illicit-flows', 250],
  ['Parquet with zstd', bankFile('ledger-zstd.parquet'), 'illicit-flows', 250],
];

/** One to four bytes changed, a stretch cut out, or the end cut off. */
function mutate(bytes: Uint8Array, random: RandomSource): Uint8Array {
  const kind = randomInteger(random, 4);
  const at = randomInteger(random, bytes.length);
  if (kind === 0) return bytes.slice(0, at);
  if (kind === 1) {
    const end = Math.min(bytes.length, at + 1 + randomInteger(random, 20));
    return Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(end)]);
  }
  const changed = bytes.slice();
  for (let i = 1 + randomInteger(random, 4); i > 0; i--) {
    changed[randomInteger(random, bytes.length)] = randomInteger(random, 256);
  }
  return changed;
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

describe('a spoilt file', () => {
  it.each(FILES)(
    'of %s is read with every record accounted for, or refused with a code',
    async (_, bytes, mapping, tries) => {
      const random = createRandom(11);
      const outcomes = new Map<string, number>();
      for (let i = 0; i < tries; i++) {
        const source = { name: 'x', bytes: chunked(mutate(bytes, random), 300), readers: FORMAT_READERS };
        const outcome = await readLedger([source], { mapping }).then(
          (reading) => (reconciles(reading) ? 'read' : 'lost'),
          (error: unknown) => (error instanceof InputError ? 'refused' : `crashed: ${String(error)} in try ${i}`),
        );
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      }
      expect([...outcomes.keys()].filter((outcome) => outcome !== 'read' && outcome !== 'refused')).toEqual([]);
      expect(outcomes.size).toBe(2);
    },
  );

  it.each(FILES)('of %s is inspected or refused with a code', async (_, bytes) => {
    const random = createRandom(12);
    for (let i = 0; i < 60; i++) {
      const looking = inspectStream(chunked(mutate(bytes, random), 300), 'x', { readers: FORMAT_READERS });
      const failure: unknown = await looking.then(
        () => undefined,
        (error: unknown) => error,
      );
      expect(failure === undefined || failure instanceof InputError, String(failure)).toBe(true);
    }
  });
});
