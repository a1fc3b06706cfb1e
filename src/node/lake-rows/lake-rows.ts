import { UsageError } from '../../foundation/index.js';
import { type LedgerBuilder } from '../../ledger/index.js';
import { CHUNK_ROWS, type SqlChunk } from '../duckdb.js';
import { JoinedAccounts } from './account-batch.js';
import { type AmountBatch } from './amount-batch.js';
import { type LakeColumns, lakeColumns, loadColumns } from './lake-columns.js';
import { type LakeQuery } from './lake-query.js';

/** Rows of a file of a lake on their way into a ledger: a chunk at a time, by column, without an object for each row. */
export class LakeRows {
  readonly #builder: LedgerBuilder;
  readonly #columns: LakeColumns;
  readonly #holders = new JoinedAccounts();
  // By row of a chunk.
  readonly #source = new Uint16Array(CHUNK_ROWS);
  readonly #precision = new Uint8Array(CHUNK_ROWS);
  readonly #channel = new Uint8Array(CHUNK_ROWS);
  readonly #currency = new Uint16Array(CHUNK_ROWS);
  readonly #receivedCurrency = new Uint16Array(CHUNK_ROWS);
  readonly #sequence = new Float64Array(CHUNK_ROWS);
  readonly #place = new Int32Array(CHUNK_ROWS);

  /** @param sources numbers of the files that the lake was made from */
  constructor(builder: LedgerBuilder, query: LakeQuery, sources: ReadonlyMap<string, number>) {
    this.#builder = builder;
    this.#columns = lakeColumns(query, builder, sources);
  }

  /**
   * Appends the rows of a chunk, or none of them.
   *
   * @returns nothing, or the name of a column that does not hold what it should in the first row with a fault
   * @throws UsageError `slice-row` where that fault is a file that is no source, or an amount that is no plain decimal
   */
  append(chunk: SqlChunk): string | undefined {
    loadColumns(this.#columns, chunk);
    let hasReceived = false;
    for (let row = 0; row < chunk.rowCount; row++) {
      const wrong = this.#check(row);
      if (wrong !== undefined) return wrong;
      if (this.#settleAmounts(row)) hasReceived = true;
    }
    const first = this.#builder.rowCount;
    this.#appendAll(chunk.rowCount);
    if (hasReceived) this.#appendReceived(chunk.rowCount, first);
    this.#appendSequence(chunk.rowCount, first);
    this.#appendPlaces(chunk.rowCount, first);
    this.#appendIds(chunk.rowCount, first);
    return undefined;
  }

  /** Holds a row to what every row must have. */
  #check(row: number): string | undefined {
    const { source, line, timeMs, precision, channel, payer, beneficiary } = this.#columns;
    const [file, exactness, way] = [source.number(row), precision.number(row), channel.number(row)];
    if (file < 0 && !source.isGiven(row)) return 'source';
    if (!line.isWhole(row)) return 'row';
    if (!timeMs.isWhole(row)) return 'timeMs';
    if (exactness < 0) return 'precision';
    if (way < 0) return 'channel';
    if (!payer.isGiven(row)) return 'payerAccount';
    if (!beneficiary.isGiven(row)) return 'beneficiaryAccount';
    if (file < 0) throw new UsageError('slice-row', 'Expected a file of the whole ledger in each row');
    this.#source[row] = file;
    this.#precision[row] = exactness;
    this.#channel[row] = way;
    return undefined;
  }

  /** Whether the row has a received amount. */
  #settleAmounts(row: number): boolean {
    const { paid, currency, received, receivedCurrency } = this.#columns;
    this.#currency[row] = Math.max(currency.number(row), 0);
    paid.settle(row);
    this.#receivedCurrency[row] = 0;
    if (!receivedCurrency.isGiven(row)) {
      received.clear(row);
      return false;
    }
    if (!received.settle(row)) return false;
    this.#receivedCurrency[row] = receivedCurrency.number(row);
    return true;
  }

  #appendAll(count: number): void {
    const builder = this.#builder;
    const { payer, beneficiary, timeMs, paid, line } = this.#columns;
    payer.intern(builder.accounts, this.#holders, count);
    beneficiary.intern(builder.accounts, this.#holders, count);
    moveWide(paid, builder.rowCount, builder.wide);
    builder.payer.appendRange(payer.numbers, 0, count);
    builder.beneficiary.appendRange(beneficiary.numbers, 0, count);
    builder.timeMs.appendRange(timeMs.values, 0, count);
    builder.precision.appendRange(this.#precision, 0, count);
    builder.mantissa.appendRange(paid.mantissas, 0, count);
    builder.decimals.appendRange(paid.decimals, 0, count);
    builder.currency.appendRange(this.#currency, 0, count);
    builder.channel.appendRange(this.#channel, 0, count);
    builder.sourceFile.appendRange(this.#source, 0, count);
    builder.sourceLine.appendRange(line.values, 0, count);
  }

  #appendReceived(count: number, first: number): void {
    const { received } = this.#columns;
    moveWide(received, first, this.#builder.receivedWide);
    const columns = this.#builder.receivedColumns(first);
    columns.mantissa.appendRange(received.mantissas, 0, count);
    columns.decimals.appendRange(received.decimals, 0, count);
    columns.currency.appendRange(this.#receivedCurrency, 0, count);
  }

  #appendSequence(count: number, first: number): void {
    const { sequence } = this.#columns;
    let isGiven = false;
    for (let row = 0; row < count; row++) {
      const isWhole = sequence.isWhole(row);
      this.#sequence[row] = isWhole ? sequence.values[row]! : 0;
      if (isWhole) isGiven = true;
    }
    if (isGiven) this.#builder.sequenceColumn(first).appendRange(this.#sequence, 0, count);
  }

  #appendPlaces(count: number, first: number): void {
    this.#columns.places.forEach((column, kind) => {
      let isGiven = false;
      for (let row = 0; row < count; row++) if ((this.#place[row] = column.number(row)) >= 0) isGiven = true;
      if (isGiven) this.#builder.placeColumn(kind, first).appendRange(this.#place, 0, count);
    });
  }

  #appendIds(count: number, first: number): void {
    const { ids } = this.#columns;
    if (ids.isEmpty) return;
    const { starts, ends, source } = ids;
    for (let row = 0; row < count; row++) {
      if (starts[row]! >= 0) this.#builder.setIdBytes(first + row, source.bytes, starts[row]!, ends[row]!);
    }
  }
}

function moveWide({ wide }: AmountBatch, first: number, to: Map<number, bigint>): void {
  for (const [row, mantissa] of wide) to.set(first + row, mantissa);
}
