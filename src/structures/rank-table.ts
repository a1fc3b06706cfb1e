import { countBelowInto, countDistinctInto, leadingRangeOf, placeByLeadingInto } from './rank-table.kernel.js';
import { sortSegments } from './segments.js';
import { lowerBound, upperBound } from './sorted-search.js';

/** Most bits of a bucket's number: a table of four megabytes. Writing to more places at once costs more than it saves. */
const MOST_BITS = 20;

/** Questions that are answered at a time: what they look at fits the processor's first cache. */
const BLOCK = 512;

/**
 * Counts how many of many values are below a given one. Values are kept once each, with the number of those below them, and
 * with a table of where values begin whose leading bits are alike: a question looks at the few values of one bucket instead
 * of halving all of them, which on five million would wait for memory ten times. Bits of numbers of 0 or more ascend with
 * the numbers (IEEE 754). For little-endian machines, as the interner of keys is.
 */
export class RankTable {
  /** How many values there are. */
  readonly size: number;
  /** Values, ascending, each once; below[i] = values of the list that are below distinct[i], and all of them in the end. */
  readonly #distinct: Float64Array;
  readonly #below: Int32Array;
  /** Bucket b owns distinct[starts[b] .. starts[b + 1]). A value's bucket is (its upper 32 bits - least) >>> shift. */
  readonly #starts: Int32Array;
  readonly #least: number;
  readonly #shift: number;
  /** Scratch: the value that is asked about, and its bits. */
  readonly #asked = new Float64Array(1);
  readonly #askedBits = new Uint32Array(this.#asked.buffer);

  /** `values`: each 0 or more, no -0, no NaN; left as they are. O(n) for values that are spread, O(n log n) at worst. */
  constructor(values: Float64Array) {
    const bits = new Uint32Array(values.buffer, values.byteOffset, 2 * values.length);
    const { least, most } = leadingRangeOf(bits);
    const width = Math.min(MOST_BITS, 32 - Math.clz32(values.length));
    this.size = values.length;
    this.#least = least;
    this.#shift = Math.max(0, 32 - Math.clz32(most - least) - width);
    this.#starts = new Int32Array(((most - least) >>> this.#shift) + 2);
    const sorted = new Float64Array(values.length);
    placeByLeadingInto(sorted, this.#starts, { values, bits, least, shift: this.#shift });
    sortSegments(sorted, this.#starts);
    const below = new Int32Array(values.length + 1);
    const count = countDistinctInto(sorted, below, this.#starts);
    this.#distinct = sorted.slice(0, count);
    this.#below = below.slice(0, count + 1);
  }

  /** How many values are below this one. */
  countBelow(value: number): number {
    const bucket = this.#bucketOf(value);
    if (bucket < 0) return this.#below[lowerBound(this.#distinct, value)]!;
    return this.#below[lowerBound(this.#distinct, value, this.#starts[bucket], this.#starts[bucket + 1])]!;
  }

  /** The same for many values, each 0 or more; faster than one by one, because waits for memory overlap. */
  countEachBelow(asked: Float64Array): Int32Array {
    const counts = new Int32Array(asked.length);
    const bits = new Uint32Array(asked.buffer, asked.byteOffset, 2 * asked.length);
    const table = {
      distinct: this.#distinct,
      below: this.#below,
      starts: this.#starts,
      least: this.#least,
      shift: this.#shift,
    };
    countBelowInto(counts, { asked, bits, seen: new Float64Array(BLOCK) }, table);
    return counts;
  }

  /** How many values are this one or below. */
  countUpTo(value: number): number {
    const bucket = this.#bucketOf(value);
    if (bucket < 0) return this.#below[upperBound(this.#distinct, value)]!;
    return this.#below[upperBound(this.#distinct, value, this.#starts[bucket], this.#starts[bucket + 1])]!;
  }

  /** -1 for what lies outside the table, and for NaN. */
  #bucketOf(value: number): number {
    if (!(value >= 0)) return -1;
    this.#asked[0] = value;
    const bucket = (this.#askedBits[1]! - this.#least) >> this.#shift;
    return bucket >= 0 && bucket < this.#starts.length - 1 ? bucket : -1;
  }
}
