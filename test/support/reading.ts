import { type Ledger } from '../../src/ledger/index.js';
import { type LedgerReading, type LedgerSource, readLedger, type ReadLedgerOptions } from '../../src/ingest/index.js';

/** A source of bytes in pieces. */
export function sourceOf(chunks: readonly Uint8Array[], name = 'file.csv'): LedgerSource {
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for (const chunk of chunks) yield await Promise.resolve(chunk);
  }
  return { name, bytes: bytes() };
}

/** Reads one file given as pieces of bytes; a reading that throws gives the error's code. */
export async function readChunks(
  chunks: readonly Uint8Array[],
  options: ReadLedgerOptions,
): Promise<LedgerReading | string> {
  try {
    return await readLedger([sourceOf(chunks)], options);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return String(error.code);
    throw error;
  }
}

/** Everything a reading says, but who read it, as plain values. */
export function describeReading(reading: LedgerReading | string): object {
  if (typeof reading === 'string') return { error: reading };
  const { ledger, quarantine, labels, notes } = reading;
  return {
    rows: describeRows(ledger),
    currencies: ledger.currencies,
    accounts: Array.from({ length: ledger.accounts.size }, (_, account) => ledger.accounts.key(account)),
    units: [...ledger.accounts.unit],
    places: ledger.places,
    precision: ledger.precision,
    labels: labels && { texts: labels.texts, label: [...labels.label] },
    quarantine: { ...quarantine, counts: [...quarantine.counts] },
    notes,
    files: reading.files.map((file) => ({ ...file, reader: '', skippedByCode: [...file.skippedByCode] })),
    holders: reading.holders,
  };
}

function describeRows(ledger: Ledger): unknown[] {
  const { columns } = ledger;
  return Array.from({ length: ledger.rowCount }, (_, row) => ({
    payer: columns.payer[row],
    beneficiary: columns.beneficiary[row],
    time: columns.timeMs[row],
    precision: columns.precision[row],
    paid: ledger.amount(row),
    float: columns.amountMinor[row],
    received: ledger.received(row),
    hasReceived: columns.receivedMinor !== undefined,
    channel: columns.channel[row],
    places: [columns.placeFrom, columns.placeTo, columns.countryFrom, columns.countryTo].map((column) => column?.[row]),
    id: ledger.id(row),
    source: ledger.source(row),
  }));
}

/** Cuts bytes into pieces of the given sizes, taken in turn. */
export function cutBytes(bytes: Uint8Array, sizes: readonly number[]): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const size = Math.max(1, sizes.length === 0 ? bytes.length : sizes[i % sizes.length]!);
    chunks.push(bytes.slice(at, at + size));
    at += size;
  }
  return chunks;
}
