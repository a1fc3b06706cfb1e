import { GrowableColumn } from './growable-column.js';
import { sortPositions } from './radix-sort.js';

/** Runs up to this size are sorted by insertion. */
const SMALL_RUN = 12;

/**
 * Sorts inside each run of `order` whose positions agree on all `keys` (runs lie side by side already) by two columns of
 * non-negative integers, `first` before `second`; equal pairs keep their order. Runs of a clock's instants are short and
 * stay in the cache, which sorting the whole by four keys would not.
 *
 * @returns the stretches of `order` that agree on the keys and on both columns, two or more positions each: start and
 *   end of the first, start and end of the second, and so on. O(n log of the longest run), O(n) for long runs.
 */
export function sortRunsByPair(
  order: Uint32Array,
  keys: readonly Uint32Array[],
  first: Int32Array,
  second: Int32Array,
): Float64Array {
  const ties = new GrowableColumn(Float64Array);
  const sorter = new RunSorter(order, first, second);
  const varying = keys.filter((key) => key.some((value) => value !== key[0]));
  let start = 0;
  while (start < order.length) {
    const end = endOfRun(order, varying, start);
    if (end - start > 1) {
      sorter.sort(start, end);
      noteTies(order, first, second, start, end, ties);
    }
    start = end;
  }
  return ties.finish();
}

function endOfRun(order: Uint32Array, keys: readonly Uint32Array[], start: number): number {
  let end = order.length;
  for (const key of keys) end = endOfEqual(order, key, start, end);
  return end;
}

function endOfEqual(order: Uint32Array, key: Uint32Array, start: number, limit: number): number {
  const value = key[order[start]!]!;
  let end = start + 1;
  while (end < limit && key[order[end]!] === value) end++;
  return end;
}

function noteTies(
  order: Uint32Array,
  first: Int32Array,
  second: Int32Array,
  start: number,
  end: number,
  ties: GrowableColumn<Float64Array>,
): void {
  let from = start;
  for (let i = start + 1; i <= end; i++) {
    if (i < end) {
      const a = order[i - 1]!;
      const b = order[i]!;
      if (first[a] === first[b] && second[a] === second[b]) continue;
    }
    if (i - from > 1) {
      ties.push(from);
      ties.push(i);
    }
    from = i;
  }
}

/** Sorts stretches of an order by two columns. */
class RunSorter {
  readonly #order: Uint32Array;
  readonly #first: Int32Array;
  readonly #second: Int32Array;
  /** One more than the largest value of the second column, and the number of different pairs that can be. */
  readonly #radix: number;
  readonly #pairs: number;
  #packed = new Float64Array(64);
  #copy = new Uint32Array(64);

  constructor(order: Uint32Array, first: Int32Array, second: Int32Array) {
    this.#order = order;
    this.#first = first;
    this.#second = second;
    this.#radix = 1 + largest(second);
    this.#pairs = (1 + largest(first)) * this.#radix;
  }

  sort(start: number, end: number): void {
    const size = end - start;
    if (size <= SMALL_RUN) this.#insert(start, end);
    else if (this.#pairs * size <= Number.MAX_SAFE_INTEGER) this.#sortPacked(start, size);
    else this.#sortByRadix(start, end);
  }

  #insert(start: number, end: number): void {
    const order = this.#order;
    const first = this.#first;
    const second = this.#second;
    for (let i = start + 1; i < end; i++) {
      const position = order[i]!;
      let at = i;
      while (at > start) {
        const before = order[at - 1]!;
        const byFirst = first[before]! - first[position]!;
        if (byFirst < 0 || (byFirst === 0 && second[before]! <= second[position]!)) break;
        order[at--] = before;
      }
      order[at] = position;
    }
  }

  /** Pair and place in the run as one exact double, which typed arrays sort natively. */
  #sortPacked(start: number, size: number): void {
    if (this.#packed.length < size) {
      this.#packed = new Float64Array(2 * size);
      this.#copy = new Uint32Array(2 * size);
    }
    const order = this.#order;
    const packed = this.#packed;
    const copy = this.#copy;
    const first = this.#first;
    const second = this.#second;
    const radix = this.#radix;
    for (let i = 0; i < size; i++) {
      const position = order[start + i]!;
      copy[i] = position;
      packed[i] = (first[position]! * radix + second[position]!) * size + i;
    }
    packed.subarray(0, size).sort();
    for (let i = 0; i < size; i++) {
      const value = packed[i]!;
      order[start + i] = copy[value - Math.floor(value / size) * size]!;
    }
  }

  #sortByRadix(start: number, end: number): void {
    const run = this.#order.slice(start, end);
    const firsts = new Uint32Array(run.length);
    const seconds = new Uint32Array(run.length);
    for (let i = 0; i < run.length; i++) {
      firsts[i] = this.#first[run[i]!]!;
      seconds[i] = this.#second[run[i]!]!;
    }
    const sorted = sortPositions(run.length, [firsts, seconds]);
    for (let i = 0; i < run.length; i++) this.#order[start + i] = run[sorted[i]!]!;
  }
}

function largest(values: Int32Array): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) if (values[i]! > most) most = values[i]!;
  return most;
}
