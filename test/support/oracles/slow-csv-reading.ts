import { parse } from 'csv-parse/sync';

/** One transfer as an analyst would read it off the file. */
export interface SlowRow {
  readonly line: number;
  readonly payer: string;
  readonly beneficiary: string;
  /** Digits without trailing zeros behind the point. */
  readonly amount: string;
  readonly timeMs: number;
}

/** What becomes of a file. */
export interface SlowReading {
  readonly rows: readonly SlowRow[];
  readonly read: number;
  readonly quarantined: number;
  readonly skipped: number;
}

/**
 * Reads a file of columns day, payer, beneficiary, amount, note in the slow obvious way: csv-parse splits the whole text, and
 * each record is judged by itself. Records before and with the header are skipped, and so are those of blank cells only.
 */
export function slowCsvReading(bytes: Uint8Array, delimiter: string): SlowReading {
  // TextDecoder drops the byte order mark.
  const text = new TextDecoder().decode(bytes).replaceAll(/\r\n?/gu, '\n');
  const records = parse(text, {
    ...{ delimiter, record_delimiter: '\n', relax_column_count: true, relax_quotes: true, raw: true },
  }) as unknown as { readonly record: string[]; readonly raw: string }[];
  const rows: SlowRow[] = [];
  const counts = { read: 0, quarantined: 0, skipped: 0 };
  let line = 1;
  let isBelowHeader = false;
  for (const { record, raw } of records) {
    const cells = record.map((cell) => cell.trim());
    counts.read++;
    if (cells.every((cell) => cell === '')) counts.skipped++;
    else if (!isBelowHeader) {
      counts.skipped++;
      isBelowHeader = true;
    } else {
      const row = rowOf(cells, line);
      if (row === undefined) counts.quarantined++;
      else rows.push(row);
    }
    line += raw.split('\n').length - (raw.endsWith('\n') ? 1 : 0);
  }
  return { rows, ...counts };
}

function rowOf(cells: readonly string[], line: number): SlowRow | undefined {
  const [day = '', payer = '', beneficiary = '', amount = ''] = cells;
  const timeMs = Date.parse(`${day}T00:00:00Z`);
  const isDay = !Number.isNaN(timeMs) && new Date(timeMs).toISOString().startsWith(`${day}T`);
  const isAmount = /^\d+(?:\.\d+)?$/u.test(amount) && /[1-9]/u.test(amount);
  if (cells.length !== 5 || !isDay || payer === '' || beneficiary === '' || !isAmount) return undefined;
  const [whole = '', fraction = ''] = amount.split('.');
  return { line, payer, beneficiary, timeMs, amount: plainDecimal(BigInt(whole + fraction), fraction.length) };
}

/** `minor / 10^scale` in digits, without trailing zeros. */
export function plainDecimal(minor: bigint, scale: number): string {
  const digits = minor.toString().padStart(scale + 1, '0');
  const fraction = digits.slice(digits.length - scale).replace(/0+$/u, '');
  const whole = digits.slice(0, digits.length - scale);
  return scale === 0 || fraction === '' ? whole : `${whole}.${fraction}`;
}
