/** A fixed-size set of small non-negative integers, one bit each. */
export class BitSet {
  readonly size: number;
  readonly #words: Uint32Array;

  /** An empty set that can hold 0 .. size - 1. */
  constructor(size: number) {
    this.size = size;
    this.#words = new Uint32Array((size + 31) >>> 5);
  }

  add(member: number): void {
    this.#words[member >>> 5]! |= 1 << (member & 31);
  }

  delete(member: number): void {
    this.#words[member >>> 5]! &= ~(1 << (member & 31));
  }

  has(member: number): boolean {
    return (this.#words[member >>> 5]! & (1 << (member & 31))) !== 0;
  }

  /** Number of members, O(size / 32). */
  count(): number {
    let total = 0;
    for (let word of this.#words) {
      word -= (word >>> 1) & 0x5555_5555;
      word = (word & 0x3333_3333) + ((word >>> 2) & 0x3333_3333);
      total += Math.imul((word + (word >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
    }
    return total;
  }

  /** Members in ascending order. */
  *[Symbol.iterator](): IterableIterator<number> {
    for (let member = 0; member < this.size; member++) if (this.has(member)) yield member;
  }
}
