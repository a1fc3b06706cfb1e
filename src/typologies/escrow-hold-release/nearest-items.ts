/**
 * Items 0..count - 1 that are reached one after the other at distances that only fall: a binary heap that holds each item
 * once. Equal distances leave in ascending order of item, so that a run is repeatable. Allocates nothing after it is made.
 */
export class NearestItems {
  /** Of items that were reached since the last clearing, also those taken; Infinity of all others. */
  readonly distance: Float64Array;
  readonly #heap: Int32Array;
  /** Where an item lies in the heap, while it does. */
  readonly #place: Int32Array;
  /** What was reached since, as many as are counted. */
  readonly reached: Int32Array;
  reachedCount = 0;
  #size = 0;

  constructor(count: number) {
    this.distance = new Float64Array(count).fill(Infinity);
    this.#heap = new Int32Array(count);
    this.#place = new Int32Array(count);
    this.reached = new Int32Array(count);
  }

  /** Forgets what was reached. O(reached). */
  clear(): void {
    for (let i = 0; i < this.reachedCount; i++) this.distance[this.reached[i]!] = Infinity;
    this.reachedCount = 0;
    this.#size = 0;
  }

  /** Brings an item that was not taken to a distance less than it has. O(log reached). */
  bring(item: number, distance: number): void {
    if (this.distance[item] === Infinity) {
      this.reached[this.reachedCount++] = item;
      this.#place[item] = this.#size++;
    }
    this.distance[item] = distance;
    this.#rise(item, this.#place[item]!);
  }

  /** Takes the nearest item, -1 if there is none. O(log reached). */
  takeNearest(): number {
    if (this.#size === 0) return -1;
    const heap = this.#heap;
    const top = heap[0]!;
    const last = heap[--this.#size]!;
    if (this.#size > 0) this.#sink(last);
    return top;
  }

  #rise(item: number, from: number): void {
    const heap = this.#heap;
    const place = this.#place;
    const distance = this.distance;
    const key = distance[item]!;
    let at = from;
    while (at > 0) {
      const up = (at - 1) >> 1;
      const above = heap[up]!;
      const other = distance[above]!;
      if (key > other || (key === other && item > above)) break;
      heap[at] = above;
      place[above] = at;
      at = up;
    }
    heap[at] = item;
    place[item] = at;
  }

  /** Puts an item at the top and lets it sink. */
  #sink(item: number): void {
    const heap = this.#heap;
    const place = this.#place;
    const distance = this.distance;
    const size = this.#size;
    const key = distance[item]!;
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      let below = heap[child]!;
      if (child + 1 < size) {
        const next = heap[child + 1]!;
        const a = distance[below]!;
        const b = distance[next]!;
        if (b < a || (b === a && next < below)) {
          below = next;
          child++;
        }
      }
      const other = distance[below]!;
      if (key < other || (key === other && item < below)) break;
      heap[at] = below;
      place[below] = at;
      at = child;
    }
    heap[at] = item;
    place[item] = at;
  }
}
