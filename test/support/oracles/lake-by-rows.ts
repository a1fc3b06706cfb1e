import { parseExactDecimal, UsageError } from '../../../src/foundation/index.js';
import { InputError } from '../../../src/foundation/index.js';
import { type Ledger, LedgerBuilder, type SourceFile } from '../../../src/ledger/index.js';
import { type OpenLake, withDatabase } from '../../../src/node/index.js';
import { type KeyPair, ROW_COLUMNS, rowFromValues, type TransferRow } from '../../../src/slices/index.js';
import { sqlPath } from '../../../src/export/index.js';

/** A ledger of plain rows, one by one. */
export class LedgerOfRows {
  readonly #builder = new LedgerBuilder();
  readonly #sources: readonly string[];

  constructor(sources: readonly SourceFile[], placeColumns: readonly boolean[]) {
    for (const source of sources) this.#builder.addSource(source);
    this.#sources = sources.map(({ name }) => name);
    placeColumns.forEach((isThere, kind) => {
      if (isThere) this.#builder.placeColumn(kind, 0);
    });
  }

  add(row: TransferRow): void {
    const builder = this.#builder;
    const file = this.#sources.indexOf(row.source);
    if (file < 0) throw new UsageError('slice-row', 'Expected a file of the whole ledger in each row');
    const payer = this.#account(row.payer, row.payerUnit);
    const beneficiary = this.#account(row.beneficiary, row.beneficiaryUnit);
    const currency = row.currency === undefined ? 0 : builder.currencies.intern(row.currency);
    builder.appendRow(payer, beneficiary, row.timeMs, row.precision, NaN, 0, currency, row.channel, file, row.row);
    if (row.amount !== undefined) {
      const { mantissa, decimals } = decimalOf(row.amount);
      builder.setExactAmount(mantissa, decimals);
    }
    if (row.receivedAmount !== undefined && row.receivedCurrency !== undefined) {
      const { mantissa, decimals } = decimalOf(row.receivedAmount);
      builder.setReceived(mantissa, decimals, builder.currencies.intern(row.receivedCurrency));
    }
    row.places.forEach((place, kind) => {
      if (place !== undefined) builder.setPlace(kind, builder.places.intern(place));
    });
    if (row.sequence !== undefined) builder.setSequence(row.sequence);
    if (row.id !== undefined) builder.setId(row.id);
  }

  finish(): Ledger {
    return this.#builder.finish().ledger;
  }

  #account([institution, text]: KeyPair, unit: KeyPair | undefined): number {
    const { accounts } = this.#builder;
    const account = accounts.intern(institution, text);
    if (unit === undefined) return account;
    const holder = JSON.stringify(unit);
    accounts.noteHolder(account, holder, holder);
    accounts.noteHolder(accounts.intern(unit[0], unit[1]), holder, holder);
    return account;
  }
}

/** Reads a lake row by row, each as a list of values. */
export async function readLakeByRows({ manifest, paths }: OpenLake): Promise<Ledger> {
  const rows = new LedgerOfRows(
    manifest.inputs.map(({ name, sha256 }) => ({ name, sha256 })),
    manifest.placeColumns,
  );
  const names = ROW_COLUMNS.map(({ name }) => `"${name}"`).join(', ');
  await withDatabase('read a lake', { memoryBytes: 256 * 2 ** 20 }, async (database) => {
    for (const path of paths) {
      const sql = `SELECT ${names} FROM read_parquet($1)`;
      for await (const columns of database.columns(sql, [sqlPath(path)])) {
        for (let i = 0; i < columns[0]!.length; i++) {
          const row = rowFromValues(columns.map((column) => column[i]));
          if (typeof row === 'string') throw unreadable(`${row} in each row of ${path}`);
          rows.add(row);
        }
      }
    }
  });
  const ledger = rows.finish();
  if (ledger.rowCount !== manifest.ledger.transfers || ledger.accounts.size !== manifest.ledger.accounts) {
    throw unreadable('as many transfers and accounts as its manifest says');
  }
  return ledger;
}

function unreadable(expected: string): InputError {
  return new InputError('lake-unreadable', `Expected a lake with ${expected}`);
}

function decimalOf(text: string): { readonly mantissa: bigint; readonly decimals: number } {
  const decimal = parseExactDecimal(text);
  if (decimal === undefined) throw new UsageError('slice-row', 'Expected a plain decimal in each amount');
  return decimal;
}
