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
 * One stable pass of a least-significant-digit radix sort: moves `from` into `to` in ascending order of the 16-bit
 * digit `(words[item * stride + word] >>> shift) & 0xffff`. `counts` is scratch of length 65,537.
 */
export function radixPassInto(
  words: Uint32Array,
  stride: number,
  word: number,
  shift: number,
  from: Uint32Array,
  to: Uint32Array,
  counts: Uint32Array,
): void {
  counts.fill(0);
  for (let i = 0; i < from.length; i++) counts[((words[from[i]! * stride + word]! >>> shift) & 0xffff) + 1]!++;
  for (let d = 0; d < 65_536; d++) counts[d + 1]! += counts[d]!;
  for (let i = 0; i < from.length; i++) {
    const item = from[i]!;
    to[counts[(words[item * stride + word]! >>> shift) & 0xffff]!++] = item;
  }
}
