/** A multiset of numbers that knows how many different ones it holds. */
export class Tally {
  readonly #counts = new Map<number, number>();
  /** Sum of the squared counts, for concentration. */
  squares = 0;
  total = 0;

  get distinct(): number {
    return this.#counts.size;
  }

  /** Adds one; answers true if the number is new. */
  add(key: number): boolean {
    const count = this.#counts.get(key) ?? 0;
    this.#counts.set(key, count + 1);
    this.squares += 2 * count + 1;
    this.total++;
    return count === 0;
  }

  /** Takes one away, which must be there; answers true if it was the last of its number. */
  remove(key: number): boolean {
    const count = this.#counts.get(key) ?? 1;
    if (count === 1) this.#counts.delete(key);
    else this.#counts.set(key, count - 1);
    this.squares -= 2 * count - 1;
    this.total--;
    return count === 1;
  }

  has(key: number): boolean {
    return this.#counts.has(key);
  }

  /** The different numbers, ascending. */
  keys(): number[] {
    return [...this.#counts.keys()].sort((a, b) => a - b);
  }
}
