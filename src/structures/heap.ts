/**
 * A binary min-heap of (key, item) with numeric keys. Equal keys leave in ascending order of item, so that a run is
 * repeatable. push and pop are O(log size).
 */
export class MinHeap {
  readonly #keys: number[] = [];
  readonly #items: number[] = [];

  get size(): number {
    return this.#keys.length;
  }

  push(key: number, item: number): void {
    let at = this.#keys.length;
    this.#keys.push(key);
    this.#items.push(item);
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (!this.#before(at, up)) break;
      this.#swap(at, up);
      at = up;
    }
  }

  /** Smallest key, or undefined if the heap is empty. */
  peekKey(): number | undefined {
    return this.#keys[0];
  }

  /** Removes the smallest entry and returns its item, or undefined if the heap is empty. */
  pop(): number | undefined {
    const top = this.#items[0];
    const lastKey = this.#keys.pop();
    const lastItem = this.#items.pop();
    if (lastKey === undefined || lastItem === undefined) return undefined;
    if (this.#keys.length > 0) {
      this.#keys[0] = lastKey;
      this.#items[0] = lastItem;
      this.#sink(0);
    }
    return top;
  }

  #sink(start: number): void {
    let at = start;
    for (;;) {
      const left = 2 * at + 1;
      if (left >= this.#keys.length) return;
      const right = left + 1;
      const least = right < this.#keys.length && this.#before(right, left) ? right : left;
      if (!this.#before(least, at)) return;
      this.#swap(least, at);
      at = least;
    }
  }

  #before(left: number, right: number): boolean {
    const a = this.#keys[left]!;
    const b = this.#keys[right]!;
    return a < b || (a === b && this.#items[left]! < this.#items[right]!);
  }

  #swap(left: number, right: number): void {
    const key = this.#keys[left]!;
    const item = this.#items[left]!;
    this.#keys[left] = this.#keys[right]!;
    this.#items[left] = this.#items[right]!;
    this.#keys[right] = key;
    this.#items[right] = item;
  }
}
