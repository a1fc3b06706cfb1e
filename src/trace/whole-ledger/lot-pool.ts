/**
 * Memory for the lots of all accounts: parallel columns, a lot is a position in them. It doubles when it is full. No lot
 * ever dies (what leaves lies outside), so the pool grows with the answer and not with the transfers that were booked.
 */
export class LotPool {
  /** Event at which the lot's money was first seen. */
  birth: Int32Array;
  quantity: Float64Array;
  /** Next lot of a list, or next sibling in a heap; -1 = none. */
  next: Int32Array;
  /** First child in a heap; -1 = none. Empty if the pool holds no heaps. */
  child: Int32Array;
  size = 0;

  constructor(shape: 'lists' | 'heaps', capacity = 1024) {
    this.birth = new Int32Array(capacity);
    this.quantity = new Float64Array(capacity);
    this.next = new Int32Array(capacity);
    this.child = new Int32Array(shape === 'heaps' ? capacity : 0);
  }

  /** Makes room for one more lot; true if the columns were replaced. */
  reserve(): boolean {
    if (this.size < this.birth.length) return false;
    this.birth = doubled(this.birth);
    this.quantity = doubled(this.quantity);
    this.next = doubled(this.next);
    this.child = doubled(this.child);
    return true;
  }

  /** A lot of no list and no heap. There must be room: see {@link LotPool.reserve}. */
  take(birth: number, quantity: number): number {
    const lot = this.size++;
    this.birth[lot] = birth;
    this.quantity[lot] = quantity;
    this.next[lot] = -1;
    if (this.child.length > 0) this.child[lot] = -1;
    return lot;
  }
}

function doubled<A extends Int32Array | Float64Array>(column: A): A {
  const grown = new (column.constructor as new (length: number) => A)(column.length * 2);
  grown.set(column);
  return grown;
}
