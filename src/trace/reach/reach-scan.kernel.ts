/**
 * First row from `row` on, before `stop`, whose step would bring its head fewer hops than `least` has for it; `stop` if
 * there is none. An account not reached yet has the greatest number that is not allowed. Reads two integers a row.
 */
export function nextShorterRow(
  tail: Int32Array,
  head: Int32Array,
  least: Int32Array,
  admitted: Uint8Array | undefined,
  row: number,
  stop: number,
  step: number,
): number {
  for (; row !== stop; row += step) {
    if (least[tail[row]!]! + 1 < least[head[row]!]! && (admitted === undefined || admitted[row] === 1)) return row;
  }
  return stop;
}

/** First row from `row` on, before `stop`, whose tail has a number of hops below `unreached`; `stop` if there is none. */
export function nextReachedRow(
  tail: Int32Array,
  least: Int32Array,
  unreached: number,
  admitted: Uint8Array | undefined,
  row: number,
  stop: number,
  step: number,
): number {
  for (; row !== stop; row += step) {
    if (least[tail[row]!]! < unreached && (admitted === undefined || admitted[row] === 1)) return row;
  }
  return stop;
}
