import { UsageError } from '../foundation/index.js';
import { type ColumnArray, GrowableColumn, TextColumn, TextInterner } from '../structures/index.js';
import { AccountTable } from './account-table.js';
import { type SourceFile } from './source-file.js';

/** Rows beyond this are not made room for in advance, whatever a file's size promises. */
const MAX_RESERVED = 1 << 23;

/** Amounts received, for rows where they differ from what was paid; NaN mantissa = they do not. */
export interface ReceivedColumns {
  readonly mantissa: GrowableColumn<Float64Array>;
  readonly decimals: GrowableColumn<Uint8Array>;
  readonly currency: GrowableColumn<Uint16Array>;
}

/**
 * Rows on their way into a ledger, as columns that only grow. Readers append numbers they have already checked:
 * `appendRow`, then `set...` for what else the row carries. Nothing can be asked of a draft.
 */
export class LedgerDraft {
  readonly accounts = new AccountTable();
  readonly currencies = new TextInterner();
  readonly places = new TextInterner();
  readonly labelTexts = new TextInterner();
  readonly sources: SourceFile[] = [];

  readonly payer = new GrowableColumn(Int32Array);
  readonly beneficiary = new GrowableColumn(Int32Array);
  readonly timeMs = new GrowableColumn(Float64Array);
  readonly precision = new GrowableColumn(Uint8Array);
  readonly mantissa = new GrowableColumn(Float64Array);
  readonly decimals = new GrowableColumn(Uint8Array);
  readonly currency = new GrowableColumn(Uint16Array);
  readonly channel = new GrowableColumn(Uint8Array);
  readonly sourceFile = new GrowableColumn(Uint16Array);
  readonly sourceLine = new GrowableColumn(Uint32Array);
  /** Exact mantissas beyond 2^53 - 1, by row; their entry in `mantissa` is the nearest double. */
  readonly wide = new Map<number, bigint>();

  // Columns that exist only once a row uses them; earlier rows are filled in with "none".
  receivedMantissa: GrowableColumn<Float64Array> | undefined;
  receivedDecimals: GrowableColumn<Uint8Array> | undefined;
  receivedCurrency: GrowableColumn<Uint16Array> | undefined;
  readonly receivedWide = new Map<number, bigint>();
  readonly placeColumns: (GrowableColumn<Int32Array> | undefined)[] = [undefined, undefined, undefined, undefined];
  sequence: GrowableColumn<Float64Array> | undefined;
  label: GrowableColumn<Int32Array> | undefined;
  ids: TextColumn | undefined;
  #reserved = 0;

  get rowCount(): number {
    return this.payer.length;
  }

  /** Registers an input file; the number goes into `appendRow`. */
  addSource(source: SourceFile): number {
    if (this.sources.length === 0xffff) throw new UsageError('too-many-files', 'Expected at most 65,535 input files');
    return this.sources.push(source) - 1;
  }

  /** Puts down the hashes of the sources, in their order; a ledger made from this draft has them too. */
  completeSources(hashed: readonly SourceFile[]): void {
    for (const [file, { name, sha256 }] of hashed.entries()) this.sources[file] = { name, sha256 };
  }

  /**
   * Makes room for `count` more rows, so that the columns need not be copied as they grow. An estimate will do; at most
   * {@link MAX_RESERVED} are believed.
   */
  reserveRows(count: number): void {
    this.#reserved = Math.min(count, MAX_RESERVED);
    const { payer, beneficiary, timeMs, precision, mantissa, decimals, currency, channel } = this;
    const columns = [payer, beneficiary, timeMs, precision, mantissa, decimals, currency, channel];
    const { sourceFile, sourceLine, receivedMantissa, receivedDecimals, receivedCurrency, sequence, label } = this;
    const begun = [receivedMantissa, receivedDecimals, receivedCurrency, sequence, label, ...this.placeColumns];
    for (const column of [...columns, sourceFile, sourceLine, ...begun]) column?.reserve(this.#reserved);
  }

  /**
   * Appends one transfer. `mantissa / 10^decimals` is its exact paid amount (a safe integer; NaN = no amount);
   * `currency` a number from {@link LedgerDraft.currencies}, ignored when there is no amount.
   */
  appendRow(
    payer: number,
    beneficiary: number,
    timeMs: number,
    precision: number,
    mantissa: number,
    decimals: number,
    currency: number,
    channel: number,
    sourceFile: number,
    sourceLine: number,
  ): void {
    this.payer.push(payer);
    this.beneficiary.push(beneficiary);
    this.timeMs.push(timeMs);
    this.precision.push(precision);
    this.mantissa.push(mantissa);
    this.decimals.push(decimals);
    this.currency.push(currency);
    this.channel.push(channel);
    this.sourceFile.push(sourceFile);
    this.sourceLine.push(sourceLine);
  }

  /** Replaces the last row's paid amount by one whose mantissa may be of any size. */
  setExactAmount(mantissa: bigint, decimals: number): void {
    const row = this.rowCount - 1;
    this.mantissa.array[row] = Number(mantissa);
    this.decimals.array[row] = decimals;
    if (!Number.isSafeInteger(Number(mantissa))) this.wide.set(row, mantissa);
  }

  /** Gives the last row a received amount that differs from the paid one. */
  setReceived(mantissa: bigint, decimals: number, currency: number): void {
    const row = this.rowCount - 1;
    this.setReceivedOf(row, Number(mantissa), decimals, currency);
    if (!Number.isSafeInteger(Number(mantissa))) this.receivedWide.set(row, mantissa);
  }

  /** As {@link LedgerDraft.setReceived} for any row after the last one given one, with a safe integer mantissa. */
  setReceivedOf(row: number, mantissa: number, decimals: number, currency: number): void {
    const received = this.receivedColumns(row);
    received.mantissa.push(mantissa);
    received.decimals.push(decimals);
    received.currency.push(currency);
  }

  /** Gives the last row a place. `kind`: 0 placeFrom, 1 placeTo, 2 countryFrom, 3 countryTo. */
  setPlace(kind: number, place: number): void {
    this.setPlaceOf(this.rowCount - 1, kind, place);
  }

  /** As {@link LedgerDraft.setPlace} for any row after the last one given a place of the kind. */
  setPlaceOf(row: number, kind: number, place: number): void {
    this.placeColumn(kind, row).push(place);
  }

  /** Gives the last row its place in a posting order, compared after time and before content. */
  setSequence(sequence: number): void {
    this.sequenceColumn(this.rowCount - 1).push(sequence);
  }

  /** Gives the last row a label for evaluation; labels never enter the ledger. */
  setLabel(label: string): void {
    this.labelColumn(this.rowCount - 1).push(this.labelTexts.intern(label));
  }

  /** Gives the last row the data's own transaction id. */
  setId(id: string): void {
    this.idsBefore(this.rowCount - 1).append(id);
  }

  /** As {@link LedgerDraft.setId} for any row from the last one with an id on, from ASCII bytes. */
  setIdBytes(row: number, bytes: Uint8Array, start: number, end: number): void {
    this.idsBefore(row).appendBytes(bytes, start, end);
  }

  // Columns that not every row has, from now on present and filled with "none" up to `row`: for readers of batches.

  receivedColumns(row: number): ReceivedColumns {
    this.receivedMantissa ??= this.#column(Float64Array);
    this.receivedDecimals ??= this.#column(Uint8Array);
    this.receivedCurrency ??= this.#column(Uint16Array);
    return {
      mantissa: padded(this.receivedMantissa, row, NaN),
      decimals: padded(this.receivedDecimals, row, 0),
      currency: padded(this.receivedCurrency, row, 0),
    };
  }

  placeColumn(kind: number, row: number): GrowableColumn<Int32Array> {
    return padded((this.placeColumns[kind] ??= this.#column(Int32Array)), row, -1);
  }

  sequenceColumn(row: number): GrowableColumn<Float64Array> {
    return padded((this.sequence ??= this.#column(Float64Array)), row, 0);
  }

  labelColumn(row: number): GrowableColumn<Int32Array> {
    return padded((this.label ??= this.#column(Int32Array)), row, -1);
  }

  idsBefore(row: number): TextColumn {
    this.ids ??= new TextColumn();
    while (this.ids.length < row) this.ids.append('');
    return this.ids;
  }

  /** An empty column with the room that has been reserved. */
  #column<A extends ColumnArray>(construct: new (length: number) => A): GrowableColumn<A> {
    return new GrowableColumn(construct, Math.max(1024, this.rowCount + this.#reserved));
  }
}

function padded<A extends ColumnArray>(column: GrowableColumn<A>, length: number, value: number): GrowableColumn<A> {
  if (column.length < length) column.appendRepeated(value, length - column.length);
  return column;
}
