import { GrowableColumn } from './growable-column.js';
import { listEqualInto, type RunScratch, sortRunInto } from './sort-run.kernel.js';

/** Runs up to this size are sorted by insertion. */
const SMALL_RUN = 24;
/** Longer ones by digits of no more bits than these: about four times as many digits as a run has rows, within limits. */
const LEAST_DIGIT_BITS = 7;
const MOST_DIGIT_BITS = 11;

/**
 * Sorts inside each run of `order` whose positions agree on all `keys` (runs lie side by side already) by two columns of
 * non-negative integers, `first` before `second`; equal pairs keep their order. Runs of a clock's instants are short and
 * stay in the cache, which sorting the whole by four keys would not.
 *
 * @returns the stretches of `order` that agree on the keys and on both columns, two or more positions each: start and
 *   end of the first, start and end of the second, and so on. O(n) for a bounded number of digits.
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
      sorter.sort(start, end, ties);
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
  /** Bits of the largest value. */
  readonly #valueBits: number;
  #room = 64;
  #scratch = scratchFor(64);

  constructor(order: Uint32Array, first: Int32Array, second: Int32Array) {
    this.#order = order;
    this.#first = first;
    this.#second = second;
    this.#valueBits = 32 - Math.clz32(Math.max(largest(first), largest(second)));
  }

  /** Sorts order[start .. end) and adds the stretches that agree on both columns to `ties`. */
  sort(start: number, end: number, ties: GrowableColumn<Float64Array>): void {
    if (end - start <= SMALL_RUN) {
      this.#insert(start, end);
      noteTies(this.#order, this.#first, this.#second, start, end, ties);
      return;
    }
    this.#sortBy(this.#first, start, end);
    const { stretches } = this.#scratch;
    const count = listEqualInto(this.#scratch.values, end - start, stretches);
    for (let i = 0; i < count; i += 2) {
      const from = start + stretches[i]!;
      const to = start + stretches[i + 1]!;
      if (to - from > SMALL_RUN) this.#sortBy(this.#second, from, to);
      else this.#insert(from, to);
      noteTies(this.#order, this.#first, this.#second, from, to, ties);
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

  #sortBy(column: Int32Array, start: number, end: number): void {
    const size = end - start;
    if (this.#room < size) {
      this.#room = 2 * size;
      this.#scratch = scratchFor(this.#room);
    }
    const most = Math.min(MOST_DIGIT_BITS, Math.max(LEAST_DIGIT_BITS, 34 - Math.clz32(size)));
    sortRunInto(column, this.#order, start, size, this.#valueBits, most, this.#scratch);
  }
}

function scratchFor(size: number): RunScratch & { readonly stretches: Int32Array } {
  return {
    values: new Int32Array(size),
    positions: new Uint32Array(size),
    spareValues: new Int32Array(size),
    sparePositions: new Uint32Array(size),
    counts: new Int32Array(1 << MOST_DIGIT_BITS),
    stretches: new Int32Array(size),
  };
}

function largest(values: Int32Array): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) if (values[i]! > most) most = values[i]!;
  return most;
}
