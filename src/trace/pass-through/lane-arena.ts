/**
 * Memory for lanes that are looked at and dropped: each taking starts where the one before it ended, and `reset` gives
 * all of it back. Allocating for every node of a large graph costs more than matching does. Lanes in an arena are
 * overwritten after the reset; match again without it what is to be kept.
 */
export class LaneArena {
  #buffer: ArrayBuffer;
  #used = 0;

  /** Starts with `bytes`, which must be a multiple of 8, and grows by doubling. */
  constructor(bytes = 1 << 16) {
    this.#buffer = new ArrayBuffer(bytes);
  }

  reset(): void {
    this.#used = 0;
  }

  /** A stretch of `bytes`, aligned for doubles, with anything in it. */
  take(bytes: number): { readonly buffer: ArrayBuffer; readonly offset: number } {
    const rounded = (bytes + 7) & ~7;
    if (this.#used + rounded > this.#buffer.byteLength) {
      // Lanes taken before keep the old buffer alive.
      this.#buffer = new ArrayBuffer(Math.max(2 * this.#buffer.byteLength, rounded));
      this.#used = 0;
    }
    const offset = this.#used;
    this.#used += rounded;
    return { buffer: this.#buffer, offset };
  }
}
