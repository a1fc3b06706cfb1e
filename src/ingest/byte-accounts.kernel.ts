/**
 * Marks records whose cell may be a number cut by a spreadsheet (a plus sign two to four bytes before the end, as in
 * `1.2E+15`) or nothing but one digit, 0 or 9, as far as three of its bytes tell. Such cells are then looked at closely.
 */
export function markDoubtfulInto(
  bytes: Uint8Array,
  bounds: Int32Array,
  stride: number,
  cell: number,
  count: number,
  odd: Uint8Array,
): void {
  for (let r = 0, bound = 2 * cell; r < count; r++, bound += 2 * stride) {
    const start = bounds[bound]!;
    const end = bounds[bound + 1]!;
    if (end <= start) continue;
    const last = bytes[end - 1]!;
    // Neither ends in anything but a digit.
    if (last < 0x30 || last > 0x39) continue;
    const isCut = end - start >= 4 && (bytes[end - 2] === 0x2b || bytes[end - 3] === 0x2b || bytes[end - 4] === 0x2b);
    const first = bytes[start]!;
    const isFilled = (first === 0x30 || first === 0x39) && last === first && bytes[(start + end) >> 1] === first;
    if (isCut || isFilled) odd[r] = 1;
  }
}
