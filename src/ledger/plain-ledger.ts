import { PRECISIONS, UsageError } from '../foundation/index.js';
import { type InternedKeys, TextColumn } from '../structures/index.js';
import { AccountDirectory } from './account-directory.js';
import { type LedgerColumns, type LedgerParts } from './ledger-parts.js';

/** The accounts of a ledger as columns; see the account directory. */
export interface AccountColumns {
  readonly institutions: readonly string[];
  readonly keys: InternedKeys;
  readonly order: Uint32Array;
  readonly unit: Int32Array;
}

/** Many texts as bytes: text i lies at ends[i] .. ends[i + 1] of its UTF-8. */
export interface PlainTexts {
  readonly bytes: Uint8Array;
  readonly ends: Float64Array;
}

/** A whole ledger as plain data: everything in it can be copied to another thread. */
export interface PlainLedger extends Omit<LedgerParts, 'accounts' | 'columns'> {
  readonly format: 1;
  readonly accounts: AccountColumns;
  readonly columns: Omit<LedgerColumns, 'id'> & { readonly id: PlainTexts | undefined };
}

/** Takes a ledger apart, without copying its columns. */
export function plainLedger(ledger: LedgerParts): PlainLedger {
  const { columns, currencies, places, sources, precision, sequenced, wideAmounts, wideReceived } = ledger;
  return {
    format: 1,
    accounts: ledger.accounts.toColumns(),
    columns: { ...columns, id: columns.id?.take() },
    currencies,
    places,
    sources,
    precision,
    sequenced,
    wideAmounts,
    wideReceived,
  };
}

/**
 * Puts a ledger together again.
 * @throws UsageError `ledger-columns` where the format is another or columns are of different lengths
 */
export function partsOfColumns({ format, accounts, columns, ...rest }: PlainLedger): LedgerParts {
  const rows = columns.payer.length;
  const { id, textIndex, ...perRow } = columns;
  const isWhole =
    (format as number) === 1 &&
    PRECISIONS.includes(rest.precision) &&
    accounts.unit.length === accounts.order.length &&
    Object.values(perRow).every((column) => column === undefined || column.length === rows) &&
    (textIndex === undefined || textIndex.length === rows);
  if (!isWhole) {
    throw new UsageError('ledger-columns', `Expected the columns of a ledger in format 1, each with ${rows} rows`);
  }
  const { institutions, keys, order, unit } = accounts;
  const texts = id === undefined ? undefined : new TextColumn();
  if (id !== undefined) texts?.appendPart(id);
  return {
    ...rest,
    accounts: new AccountDirectory(institutions, { keys, order, unit }),
    columns: { ...columns, id: texts },
  };
}
