// One function per width, on purpose: an engine compiles a loop well for one kind of array at a time.

/** `to[i] = from[order[i]]` for all i of `order`. */
export function permuteBytesInto(from: Uint8Array, order: Uint32Array, to: Uint8Array): void {
  for (let i = 0; i < order.length; i++) to[i] = from[order[i]!]!;
}

/** As {@link permuteBytesInto}. */
export function permuteShortsInto(from: Uint16Array, order: Uint32Array, to: Uint16Array): void {
  for (let i = 0; i < order.length; i++) to[i] = from[order[i]!]!;
}

/** As {@link permuteBytesInto}. */
export function permuteWordsInto(from: Int32Array, order: Uint32Array, to: Int32Array): void {
  for (let i = 0; i < order.length; i++) to[i] = from[order[i]!]!;
}

/** As {@link permuteBytesInto}. */
export function permuteDoublesInto(from: Float64Array, order: Uint32Array, to: Float64Array): void {
  for (let i = 0; i < order.length; i++) to[i] = from[order[i]!]!;
}
