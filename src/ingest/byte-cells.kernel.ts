/** Bytes up to this one are blanks or control characters. */
const BLANK = 32;

/**
 * Makes every record odd whose cell cannot be taken as it stands: empty (if `required` is 1), with a blank at either end,
 * with a blank inside (if `whole` is 1), or of a length in `lengths` and a first byte in `firsts`, which hold those of
 * texts with a meaning of their own.
 */
export function markUnclearInto(
  bytes: Uint8Array,
  bounds: Int32Array,
  stride: number,
  cell: number,
  count: number,
  required: number,
  whole: number,
  lengths: Uint8Array,
  firsts: Uint8Array,
  odd: Uint8Array,
): void {
  for (let record = 0; record < count; record++) {
    if (odd[record] !== 0) continue;
    const bound = 2 * (stride * record + cell);
    const start = bounds[bound]!;
    const end = bounds[bound + 1]!;
    if (start === end) {
      odd[record]! |= required;
      continue;
    }
    const first = bytes[start]!;
    const length = end - start;
    let unclear = first <= BLANK || bytes[end - 1]! <= BLANK;
    unclear ||= length < lengths.length && lengths[length] === 1 && firsts[first] === 1;
    if (whole === 1) for (let at = start; at < end; at++) unclear ||= bytes[at]! <= BLANK;
    if (unclear) odd[record] = 1;
  }
}

/** Start and end of one cell of each of the `count` records listed in `wanted`, for key look-ups. */
export function gatherBoundsInto(
  bounds: Int32Array,
  stride: number,
  cell: number,
  wanted: Int32Array,
  count: number,
  starts: Int32Array,
  ends: Int32Array,
): void {
  for (let i = 0; i < count; i++) {
    const bound = 2 * (stride * wanted[i]! + cell);
    starts[i] = bounds[bound]!;
    ends[i] = bounds[bound + 1]!;
  }
}

/** Bits of a tag of {@link gatherPairsInto} that hold a length. */
const LENGTH_BITS = 12;
/** A second cell begins so close behind the first one's beginning. */
const MAX_OFFSET = 1 << 18;

/**
 * As {@link gatherBoundsInto} for two cells side by side, `cell` and the next one, taken together with what stands between
 * them. `tags` receives what tells where in these bytes the cells begin and end: equal bytes under equal tags are equal
 * cells.
 *
 * @returns 0 if one of them is too long for that
 */
export function gatherPairsInto(
  bounds: Int32Array,
  stride: number,
  cell: number,
  wanted: Int32Array,
  count: number,
  starts: Int32Array,
  ends: Int32Array,
  tags: Int32Array,
): number {
  let most = 0;
  for (let i = 0; i < count; i++) {
    const bound = 2 * (stride * wanted[i]! + cell);
    const start = bounds[bound]!;
    const offset = bounds[bound + 2]! - start;
    const length = bounds[bound + 1]! - start;
    starts[i] = start;
    ends[i] = bounds[bound + 3]!;
    tags[i] = (offset << LENGTH_BITS) | length;
    most |= (length >> LENGTH_BITS) | (offset & -MAX_OFFSET);
  }
  return most === 0 ? 1 : 0;
}
