/** A binary min-heap of numbered things in an order of their own. push and pop are O(log size). */
export class PathQueue {
  readonly #compare: (left: number, right: number) => number;
  readonly #items: number[] = [];

  constructor(compare: (left: number, right: number) => number) {
    this.#compare = compare;
  }

  /** The first item, or undefined if the queue is empty. */
  peek(): number | undefined {
    return this.#items[0];
  }

  push(item: number): void {
    const items = this.#items;
    let at = items.push(item) - 1;
    for (let up = (at - 1) >> 1; at > 0 && this.#compare(item, items[up]!) < 0; up = (at - 1) >> 1) {
      items[at] = items[up]!;
      at = up;
    }
    items[at] = item;
  }

  pop(): number | undefined {
    const items = this.#items;
    const first = items[0];
    const moved = items.pop();
    if (moved === undefined || items.length === 0) return first;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= items.length) break;
      if (child + 1 < items.length && this.#compare(items[child + 1]!, items[child]!) < 0) child++;
      if (this.#compare(moved, items[child]!) <= 0) break;
      items[at] = items[child]!;
      at = child;
    }
    items[at] = moved;
    return first;
  }
}
