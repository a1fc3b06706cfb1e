import { type LedgerReading, readLedger, type ReadLedgerOptions } from '../../../src/ingest/index.js';

/** Bytes in chunks of a given size. */
export async function* chunked(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

/** A text as stored in UTF-8. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** UTF-16 bytes of a text, little endian, with a byte order mark. */
export function utf16(text: string): Uint8Array {
  const units = Uint16Array.from(`\ufeff${text}`, (unit) => unit.charCodeAt(0));
  return new Uint8Array(units.buffer);
}

/** Reads one file given as text or bytes. */
export async function readOne(
  content: string | Uint8Array,
  options: ReadLedgerOptions,
  chunkSize = 65_536,
): Promise<LedgerReading> {
  const bytes = typeof content === 'string' ? utf8(content) : content;
  return readLedger([{ name: 'file.csv', bytes: chunked(bytes, chunkSize) }], options);
}

/** The rows of a ledger as texts, in canonical order. */
export function rowsOf({ ledger }: LedgerReading): string[] {
  const { columns, accounts } = ledger;
  return Array.from({ length: ledger.rowCount }, (_, row) => {
    const name = (account: number): string => {
      const key = accounts.key(account);
      return key.institution === '' ? key.account : `${key.institution}/${key.account}`;
    };
    const amount = ledger.amount(row);
    const received = ledger.received(row);
    const money = (sum: typeof amount): string =>
      sum === undefined ? '-' : `${sum.minor}e-${sum.scale} ${sum.currency}`;
    const time = `${columns.timeMs[row]!} ${ledger.precisionOf(row)}`;
    const paid = money(amount) === money(received) ? money(amount) : `${money(amount)} > ${money(received)}`;
    return [name(columns.payer[row]!), name(columns.beneficiary[row]!), time, paid, ledger.channel(row)].join(' | ');
  });
}

/** Codes of quarantined records with their lines. */
export function faultsOf({ quarantine }: LedgerReading): string[] {
  return quarantine.entries.map(({ line, code, column }) => `${line} ${code}${column === '' ? '' : ` ${column}`}`);
}
