/** Scratch of {@link sortRunInto}: each array as long as the longest run, but for `counts`, one for each value of a digit. */
export interface RunScratch {
  readonly values: Int32Array;
  readonly positions: Uint32Array;
  readonly spareValues: Int32Array;
  readonly sparePositions: Uint32Array;
  readonly counts: Int32Array;
}

/**
 * Sorts the positions order[start .. start + size) by their value in `column`, whose values are 0 .. 2 ** valueBits - 1; equal
 * ones keep their order. A radix sort by digits of at most `mostDigitBits`, lowest first, of values gathered once: a run
 * stays in the cache. `scratch.values` receives the sorted values. O((size + 2 ** mostDigitBits) x digits), no allocation.
 */
export function sortRunInto(
  column: Int32Array,
  order: Uint32Array,
  start: number,
  size: number,
  valueBits: number,
  mostDigitBits: number,
  { values, positions, spareValues, sparePositions, counts }: RunScratch,
): void {
  // An even number of passes leaves them where they were gathered.
  const passes = 2 * Math.ceil(valueBits / (2 * mostDigitBits));
  const digitBits = Math.ceil(valueBits / passes);
  const digits = 1 << digitBits;
  for (let i = 0; i < size; i++) {
    const position = order[start + i]!;
    positions[i] = position;
    values[i] = column[position]!;
  }
  for (let shift = 0; shift < valueBits; shift += 2 * digitBits) {
    spreadInto(values, positions, size, shift, digits, counts, spareValues, sparePositions);
    spreadInto(spareValues, sparePositions, size, shift + digitBits, digits, counts, values, positions);
  }
  for (let i = 0; i < size; i++) order[start + i] = positions[i]!;
}

/** Lists the stretches of two or more equal values, start and end of each; returns how many numbers that are. */
export function listEqualInto(values: Int32Array, size: number, stretches: Int32Array): number {
  let count = 0;
  for (let i = 1, from = 0; i <= size; i++) {
    if (i < size && values[i] === values[from]) continue;
    if (i - from > 1) {
      stretches[count++] = from;
      stretches[count++] = i;
    }
    from = i;
  }
  return count;
}

/** One pass: moves values with their positions into the order of one digit. */
function spreadInto(
  values: Int32Array,
  positions: Uint32Array,
  size: number,
  shift: number,
  digits: number,
  counts: Int32Array,
  toValues: Int32Array,
  toPositions: Uint32Array,
): void {
  const mask = digits - 1;
  for (let digit = 0; digit < digits; digit++) counts[digit] = 0;
  for (let i = 0; i < size; i++) counts[(values[i]! >>> shift) & mask]!++;
  let next = 0;
  for (let digit = 0; digit < digits; digit++) {
    const count = counts[digit]!;
    counts[digit] = next;
    next += count;
  }
  for (let i = 0; i < size; i++) {
    const value = values[i]!;
    const digit = (value >>> shift) & mask;
    const to = counts[digit]!;
    counts[digit] = to + 1;
    toValues[to] = value;
    toPositions[to] = positions[i]!;
  }
}
