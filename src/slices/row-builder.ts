import { parseExactDecimal, UsageError } from '../foundation/index.js';
import { type BuildOptions, type BuiltLedger, LedgerBuilder, type SourceFile } from '../ledger/index.js';
import { type KeyPair, type TransferRow } from './slice-row.js';

/** Accounts of a row, by provisional number: those that stand for its two ends. */
export interface BuiltEnds {
  readonly payer: number;
  readonly beneficiary: number;
}

/** A ledger made from plain rows, in any order; rows of one file and line are one row, which counts once. */
export class RowBuilder {
  readonly #builder = new LedgerBuilder();
  readonly #sources: ReadonlyMap<string, number>;
  readonly #seen = new Set<number>();

  /** @param placeColumns whether there is a column of a kind even if no row fills it: placeFrom, placeTo, countryFrom, countryTo */
  constructor(sources: readonly SourceFile[], placeColumns: readonly boolean[]) {
    for (const source of sources) this.#builder.addSource(source);
    this.#sources = new Map(sources.map(({ name }, i) => [name, i]));
    placeColumns.forEach((isThere, kind) => {
      if (isThere) this.#builder.placeColumn(kind, 0);
    });
  }

  get rowCount(): number {
    return this.#builder.rowCount;
  }

  /** An account that need not occur in any row, and the account that stands for its holder where accounts are joined. */
  addAccount(key: KeyPair, unit: KeyPair | undefined): void {
    this.#account(key, unit);
  }

  /** @throws UsageError `slice-row` for a file that is no source, or an amount that is no plain decimal */
  add(row: TransferRow): BuiltEnds {
    const file = this.#sources.get(row.source);
    if (file === undefined) throw new UsageError('slice-row', 'Expected a file of the whole ledger in each row');
    const payer = this.#account(row.payer, row.payerUnit);
    const beneficiary = this.#account(row.beneficiary, row.beneficiaryUnit);
    const place = file * 2 ** 32 + row.row;
    if (!this.#seen.has(place)) {
      this.#seen.add(place);
      this.#append(row, payer.account, beneficiary.account, file);
    }
    return { payer: payer.node, beneficiary: beneficiary.node };
  }

  finish(options: BuildOptions = {}): BuiltLedger {
    return this.#builder.finish(options);
  }

  #account(
    [institution, text]: KeyPair,
    unit: KeyPair | undefined,
  ): { readonly account: number; readonly node: number } {
    const { accounts } = this.#builder;
    const account = accounts.intern(institution, text);
    if (unit === undefined) return { account, node: account };
    const node = accounts.intern(unit[0], unit[1]);
    const holder = JSON.stringify(unit);
    // Twice the same text: who is joined has been decided, by whatever rule.
    accounts.noteHolder(account, holder, holder);
    accounts.noteHolder(node, holder, holder);
    return { account, node };
  }

  #append(row: TransferRow, payer: number, beneficiary: number, file: number): void {
    const builder = this.#builder;
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
}

function decimalOf(text: string): { readonly mantissa: bigint; readonly decimals: number } {
  const decimal = parseExactDecimal(text);
  if (decimal === undefined) throw new UsageError('slice-row', 'Expected a plain decimal in each amount');
  return decimal;
}
