/**
 * A max-heap of items 0, 1, 2, ... by a weight that may change while they are in it. Holds each item once, so its size is
 * the number of items with weight and never grows with the number of changes. O(log size) a change.
 */
export class ResidualQueue {
  readonly #heap: number[] = [];
  readonly #weight: number[] = [];
  /** Place of each item in the heap, -1 = not in it. */
  readonly #place: number[] = [];

  /** Largest weight, 0 if there is none. */
  get largest(): number {
    const top = this.#heap[0];
    return top === undefined ? 0 : this.#weight[top]!;
  }

  weightOf(item: number): number {
    return this.#weight[item] ?? 0;
  }

  /** Adds to the weight of an item; items must be added in ascending order the first time. */
  add(item: number, weight: number): void {
    if (item === this.#weight.length) {
      this.#weight.push(0);
      this.#place.push(-1);
    }
    this.#weight[item] = this.#weight[item]! + weight;
    if (this.#place[item] === -1) {
      this.#place[item] = this.#heap.length;
      this.#heap.push(item);
    }
    this.#rise(this.#place[item]!);
  }

  /** Removes the item with the largest weight, which becomes 0; undefined if there is none. */
  pop(): number | undefined {
    const top = this.#heap[0];
    const last = this.#heap.pop();
    if (top === undefined || last === undefined) return undefined;
    this.#place[top] = -1;
    this.#weight[top] = 0;
    if (last !== top) {
      this.#put(last, 0);
      this.#sink();
    }
    return top;
  }

  #rise(start: number): void {
    const item = this.#heap[start]!;
    const weight = this.#weight[item]!;
    let at = start;
    while (at > 0) {
      const parent = this.#heap[(at - 1) >> 1]!;
      if (this.#weight[parent]! >= weight) break;
      this.#put(parent, at);
      at = (at - 1) >> 1;
    }
    this.#put(item, at);
  }

  #sink(): void {
    const item = this.#heap[0]!;
    const weight = this.#weight[item]!;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.#heap.length) break;
      if (child + 1 < this.#heap.length && this.#weightAt(child + 1) > this.#weightAt(child)) child++;
      if (this.#weightAt(child) <= weight) break;
      this.#put(this.#heap[child]!, at);
      at = child;
    }
    this.#put(item, at);
  }

  #weightAt(place: number): number {
    return this.#weight[this.#heap[place]!]!;
  }

  #put(item: number, place: number): void {
    this.#heap[place] = item;
    this.#place[item] = place;
  }
}
