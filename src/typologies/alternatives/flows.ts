import { type Account, type Row } from '../../foundation/index.js';
import { type Channel, type Ledger } from '../../ledger/index.js';

/** Where flows of one direction are looked up by row. */
export interface FlowColumns {
  readonly ledger: Ledger;
  /** The other end of each transfer. */
  readonly others: Int32Array;
  readonly timeMs: Float64Array;
  /** Minor units; the nearest double in wide currencies, which is good enough for habits. */
  readonly amounts: Float64Array;
}

/**
 * Credits or debits of one account in one currency, seen from it. They are rows, and columns that tell of each, since an object
 * for each would be most of what alternatives hold. Positions go from 0 to `length`, by row and hence by time.
 */
export class Flows {
  readonly length: number;
  readonly #columns: FlowColumns;
  readonly #rows: ArrayLike<Row>;
  readonly #start: number;

  /** The rows from `start` on, `length` of them; they must ascend and are not copied. */
  constructor(columns: FlowColumns, rows: ArrayLike<Row>, start = 0, length = rows.length - start) {
    this.#columns = columns;
    this.#rows = rows;
    this.#start = start;
    this.length = length;
  }

  row(at: number): Row {
    return this.#rows[this.#start + at]!;
  }

  other(at: number): Account {
    return this.#columns.others[this.row(at)]!;
  }

  timeMs(at: number): number {
    return this.#columns.timeMs[this.row(at)]!;
  }

  /** Minor units; see {@link FlowColumns}. */
  minor(at: number): number {
    return this.#columns.amounts[this.row(at)]!;
  }

  channel(at: number): Channel {
    return this.#columns.ledger.channel(this.row(at));
  }

  total(): number {
    const { amounts } = this.#columns;
    const end = this.#start + this.length;
    let sum = 0;
    for (let at = this.#start; at < end; at++) sum += amounts[this.#rows[at]!]!;
    return sum;
  }

  /** The other ends, each once, in order of first appearance. */
  parties(): ReadonlySet<Account> {
    const others = new Set<Account>();
    for (let at = 0; at < this.length; at++) others.add(this.other(at));
    return others;
  }

  /** Number of positions at which this holds. */
  count(holds: (at: number) => boolean): number {
    let count = 0;
    for (let at = 0; at < this.length; at++) if (holds(at)) count++;
    return count;
  }

  /** Those at whose position this holds. */
  where(holds: (at: number) => boolean): Flows {
    const rows: Row[] = [];
    for (let at = 0; at < this.length; at++) if (holds(at)) rows.push(this.row(at));
    return new Flows(this.#columns, rows);
  }

  /** What is asked of each position, in their order. */
  map<T>(of: (at: number) => T): T[] {
    const list = new Array<T>(this.length);
    for (let at = 0; at < this.length; at++) list[at] = of(at);
    return list;
  }

  /** Other rows told by the same columns. */
  ofRows(rows: ArrayLike<Row>, start?: number, length?: number): Flows {
    return new Flows(this.#columns, rows, start, length);
  }

  /** The first position from `low` on whose row is not below. O(log length). */
  firstFrom(row: Row, low = 0): number {
    for (let high = this.length; low < high;) {
      const middle = (low + high) >>> 1;
      if (this.row(middle) < row) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /**
   * The flows that are among some rows, which ascend too. The longer list is searched where it is much longer:
   * O(shorter x log longer), else O(both).
   */
  among(rows: readonly Row[]): Flows {
    if (rows.length * 8 < this.length) {
      let at = 0;
      return this.ofRows(
        rows.filter((row) => {
          at = this.firstFrom(row, at);
          return at < this.length && this.row(at) === row;
        }),
      );
    }
    const wanted = this.ofRows(rows);
    const search = this.length * 8 < rows.length;
    let next = 0;
    return this.where((at) => {
      const row = this.row(at);
      if (search) next = wanted.firstFrom(row, next);
      else while (next < rows.length && rows[next]! < row) next++;
      return rows[next] === row;
    });
  }
}
