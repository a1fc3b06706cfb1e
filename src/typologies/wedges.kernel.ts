/** A direction of the temporal graph as columns: account a owns rows[starts[a] .. starts[a + 1]), by time. */
export interface WedgeGraph {
  readonly outStarts: Int32Array;
  readonly outRows: Int32Array;
  readonly beneficiary: Int32Array;
  readonly times: Float64Array;
  /** 1 = neither middle nor end of a wedge. */
  readonly blocked: Uint8Array;
}

/**
 * Collects the wedges of payer u: pairs of transfers u > m, m > w with m and w not blocked, w not m, and w not u unless
 * `allowReturn`. The second lies between `earliest` and `latest` after the first, both inclusive, in the unit of `times`
 * (earliest is negative for wedges of any order). Only pairs for which `accept` answers true are kept.
 *
 * Writes the rows of wedge i to firstLeg[i] and secondLeg[i]. Visits at most `maxSteps` second transfers.
 *
 * @returns number of wedges; -1 - (number) if the steps or the room ran out
 */
export function collectWedgesInto(
  graph: WedgeGraph,
  u: number,
  earliest: number,
  latest: number,
  allowReturn: boolean,
  maxSteps: number,
  accept: (firstLeg: number, secondLeg: number) => boolean,
  firstLeg: Int32Array,
  secondLeg: Int32Array,
): number {
  const { outStarts, outRows, beneficiary, times, blocked } = graph;
  let count = 0;
  let steps = 0;
  for (let p = outStarts[u]!; p < outStarts[u + 1]!; p++) {
    const into = outRows[p]!;
    const mule = beneficiary[into]!;
    if (mule === u || blocked[mule] === 1) continue;
    const from = times[into]! + earliest;
    const until = times[into]! + latest;
    const end = outStarts[mule + 1]!;
    let low = outStarts[mule]!;
    for (let high = end; low < high;) {
      const middle = (low + high) >>> 1;
      if (times[outRows[middle]!]! < from) low = middle + 1;
      else high = middle;
    }
    for (let q = low; q < end; q++) {
      const outOf = outRows[q]!;
      if (times[outOf]! > until) break;
      if (++steps > maxSteps || count === firstLeg.length) return -1 - count;
      const w = beneficiary[outOf]!;
      if (w === mule || blocked[w] === 1 || (w === u && !allowReturn)) continue;
      if (!accept(into, outOf)) continue;
      firstLeg[count] = into;
      secondLeg[count++] = outOf;
    }
  }
  return count;
}
