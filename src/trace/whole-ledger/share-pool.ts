/** Room of the smallest block. */
const LEAST = 4;
const CLASSES = 32;

/**
 * Memory for one sparse vector per account: entries (origin, quantity), ascending by origin, side by side in one block
 * of a power of two. Blocks that became too small are handed back and used again.
 */
export class SharePool {
  origin: Int32Array;
  quantity: Float64Array;
  /** Per account: first entry, -1 = no block yet. */
  readonly start: Int32Array;
  /** Per account: entries in use. */
  readonly length: Int32Array;
  /** Per account: entries that the block has room for. */
  readonly #room: Int32Array;
  /** First free block by the power of two of its room; free blocks are linked by `origin[start]`. */
  readonly #free = new Int32Array(CLASSES).fill(-1);
  #used = 0;

  constructor(accountCount: number, capacity = 4096) {
    this.origin = new Int32Array(capacity);
    this.quantity = new Float64Array(capacity);
    this.start = new Int32Array(accountCount).fill(-1);
    this.length = new Int32Array(accountCount);
    this.#room = new Int32Array(accountCount);
  }

  /** Sets the vector of an account to entries 0 .. count - 1 of two columns. */
  store(account: number, origins: Int32Array, quantities: Float64Array, count: number): void {
    if (count > this.#room[account]!) this.#move(account, count);
    const start = this.start[account]!;
    for (let i = 0; i < count; i++) {
      this.origin[start + i] = origins[i]!;
      this.quantity[start + i] = quantities[i]!;
    }
    this.length[account] = count;
  }

  /** Empties the vector of an account and hands its block back. */
  clear(account: number): void {
    const start = this.start[account]!;
    if (start < 0) return;
    const order = orderOf(this.#room[account]!);
    this.origin[start] = this.#free[order]!;
    this.#free[order] = start;
    this.start[account] = -1;
    this.length[account] = 0;
    this.#room[account] = 0;
  }

  #move(account: number, count: number): void {
    this.clear(account);
    let room = LEAST;
    while (room < count) room *= 2;
    const order = orderOf(room);
    let start = this.#free[order]!;
    if (start >= 0) this.#free[order] = this.origin[start]!;
    else {
      start = this.#used;
      this.#used += room;
      this.#reserve(this.#used);
    }
    this.start[account] = start;
    this.#room[account] = room;
  }

  #reserve(size: number): void {
    if (size <= this.origin.length) return;
    const capacity = Math.max(size, 2 * this.origin.length);
    const origin = new Int32Array(capacity);
    origin.set(this.origin);
    this.origin = origin;
    const quantity = new Float64Array(capacity);
    quantity.set(this.quantity);
    this.quantity = quantity;
  }
}

function orderOf(room: number): number {
  return 31 - Math.clz32(room);
}
