import { RECORD_STRIDE } from './byte-records.kernel.js';

/** Records read at a time: so many that look-ups overlap, so few that everything stays in the cache. */
export const BATCH = 2048;

/** Scratch columns for one batch of records; entries of odd records carry no meaning. */
export class PlainBatch {
  readonly cellCount: number;
  /** Records found, of which the columns below speak. */
  count = 0;
  readonly records = new Int32Array(RECORD_STRIDE * BATCH);
  readonly bounds: Int32Array;
  /** 1 = the row interpreter must read the record. */
  readonly odd = new Uint8Array(BATCH);
  /** The first `fineCount` entries list the records that are not odd. */
  readonly fine = new Int32Array(BATCH);
  fineCount = 0;

  // By record.
  readonly timeMs = new Float64Array(BATCH);
  readonly precision = new Uint8Array(BATCH);
  readonly mantissa = new Float64Array(BATCH);
  readonly decimals = new Uint8Array(BATCH);
  readonly sequence = new Float64Array(BATCH);
  readonly currency = new Uint16Array(BATCH);
  readonly received = {
    mantissa: new Float64Array(BATCH),
    decimals: new Uint8Array(BATCH),
    currency: new Uint16Array(BATCH),
  };
  readonly channel = new Uint8Array(BATCH);
  readonly label = new Int32Array(BATCH);
  readonly payer = new Int32Array(BATCH);
  readonly beneficiary = new Int32Array(BATCH);
  readonly line = new Uint32Array(BATCH);

  constructor(cellCount: number) {
    this.cellCount = cellCount;
    this.bounds = new Int32Array(2 * cellCount * BATCH);
  }

  /** Lists the records that are not odd. */
  listFine(): void {
    let fineCount = 0;
    for (let record = 0; record < this.count; record++) if (this.odd[record] === 0) this.fine[fineCount++] = record;
    this.fineCount = fineCount;
  }
}
