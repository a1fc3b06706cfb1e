/** The typed arrays that a {@link GrowableColumn} can hold. */
export type ColumnArray = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;
type ColumnConstructor<A extends ColumnArray> = new (length: number) => A;

/**
 * A typed array that grows at its end. Doubling keeps pushes O(1) amortised; {@link GrowableColumn.finish} hands out
 * the filled part. Writers of batches may {@link GrowableColumn.reserve} and then fill {@link GrowableColumn.array}.
 */
export class GrowableColumn<A extends ColumnArray> {
  /** Backing store; entries from `length` on carry no meaning. Replaced whenever the column grows. */
  array: A;
  length = 0;
  readonly #construct: ColumnConstructor<A>;

  constructor(construct: ColumnConstructor<A>, capacity = 1024) {
    this.#construct = construct;
    this.array = new construct(capacity);
  }

  /** Appends one value. */
  push(value: number): void {
    if (this.length === this.array.length) this.reserve(1);
    this.array[this.length++] = value;
  }

  /** Makes room for `count` more entries without changing `length`. */
  reserve(count: number): void {
    const needed = this.length + count;
    if (needed <= this.array.length) return;
    const grown = new this.#construct(Math.max(needed, this.array.length * 2));
    grown.set(this.array.subarray(0, this.length));
    this.array = grown;
  }

  /** Appends `values[from .. to)`. */
  appendRange(values: ColumnArray, from: number, to: number): void {
    this.reserve(to - from);
    this.array.set(values.subarray(from, to), this.length);
    this.length += to - from;
  }

  /** Appends the value `count` times. */
  appendRepeated(value: number, count: number): void {
    this.reserve(count);
    this.array.fill(value, this.length, this.length + count);
    this.length += count;
  }

  /** The filled part as a view; the column must not be pushed to afterwards. */
  finish(): A {
    return this.array.subarray(0, this.length) as A;
  }

  /** A zeroed array of the column's type. */
  emptyCopy(length: number): A {
    return new this.#construct(length);
  }
}
