const ZERO = 48;
/** This many digits are exact in a double whatever they are. */
const SAFE_DIGITS = 15;
/** This many digits fit a 31-bit integer, whose arithmetic is faster. */
const SMALL_DIGITS = 9;

/**
 * Reads one cell of every record that is not `odd` as `digits[mark digits]` of at most 15 digits, above zero: mantissa
 * and number of decimals without trailing zeros, exactly. Any other cell makes its record odd. The bounds of record r's
 * cell are at `2 * (stride * r + cell)`.
 */
export function readAmountsInto(
  bytes: Uint8Array,
  bounds: Int32Array,
  stride: number,
  cell: number,
  count: number,
  mark: number,
  odd: Uint8Array,
  mantissas: Float64Array,
  decimals: Uint8Array,
): void {
  for (let record = 0; record < count; record++) {
    if (odd[record] !== 0) continue;
    const bound = 2 * (stride * record + cell);
    const start = bounds[bound]!;
    const end = bounds[bound + 1]!;
    let at = start;
    let small = 0;
    const smallEnd = end - start <= SMALL_DIGITS ? end : start + SMALL_DIGITS;
    let digit = 0;
    while (at < smallEnd && (digit = bytes[at]! - ZERO) >= 0 && digit <= 9) {
      small = (Math.imul(small, 10) + digit) | 0;
      at++;
    }
    let markAt = end;
    if (at < smallEnd) {
      if (bytes[at] !== mark) {
        odd[record] = 1;
        continue;
      }
      markAt = at++;
      while (at < smallEnd && (digit = bytes[at]! - ZERO) >= 0 && digit <= 9) {
        small = (Math.imul(small, 10) + digit) | 0;
        at++;
      }
    }
    let mantissa = small;
    if (at >= smallEnd && at < end) {
      for (; at < end; at++) {
        digit = bytes[at]! - ZERO;
        if (digit >= 0 && digit <= 9) mantissa = mantissa * 10 + digit;
        else if (bytes[at] === mark && markAt === end) markAt = at;
        else break;
      }
    }
    const hasMark = markAt !== end ? 1 : 0;
    const digits = end - start - hasMark;
    if (at !== end || digits > SAFE_DIGITS || markAt === start || markAt === end - 1 || mantissa === 0) {
      odd[record] = 1;
      continue;
    }
    let places = hasMark === 1 ? end - markAt - 1 : 0;
    while (places > 0 && mantissa % 10 === 0) {
      mantissa /= 10;
      places--;
    }
    mantissas[record] = mantissa;
    decimals[record] = places;
  }
}
