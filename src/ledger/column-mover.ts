import { type ColumnArray, type GrowableColumn, permuteColumn } from '../structures/index.js';

/** A column whose store is longer than this many times what is needed is not used again: it would keep memory. */
const MAX_WASTE = 1.1;

/**
 * Moves columns of a finished draft into ledger order. A column that has been moved gives its memory to the next one of its
 * type: memory never touched before costs more time than the moving.
 */
export class ColumnMover {
  readonly #order: Uint32Array;
  readonly #doubles: Float64Array[] = [];
  readonly #others = new Map<unknown, ColumnArray[]>();

  constructor(order: Uint32Array) {
    this.#order = order;
  }

  /** The column in ledger order. The draft's column means nothing afterwards. */
  move<A extends ColumnArray>(column: GrowableColumn<A>): A {
    const { array } = column;
    const spares = this.#sparesLike(array);
    const moved = permuteColumn(column, this.#order, spares.pop());
    this.#release(array, spares);
    return moved;
  }

  /** As {@link ColumnMover.move} for a column whose entries are all the same, so that none need be moved. */
  keep<A extends ColumnArray>({ array }: GrowableColumn<A>): A {
    const { length } = this.#order;
    const kept = array.length <= MAX_WASTE * length ? array.subarray(0, length) : array.slice(0, length);
    return kept as A;
  }

  /** Memory for a column of the order's length; what it holds means nothing. */
  takeDoubles(): Float64Array {
    return this.#doubles.pop() ?? new Float64Array(this.#order.length);
  }

  /** Hands memory over that nobody reads any more. */
  releaseDoubles(array: Float64Array): void {
    this.#release(array, this.#doubles);
  }

  #sparesLike<A extends ColumnArray>(array: A): A[] {
    if (array instanceof Float64Array) return this.#doubles as ColumnArray[] as A[];
    const known = this.#others.get(array.constructor);
    if (known !== undefined) return known as A[];
    const spares: A[] = [];
    this.#others.set(array.constructor, spares);
    return spares;
  }

  #release<A extends ColumnArray>(array: A, spares: A[]): void {
    const { length } = this.#order;
    if (array.length >= length && array.length <= MAX_WASTE * length) spares.push(array.subarray(0, length) as A);
  }
}
