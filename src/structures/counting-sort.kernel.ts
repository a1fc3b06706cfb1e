/**
 * Stable counting sort of positions 0 .. keys.length - 1 by an integer key in 0 .. groups - 1.
 *
 * Fills `starts` (length groups + 1; group g owns order[starts[g] .. starts[g + 1])) and `order` (length keys.length).
 * O(keys + groups) time, no allocation.
 */
export function groupByKeyInto(keys: Int32Array, groups: number, starts: Int32Array, order: Int32Array): void {
  starts.fill(0);
  for (let i = 0; i < keys.length; i++) starts[keys[i]! + 1]!++;
  for (let g = 0; g < groups; g++) starts[g + 1]! += starts[g]!;
  for (let i = 0; i < keys.length; i++) order[starts[keys[i]!]!++] = i;
  // Each start has run to the start of the next group; move them back by one group.
  for (let g = groups; g > 0; g--) starts[g] = starts[g - 1]!;
  starts[0] = 0;
}

/**
 * One stable pass of a least-significant-digit radix sort: moves the positions `from` into `to` in ascending order of the
 * 16-bit digit `(keys[position] >>> shift) & 0xffff`. `from` must hold each position of `keys` once. `counts` is scratch
 * of length 65,537.
 *
 * @returns false, with `to` untouched, if all digits are equal and there is nothing to do.
 */
export function radixPassInto(
  keys: Uint32Array,
  shift: number,
  from: Uint32Array,
  to: Uint32Array,
  counts: Uint32Array,
): boolean {
  counts.fill(0);
  for (let i = 0; i < keys.length; i++) counts[((keys[i]! >>> shift) & 0xffff) + 1]!++;
  if (keys.length === 0 || counts[((keys[0]! >>> shift) & 0xffff) + 1] === keys.length) return false;
  for (let d = 0; d < 65_536; d++) counts[d + 1]! += counts[d]!;
  for (let i = 0; i < from.length; i++) {
    const position = from[i]!;
    to[counts[(keys[position]! >>> shift) & 0xffff]!++] = position;
  }
  return true;
}
