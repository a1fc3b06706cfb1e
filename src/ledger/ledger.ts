import { type Money, type Precision, PRECISIONS, type Row, UsageError } from '../foundation/index.js';
import { type AccountDirectory } from './account-directory.js';
import { type Channel, CHANNELS } from './channel.js';
import { type Currency } from './currency-table.js';
import { type LedgerColumns, type LedgerParts } from './ledger-parts.js';
import { type LedgerTransfer, listTransfers } from './ledger-transfer.js';
import { partsOfColumns, type PlainLedger, plainLedger } from './plain-ledger.js';
import { type SourceFile, type SourcePosition } from './source-file.js';

/**
 * The one immutable table that everything is computed from. Nothing in it is rounded, and each row knows the file and
 * line it came from.
 */
export class Ledger implements LedgerParts {
  readonly accounts: AccountDirectory;
  readonly columns: LedgerColumns;
  readonly currencies: readonly Currency[];
  readonly places: readonly string[];
  readonly sources: readonly SourceFile[];
  readonly precision: Precision;
  readonly sequenced: boolean;
  readonly wideAmounts: ReadonlyMap<number, bigint>;
  readonly wideReceived: ReadonlyMap<number, bigint>;

  constructor(parts: LedgerParts) {
    this.accounts = parts.accounts;
    this.columns = parts.columns;
    this.currencies = parts.currencies;
    this.places = parts.places;
    this.sources = parts.sources;
    this.precision = parts.precision;
    this.sequenced = parts.sequenced;
    this.wideAmounts = parts.wideAmounts;
    this.wideReceived = parts.wideReceived;
  }

  /**
   * A ledger from what {@link Ledger.toColumns} gave, in another thread for example. The columns are used as they are.
   * @throws UsageError `ledger-columns` where they do not belong together
   */
  static fromColumns(plain: PlainLedger): Ledger {
    return new Ledger(partsOfColumns(plain));
  }

  get rowCount(): number {
    return this.columns.payer.length;
  }

  /** Whether any transfer carries an amount. */
  get hasAmounts(): boolean {
    return this.currencies.length > 0;
  }

  /** Whether times are clock times or steps, rather than positions in a file. */
  get hasTime(): boolean {
    return this.precision !== 'order';
  }

  /** Paid amount in exact minor units of its currency, or undefined if the row has none. */
  amountMinor(row: Row): bigint | undefined {
    const wide = this.wideAmounts.get(row);
    if (wide !== undefined) return wide;
    const minor = this.columns.amountMinor[row]!;
    return Number.isNaN(minor) ? undefined : BigInt(minor);
  }

  /** Paid amount with its currency, or undefined if the row has none. */
  amount(row: Row): Money | undefined {
    return this.#money(this.amountMinor(row), this.columns.currency[row]!);
  }

  /** Received amount; equals {@link Ledger.amount} unless the data states another. */
  received(row: Row): Money | undefined {
    const { receivedMinor, receivedCurrency } = this.columns;
    if (receivedMinor === undefined || receivedCurrency === undefined) return this.amount(row);
    const wide = this.wideReceived.get(row);
    const minor = receivedMinor[row]!;
    if (wide === undefined && Number.isNaN(minor)) return undefined;
    return this.#money(wide ?? BigInt(minor), receivedCurrency[row]!);
  }

  /** Exact totals of the rows' paid amounts, one per currency, in currency order. */
  totals(rows: Iterable<Row>): Money[] {
    const { amountMinor, currency } = this.columns;
    const sums = new Map<number, RunningTotal>();
    let latest = -1;
    let sum: RunningTotal | undefined;
    for (const row of rows) {
      const minor = amountMinor[row]!;
      const wide = this.wideAmounts.size === 0 ? undefined : this.wideAmounts.get(row);
      if (wide === undefined && Number.isNaN(minor)) continue;
      if (currency[row] !== latest || sum === undefined) {
        latest = currency[row]!;
        sum = sums.get(latest) ?? { whole: 0n, part: 0 };
        sums.set(latest, sum);
      }
      if (wide !== undefined) sum.whole += wide;
      else if (sum.part + minor <= Number.MAX_SAFE_INTEGER) sum.part += minor;
      else {
        sum.whole += BigInt(sum.part);
        sum.part = minor;
      }
    }
    return [...sums]
      .sort(([left], [right]) => left - right)
      .flatMap(([code, { whole, part }]) => this.#money(whole + BigInt(part), code) ?? []);
  }

  channel(row: Row): Channel {
    return CHANNELS[this.columns.channel[row]!] as Channel;
  }

  precisionOf(row: Row): Precision {
    return PRECISIONS[this.columns.precision[row]!] as Precision;
  }

  /** The data's own transaction id, or undefined if none is mapped. */
  id(row: Row): string | undefined {
    const { id, textIndex } = this.columns;
    return id?.get(textIndex === undefined ? row : textIndex[row]!);
  }

  /** File and line of the transfer. @throws UsageError `row-range` */
  source(row: Row): SourcePosition {
    if (!(row >= 0 && row < this.rowCount)) {
      throw new UsageError('row-range', `Expected a row below ${this.rowCount} but received ${row}`);
    }
    const file = this.sources[this.columns.sourceFile[row]!];
    return { file: file?.name ?? '', line: this.columns.sourceLine[row]! };
  }

  /**
   * The transfers as plain values, in row order, made one by one: what `createLedger` takes. Accounts stand in them by name: this
   * is the data as they were read, for the one who holds them, and nothing of it is protected.
   */
  [Symbol.iterator](): Generator<LedgerTransfer, void, undefined> {
    return listTransfers(this);
  }

  /** For `JSON.stringify`: the transfers of {@link Ledger[Symbol.iterator]}, with sources and currencies. Holders are not kept. */
  toJSON(): object {
    const { precision, currencies, sources } = this;
    return { precision, currencies: currencies.map(({ code }) => code), sources, transfers: [...this] };
  }

  /**
   * The whole ledger as typed arrays, maps and texts, for `postMessage` or a store of one's own. They are views: whoever
   * transfers their buffers instead of copying them leaves this ledger empty.
   */
  toColumns(): PlainLedger {
    return plainLedger(this);
  }

  #money(minor: bigint | undefined, currency: number): Money | undefined {
    const entry = this.currencies[currency];
    if (minor === undefined || entry === undefined) return undefined;
    return { minor, scale: entry.scale, currency: entry.code };
  }
}

/** A sum of minor units: exact in `whole`, and a part in doubles that has not been added to it yet. */
interface RunningTotal {
  whole: bigint;
  part: number;
}
