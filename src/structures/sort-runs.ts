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
  readonly #most: number;
  /** Scratch: value and place of each position of a run in one number, and the positions as they stood. */
  #whole = new Int32Array(64);
  #wide = new Float64Array(0);
  #copy = new Uint32Array(64);

  constructor(order: Uint32Array, first: Int32Array, second: Int32Array) {
    this.#order = order;
    this.#first = first;
    this.#second = second;
    this.#most = Math.max(largest(first), largest(second));
  }

  sort(start: number, end: number): void {
    if (end - start <= SMALL_RUN) {
      this.#insert(start, end);
      return;
    }
    const order = this.#order;
    const first = this.#first;
    this.#sortBy(first, start, end);
    for (let from = start, i = start + 1; i <= end; i++) {
      if (i < end && first[order[i]!] === first[order[from]!]) continue;
      if (i - from > SMALL_RUN) this.#sortBy(this.#second, from, i);
      else if (i - from > 1) this.#insert(from, i);
      from = i;
    }
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

  /** Packs value and place into one exact number, which typed arrays sort natively, whole ones twice as fast. */
  #sortBy(column: Int32Array, start: number, end: number): void {
    const size = end - start;
    if (this.#copy.length < size) {
      this.#copy = new Uint32Array(2 * size);
      this.#whole = new Int32Array(2 * size);
    }
    // A place needs so many bits.
    const bits = 32 - Math.clz32(size - 1);
    if (this.#most < 2 ** (31 - bits)) sortWhole(column, this.#order, start, size, bits, this.#whole, this.#copy);
    else if ((this.#most + 1) * size <= Number.MAX_SAFE_INTEGER) {
      if (this.#wide.length < size) this.#wide = new Float64Array(2 * size);
      sortWide(column, this.#order, start, size, this.#wide, this.#copy);
    } else this.#sortByRadix(column, start, end);
  }

  #sortByRadix(column: Int32Array, start: number, end: number): void {
    const run = this.#order.slice(start, end);
    const keys = Uint32Array.from(run, (position) => column[position]!);
    const sorted = sortPositions(run.length, [keys]);
    for (let i = 0; i < run.length; i++) this.#order[start + i] = run[sorted[i]!]!;
  }
}

// One function per kind of number, on purpose: an engine compiles a loop well for one kind of array at a time.

function sortWhole(
  column: Int32Array,
  order: Uint32Array,
  start: number,
  size: number,
  bits: number,
  packed: Int32Array,
  copy: Uint32Array,
): void {
  for (let i = 0; i < size; i++) {
    const position = order[start + i]!;
    copy[i] = position;
    packed[i] = (column[position]! << bits) | i;
  }
  packed.subarray(0, size).sort();
  const places = (1 << bits) - 1;
  for (let i = 0; i < size; i++) order[start + i] = copy[packed[i]! & places]!;
}

function sortWide(
  column: Int32Array,
  order: Uint32Array,
  start: number,
  size: number,
  packed: Float64Array,
  copy: Uint32Array,
): void {
  for (let i = 0; i < size; i++) {
    const position = order[start + i]!;
    copy[i] = position;
    packed[i] = column[position]! * size + i;
  }
  packed.subarray(0, size).sort();
  for (let i = 0; i < size; i++) {
    const value = packed[i]!;
    order[start + i] = copy[value - Math.floor(value / size) * size]!;
  }
}

function largest(values: Int32Array): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) if (values[i]! > most) most = values[i]!;
  return most;
}
