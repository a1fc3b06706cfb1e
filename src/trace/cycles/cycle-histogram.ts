/** Doubles hold every integer below this. */
const EXACT = 2 ** 53;

/** Exact numbers of cycles by length. Numbers of any size; those below 2^53 are added without BigInt. */
export class CycleHistogram {
  readonly #small: number[] = [];
  readonly #large: bigint[] = [];

  /** Adds `count` cycles of a length; a number must be an integer below 2^53. */
  add(length: number, count: number | bigint): void {
    while (this.#small.length <= length) {
      this.#small.push(0);
      this.#large.push(0n);
    }
    const sum = this.#small[length]! + (typeof count === 'number' ? count : 0);
    if (typeof count === 'number' && sum < EXACT) this.#small[length] = sum;
    else this.#large[length]! += BigInt(count);
  }

  /** Lengths that occur, ascending, each with its number of cycles. */
  byLength(): [length: number, count: bigint][] {
    return this.#small
      .map((small, length): [number, bigint] => [length, BigInt(small) + this.#large[length]!])
      .filter(([, count]) => count > 0n);
  }
}
